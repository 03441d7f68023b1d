"""The pages of columns (栏目): what is below each, its articles in pages, the tree opened down to it."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble import urls
from gongkai.assemble.chrome import chrome, column_meta, feed_link
from gongkai.assemble.columns import PAGE_LENGTH, Shelf
from gongkai.assemble.frame import Frame, Trail
from gongkai.assemble.listings import article_item
from gongkai.assemble.pagination import pagination
from gongkai.model.records import Topic
from gongkai.model.views import Branch, Card, Link, TopicGroup, TopicView


def topic_views(frame: Frame, shelf: Shelf) -> Iterator[tuple[str, TopicView]]:
    """Make every page of a column, with its path."""
    for number in range(1, shelf.pages + 1):
        yield urls.topic(shelf.topic.id, number), _topic_view(frame, shelf, number)


def _topic_view(frame: Frame, shelf: Shelf, number: int) -> TopicView:
    topic = shelf.topic
    here = urls.topic(topic.id, number)
    start = (number - 1) * PAGE_LENGTH
    shown = topic.articles[start : start + PAGE_LENGTH]
    title, trail = topic.title, trail_to(shelf)
    if number > 1:
        trail = trail_to(shelf, topic)
        title = frame.words["page_of"].format(title=title, number=number)
    feed = urls.topic_feed(topic.id)
    return TopicView(
        chrome=chrome(
            frame, here, title, trail, column_meta(topic.title, topic.summary, topic.kind), feed=feed
        ),
        title=topic.title,
        summary=topic.summary,
        groups=topic_groups(frame, shelf, here) if number == 1 else (),
        articles=tuple(article_item(frame, article, here) for article in shown),
        basis=topic.basis,
        count=len(topic.articles),
        pagination=pagination(topic.id, number, shelf.pages),
        tree=_tree(frame, shelf, here),
        feed=feed_link(frame, here, feed),
    )


def topic_groups(frame: Frame, shelf: Shelf, here: str) -> tuple[TopicGroup, ...]:
    """Give the columns below a column, by kind; a kind's name is its heading."""
    groups: dict[str, list[Card]] = {}
    for child in shelf.below:
        card = Card(child.title, urls.between(here, urls.topic(child.id)), child.summary, child.size)
        groups.setdefault(child.kind or frame.words["topics_plain"], []).append(card)
    return tuple(TopicGroup(heading, tuple(cards)) for heading, cards in groups.items())


def trail_to(shelf: Shelf, *further: Topic) -> Trail:
    """Give the titles and paths from the root of the columns down to a column."""
    return tuple((topic.title, urls.topic(topic.id)) for topic in (*shelf.above, *further))


def _tree(frame: Frame, shelf: Shelf, here: str) -> tuple[Branch, ...]:
    """Give the columns below the root; only what is on the way to the page is opened."""
    way = {topic.id for topic in (*shelf.above, shelf.topic)}

    def branches(topics: tuple[Topic, ...]) -> tuple[Branch, ...]:
        return tuple(
            Branch(
                Link(
                    topic.title,
                    urls.between(here, urls.topic(topic.id)),
                    current=topic.id == shelf.topic.id,
                    within=topic.id in way and topic.id != shelf.topic.id,
                ),
                topic.size,
                branches(frame.columns[topic.id].below) if topic.id in way else (),
            )
            for topic in topics
        )

    root = (*shelf.above, shelf.topic)[0]
    return branches(frame.columns[root.id].below)
