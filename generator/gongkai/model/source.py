"""Where data came from: plain values beside the positions of every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gongkai.diagnostics.diagnostic import START, Place, Span

# A data value as YAML gives it: numbers exactly as written, never a binary float.
Value = None | bool | int | Decimal | str | list["Value"] | dict[str, "Value"]

# The way to a value: keys and list positions from the root.
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its path relative to the site, its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Spans:
    """Positions of values and of mapping keys, by data path, in one file."""

    file: str
    values: Mapping[Path, Span]
    keys: Mapping[Path, Span]

    def value(self, *path: str | int) -> Place:
        """Give the place of a value, or of the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return Place(self.file, self.values.get(path, START))

    def key(self, *path: str | int) -> Place:
        """Give the place of the key that leads to a value."""
        span = self.keys.get(path)
        return Place(self.file, span) if span else self.value(*path)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its value and its spans."""

    source: Source
    data: Value
    spans: Spans
