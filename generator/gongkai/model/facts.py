"""The figures of a report: what each cell of the form says, exactly as it was written.

A figure, an empty cell, «does not apply» and a missing row are four different things.
In a sum, `/` adds nothing; an empty or missing cell leaves the sum undetermined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from gongkai.diagnostics.diagnostic import Place

Number = int | Decimal


class State(Enum):
    """What stands in a cell."""

    FIGURE = "figure"
    COMPUTED = "computed"  # `=` in a total's place
    BLANK = "blank"  # `~`
    NOT_APPLICABLE = "/"
    MISSING = "missing"  # the row is not there, or what is there is no figure


@dataclass(frozen=True, slots=True)
class Fact:
    """A cell's state, its number where it has one, the unit its writer stated, and its place."""

    state: State
    place: Place
    number: Number | None = None
    unit: str = ""

    @property
    def addend(self) -> Number | None:
        """What the cell adds to a sum; None where that is not determined."""
        return 0 if self.state is State.NOT_APPLICABLE else self.number


Facts = Mapping[str, Fact]


def exported(fact: Fact) -> Number | str | None:
    """Give a cell as it is published in data: a number, "/" or nothing."""
    return "/" if fact.state is State.NOT_APPLICABLE else fact.number
