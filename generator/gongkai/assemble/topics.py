"""The pages of columns (栏目) and articles, and the standing pages."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame, chrome
from gongkai.assemble.places import prose_view
from gongkai.assemble.reports import column_meta
from gongkai.model.records import Article, StandingPage, Topic
from gongkai.model.views import ArticleItem, ArticleView, Card, Link, PageView, TopicGroup, TopicView

Way = tuple[str, ...]
Pages = Mapping[str, str]


def page_view(frame: Frame, page: StandingPage, pages: Pages) -> PageView:
    """Make a standing page."""
    here = urls.page(page.id)
    return PageView(
        chrome=chrome(frame, here, page.title, (), column_meta(page.title, page.summary)),
        title=page.title,
        summary=page.summary,
        prose=prose_view(page.prose, here, pages),
    )


def topic_view(frame: Frame, way: Way, topic: Topic) -> TopicView:
    """Make a column's page."""
    here = urls.topic(way)
    return TopicView(
        chrome=chrome(
            frame,
            here,
            topic.title,
            _trail(frame, way[:-1]) if way else (),
            column_meta(topic.title, topic.summary),
        ),
        title=topic.title,
        summary=topic.summary,
        groups=topic_groups(frame, topic, way, here),
        articles=tuple(_item(way, article, here) for article in topic.articles),
    )


def article_view(frame: Frame, way: Way, topic: Topic, at: int, pages: Pages) -> ArticleView:
    """Make the page of the column's article at position `at`."""
    article = topic.articles[at]
    here = urls.article(way, article.id)
    meta = (
        *column_meta(topic.title, topic.summary),
        ("ArticleTitle", article.title),
        ("PubDate", article.published),
        ("ContentSource", article.source),
    )
    return ArticleView(
        chrome=chrome(frame, here, article.title, _trail(frame, way), meta),
        title=article.title,
        published=article.published,
        source=article.source,
        number=article.number,
        prose=prose_view(article.prose, here, pages),
        topic=Link(topic.title, urls.between(here, urls.topic(way))),
        previous=_neighbour(way, topic, at - 1, here),
        following=_neighbour(way, topic, at + 1, here),
    )


def topic_groups(frame: Frame, topic: Topic, way: Way, here: str) -> tuple[TopicGroup, ...]:
    """Give the columns below a column, by kind; a kind's name is its heading."""
    groups: dict[str, list[Card]] = {}
    for child in topic.children:
        if child.size:
            href = urls.between(here, urls.topic((*way, child.id)))
            card = Card(child.title, href, child.summary, child.size)
            groups.setdefault(child.kind or frame.words["topics_plain"], []).append(card)
    return tuple(TopicGroup(heading, tuple(cards)) for heading, cards in groups.items())


def _trail(frame: Frame, way: Way) -> tuple[tuple[str, str], ...]:
    """Give the titles and paths from the root of the columns down to the one at `way`."""
    topic = frame.site.topics
    trail = []
    for i in range(len(way) + 1):
        if topic is None:
            break
        trail.append((topic.title, urls.topic(way[:i])))
        topic = next((c for c in topic.children if i < len(way) and c.id == way[i]), None)
    return tuple(trail)


def _item(way: Way, article: Article, here: str) -> ArticleItem:
    href = urls.between(here, urls.article(way, article.id))
    return ArticleItem(article.title, href, article.summary, article.source, article.published)


def _neighbour(way: Way, topic: Topic, at: int, here: str) -> Link | None:
    if not 0 <= at < len(topic.articles):
        return None
    article = topic.articles[at]
    return Link(article.title, urls.between(here, urls.article(way, article.id)))
