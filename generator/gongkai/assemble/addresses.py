"""Every page's address: which file of the content has which page, and no two pages the same."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble import urls
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Related, Text
from gongkai.model.records import Site, Topic

# The files beside each report's page.
EXPORTS = ("report.json", "report.csv")


def addresses(site: Site) -> dict[str, str]:
    """Map content files to the paths of their pages."""
    found = {page.place.file: urls.page(page.id) for page in site.pages}
    for report in site.reports:
        found[report.place.file] = urls.report(report.organ, report.year)
    found |= {file: urls.attachment(file) for file in site.attachments}
    for way, topic in published_topics(site):
        found[topic.place.file] = urls.topic(way)
        for article in topic.articles:
            found[article.place.file] = urls.article(way, article.id)
    return found


def published_topics(site: Site) -> Iterator[tuple[tuple[str, ...], Topic]]:
    """Give every column that has items, with its way from the root; empty ones are not published."""
    if site.topics and site.topics.size:
        yield from _with_items(site.topics, ())


def page_paths(site: Site) -> Iterator[tuple[str, Place]]:
    """Give the path of every page, and the place that is at fault where two are the same."""
    portal = Place(site.portal.place.file)
    yield urls.HOME, portal
    yield urls.NOT_FOUND, portal
    for page in site.pages:
        yield urls.page(page.id), page.place
    for way, topic in published_topics(site):
        yield urls.topic(way), topic.place
        for article in topic.articles:
            yield urls.article(way, article.id), article.place
    if site.reports:
        yield urls.ARCHIVE, portal
    for year in sorted({report.year for report in site.reports}):
        yield urls.year_archive(year), portal
    for organ in dict.fromkeys(report.organ for report in site.reports):
        yield urls.organ_archive(organ), portal
    for report in site.reports:
        yield urls.report(report.organ, report.year), report.place


def clashes(site: Site) -> Iterator[Diagnostic]:
    """Name two files for one address: the one at fault is that which has a file of its own."""
    portal = site.portal.place
    owners: dict[str, list[Place]] = {}
    for report in site.reports:
        for name in EXPORTS:
            owners[urls.report(report.organ, report.year, name)] = [portal]
    for path, place in page_paths(site):
        owners.setdefault(path, []).append(place)
    for file in site.attachments:
        owners.setdefault(urls.attachment(file), []).append(Place(file))
    for path, places in owners.items():
        if len(places) > 1:
            blamed = max(places, key=lambda place: (place.file != portal.file, places.index(place)))
            label = Text("另一页", "the other page")
            related = tuple(Related(place, label) for place in places if place != blamed)
            yield Diagnostic("D507", blamed, {"path": path}, related=related)


def _with_items(topic: Topic, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Topic]]:
    yield way, topic
    for child in topic.children:
        if child.size:
            yield from _with_items(child, (*way, child.id))
