"""Every page of the portal: its path and its view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.assemble import urls
from gongkai.assemble.addresses import addresses, published_topics
from gongkai.assemble.frame import Words, make_frame
from gongkai.assemble.home import home_view, not_found_view
from gongkai.assemble.reports import archive_view, organ_view, report_view, year_view
from gongkai.assemble.topics import article_view, page_view, topic_view
from gongkai.diagnostics.diagnostic import Place
from gongkai.model.records import Site
from gongkai.model.views import View

# The files beside each report's page: by the report's organ and year, then by name.
Beside = Mapping[tuple[str, int], Mapping[str, bytes]]
Assembled = tuple[str, View, Place]


def assemble(site: Site, base_url: str, words: Words, beside: Beside) -> Iterator[Assembled]:
    """Give the path, the view and the source of every page."""
    frame = make_frame(site, base_url, words)
    pages = addresses(site)
    portal = Place(site.portal.place.file)
    yield urls.HOME, home_view(frame), portal
    yield urls.NOT_FOUND, not_found_view(frame), portal
    for page in site.pages:
        yield urls.page(page.id), page_view(frame, page, pages), page.place
    for way, topic in published_topics(site):
        yield urls.topic(way), topic_view(frame, way, topic), topic.place
        for at, article in enumerate(topic.articles):
            yield urls.article(way, article.id), article_view(frame, way, topic, at, pages), article.place
    if not site.reports:
        return
    yield urls.ARCHIVE, archive_view(frame), portal
    for year in frame.by_year:
        yield urls.year_archive(year), year_view(frame, year), portal
    for organ in frame.by_organ:
        yield urls.organ_archive(organ), organ_view(frame, organ), portal
    for report in site.reports:
        here = urls.report(report.organ, report.year)
        sizes = {name: len(content) for name, content in beside[report.key].items()}
        yield here, report_view(frame, report, pages, sizes), report.place
