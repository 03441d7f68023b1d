"""The built site in a real Chromium: built once, served once, under a sub-path, with its own headers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
import threading
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SITES = (
    ROOT,
    *sorted(path.parent.parent for path in Path(__file__).parent.glob("sites/*/content/site.yaml")),
)
SUB_PATH = "a/b"
KIND = re.compile(r'<body\b[^>]*\bdata-kind="([^"]+)"')


@dataclass(frozen=True)
class Site:
    """A built site, and where it stands: on the disk at folder, on the web at url."""

    folder: Path
    url: str
    root_url: str

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages, seen from the site's top."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted(found, key=lambda path: (path.count("/"), path)))

    @property
    def kinds(self) -> dict[str, str]:
        """The first page of each kind, by the data-kind of its body."""
        kinds: dict[str, str] = {}
        for page in self.pages:
            found = KIND.search((self.folder / page).read_text(encoding="utf-8"))
            assert found, f"{page}: its body has no data-kind"
            kinds.setdefault(found[1], page)
        return kinds

    def of_kind(self, kind: str) -> list[str]:
        """All pages of one kind."""
        attribute = f'data-kind="{kind}"'
        return [page for page in self.pages if attribute in (self.folder / page).read_text(encoding="utf-8")]


class Handler(SimpleHTTPRequestHandler):
    """Serves files as the published site does: with the headers of netlify.toml."""

    def end_headers(self) -> None:
        for rule in tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]:
            if rule["for"] == "/*":
                for name, value in rule["values"].items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass  # the requests of a browser are no part of the tests' output


class Server(ThreadingHTTPServer):
    """A server whose threads end before it does."""

    daemon_threads = False
    block_on_close = True

    def handle_error(self, *_: object) -> None:
        pass  # a browser that is done closes its connections as it likes


def serve(folder: Path) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def gongkai(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program as a person does."""
    program = shutil.which("gongkai", path=sysconfig.get_path("scripts"))
    assert program, "the package is not installed"
    return subprocess.run(
        [program, *arguments], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False
    )


@pytest.fixture(scope="session", params=SITES, ids=lambda root: "portal" if root == ROOT else root.name)
def built_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site, built by the program as a process."""
    output = tmp_path_factory.mktemp("web") / SUB_PATH
    output.parent.mkdir(parents=True)
    built = gongkai("build", "--site", str(request.param), "--output", str(output))
    assert built.returncode == 0, built.stdout + built.stderr
    return output


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Site]:
    """The built site, served under a sub-path and at the root of a domain of its own."""
    below = serve(built_site.parents[len(Path(SUB_PATH).parts) - 1])
    at_root = serve(built_site)
    yield Site(built_site, url=f"{next(below)}{SUB_PATH}/", root_url=next(at_root))
    for server in (below, at_root):
        next(server, None)


@pytest.fixture
def open_tab(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A maker of tabs: open_tab(width=360, scheme="dark"), with any other option of a browser context."""
    contexts = []

    def open_one(width: int = 1280, scheme: str = "light", height: int = 900, **options: object) -> Page:
        viewport = {"width": width, "height": height}
        context = chromium.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
