"""The built site in a real Chromium: built once, served once, under a sub-path, with its own headers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route

from demonstration import thin_out
from hard import harden

ROOT = Path(__file__).resolve().parents[2]
# The portal that this repository is, and a demonstration with all that a portal may have.
SITES = ("portal", "demo")
DEMO = ("--organs", "3", "--years", "7")
WHOLE_DEMO = ("--organs", "40", "--years", "7")
SUB_PATH = "a/b"
KIND = re.compile(r'<body\b[^>]*\bdata-kind="([^"]+)"')
ELEMENT = re.compile(r"<([a-z][\w-]*)([^>]*)>")
CLASS = re.compile(r'\bclass="([^"]*)"')
# As many pages of a kind are looked at where all pages are to be, unless --whole asks for all.
MANY = 8
# Where a demonstration's pages stood before.
FORMER = "**/zwgk/**"
# What a reader may choose, set on a page that is open.
CHOOSE = """choices => {
  for (const name of ['mode', 'size', 'look']) delete document.documentElement.dataset[name]
  Object.assign(document.documentElement.dataset, choices)
}"""
Choose = Callable[[Page, Mapping[str, str]], None]
# Asked of the search: what is found often, and never.
QUERIES = ("公开", "鑫鑫鑫")


class Sample(NamedTuple):
    """A page that is looked at closely: where it stands, and what it is called in a message."""

    name: str
    kind: str
    url: str


@dataclass(frozen=True)
class Site:
    """A built site, and where it stands: on the disk at folder, on the web at url."""

    folder: Path
    url: str
    root_url: str
    many: int = MANY

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages, seen from the site's top."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted(found, key=lambda path: (path.count("/"), path)))

    @property
    def readable(self) -> tuple[str, ...]:
        """The pages that stay: all but those that lead on at once."""
        return tuple(page for kind, pages in self.by_kind.items() if kind != "moved" for page in pages)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The pages that stay, but of a kind with very many the first, the last and some between."""
        return tuple(page for kind in self.by_kind if kind != "moved" for page in self.spread(kind))

    def spread(self, kind: str) -> tuple[str, ...]:
        """Pages of a kind: all of them or, where there are many, the first, the last and some between."""
        pages = self.of_kind(kind)
        return tuple(dict.fromkeys([*pages[:: len(pages) // self.many or 1], *pages[-1:]]))

    @property
    def kinds(self) -> dict[str, str]:
        """The first page of each kind that stays, by the data-kind of its body."""
        return {kind: pages[0] for kind, pages in self.by_kind.items() if kind != "moved"}

    @cached_property
    def parts(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """What each page is made of: its kind, and each element that it has with its classes."""
        return {
            page: frozenset(self._parts(kind, page)) for kind, pages in self.by_kind.items() for page in pages
        }

    def _parts(self, kind: str, page: str) -> Iterator[tuple[str, ...]]:
        if kind == "report":
            yield kind, str(self.data(page)["format"])
        for name, attributes in ELEMENT.findall((self.folder / page).read_text(encoding="utf-8")):
            classes = CLASS.search(attributes)
            yield kind, name, *sorted(classes[1].split() if classes else ())

    @cached_property
    def by_kind(self) -> dict[str, list[str]]:
        """All pages of each kind, by the data-kind of their bodies."""
        kinds: dict[str, list[str]] = {}
        for page in self.pages:
            found = KIND.search((self.folder / page).read_text(encoding="utf-8"))
            assert found, f"{page}: its body has no data-kind"
            kinds.setdefault(found[1], []).append(page)
        return kinds

    def of_kind(self, kind: str) -> list[str]:
        """All pages of one kind."""
        return self.by_kind.get(kind, [])

    def at(self, page: str) -> str:
        """Give a page's address where it can stand: below a sub-path, if it does not name its own place."""
        return (self.root_url if self.is_bound(page) else self.url) + page

    def is_bound(self, page: str) -> bool:
        """Tell whether a page names its place: what is shown for wrong addresses, wherever they lead."""
        return page == "404.html" and 'href="/' in (self.folder / page).read_text(encoding="utf-8")

    def data(self, report: str) -> dict[str, object]:
        """What a report's page offers as data."""
        path = (self.folder / report).with_name("report.json")
        return json.loads(path.read_text(encoding="utf-8"))


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


def staying(route: Route) -> None:
    """Serve a page that would lead on at once as one that stays."""
    served = route.fetch()
    route.fulfill(response=served, body=served.text().replace('http-equiv="refresh"', 'name="refresh"'))


@contextmanager
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


def succeed(*arguments: str) -> None:
    """Run the installed program where it must not fail."""
    done = gongkai(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def demonstration(folder: Path, *, whole: bool) -> Path:
    """Make a demonstration: of a size that a browser can be led through, if it need not be whole."""
    succeed("demo", str(folder), *(WHOLE_DEMO if whole else DEMO))
    thin_out(folder, shorten=not whole)
    return folder


@pytest.fixture(scope="session")
def sites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Site]]:
    """Sites by their names: each built once, by the program as a process, when it is first asked for."""
    whole = request.config.getoption("--whole")
    with ExitStack() as servers:

        @cache
        def site_of(name: str) -> Site:
            folder = tmp_path_factory.mktemp("web")
            source = ROOT if name == "portal" else demonstration(folder / "demo", whole=whole)
            output = folder / SUB_PATH
            output.parent.mkdir(parents=True)
            succeed("build", "--site", str(source), "--output", str(output))
            below, at_root = (servers.enter_context(serve(top)) for top in (folder, output))
            many = sys.maxsize if whole else MANY
            return Site(output, url=f"{below}{SUB_PATH}/", root_url=at_root, many=many)

        yield site_of


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    """A built site, served under a sub-path and at the root of a domain of its own."""
    return sites(request.param)


@pytest.fixture
def demo(sites: Callable[[str], Site]) -> Site:
    """The demonstration, which has every kind of page."""
    return sites("demo")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A portal of one organ and two years, with an article that is hard to lay out and a long column."""
    folder = tmp_path_factory.mktemp("small")
    source, output = folder / "site", folder / "web"
    succeed("demo", str(source), "--organs", "1", "--years", "2")
    harden(source)
    succeed("build", "--site", str(source), "--output", str(output))
    with serve(output) as url:
        yield Site(output, url=url, root_url=url)


@pytest.fixture(scope="session")
def samples(sites: Callable[[str], Site]) -> tuple[Sample, ...]:
    """As few pages of all sites as have every kind of page, every form and every element with its classes."""
    found = [Sample(f"{name}: {page}", kind, site.at(page)) for name, site, page, kind in covering(sites)]
    demo = sites("demo")
    # Without a query there are no results; nor are there where nothing is found.
    (search,) = demo.of_kind("search")
    found += [
        Sample(f"demo: {search}#q={query}", "search", f"{demo.at(search)}#q={query}") for query in QUERIES
    ]
    return tuple(found)


def covering(sites: Callable[[str], Site]) -> Iterable[tuple[str, Site, str, str]]:
    """Give the page with most that was not seen, as long as there is any; the demonstration first."""
    seen: set[tuple[str, ...]] = set()
    for name in reversed(SITES):
        site = sites(name)
        while not all(parts <= seen for parts in site.parts.values()):
            best = max(site.parts, key=lambda page: len(site.parts[page] - seen))
            seen |= site.parts[best]
            (kind,) = {part[0] for part in site.parts[best]}
            yield name, site, best, kind


@pytest.fixture
def choose() -> Choose:
    """What sets the reader's choices on a page that is open, and takes those made before back."""
    return lambda tab, choices: tab.evaluate(CHOOSE, choices)


@pytest.fixture
def open_tab(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """A maker of tabs: open_tab(width=360, scheme="dark"), with any other option of a browser context.

    With `stay`, pages that lead on at once do not, so that they can be looked at.
    `chosen` is what the reader set before: {"mode": "elder"}, {"size": "large"}, {"look": "dark"}.
    """
    contexts = []

    def open_one(
        width: int = 1280,
        scheme: str = "light",
        height: int = 900,
        chosen: dict[str, str] | None = None,
        stay: bool = False,
        **options: object,
    ) -> Page:
        viewport = {"width": width, "height": height}
        context = chromium.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **options
        )
        if chosen:
            kept = json.dumps(json.dumps(chosen))
            context.add_init_script(f"localStorage.setItem('gongkai', {kept})")
        if stay:
            context.route(FORMER, staying)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
