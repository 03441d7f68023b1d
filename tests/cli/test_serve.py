"""`gongkai serve` as a real process, watched by a real Chromium: what a person at the keyboard sees."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

import pytest
from playwright.sync_api import Browser, Page, expect
from watchfiles import Change

import toy
from gongkai.serve import is_saved_file

ROOT = Path(__file__).resolve().parents[2]
T = TypeVar("T")

PATIENCE = 30  # seconds: for machines that do much else; a preview that works takes far less
GUIDE = "content/pages/guide.md"
PANEL = "#gongkai-problems"
SCRIPT = re.compile(rb'<script src="/livereload\.js\?generation=([^"&]+)[^"]*" defer></script>')

# The program, with a pipeline that a file in the site can make slow or broken.
SPOILED = """
import time
from gongkai import pipeline
built_well = pipeline.build
def build(root, output, **options):
    if (root / "slow").exists():
        end = time.monotonic() + 2
        while time.monotonic() < end:
            pass
    if (root / "bug").exists():
        raise RuntimeError("a <bug>")
    return built_well(root, output, **options)
pipeline.build = build
from gongkai.cli import main
main()
"""

# The program on a system that has no watches left.
UNWATCHED = """
import watchfiles
async def awatch(*folders, **options):
    raise OSError("no more watches")
    yield
watchfiles.awatch = awatch
from gongkai.cli import main
main()
"""


@dataclass
class Preview:
    """A running `gongkai serve`."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        found = eventually(lambda: re.search(r"http://127\.0\.0\.1:(\d+)/", self.text))
        return int(found[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def text(self) -> str:
        return "".join(self.said)

    @property
    def builds(self) -> int:
        return len(re.findall(r"^\d\d:\d\d:\d\d ", self.text, re.MULTILINE))

    def wait_for_builds(self, count: int) -> None:
        eventually(lambda: self.builds >= count)

    def get(self, path: str, host: str | None = None, method: str = "GET") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def eventually(look: Callable[[], T]) -> T:
    """Look again and again until there is something to see."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.02)
    return seen


def program() -> str:
    found = shutil.which("gongkai", path=sysconfig.get_path("scripts"))
    assert found, "the package is not installed"
    return found


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file as an editor does: the new text is written beside it and moved over it."""
    file = root / name
    beside = file.with_name(f".{file.name}.swp")
    beside.write_text(toy.replaced(file.read_text("utf-8"), old, new), "utf-8")
    beside.replace(file)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """A starter of previews: start(site, "--poll")."""
    running: list[tuple[Preview, threading.Thread]] = []
    (tmp_path / "temporary").mkdir()

    def start_one(site: Path, *options: str, command: tuple[str, ...] = ()) -> Preview:
        arguments = [*(command or (program(),)), "serve", "--site", str(site), "--port", "0", *options]
        environment = {**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment,
        )
        preview = Preview(process)
        reader = threading.Thread(target=lambda: preview.said.extend(iter(process.stdout.readline, "")))
        reader.start()
        running.append((preview, reader))
        return preview

    yield start_one
    for preview, reader in running:
        if preview.process.poll() is None:
            preview.process.kill()
            preview.process.wait()
        reader.join()
        preview.process.stdout.close()


@pytest.fixture
def preview(start: Callable[..., Preview], site: Path) -> Preview:
    """A preview of the toy site, built once."""
    preview = start(site)
    preview.wait_for_builds(1)
    return preview


@pytest.fixture
def spoiled(start: Callable[..., Preview], site: Path) -> Preview:
    """The same; the files `slow` and `bug` in the site make its builds so."""
    preview = start(site, command=(sys.executable, "-c", SPOILED))
    preview.wait_for_builds(1)
    return preview


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


def shows(tab: Page, selector: str, text: str) -> None:
    expect(tab.locator(selector)).to_contain_text(text, timeout=PATIENCE * 1000)


# What one sees in the browser


def test_an_edit_is_on_the_page_without_a_reload_by_hand(preview: Preview, site: Path, tab: Page) -> None:
    tab.goto(preview.url + "guide/")
    shows(tab, "main", "日落点灯")
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    shows(tab, "main", "天黑点灯")
    expect(tab.locator(PANEL)).to_have_count(0)


def test_a_broken_edit_keeps_the_page_under_a_panel_until_it_is_mended(
    preview: Preview, site: Path, tab: Page
) -> None:
    tab.goto(preview.url + "guide/")
    edit(site, toy.YAML, "upper: [2, 1, 3]", "upper: [2, 1, 4]")
    shows(tab, PANEL, f"{toy.YAML}:7:17")
    shows(tab, f"{PANEL} pre", "upper: [2, 1, 4]")
    assert tab.locator(f"{PANEL} mark.fault").all_inner_texts() == ["4"]
    shows(tab, "main", "日落点灯")
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert f"{toy.YAML}:7:17" in preview.text

    edit(site, GUIDE, "日落点灯", "天黑点灯")  # while the mistake is there, no page changes
    preview.wait_for_builds(3)
    shows(tab, "main", "日落点灯")

    edit(site, toy.YAML, "upper: [2, 1, 4]", "upper: [2, 1, 3]")
    shows(tab, "main", "天黑点灯")
    expect(tab.locator(PANEL)).to_have_count(0)


def test_the_panel_can_be_closed_by_keyboard(preview: Preview, site: Path, tab: Page) -> None:
    edit(site, toy.YAML, "upper: [2, 1, 3]", "upper: [2, 1, 4]")
    preview.wait_for_builds(2)
    tab.goto(preview.url)
    summary = tab.locator(f"{PANEL} > details > summary")
    summary.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(f"{PANEL} pre")).to_be_hidden()
    tab.keyboard.press("Enter")
    expect(tab.locator(f"{PANEL} pre")).to_be_visible()


def test_warnings_alone_are_a_quiet_line_on_the_new_page(preview: Preview, site: Path, tab: Page) -> None:
    tab.goto(preview.url + "guide/")
    edit(site, GUIDE, "日落点灯", "#### 点灯\n\n天黑点灯")
    shows(tab, "main", "天黑点灯")
    shows(tab, f"{PANEL}.quiet h2", "0 个错误，1 个警告")
    expect(tab.locator(f"{PANEL} article")).to_be_hidden()


def test_a_site_that_was_never_built_shows_why_and_becomes_the_site(
    start: Callable[..., Preview], site: Path, tab: Page
) -> None:
    edit(site, toy.YAML, "upper: [2, 1, 3]", "upper: [2, 1, 4]")
    preview = start(site)
    preview.wait_for_builds(1)
    assert preview.get("/anything/at/all").status == 503
    tab.goto(preview.url + "guide/")
    shows(tab, PANEL, f"{toy.YAML}:7:17")
    edit(site, toy.YAML, "upper: [2, 1, 4]", "upper: [2, 1, 3]")
    shows(tab, "main", "日落点灯")
    expect(tab.locator(PANEL)).to_have_count(0)


def test_a_bug_in_the_build_is_shown_as_one_and_survived(spoiled: Preview, site: Path, tab: Page) -> None:
    tab.goto(spoiled.url + "guide/")
    (site / "bug").touch()
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    shows(tab, PANEL, "gongkai 自身出错")
    shows(tab, f"{PANEL} pre", "RuntimeError: a <bug>")
    shows(tab, "main", "日落点灯")
    eventually(lambda: "RuntimeError: a <bug>" in spoiled.text)
    (site / "bug").unlink()
    edit(site, GUIDE, "天黑点灯", "雾起点灯")
    shows(tab, "main", "雾起点灯")
    expect(tab.locator(PANEL)).to_have_count(0)


def test_a_page_of_an_earlier_preview_finds_out(
    start: Callable[..., Preview], preview: Preview, site: Path, tab: Page
) -> None:
    tab.goto(preview.url + "guide/")
    port = preview.port
    assert preview.end() == 0
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    start(site, "--port", str(port))
    shows(tab, "main", "天黑点灯")


# Building and serving


def test_requests_are_answered_while_a_build_runs(spoiled: Preview, site: Path) -> None:
    (site / "slow").touch()
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    answers: list[float] = []
    while spoiled.builds < 2:
        begun = time.monotonic()
        assert spoiled.get("/guide/").status == 200
        answers.append(time.monotonic() - begun)
    assert len(answers) > 5
    assert max(answers) < 1, "a build of two seconds held up a request"


def test_saves_during_a_build_make_one_more_build(spoiled: Preview, site: Path) -> None:
    (site / "slow").touch()
    edit(site, GUIDE, "日落点灯", "1.")
    eventually(lambda: spoiled.get("/guide/").status == 200)
    for number in range(1, 20):
        edit(site, GUIDE, f"{number}.", f"{number + 1}.")
        time.sleep(0.02)
    eventually(lambda: b"20." in spoiled.get("/guide/").body)
    assert spoiled.builds <= 4


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("guide.md", True),
        ("扫描件 (2).pdf", True),
        (".guide.md.swp", False),
        ("guide.md~", False),
        ("4913", False),
        ("~$guide.docx", False),
        ("#guide.md#", False),
        ("guide.md___jb_tmp___", False),
        (".DS_Store", False),
    ],
)
def test_files_that_editors_make_beside_the_saved_one_count_for_nothing(name: str, saved: bool) -> None:
    assert is_saved_file(Change.modified, f"/site/content/pages/{name}") is saved


def test_source_folders_may_come_and_go(preview: Preview, site: Path) -> None:
    (site / "content").rename(site / "away")
    eventually(lambda: PANEL[1:].encode() in preview.get("/guide/").body)
    (site / "away").rename(site / "content")
    eventually(lambda: PANEL[1:].encode() not in preview.get("/guide/").body)
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    eventually(lambda: "天黑点灯".encode() in preview.get("/guide/").body)


def test_polling_sees_every_edit(start: Callable[..., Preview], site: Path) -> None:
    preview = start(site, "--poll")
    preview.wait_for_builds(1)
    edit(site, GUIDE, "日落点灯", "1.")
    for number in range(1, 6):  # some of them within one second
        preview.wait_for_builds(number + 1)
        assert f"{number}." in preview.get("/guide/").body.decode()
        edit(site, GUIDE, f"{number}.", f"{number + 1}.")
    preview.wait_for_builds(7)


def test_where_the_system_watches_no_files_they_are_polled(start: Callable[..., Preview], site: Path) -> None:
    preview = start(site, command=(sys.executable, "-c", UNWATCHED))
    eventually(lambda: "no more watches" in preview.text)
    eventually(lambda: "日落点灯".encode() in preview.get("/guide/").body)
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    eventually(lambda: "天黑点灯".encode() in preview.get("/guide/").body)


def test_a_page_is_what_build_makes_and_the_script(preview: Preview, site: Path, tmp_path: Path) -> None:
    build = [program(), "build", "--site", str(site), "--output", str(tmp_path / "built")]
    subprocess.run(build, check=True, capture_output=True)
    for path in ("", "guide/", "reports/north-light/1987/"):
        body, scripts = SCRIPT.subn(b"", preview.get(f"/{path}").body)
        assert scripts == 1
        assert body == (tmp_path / "built" / path / "index.html").read_bytes()
    assert not (site / "output").exists()


# Over HTTP


def test_addresses(preview: Preview) -> None:
    assert preview.get("/guide/").status == 200
    assert preview.get("/guide/?x=1").status == 200
    moved = preview.get("/guide")
    assert (moved.status, moved.headers["Location"]) == (301, "/guide/")
    missing = preview.get("/none/such")
    assert missing.status == 404
    assert SCRIPT.search(missing.body)
    assert b'data-kind="not-found"' in missing.body
    assert preview.get("/guide/", method="POST").status == 405


def test_head_tells_what_get_gives(preview: Preview) -> None:
    head, get = preview.get("/guide/", method="HEAD"), preview.get("/guide/")
    assert head.body == b""
    assert head.headers["Content-Length"] == str(len(get.body)) == get.headers["Content-Length"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/guide/", "text/html; charset=utf-8"),
        ("/reports/north-light/1987/report.json", "application/json; charset=utf-8"),
        ("/reports/north-light/1987/report.csv", "text/csv; charset=utf-8"),
    ],
)
def test_types_and_caching(preview: Preview, path: str, kind: str) -> None:
    answer = preview.get(f"{path}?v=1")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Expires" not in answer.headers
    assert "Etag" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "//etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    answer = preview.get(path)
    assert answer.status in {403, 404}
    assert b"root:" not in answer.body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "0.0.0.0"])
@pytest.mark.parametrize("path", ["/", "/livereload.js", "/livereload"])
def test_other_hosts_are_refused(preview: Preview, host: str, path: str) -> None:
    answer = preview.get(path, host=host.format(port=preview.port))
    assert answer.status == 403
    assert b"<html" not in answer.body


@pytest.mark.parametrize("host", ["localhost", "localhost:{port}", "127.0.0.1"])
def test_this_computers_names_are_answered(preview: Preview, host: str) -> None:
    assert preview.get("/", host=host.format(port=preview.port)).status == 200


def test_other_interfaces_do_not_reach_it(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE):
        pass
    with pytest.raises(OSError, match=r"."), socket.create_connection(("127.0.0.2", preview.port), timeout=2):
        pass


@contextmanager
def talking(preview: Preview, origin: str | None = None) -> Iterator[Talk]:
    """Connect to the WebSocket as a browser does that shows a page of `origin`."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as connection:
        lines = (
            "GET /livereload HTTP/1.1",
            f"Host: 127.0.0.1:{preview.port}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            *([f"Origin: {origin}"] if origin else []),
        )
        connection.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode())
        with connection.makefile("rb") as stream:
            status = int(stream.readline().split()[1])
            while stream.readline().strip():
                pass
            yield Talk(connection, stream, status)


@dataclass(frozen=True)
class Talk:
    """A WebSocket, as far as short messages need one."""

    connection: socket.socket
    stream: BinaryIO
    status: int

    def say(self, message: str) -> None:
        data = message.encode()
        length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + len(data).to_bytes(2, "big")
        self.connection.sendall(b"\x81" + length + bytes(4) + data)  # masked with zeros: as it is

    def hear(self) -> str | None:
        """Give the next message; None for the end."""
        first, length = self.stream.read(2)
        if length == 126:
            length = int.from_bytes(self.stream.read(2), "big")
        message = self.stream.read(length)
        return message.decode() if first == 0x81 else None

    def commands(self, generation: str, count: int) -> list[str]:
        """Shake hands as livereload's script does, and give the commands that come back."""
        self.say('{"command": "hello"}')
        plugins = {"gongkai": {"generation": generation}}
        self.say(json.dumps({"command": "info", "url": "x", "plugins": plugins}))
        return [json.loads(self.hear() or "{}").get("command") for _ in range(count)]


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:1", "null"])
def test_the_socket_refuses_other_origins(preview: Preview, origin: str) -> None:
    with talking(preview, origin) as talk:
        assert talk.status == 403


def test_a_page_older_than_the_build_is_told_as_soon_as_it_connects(preview: Preview, site: Path) -> None:
    script = SCRIPT.search(preview.get("/").body)
    assert script
    generation = script[1].decode()
    with talking(preview, f"http://127.0.0.1:{preview.port}") as talk:
        assert talk.status == 101
        assert talk.commands("an-older-one", 2) == ["hello", "reload"]
    with talking(preview, f"http://127.0.0.1:{preview.port}") as talk:
        assert talk.commands(generation, 1) == ["hello"]
        edit(site, GUIDE, "日落点灯", "天黑点灯")
        told = json.loads(talk.hear() or "{}")
        assert (told["command"], told["path"]) == ("reload", "*")
        assert "天黑点灯" in preview.get("/guide/").body.decode(), "told before there was anything new"


@pytest.mark.parametrize("message", ["", "[]", "{}", '{"command": "info", "plugins": []}', "\x00"])
def test_nonsense_on_the_socket_is_no_harm(preview: Preview, message: str) -> None:
    with talking(preview) as talk:
        talk.say(message)
        assert talk.hear() is None
    assert preview.get("/").status == 200
    assert "Traceback" not in preview.text


# Starting and ending


def test_a_taken_port_is_said_with_a_way_out(preview: Preview, site: Path) -> None:
    command = [program(), "serve", "--site", str(site), "--port", str(preview.port)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE)
    assert ended.returncode == 2
    said = ended.stdout + ended.stderr
    assert str(preview.port) in said
    assert "--port 0" in said
    assert "Traceback" not in said


def test_ctrl_c_ends_it_and_leaves_nothing(preview: Preview, tmp_path: Path) -> None:
    assert list((tmp_path / "temporary").iterdir())
    assert preview.end() == 0
    assert list((tmp_path / "temporary").iterdir()) == []
    assert "Traceback" not in preview.text


def test_ctrl_c_ends_it_while_a_build_runs_and_a_browser_looks(
    spoiled: Preview, site: Path, tab: Page
) -> None:
    tab.goto(spoiled.url)
    (site / "slow").touch()
    edit(site, GUIDE, "日落点灯", "天黑点灯")
    begun = time.monotonic()
    assert spoiled.end() == 0
    assert time.monotonic() - begun < 10
    assert "Traceback" not in spoiled.text
