"""Every page's address: which file of the content has which page, and no two pages the same."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble import urls
from gongkai.assemble.columns import shelves
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Related, Text
from gongkai.model.records import Article, Report, Site, Topic

# What the portal has but for its content; a standing page of such a name would take its address.
_OWN = (
    *(urls.HOME, urls.NOT_FOUND, urls.SEARCH, urls.STATEMENT, urls.SITE_MAP),
    *(urls.FEED, urls.MAP_OF_ADDRESSES, urls.ROBOTS),
)


def addresses(site: Site) -> dict[str, str]:
    """Map content files to the paths of their pages."""
    found = {page.place.file: urls.page(page.id) for page in site.pages}
    for report in site.reports:
        found[report.place.file] = urls.report(report.organ, report.year)
    found |= {file: urls.attachment(file) for file in site.attachments}
    for shelf in shelves(site):
        found[shelf.topic.place.file] = urls.topic(shelf.topic.id)
        for article in shelf.topic.articles:
            found[article.place.file] = urls.article(article.id)
    # A link may still name the folder that an article or a column stood in before.
    return found | {name: found[file] for name, file in site.moved.items() if file in found}


def exports(report: Report) -> tuple[str, ...]:
    """Give the names of the files beside a report's page: a document has no cells to tabulate."""
    return ("report.json", "report.csv") if report.form.tables else ("report.json",)


def former_addresses(site: Site) -> Iterator[tuple[str, str, str, Place]]:
    """Give every address that a column or article had: it, the one of today, its title and its place."""
    for shelf in shelves(site):
        topic = shelf.topic
        for written in topic.formerly:
            yield urls.former(written), urls.topic(topic.id), topic.title, topic.place
        for article in topic.articles:
            for written in article.formerly:
                yield urls.former(written), urls.article(article.id), article.title, article.place


def former_places(site: Site) -> Iterator[tuple[Topic | Article, str]]:
    """Give every former address as read, with the column or article that has it, published yet or not."""
    for topic in site.every_topic():
        yield from ((topic, written) for written in topic.formerly)
        for article in topic.articles:
            yield from ((article, written) for written in article.formerly)


def page_paths(site: Site) -> Iterator[tuple[str, Place]]:
    """Give every path that two pages could want, and the place that is at fault where two are the same."""
    portal = Place(site.portal.place.file)
    for path in _OWN:
        yield path, portal
    for page in site.pages:
        yield urls.page(page.id), page.place
    for shelf in shelves(site):
        for number in range(1, shelf.pages + 1):
            yield urls.topic(shelf.topic.id, number), shelf.topic.place
        for article in shelf.topic.articles:
            yield urls.article(article.id), article.place
    if site.reports:
        yield urls.ARCHIVE, portal
    # Ids of organs are no years, so that the lists by year and by organ cannot meet.
    for organ in dict.fromkeys(report.organ for report in site.reports):
        yield urls.organ_archive(organ), portal
    for report in site.reports:
        yield urls.report(report.organ, report.year), report.place


def own_paths(site: Site) -> Iterator[tuple[str, Place]]:
    """Give every path of a file that is no page: what stands beside reports, and attachments."""
    for report in site.reports:
        for name in exports(report):
            yield urls.report(report.organ, report.year, name), report.place
    for file in site.attachments:
        yield urls.attachment(file), Place(file)


def clashes(site: Site) -> Iterator[Diagnostic]:
    """Name two files for one address: the one at fault is that which has a file of its own."""
    portal = site.portal.place
    owners: dict[str, list[Place]] = {}
    for report in site.reports:
        for name in exports(report):
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
