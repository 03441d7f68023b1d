"""From a checked site to its files: export → assemble → render, the middle of the spine.

It stands apart from `pipeline.py` so that a check need not wait for what only a build needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.assemble.addresses import clashes
from gongkai.assemble.pages import assemble
from gongkai.assemble.urls import attachment as attachment_path
from gongkai.assemble.urls import report as report_path
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.export.as_csv import as_csv
from gongkai.export.as_json import as_json
from gongkai.load.files import read_bytes
from gongkai.load.limits import ATTACHMENT_BYTES
from gongkai.model.records import Report, Site
from gongkai.model.views import View
from gongkai.render.environment import make_environment, words_of
from gongkai.render.fault import ThemeError
from gongkai.render.many import render_all
from gongkai.render.theme import Theme, open_theme

# Called with the number of pages done and of all pages.
Progress = Callable[[int, int], None]
Files = Mapping[str, bytes]


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


def read_theme(root: Path, site: Site) -> tuple[Theme | None, Problems]:
    """Open the theme of a site, or say what is wrong with it."""
    try:
        theme = open_theme(site.portal.theme, root)
        make_environment(theme, site.portal.language)
    except ThemeError as error:
        return None, (_theme_problem(error, site),)
    return theme, ()


def _assembled(root: Path, site: Site, base_url: str) -> tuple[_Assembled | None, Problems]:
    theme, problems = read_theme(root, site)
    if not theme:
        return None, problems
    beside = {report.key: _exports(report, site) for report in site.reports}
    words = words_of(theme, site.portal.language)
    pages = list(assemble(site, base_url, words, beside))
    exports = {
        report_path(organ, year, name): content
        for (organ, year), files in beside.items()
        for name, content in files.items()
    }
    attached, problems = make_attachments(root, site)
    problems = (*problems, *clashes(site))
    if problems:
        return None, problems
    views = [(path, view) for path, view, _ in pages]
    return _Assembled(theme, views, {**exports, **attached, **_assets(theme)}), ()


def _exports(report: Report, site: Site) -> Files:
    organ = site.organ_by_id[report.organ]
    return {"report.json": as_json(report, organ, site.last_year_of(report)), "report.csv": as_csv(report)}


def make_attachments(root: Path, site: Site) -> tuple[Files, Problems]:
    """Read the files that texts link to, by the path that each will have."""
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


def _theme_problem(error: ThemeError, site: Site) -> Diagnostic:
    if error.place.file == site.portal.place.file:
        return Diagnostic("D505", site.portal.theme_place, {"theme": site.portal.theme})
    return Diagnostic("D508", error.place, {"detail": error.reason})
