"""The spine: load → check → assemble → render → write, top to bottom.

Each step takes values and gives values and problems. A problem that is an error stops the
build before anything is written; what was published stays as it was.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gongkai.assemble.pages import Assembled, assemble
from gongkai.assemble.urls import attachment as attachment_path
from gongkai.assemble.urls import report as report_path
from gongkai.check.exceptions import excuse
from gongkai.check.rules import check_site
from gongkai.diagnostics.catalogue import in_order, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Related, Severity, Text
from gongkai.export.as_csv import as_csv
from gongkai.export.as_json import as_json
from gongkai.load.files import read_bytes
from gongkai.load.limits import ATTACHMENT_BYTES, YAML_BYTES
from gongkai.load.site import read_site
from gongkai.model.records import Report, Site
from gongkai.model.views import View
from gongkai.render.environment import make_environment, words_of
from gongkai.render.fault import ThemeError
from gongkai.render.many import render_all
from gongkai.render.theme import Theme, open_theme
from gongkai.write.apply import apply, restore
from gongkai.write.outcome import Refusal, Written
from gongkai.write.plan import Plan

# Called with the number of pages done and of all pages.
Progress = Callable[[int, int], None]
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
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
        _, more = _assembled(root, site, "")
        problems = in_order((*problems, *more))
    return Outcome(problems, seconds=time.perf_counter() - started)


def build(
    root: Path,
    output: Path,
    *,
    base_url: str = "",
    strict: bool = False,
    jobs: int = 1,
    clean: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Build a site into a folder.

    `strict` lets a warning stop the build as an error does, `jobs` processes render the pages,
    and `clean` trusts no record of the last build but compares every file with the pages.
    """
    started = time.perf_counter()
    restore(output)
    site, problems = _load_and_check(root)
    if not site or stops(problems, strict=strict):
        return Outcome(problems, seconds=time.perf_counter() - started)
    files, more = make_files(root, site, base_url or site.portal.base_url, jobs, progress)
    problems = in_order((*problems, *more))
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
            return Outcome(problems, pages, written, removed, seconds, built=True, plan=plan)


def make_files(
    root: Path, site: Site, base_url: str, jobs: int = 1, progress: Progress | None = None
) -> tuple[Files, Problems]:
    """Make every file of the output, by path; none where a problem stands in the way."""
    assembled, problems = _assembled(root, site, base_url)
    if not assembled:
        return {}, problems
    files = dict(assembled.files)
    try:
        rendered = render_all(assembled.views, assembled.theme, site.portal.language, jobs)
        for done, (path, content) in enumerate(rendered, 1):
            files[path] = content
            if progress:
                progress(done, len(assembled.views))
    except ThemeError as error:
        return {}, (_theme_problem(error, site),)
    return files, ()


@dataclass(frozen=True, slots=True)
class _Assembled:
    """What is ready before pages are rendered: the views, and the files that need no rendering."""

    theme: Theme
    views: Sequence[tuple[str, View]]
    files: Files


def _assembled(root: Path, site: Site, base_url: str) -> tuple[_Assembled | None, Problems]:
    try:
        theme = open_theme(site.portal.theme, root)
        make_environment(theme, site.portal.language)
    except ThemeError as error:
        return None, (_theme_problem(error, site),)
    beside = {report.key: _exports(report, site) for report in site.reports}
    words = words_of(theme, site.portal.language)
    pages = list(assemble(site, base_url, words, beside))
    exports = {
        report_path(organ, year, name): content
        for (organ, year), files in beside.items()
        for name, content in files.items()
    }
    attached, problems = _attachments(root, site)
    problems = (*problems, *_clashes(site, pages, exports))
    if problems:
        return None, problems
    views = [(path, view) for path, view, _ in pages]
    return _Assembled(theme, views, {**exports, **attached, **_assets(theme)}), ()


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


def _load_and_check(root: Path) -> tuple[Site | None, Problems]:
    site, problems = read_site(root)
    if site:
        problems = excuse(site, (*problems, *check_site(site)))
    return site, in_order(problems)


def _exports(report: Report, site: Site) -> Files:
    organ = site.organ_by_id[report.organ]
    return {"report.json": as_json(report, organ, site.last_year_of(report)), "report.csv": as_csv(report)}


def _attachments(root: Path, site: Site) -> tuple[Files, Problems]:
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for file in site.attachments:
        content, trouble = read_bytes(root, root / file, ATTACHMENT_BYTES)
        problems += trouble
        if content is not None:
            files[attachment_path(file)] = content
    return files, tuple(problems)


def _assets(theme: Theme) -> Files:
    return {asset.path: asset.content for asset in theme.assets.values()}


def _clashes(site: Site, pages: Sequence[Assembled], exports: Files) -> Iterator[Diagnostic]:
    """Two files for one address: the one at fault is that which has a file of its own."""
    portal = site.portal.place
    owners: dict[str, list[Place]] = {path: [portal] for path in exports}
    for path, _, place in pages:
        owners.setdefault(path, []).append(place)
    for file in site.attachments:
        owners.setdefault(attachment_path(file), []).append(Place(file))
    for path, places in owners.items():
        if len(places) > 1:
            blamed = max(places, key=lambda place: (place.file != portal.file, places.index(place)))
            label = Text("另一页", "the other page")
            related = tuple(Related(place, label) for place in places if place != blamed)
            yield Diagnostic("D507", blamed, {"path": path}, related=related)


def _theme_problem(error: ThemeError, site: Site) -> Diagnostic:
    if error.place.file == site.portal.place.file:
        return Diagnostic("D505", site.portal.theme_place, {"theme": site.portal.theme})
    return Diagnostic("D508", error.place, {"detail": error.reason})


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


def _shown(path: Path, root: Path) -> str:
    """Give a path from the site where there is a way, or else as it is."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()
