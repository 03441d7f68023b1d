"""What feeds tell of: the portal's, one for each column with all below it, and one for each organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.assemble import urls
from gongkai.assemble.columns import Shelf
from gongkai.assemble.holdings import Holdings
from gongkai.model.feed import Feed, FeedEntry
from gongkai.model.records import Article, Report, Site

# So many entries has a feed, the latest ones: a reader asks for it every day, and keeps what it has seen.
LENGTH = 50


def make_feeds(
    site: Site, words: Mapping[str, str], columns: Mapping[str, Shelf], archive: Holdings
) -> dict[str, Feed]:
    """Give every feed that has something to tell, by its path."""
    made = [_of_site(site, columns), *_of_columns(site, words, columns), *_of_organs(site, words, archive)]
    return {feed.path: feed for feed in made if feed.entries}


def _of_site(site: Site, columns: Mapping[str, Shelf]) -> Feed:
    entries = [_report(site, report) for report in site.reports]
    entries += [_article(site, article) for shelf in columns.values() for article in shelf.topic.articles]
    return Feed(urls.FEED, site.portal.name, urls.HOME, _latest(entries))


def _of_columns(site: Site, words: Mapping[str, str], columns: Mapping[str, Shelf]) -> Iterator[Feed]:
    entries: dict[str, list[FeedEntry]] = {}
    # From the leaves up, each column gives its latest to the one above it.
    for name, shelf in reversed(list(columns.items())):
        own = [_article(site, article) for article in shelf.topic.articles]
        entries[name] = list(_latest([*own, *(entry for c in shelf.below for entry in entries[c.id])]))
    for name, shelf in columns.items():
        if shelf.above:
            title = words["feed_title"].format(site=site.portal.name, part=shelf.topic.title)
            yield Feed(urls.topic_feed(name), title, urls.topic(name), tuple(entries[name]))


def _of_organs(site: Site, words: Mapping[str, str], archive: Holdings) -> Iterator[Feed]:
    articles: dict[str, list[Article]] = {}
    for article in site.every_article():
        articles.setdefault(article.organ, []).append(article)
    for organ in archive.organs:
        entries = [_report(site, report) for report in archive.by_organ.get(organ.id, ())]
        entries += [_article(site, article) for article in articles.get(organ.id, ())]
        title = words["feed_title"].format(site=site.portal.name, part=organ.name)
        page = urls.organ_archive(organ.id)
        yield Feed(urls.organ_feed(organ.id), title, page, _latest(entries))


def _latest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    dated = sorted((entry for entry in entries if entry.published), key=lambda entry: entry.path)
    return tuple(sorted(dated, key=lambda entry: entry.published, reverse=True)[:LENGTH])


def _report(site: Site, report: Report) -> FeedEntry:
    name = site.organ_by_id[report.organ].name_in(report.year)
    return FeedEntry(urls.report(report.organ, report.year), report.title, report.published, name)


def _article(site: Site, article: Article) -> FeedEntry:
    author = site.source_of(article) or site.name_of(site.portal.organ)
    path = urls.article(article.id)
    return FeedEntry(path, article.title, article.published, author, article.summary, article.repealed)
