"""A table's identities while figures are put right one by one: what is still broken, and by how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from gongkai.model.arithmetic import Equation
from gongkai.model.facts import Facts, Number

Weights = Mapping[str, int]


class Sums:
    """The identities of one table as weights of written figures, and the figures as they are now."""

    def __init__(
        self,
        weights: Mapping[Equation, Weights],
        numbers: Mapping[str, Number],
        residuals: Mapping[Equation, Number],
        facts: Facts,
        expected: Mapping[str, Number],
    ) -> None:
        """Take what is written, and what neighbouring years expect; figures are changed in a copy."""
        self.weights = weights
        self.facts = facts
        self.expected = expected
        self.numbers = dict(numbers)
        self.residuals = dict(residuals)
        self.broken = frozenset(equation for equation, apart in residuals.items() if apart)
        self.standing: dict[str, list[Equation]] = {}
        for equation, cells in weights.items():
            for cell, weight in cells.items():
                if weight:
                    self.standing.setdefault(cell, []).append(equation)

    def change(self, changes: Mapping[str, Number]) -> None:
        """Put other figures in their cells."""
        self.numbers.update(changes)
        for equation in {e: None for cell in changes for e in self.standing[cell]}:
            self.residuals[equation] = residual(self.weights[equation], self.numbers)
        self.broken = frozenset(equation for equation, apart in self.residuals.items() if apart)


def residual(weights: Weights, numbers: Mapping[str, Number]) -> Number:
    """Give by how much an identity fails: left less right."""
    total: Number = 0
    for cell, weight in weights.items():
        total += weight * numbers[cell]
    return total


def divided(number: Number, weight: int) -> Number | None:
    """Divide exactly; None where a count would not be whole."""
    if isinstance(number, Decimal):
        return number / weight
    whole = Fraction(number, weight)
    return whole.numerator if whole.denominator == 1 else None


def is_feasible(number: Number, delta: Number, cell: str, around: Sequence[Equation]) -> bool:
    """Tell whether a figure can be that much more: a count does not fall below zero."""
    column = around[0].table.column_by_id[cell.rsplit("/", 1)[1]].column
    return column.type == "change" or number + delta >= 0
