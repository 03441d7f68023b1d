"""How texts speak of a form's figures: words, and the rows and columns that they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar, cast

Role = Literal["subject", "row", "column", "aside", "elsewhere"]
Reading = tuple[str, ...]
LESS = "-"  # before a row of a reading that is taken away
Made = TypeVar("Made")


class Phrase(NamedTuple):
    """Words, and what they mean in a table: each reading is a sum of its rows, or of its columns.

    A row of a reading with `LESS` before it is taken away.

    A `subject` opens a table's matter; its readings are what its bare figure may be. `certain` words have
    one meaning; `everyday` ones mean something only beside their subject; `outright` ones need none. Where
    the figure of a `part` is given, the figures of its cells are not the whole and say nothing. Words
    `beside` go on with a list that others lead, a figure right behind them; those `listed` only
    with a list of other rows of their group, or of other columns; `nought` words say that there was none.
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
    beside: bool = False
    listed: bool = False
    nought: bool = False


class _Phrases(NamedTuple):
    items: tuple[Phrase, ...] = ()
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Phrases(_Phrases):
    """All phrases of a form, and the units that each table's figures are counted in."""

    @cached_property
    def by_word(self) -> Mapping[str, Phrase]:
        """Phrases by each of their words."""
        return {word: phrase for phrase in self.items for word in phrase.words}

    @cached_property
    def units_of(self) -> Mapping[str, frozenset[str]]:
        """Units by table."""
        return {table: frozenset(units) for table, units in self.units}

    @cached_property
    def subjects(self) -> Mapping[str, tuple[Reading, ...]]:
        """What the whole of a table's matter may be, by table."""
        return {item.table: item.readings for item in self.items if item.role == "subject" and item.readings}

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def made(self, make: Callable[[Phrases], Made]) -> Made:
        """Give what `make` makes of these phrases, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])
