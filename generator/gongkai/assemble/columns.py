"""Which columns and articles are published, and where each column stands in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.model.records import Site, Topic

# So many articles stand on a page of a column's list.
PAGE_LENGTH = 20


class Shelf(NamedTuple):
    """A published column: the columns above it from the root down, and those below it that have items."""

    topic: Topic
    above: tuple[Topic, ...]
    below: tuple[Topic, ...]

    @property
    def pages(self) -> int:
        """How many pages its list has; a column without articles of its own has one all the same."""
        return max(1, -(-len(self.topic.articles) // PAGE_LENGTH))


def shelves(site: Site) -> Iterator[Shelf]:
    """Give every column that has items, from the root down; empty ones are not published."""
    if site.topics and site.topics.size:
        yield from _shelves(site.topics, ())


def _shelves(topic: Topic, above: tuple[Topic, ...]) -> Iterator[Shelf]:
    below = tuple(child for child in topic.children if child.size)
    yield Shelf(topic, above, below)
    for child in below:
        yield from _shelves(child, (*above, topic))
