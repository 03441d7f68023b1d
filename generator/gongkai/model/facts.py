"""The figures of a report: what each cell of the form says, exactly as it was written.

A figure, an empty cell, «does not apply» and a missing row are four different things.
In a sum, `/` adds nothing; an empty or missing cell leaves the sum undetermined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial

from gongkai.diagnostics.diagnostic import Place
from gongkai.model.form import Form
from gongkai.model.record import Record

Number = int | Decimal


class State(Enum):
    """What stands in a cell."""

    FIGURE = "figure"
    COMPUTED = "computed"  # `=` in a total's place
    BLANK = "blank"  # `~`
    NOT_APPLICABLE = "/"
    MISSING = "missing"  # the row is not there, or what is there is no figure


class Fact(Record, beside=("at",)):
    """A cell's state, its number where it has one, the unit its writer stated, and its place.

    The place may be given as what finds it: most places are never asked for.
    """

    state: State
    at: Place | Callable[[], Place]
    number: Number | None = None
    unit: str = ""

    @property
    def place(self) -> Place:
        """Where the cell is written."""
        return self.at if isinstance(self.at, Place) else self.at()

    @property
    def addend(self) -> Number | None:
        """What the cell adds to a sum; None where that is not determined."""
        return 0 if self.state is State.NOT_APPLICABLE else self.number


Facts = Mapping[str, Fact]


class Figures(Mapping[str, Fact]):
    """Facts by cell id, in the order of the form, most of them plain figures without a unit.

    A plain figure is a number until somebody asks for its fact: a portal has millions.
    """

    __slots__ = ("_facts", "_form", "_numbers", "_place")

    def __init__(
        self,
        form: Form,
        numbers: Mapping[str, Number],
        facts: Mapping[str, Fact],
        place: Callable[[str], Place],
    ) -> None:
        """Take the form, plain figures, all other facts, and what finds a cell's place."""
        self._form, self._numbers, self._facts, self._place = form, numbers, dict(facts), place

    def __reduce__(self) -> tuple[object, ...]:
        """Be sent without what the form has: the ids of the cells, which are many."""
        numbers = tuple(map(self._numbers.get, self._form.cells))
        return _as_sent, (self._form, numbers, dict(self.other_than_plain()), self._place)

    def __getitem__(self, cell: str) -> Fact:
        """Give the fact of a cell."""
        fact = self._facts.get(cell)
        if fact is None:
            fact = Fact(State.FIGURE, partial(self._place, cell), self._numbers[cell])
            self._facts[cell] = fact
        return fact

    def __contains__(self, cell: object) -> bool:
        """Tell whether the form has a cell."""
        return cell in self._numbers or cell in self._facts

    def __iter__(self) -> Iterator[str]:
        """Go through the cells in the order of the form."""
        return iter(self._form.cells)

    def __len__(self) -> int:
        """Count the cells."""
        return len(self._form.cells)

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Give the numbers of the cells that have plain figures."""
        return self._numbers

    def plain(self, cell: str) -> Number | None:
        """Give the number of a cell that has a plain figure."""
        return self._numbers.get(cell)

    def other_than_plain(self) -> Iterator[tuple[str, Fact]]:
        """Give the facts that are no plain figures."""
        return ((cell, fact) for cell, fact in self._facts.items() if cell not in self._numbers)

    def addends(self) -> Mapping[str, Number | None]:
        """Give what every cell adds to a sum; None where that is not determined."""
        others = {cell: fact.addend for cell, fact in self.other_than_plain()}
        return {**self._numbers, **others} if others else self._numbers

    def with_facts(self, facts: Mapping[str, Fact]) -> Figures:
        """Give the same with other facts in the place of some that are no plain figures."""
        kept = {cell: fact for cell, fact in self._facts.items() if cell not in self._numbers}
        return Figures(self._form, self._numbers, {**kept, **facts}, self._place)


def _as_sent(
    form: Form, numbers: Sequence[Number | None], facts: Mapping[str, Fact], place: Callable[[str], Place]
) -> Figures:
    written = zip(form.cells, numbers, strict=True)
    return Figures(form, {cell: number for cell, number in written if number is not None}, facts, place)


def plain_figures(facts: Facts) -> Mapping[str, Number]:
    """Give the numbers of plain figures without a unit, by cell, as far as they are at hand."""
    return facts.numbers if isinstance(facts, Figures) else {}


def others(facts: Facts) -> Iterable[tuple[str, Fact]]:
    """Give at least the facts that are no plain figures: all that have more to them than a number."""
    return facts.other_than_plain() if isinstance(facts, Figures) else facts.items()


def plain(number: Number) -> str:
    """Write a number out as it was written."""
    return str(number) if isinstance(number, int) else format(number, "f")


def number_in(facts: Facts, cell: str) -> Number | None:
    """Give a cell's number; None where the cell is not there or has none."""
    if isinstance(facts, Figures):
        number = facts.plain(cell)
        if number is not None:
            return number
    fact = facts.get(cell)
    return fact.number if fact else None


def exported(fact: Fact) -> Number | str | None:
    """Give a cell as it is published in data: a number, "/" or nothing."""
    return "/" if fact.state is State.NOT_APPLICABLE else fact.number
