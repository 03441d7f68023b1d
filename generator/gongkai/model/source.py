"""Where data came from: plain values beside the positions of every one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import START, Place, Span
from gongkai.model.record import Record

# A data value as YAML gives it: numbers exactly as written, never a binary float.
Value = None | bool | int | Decimal | str | list["Value"] | dict[str, "Value"]

# The way to a value: keys and list positions from the root.
Path = tuple[str | int, ...]

# What a `Span` has, for places that are seldom asked for.
Stretch = tuple[int, int, int, int]


class Source(NamedTuple):
    """A file as read: its path relative to the site, its text."""

    file: str
    text: str


class Positions(NamedTuple):
    """Where values and mapping keys stand, by data path."""

    values: Mapping[Path, Span]
    keys: Mapping[Path, Span]


class Spans(Record, beside=("find", "known")):
    """Positions of values and of mapping keys, by data path, in one file.

    They are asked for only where there is something to say: `find` is called at the first question
    that `known` cannot answer.
    """

    file: str
    find: Callable[[], Positions]
    known: Mapping[Path, Stretch] = MappingProxyType({})

    @cached_property
    def _positions(self) -> Positions:
        return self.find()

    @property
    def values(self) -> Mapping[Path, Span]:
        """Positions of values."""
        return self._positions.values

    @property
    def keys(self) -> Mapping[Path, Span]:
        """Positions of keys."""
        return self._positions.keys

    def value(self, *path: str | int) -> Place:
        """Give the place of a value, or of the nearest value around it."""
        if path in self.known:
            return Place(self.file, Span(*self.known[path]))
        values = self._positions.values
        while path and path not in values:
            path = path[:-1]
        return Place(self.file, values.get(path, START))

    def key(self, *path: str | int) -> Place:
        """Give the place of the key that leads to a value."""
        span = self._positions.keys.get(path)
        return Place(self.file, span) if span else self.value(*path)


class Document(NamedTuple):
    """A YAML file: its value and its spans."""

    source: Source
    data: Value
    spans: Spans
