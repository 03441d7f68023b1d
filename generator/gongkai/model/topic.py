"""Columns (栏目) and what stands in them: articles with their attachments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from gongkai.diagnostics.diagnostic import Place
from gongkai.model.prose import Prose
from gongkai.model.record import Record
from gongkai.model.source import Source

# A date with its time begins with the day.
DAY = len("2023-01-31")
# What an article's validity is, where it is stated.
IN_FORCE, REPEALED = "in_force", "repealed"


class Attachment(Record):
    """A document beside a text: its file from the site's root, and what it is called."""

    file: str
    title: str
    place: Place


class Article(Record, beside=("written",)):
    """An item of a column (栏目). `id` is unique over the portal; dates are only what the source states.

    `organ` is an organ's id, `source` what is named as the source (来源) beside it; `number` is the 文号,
    `index` the 索引号, `made` the day of making (成文日期). `validity` is `in_force`, `repealed` or empty.
    `formerly` are paths that it had before.
    """

    id: str
    title: str
    published: str
    source: str
    summary: str
    number: str
    order: int
    prose: Prose
    place: Place
    published_place: Place | None = None
    organ: str = ""
    index: str = ""
    made: str = ""
    validity: str = ""
    repealed: str = ""
    keywords: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    formerly: tuple[str, ...] = ()
    written: Source | None = None


class Topic(Record, beside=("written",)):
    """A column (栏目) of the portal with its articles and the columns below it.

    `id` is unique over the portal, the root's is empty. `basis` is the provision that asks for it,
    `counts` the id of the cell that has to equal the number of its articles in force.
    """

    id: str
    title: str
    summary: str
    kind: str
    order: int
    articles: tuple[Article, ...]
    children: tuple[Topic, ...]
    place: Place
    basis: str = ""
    counts: str = ""
    formerly: tuple[str, ...] = ()
    written: Source | None = None

    @cached_property
    def size(self) -> int:
        """How many articles stand in it and below it; one without text is none yet."""
        return sum(not article.prose.is_empty for article in self.articles) + sum(
            child.size for child in self.children
        )

    def walk(self) -> Iterator[Topic]:
        """Give the column and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()
