"""From a checked site to its files: export → assemble → render, the middle of the spine.

It stands apart from `pipeline.py` so that a check need not wait for what only a build needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gongkai.assemble import urls
from gongkai.assemble.address_map import dated_pages
from gongkai.assemble.addresses import clashes, exports, former_addresses
from gongkai.assemble.brand import asset_path, brand_sheet
from gongkai.assemble.entries import choices, entries, synonyms
from gongkai.assemble.frame import Frame, Made, make_frame
from gongkai.assemble.pages import assemble_in
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.export.announced import feeds, sitemaps
from gongkai.export.as_csv import as_csv
from gongkai.export.as_json import as_json
from gongkai.export.as_redirects import as_redirects
from gongkai.export.as_sitemap import as_robots
from gongkai.index.make import make_index
from gongkai.load.contents import read_contents
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
    beside_texts, problems = read_contents(root, site.attachments)
    attached = {urls.attachment(file): content for file, content in beside_texts.items()}
    look, more = make_look(root, site)
    problems = (*problems, *more, *clashes(site))
    if problems:
        return None, problems
    beside = {report.key: _exports(report, site) for report in site.reports}
    written = {
        urls.report(organ, year, name): content
        for (organ, year), files in beside.items()
        for name, content in files.items()
    }
    sizes = {file: len(attached[urls.attachment(file)]) for file in site.attachments}
    index = make_index(entries(site), synonyms(site), choices(site))
    made = Made(sizes, look.sheet, look.mark, urls.SEARCH_INDEX if index else "")
    frame = make_frame(site, base_url, words_of(theme, site.portal.language), made)
    views = [(path, view) for path, view, _ in assemble_in(frame, beside)]
    files = {**written, **attached, **_assets(theme), **look.files, **index, **_announced(frame)}
    return _Assembled(theme, views, files), ()


def _exports(report: Report, site: Site) -> Files:
    organ = site.organ_by_id[report.organ]
    data = as_json(report, organ, site.last_year_of(report))
    made = {"report.json": data, "report.csv": as_csv(report) if report.form.tables else b""}
    return {name: made[name] for name in exports(report)}


class Look(NamedTuple):
    """The portal's own style sheet and sign, as paths, empty where it has none, and both as files."""

    sheet: str
    mark: str
    files: Files


def make_look(root: Path, site: Site) -> tuple[Look, Problems]:
    """Make the style sheet of the portal's colour, and read its sign."""
    brand = site.portal.brand
    files: dict[str, bytes] = {}
    sheet = mark = ""
    problems: Problems = ()
    if brand.colour:
        content = brand_sheet(brand.colour)
        sheet = asset_path("brand.css", content)
        files[sheet] = content
    if brand.mark:
        read, problems = read_bytes(root, root / brand.mark, ATTACHMENT_BYTES)
        if read is not None:
            mark = asset_path(brand.mark, read)
            files[mark] = read
    return Look(sheet, mark, files), problems


def _announced(frame: Frame) -> Files:
    """Make what tells other programs of the portal; most of it needs complete addresses."""
    base_url, files = frame.base_url, dict[str, bytes]()
    moves = [(former, present) for former, present, _, _ in former_addresses(frame.site)]
    if moves:
        files[urls.REDIRECTS] = as_redirects(moves, urls.root(urls.NOT_FOUND, base_url) or "/")
    if base_url:
        address = partial(urls.canonical, base_url=base_url)
        files |= feeds(frame.feeds, address, frame.site.portal.language)
        files |= sitemaps(tuple(dated_pages(frame)), address, urls.MAP_OF_ADDRESSES, urls.address_map)
        files[urls.ROBOTS] = as_robots(address(urls.MAP_OF_ADDRESSES))
    return files


def _assets(theme: Theme) -> Files:
    return {asset.path: asset.content for asset in theme.assets.values()}


def _theme_problem(error: ThemeError, site: Site) -> Diagnostic:
    if error.place.file == site.portal.place.file:
        return Diagnostic("D505", site.portal.theme_place, {"theme": site.portal.theme})
    return Diagnostic("D508", error.place, {"detail": error.reason})
