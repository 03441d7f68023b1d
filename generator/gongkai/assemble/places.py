"""Which content file has which page: the map that links in prose are resolved by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.assemble import urls
from gongkai.model.records import Prose, Site, Topic
from gongkai.model.references import fragment, is_external, target
from gongkai.model.views import ProseView


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


def prose_view(prose: Prose, here: str, pages: Mapping[str, str], shift: int = 0) -> ProseView:
    """Give a text with its links resolved for the page that it stands on."""
    links = {}
    for mention in (*prose.links, *prose.images):
        href = mention.text
        if is_external(href) or href.startswith("#"):
            continue
        there = pages.get(target(prose.file, href))
        if there:
            links[href] = urls.between(here, there) + fragment(href)
    return ProseView(prose.text, links, shift)


def _with_items(topic: Topic, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Topic]]:
    yield way, topic
    for child in topic.children:
        if child.size:
            yield from _with_items(child, (*way, child.id))
