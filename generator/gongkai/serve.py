"""The preview: the site built again at every save, into a folder of its own, and shown in the browser.

Building goes on in one thread and serving on the event loop, so that no request waits for a build.
How a site is built is the pipeline's matter; how it is served, `serve_http`'s.
"""

from __future__ import annotations

import asyncio
import errno
import os
import platform
import signal
import threading
import time
import traceback
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from watchfiles import Change, awatch

from gongkai.diagnostics.counts import count_line
from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.excerpt import LineSource
from gongkai.diagnostics.show_html import Page, bug_panel, panel
from gongkai.diagnostics.show_text import show_text
from gongkai.pipeline import Outcome, build, lines_of
from gongkai.serve_http import ADDRESS, Showing, listen, reload_browsers

SOURCES = ("content", "themes")

_DEBOUNCE = 400  # milliseconds; a save is seen after 50 of quiet, a flood of saves at the latest after these
_INTERVAL = 0.3  # seconds between two looks, where files are polled
_PATIENCE = 2  # seconds for a build to end when the preview does
_MOST_IN_TERMINAL = 10

_SERVING = Text("预览：{url}（按 Ctrl-C 结束）", "Preview: {url} (Ctrl-C ends it)")
_TAKEN = Text(
    "端口 {port} 已被占用，可能另有一个预览在运行。换一个端口：gongkai serve --port {next}；"
    "或任选一个：gongkai serve --port 0",
    "Port {port} is taken, perhaps by another preview. Choose another: gongkai serve --port {next}; "
    "or any that is free: gongkai serve --port 0",
)
_REFUSED = Text(
    "端口 {port} 不能使用：{detail}。任选一个：gongkai serve --port 0",
    "Port {port} cannot be used: {detail}. Take any that is free: gongkai serve --port 0",
)
_UPDATED = Text("已更新", "updated")
_LEFT = Text("有错误，页面未更新", "errors, the pages were left as they were")
_FAILED = Text("gongkai 自身出错，页面未更新", "a fault in gongkai itself, the pages were left as they were")
_SUMMARY = Text("：{pages} 页，{seconds:.2f} 秒；{counts}", ": {pages} pages, {seconds:.2f} s; {counts}")
_MORE = Text("……其余见：gongkai check", "… the rest: gongkai check")
_POLLING = Text(
    "系统不能监视这些文件，改为定时查看（同 --poll）：{detail}",
    "The system cannot watch these files; looking at intervals instead, as with --poll: {detail}",
)


@dataclass(frozen=True, slots=True)
class _Built:
    """What came of a build: whether the folder has a new site, the panel for its pages, the words to say."""

    built: bool
    changed: bool
    panel: str
    report: str


@dataclass(frozen=True, slots=True)
class _Task:
    """What to preview, and how to speak of it."""

    root: Path
    folder: Path
    language: Language
    say: Callable[[str], None]
    poll: bool
    colour: bool


def serve(
    root: Path,
    port: int,
    open_browser: bool,
    language: Language,
    say: Callable[[str], None],
    *,
    poll: bool = False,
    colour: bool = False,
) -> int:
    """Show the site at `root` until Ctrl-C and give the exit code; port 0 takes any that is free.

    `poll` looks at the files at intervals, for drives that do not tell of changes (networks, WSL).
    """
    with TemporaryDirectory(prefix="gongkai-preview-", ignore_cleanup_errors=True) as folder:
        task = _Task(root, Path(folder) / "site", language, say, poll, colour)
        try:
            return asyncio.run(_preview(task, port, open_browser))
        except KeyboardInterrupt:  # where the event loop takes no signal handlers
            return 0


async def _preview(task: _Task, port: int, open_browser: bool) -> int:
    showing = Showing(task.folder, task.language)
    try:
        server, bound = listen(showing, port)
    except OSError as error:
        task.say(_no_port(port, error, task.language))
        return 2
    url = f"http://{ADDRESS}:{bound}/"
    task.say(_SERVING.of(task.language).format(url=url))
    stopped = _on_signals()

    def show(built: _Built) -> None:
        news = built.changed or built.panel != showing.panel
        showing.ready = showing.ready or built.built
        showing.panel = built.panel
        if news:
            showing.builds += 1
            reload_browsers()
        task.say(built.report)

    async with _builder(task, show) as rebuild, asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(_watch(task, rebuild))
        await asyncio.sleep(0)  # the watch stands before the first build reads anything
        rebuild()
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        await stopped.wait()
        watching.cancel()
    server.stop()
    return 0


def _no_port(port: int, error: OSError, language: Language) -> str:
    if error.errno == errno.EADDRINUSE:
        return _TAKEN.of(language).format(port=port, next=port + 1)
    return _REFUSED.of(language).format(port=port, detail=error.strerror or error)


def _on_signals() -> asyncio.Event:
    """Give the event that Ctrl-C, or a polite kill, sets."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows
        loop.add_signal_handler(signal.SIGINT, stopped.set)
        loop.add_signal_handler(signal.SIGTERM, stopped.set)
    return stopped


@asynccontextmanager
async def _builder(task: _Task, show: Callable[[_Built], None]) -> AsyncIterator[Callable[[], None]]:
    """Give the function that asks for a build; however often it is asked meanwhile, one more follows."""
    loop = asyncio.get_running_loop()
    wanted, ended = threading.Event(), threading.Event()

    def work() -> None:
        ready = False
        while True:
            wanted.wait()
            wanted.clear()
            if ended.is_set():
                return
            built = _build(task, ready)
            ready = ready or built.built
            with suppress(RuntimeError):  # the loop is closed: nobody looks any more
                loop.call_soon_threadsafe(show, built)

    # A daemon: the preview ends at once even when a long build does not.
    worker = threading.Thread(target=work, name="gongkai-build", daemon=True)
    worker.start()
    try:
        yield wanted.set
    finally:
        ended.set()
        wanted.set()
        worker.join(_PATIENCE)


def _build(task: _Task, ready: bool) -> _Built:
    """Build the site and say what came of it; a bug in the program is shown like a problem."""
    clock = time.strftime("%H:%M:%S")
    try:
        outcome = build(task.root, task.folder, preview=True)
        lines = lines_of(task.root)
        page: Page = "new" if outcome.built else "old" if ready else "none"
        shown = panel(outcome.problems, lines, task.language, page=page)
        report = f"{clock} {_report(outcome, lines, task)}"
    except (Exception, SystemExit):  # noqa: BLE001  whatever it is, the preview goes on
        trace = traceback.format_exc()
        shown = bug_panel(trace, task.language)
        report = f"{clock} {_FAILED.of(task.language)}\n{trace}"
        return _Built(built=False, changed=True, panel=shown, report=report)
    changed = bool(outcome.written or outcome.removed) or (outcome.built and not ready)
    return _Built(outcome.built, changed, shown, report)


def _report(outcome: Outcome, lines: LineSource, task: _Task) -> str:
    """Give the lines for the terminal."""
    counts = count_line(outcome.problems, task.language)
    summary = _SUMMARY.of(task.language).format(pages=outcome.pages, seconds=outcome.seconds, counts=counts)
    head = f"{(_UPDATED if outcome.built else _LEFT).of(task.language)}{summary}"
    first = outcome.problems[:_MOST_IN_TERMINAL]
    text = show_text(first, lines, task.language, colour=task.colour)
    more = _MORE.of(task.language) if len(outcome.problems) > len(first) else ""
    return "\n".join(part for part in (head, text, more) if part)


async def _watch(task: _Task, rebuild: Callable[[], None]) -> None:
    """Ask for a build at every change of the sources."""
    # The Linux inside Windows is not told of changes on the drives of Windows.
    if not task.poll and "microsoft" not in platform.release().lower():
        try:
            await _watch_folders(task, rebuild)
        except* OSError as errors:  # Linux allows a user so many watches and no more
            detail = "; ".join(map(str, errors.exceptions))
            task.say(_POLLING.of(task.language).format(detail=detail))
            rebuild()
    await _poll(task, rebuild)


async def _watch_folders(task: _Task, rebuild: Callable[[], None]) -> None:
    """Watch the source folders, even when they come and go."""

    def is_source_folder(change: Change, path: str) -> bool:
        return change is not Change.modified and Path(path).name in SOURCES

    async with asyncio.TaskGroup() as tasks:
        moved = asyncio.Event()
        within = tasks.create_task(_watch_within(task, moved, rebuild))
        top = awatch(
            task.root, recursive=False, watch_filter=is_source_folder, debounce=_DEBOUNCE, force_polling=False
        )
        async for _ in top:
            moved.set()
            await within
            moved = asyncio.Event()
            within = tasks.create_task(_watch_within(task, moved, rebuild))
            await asyncio.sleep(0)
            rebuild()


async def _watch_within(task: _Task, moved: asyncio.Event, rebuild: Callable[[], None]) -> None:
    """Watch what is in the source folders that there are, until they move."""
    folders = [folder for folder in (task.root / name for name in SOURCES) if folder.is_dir()]
    if not folders:
        return
    changes = awatch(
        *folders, watch_filter=is_saved_file, debounce=_DEBOUNCE, stop_event=moved, force_polling=False
    )
    async for _ in changes:
        rebuild()


async def _poll(task: _Task, rebuild: Callable[[], None]) -> None:
    """Look at the source files at intervals; watchfiles could, but misses a second save in one second."""
    clock = asyncio.get_running_loop().time
    known = _stamps(task.root)
    pause = _INTERVAL
    while True:
        await asyncio.sleep(pause)
        begun = clock()
        seen = await asyncio.to_thread(_stamps, task.root)
        pause = max(_INTERVAL, 4 * (clock() - begun))  # a large site is not looked at all the time
        if seen != known:
            known = seen
            rebuild()


def _stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Give time and size of every source file."""
    stamps = {}
    for folder, _, names in (found for source in SOURCES for found in os.walk(root / source)):
        for name in names:
            path = os.path.join(folder, name)
            if is_saved_file(Change.modified, path):
                with suppress(OSError):  # gone since the folder was read
                    stat = os.stat(path)
                    stamps[path] = (stat.st_mtime_ns, stat.st_size)
    return stamps


def is_saved_file(_: Change, path: str) -> bool:
    """Tell a file that a person saved from one that an editor makes beside it while it is open."""
    name = Path(path).name
    return not (
        name.startswith((".", "~$", "#"))
        or name.endswith(("~", ".swp", ".swo", ".swx", ".tmp", ".part", "___jb_tmp___", "___jb_old___"))
        or name == "4913"  # Vim tries with this whether it may write here
    )
