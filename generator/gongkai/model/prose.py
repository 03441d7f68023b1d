"""Markdown as it was read: its text, and the headings, links, images and HTML in it, with places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.record import Record
from gongkai.model.source import Source


class Heading(NamedTuple):
    """A Markdown heading, where it stands, and the line below it."""

    level: int
    text: str
    place: Place
    below: int


class Mention(NamedTuple):
    """Something in Markdown that a check looks at: a link's address, an image's, raw HTML."""

    text: str
    place: Place
    alternative: str = ""


class Prose(NamedTuple):
    """Markdown text, the line of its file on which it starts (1-based), and what it holds."""

    text: str
    file: str
    line: int
    headings: tuple[Heading, ...] = ()
    links: tuple[Mention, ...] = ()
    images: tuple[Mention, ...] = ()
    markup: tuple[Mention, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        return not self.text.strip()

    def place(self, start: int, end: int) -> Place:
        """Give the place of the characters from `start` to `end` of the text, which are of one line."""
        line = self.line + self.text.count("\n", 0, start)
        column = start - self.text.rfind("\n", 0, start)
        return Place(self.file, Span(line, column, line, column + end - start))


class NarrativeSection(NamedTuple):
    """A second-level heading of `report.md` and the text below it."""

    heading: Heading
    prose: Prose


class Narrative(Record, beside=("written",)):
    """`report.md`: what stands before the first section, and the sections as written."""

    place: Place
    preface: Prose
    sections: tuple[NarrativeSection, ...]
    written: Source | None = None

    @property
    def whole(self) -> str:
        """All of it in one: a word that is not in this is in no text of it."""
        return self.written.text if self.written else "\n".join(prose.text for prose in self.texts())

    def texts(self) -> Iterator[Prose]:
        """Give the preface and the text of every section."""
        yield self.preface
        for section in self.sections:
            yield section.prose
