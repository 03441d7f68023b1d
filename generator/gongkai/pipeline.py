"""The spine: load → check → assemble → render → write, top to bottom.

Each step takes values and gives values and problems. A problem that is an error stops the
build before anything is written; what was published stays as it was.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gongkai.assemble.addresses import clashes, former_places
from gongkai.check.exceptions import excuse
from gongkai.check.rules import check_site
from gongkai.diagnostics.at_most import at_most
from gongkai.diagnostics.catalogue import in_order, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Related, Severity, Text
from gongkai.load.limits import YAML_BYTES
from gongkai.load.site import read_site
from gongkai.model.records import SHIPPED_THEME, Site

if TYPE_CHECKING:
    from gongkai.making import Progress
    from gongkai.write.outcome import Refusal
    from gongkai.write.plan import Plan


class Outcome(NamedTuple):
    """How a run ended. `built` is False where the output was left as it was because of problems.

    `pages` counts HTML pages, `written` and `removed` files of the output that changed; `plan`
    says of each file why.
    """

    problems: Problems
    pages: int = 0
    written: int = 0
    removed: int = 0
    seconds: float = 0.0
    built: bool = False
    plan: Plan | None = None


def check(root: Path) -> Outcome:
    """Load and check a site."""
    started = time.perf_counter()
    site, problems = _load_and_check(root)
    if site and not stops(problems):
        problems = in_order((*problems, *clashes(site), *_beyond(root, site)))
    return Outcome(problems, seconds=time.perf_counter() - started)


def build(
    root: Path,
    output: Path,
    *,
    base_url: str = "",
    strict: bool = False,
    jobs: int = 1,
    clean: bool = False,
    preview: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Build a site into a folder.

    `strict` lets a warning stop the build as an error does, `jobs` processes render the pages,
    and `clean` trusts no record of the last build but compares every file with the pages. A `preview`
    is not published: nothing is said of its addresses.
    """
    # Only a build waits for what it alone needs: templates, and the means to write.
    from gongkai.making import make_files  # noqa: PLC0415 - as just said
    from gongkai.write.apply import apply, restore  # noqa: PLC0415
    from gongkai.write.outcome import Refusal, Written  # noqa: PLC0415

    started = time.perf_counter()
    restore(output)
    site, problems = _load_and_check(root)
    if not site or stops(problems, strict=strict):
        return Outcome(problems, seconds=time.perf_counter() - started)
    address = base_url or site.portal.base_url
    files, more = make_files(root, site, address, jobs, progress)
    problems = in_order((*problems, *more, *(() if preview or address else _no_address(site))))
    if stops(problems, strict=strict):
        return Outcome(problems, seconds=time.perf_counter() - started)
    outcome = apply(output, files, sources=(root / "content", root / "themes"), verify=clean)
    pages = sum(path.endswith(".html") for path in files)
    seconds = time.perf_counter() - started
    match outcome:
        case Refusal():
            problems = in_order((*problems, *_refused(outcome, root, output)))
            return Outcome(problems, pages, seconds=seconds)
        case Written(plan=plan):
            written, removed = len(plan.new) + len(plan.changed), len(plan.removed)
            problems = in_order((*problems, *(() if preview else _gone(plan, root, output))))
            return Outcome(problems, pages, written, removed, seconds, built=True, plan=plan)


def stops(problems: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Tell whether problems stop a build."""
    graves = {severity(problem) for problem in problems}
    return Severity.ERROR in graves or (strict and Severity.WARNING in graves)


def lines_of(root: Path) -> Callable[[str], Sequence[str] | None]:
    """Give a reader of the lines of the site's files, for excerpts; None where there is no text."""

    @lru_cache
    def lines(file: str) -> Sequence[str] | None:
        path = root / file
        try:
            if path.stat().st_size > YAML_BYTES:
                return None
            return tuple(path.read_text("utf-8-sig").split("\n"))
        except (OSError, UnicodeDecodeError):
            return None

    return lines


def _beyond(root: Path, site: Site) -> Problems:
    """Check a theme of the site's own."""
    if site.portal.theme == SHIPPED_THEME and not (root / "themes").exists():
        return ()
    from gongkai.making import read_theme  # noqa: PLC0415 - as in a build

    return read_theme(root, site)[1]


def _load_and_check(root: Path) -> tuple[Site | None, Problems]:
    site, problems = read_site(root)
    if site:
        problems = excuse(site, (*problems, *check_site(site), *_former(site)))
    else:
        from gongkai.check.privacy import look_through  # noqa: PLC0415 - every other run has a site
        from gongkai.load.unparsed import unparsed  # noqa: PLC0415 - as before

        problems = (*problems, *look_through(unparsed(root)))
    return site, at_most(in_order(problems))


def _former(site: Site) -> Problems:
    """Check former addresses against those of today."""
    if not any(former_places(site)):
        return ()
    from gongkai.assemble.former import check_former  # noqa: PLC0415 - few sites have moved anything

    return tuple(check_former(site))


_REASONS: Mapping[str, Text] = {
    "not-a-folder": Text("那里是一个文件，不是文件夹", "a file stands there, not a folder"),
    "overlaps-content": Text(
        "输出文件夹不能包含或位于站点内容之中", "the output must keep clear of the content"
    ),
    "denied": Text("没有写入权限", "permission is denied"),
    "no-space": Text("磁盘空间不足", "the disk is full"),
    "locked": Text("另一个 gongkai 正在写入", "another gongkai is writing to it"),
}


def _refused(refusal: Refusal, root: Path, output: Path) -> Iterator[Diagnostic]:
    for step in refusal.collisions:
        path = _shown(output / step.path, root)
        yield Diagnostic("D503", Place(path), {"path": path})
    if not refusal.collisions:
        path = _shown(output, root)
        detail = _REASONS.get(refusal.reason, Text(refusal.detail, refusal.detail))
        yield Diagnostic("D504", Place(path), {"path": path, "detail": detail})


def _no_address(site: Site) -> Iterator[Diagnostic]:
    yield Diagnostic("D540", Place(site.portal.place.file))


# So many addresses that are gone are named one by one.
_MOST_GONE = 20


def _gone(plan: Plan, root: Path, output: Path) -> Iterator[Diagnostic]:
    """Name the pages of the last build that this one has not; of many the first, and how many more."""
    gone = [step.path for step in plan.removed if step.path.endswith(".html")]
    more = len(gone) - _MOST_GONE
    for path in gone[:_MOST_GONE]:
        place = Place(_shown(output / path, root))
        related: tuple[Related, ...] = ()
        if more > 0 and path == gone[_MOST_GONE - 1]:
            label = Text(f"另有 {more} 个网址", f"{more} more addresses")
            related = (Related(Place(_shown(output / gone[_MOST_GONE], root)), label),)
        yield Diagnostic("D541", place, {"path": path}, related=related)


def _shown(path: Path, root: Path) -> str:
    """Give a path from the site where there is a way, or else as it is."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()
