"""One problem in the content, as a value: what, where, how bad, and what to do.

A diagnostic carries the arguments of its message, not the message: the sentence
stands once, in both languages, in the catalogue, and is put together at the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, NamedTuple

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")


class Severity(Enum):
    """How sure and how grave: only what is certainly wrong is an error."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)


class Span(NamedTuple):
    """A stretch of text: 1-based lines and columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


class Place(NamedTuple):
    """A file, relative to the site with forward slashes, and where in it."""

    file: str
    span: Span = START


class Text(NamedTuple):
    """A piece of a sentence in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Give the text in one language."""
        return self.zh if language == "zh-CN" else self.en


Argument = str | int | Text


class Note(NamedTuple):
    """A further line under the excerpt: a heading (各项, 可能 …) and a sentence."""

    heading: Text
    sentence: Text


class Related(NamedTuple):
    """Another place that takes part in the problem."""

    place: Place
    label: Text


class Edit(NamedTuple):
    """A repair: the text that goes in the place of a stretch of a file; an empty stretch puts it in."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem; `code` names its rule in the catalogue, `arguments` fill the rule's sentences.

    `marks` are further spans to underline in the excerpt, `cell` the id of the cell at fault.
    `edits` are the one safe repair, where there is just one; they never change a figure's value.
    """

    code: str
    place: Place
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    cell: str | None = None
    marks: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


Problems = tuple[Diagnostic, ...]
