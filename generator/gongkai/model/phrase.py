"""How texts speak of a form's figures: words, and the rows and columns that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Role = Literal["subject", "row", "column", "aside", "elsewhere"]
Reading = tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """Words, and what they mean in a table: each reading is a sum of its rows, or of its columns.

    A `subject` opens a table's matter; its readings are what its bare figure may be. `certain` words have
    one meaning; `everyday` ones mean something only beside their subject; `outright` ones need none. Where
    the figure of a `part` is given, the figures of its cells are not the whole and say nothing.
    Words `aside` have figures that are in no table, and those `elsewhere` begin another matter.
    """

    role: Role
    words: tuple[str, ...]
    table: str = ""
    readings: tuple[Reading, ...] = ()
    certain: bool = False
    everyday: bool = False
    outright: bool = False
    part: bool = False


@dataclass(frozen=True)
class Phrases:
    """All phrases of a form, and the units that each table's figures are counted in."""

    items: tuple[Phrase, ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @cached_property
    def by_word(self) -> Mapping[str, Phrase]:
        """Phrases by each of their words."""
        return {word: phrase for phrase in self.items for word in phrase.words}

    @cached_property
    def units_of(self) -> Mapping[str, frozenset[str]]:
        """Units by table."""
        return {table: frozenset(units) for table, units in self.units}

    @cached_property
    def words(self) -> re.Pattern[str]:
        """A pattern that finds each of the words, the longest first."""
        return re.compile("|".join(branches(self.by_word)))

    @cached_property
    def _made(self) -> dict[Callable[[Phrases], re.Pattern[str]], re.Pattern[str]]:
        return {}

    def made(self, make: Callable[[Phrases], re.Pattern[str]]) -> re.Pattern[str]:
        """Give the pattern that `make` makes of these phrases, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]

    @cached_property
    def subjects(self) -> Mapping[str, tuple[Reading, ...]]:
        """What the whole of a table's matter may be, by table."""
        return {item.table: item.readings for item in self.items if item.role == "subject" and item.readings}


def branches(words: Iterable[str]) -> list[str]:
    """Write words as expressions of which each begins with another character, and branches where they do.

    A pattern made of these passes at once over a text where none begins, and never backtracks far.
    """
    below: dict[str, list[str]] = {}
    for word in words:
        if word:
            below.setdefault(word[0], []).append(word[1:])
    return [re.escape(first) + _rest(rests) for first, rests in sorted(below.items())]


def _rest(rests: list[str]) -> str:
    found = branches(rests)
    if not found:
        return ""
    ends = "" in rests
    joined = found[0] if len(found) == 1 and not ends else f"(?:{'|'.join(found)})"
    return joined + "?" if ends else joined
