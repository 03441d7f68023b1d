"""Every page of the portal: its path and its view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.assemble import urls
from gongkai.assemble.frame import Words, make_frame
from gongkai.assemble.home import home_view, not_found_view
from gongkai.assemble.places import addresses, published_topics
from gongkai.assemble.reports import archive_view, organ_view, report_view, year_view
from gongkai.assemble.topics import article_view, page_view, topic_view
from gongkai.diagnostics.diagnostic import Place
from gongkai.model.records import Site
from gongkai.model.views import View

# The files beside a report's page, by path.
Beside = Mapping[str, bytes]
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
        for article in topic.articles:
            view = article_view(frame, way, topic, article, pages)
            yield urls.article(way, article.id), view, article.place
    if not site.reports:
        return
    yield urls.ARCHIVE, archive_view(frame), portal
    for year in sorted({report.year for report in site.reports}):
        yield urls.year_archive(year), year_view(frame, year), portal
    for organ in sorted({report.organ for report in site.reports}):
        yield urls.organ_archive(organ), organ_view(frame, organ), portal
    for report in site.reports:
        here = urls.report(report.organ, report.year)
        folder = here.removesuffix("index.html")
        sizes = {
            path.removeprefix(folder): len(content)
            for path, content in beside.items()
            if path.startswith(folder)
        }
        yield here, report_view(frame, report, pages, sizes), report.place
