"""Every page of the portal: its path and its view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.assemble import urls
from gongkai.assemble.addresses import addresses, former_addresses
from gongkai.assemble.archives import archive_view, organ_view, year_view
from gongkai.assemble.articles import article_view, page_view
from gongkai.assemble.frame import Frame, Made, Words, make_frame
from gongkai.assemble.guides import moved_view, search_view, site_map_view
from gongkai.assemble.home import home_view, not_found_view
from gongkai.assemble.reports import report_view
from gongkai.assemble.statement import statement_view
from gongkai.assemble.topics import topic_views
from gongkai.diagnostics.diagnostic import Place
from gongkai.model.records import Site
from gongkai.model.views import View

# The files beside each report's page: by the report's organ and year, then by name.
Beside = Mapping[tuple[str, int], Mapping[str, bytes]]
Assembled = tuple[str, View, Place]


def assemble(
    site: Site, base_url: str, words: Words, beside: Beside, made: Made | None = None
) -> Iterator[Assembled]:
    """Give the path, the view and the source of every page."""
    yield from assemble_in(make_frame(site, base_url, words, made), beside)


def assemble_in(frame: Frame, beside: Beside) -> Iterator[Assembled]:
    """Give the path, the view and the source of every page in a frame."""
    site = frame.site
    pages = addresses(site)
    portal = Place(site.portal.place.file)
    yield urls.HOME, home_view(frame), portal
    yield urls.NOT_FOUND, not_found_view(frame), portal
    yield urls.STATEMENT, statement_view(frame), portal
    yield urls.SITE_MAP, site_map_view(frame), portal
    if frame.made.index:
        yield urls.SEARCH, search_view(frame), portal
    for page in site.pages:
        yield urls.page(page.id), page_view(frame, page, pages), page.place
    for shelf in frame.columns.values():
        for path, view in topic_views(frame, shelf):
            yield path, view, shelf.topic.place
        for at, article in enumerate(shelf.topic.articles):
            yield urls.article(article.id), article_view(frame, shelf, at, pages), article.place
    for path, there, title, place in former_addresses(site):
        if urls.leads_on(path):
            yield path, moved_view(frame, path, there, title), place
    yield from _archive(frame, beside, pages)


def _archive(frame: Frame, beside: Beside, pages: Mapping[str, str]) -> Iterator[Assembled]:
    site, archive = frame.site, frame.archive
    portal = Place(site.portal.place.file)
    if not site.reports:
        return
    yield urls.ARCHIVE, archive_view(frame), portal
    for year in archive.years:
        yield urls.year_archive(year), year_view(frame, year), portal
    for organ in archive.organs:
        yield urls.organ_archive(organ.id), organ_view(frame, organ), portal
    for report in site.reports:
        here = urls.report(report.organ, report.year)
        sizes = {name: len(content) for name, content in beside[report.key].items()}
        yield here, report_view(frame, report, pages, sizes), report.place
