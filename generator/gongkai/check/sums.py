"""A table's identities while figures are put right one by one: what is still broken, and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from gongkai.check.evidence import Evidence
from gongkai.model.arithmetic import Equation, addends, definitions, equations
from gongkai.model.facts import Facts, Number
from gongkai.model.form import Form

Weights = Mapping[str, int]


class Sums:
    """The identities of one table as weights of written figures, and the figures as they are now."""

    def __init__(
        self,
        weights: Mapping[Equation, Weights],
        numbers: Mapping[str, Number],
        residuals: Mapping[Equation, Number],
        facts: Facts,
        evidence: Evidence,
        totals: Mapping[str, Weights] = MappingProxyType({}),
    ) -> None:
        """Take what is written, and what speaks for or against it; figures are changed in a copy.

        `totals` are those that are added up for their writer, as weights of the figures written.
        """
        self.weights = weights
        self.facts = facts
        self.evidence = evidence
        self.totals = totals
        self.numbers = dict(numbers)
        self.residuals = dict(residuals)
        self.broken = frozenset(equation for equation, apart in residuals.items() if apart)
        self.standing: dict[str, list[Equation]] = {}
        for equation, cells in weights.items():
            for cell, weight in cells.items():
                if weight:
                    self.standing.setdefault(cell, []).append(equation)

    def speaks(self, cell: str, wanted: Number) -> int:
        """Weigh another figure of a cell: what is said of it, and of the totals that add it up."""
        spoken = self.evidence.speaks(cell, self.numbers[cell], wanted)
        if self.evidence.sources:
            delta = wanted - self.numbers[cell]
            for total, weights in self.totals.items():
                if cell in weights:
                    now = residual(weights, self.numbers)
                    spoken += self.evidence.speaks(total, now, now + weights[cell] * delta)
        return spoken

    def change(self, changes: Mapping[str, Number]) -> None:
        """Put other figures in their cells."""
        self.numbers.update(changes)
        for equation in {e: None for cell in changes for e in self.standing[cell]}:
            self.residuals[equation] = residual(self.weights[equation], self.numbers)
        self.broken = frozenset(equation for equation, apart in self.residuals.items() if apart)


def weights_of(form: Form, facts: Facts) -> dict[Equation, Weights]:
    """Give each identity that can be judged as weights of the figures written.

    An `=` is replaced by what it adds up, so that only figures a person wrote are accused.
    """
    defined = definitions(form, facts)
    numbers = addends(facts)
    found: dict[Equation, Weights] = {}
    for equation, signs in _signs(form).items():
        if equation.total and defined.get(equation.total) == equation:
            continue
        if any(numbers[cell] is None for cell in equation.cells):
            continue
        units = (facts[cell].unit for cell in equation.cells if numbers[cell])
        if not equation.table.holds_counts and len(set(units)) > 1:
            continue  # amounts in different units, as their writer states, do not add up as they stand
        weights = signs
        if not defined.keys().isdisjoint(signs):
            weights = {}
            for cell in equation.cells:
                for written in _written(cell, defined):
                    weights[written] = weights.get(written, 0) + equation.sign(cell)
        found[equation] = weights
    if defined:
        found = {equation: weights for equation, weights in found.items() if not _is_implied(equation, found)}
    return found


def totals_of(form: Form, facts: Facts) -> dict[str, Weights]:
    """Give each `=` that is added up, as weights of the figures written."""
    defined = definitions(form, facts)
    return {total: Counter(_written(total, defined)) for total in defined}


def _is_implied(equation: Equation, found: Mapping[Equation, Weights]) -> bool:
    """Tell whether it is but the sum of others, whose cells its own add up: it proves nothing more."""
    for across in equation.table.identities:
        if across.each == equation.each or across.total != equation.at:
            continue
        parts = {*across.left.terms, *across.right.terms} - {equation.at}
        others = [
            weights
            for other, weights in found.items()
            if other.table is equation.table and other.identity == equation.identity and other.at in parts
        ]
        together: Counter[str] = Counter()
        for weights in others:
            together.update(weights)
        if len(others) == len(parts) and {c: w for c, w in together.items() if w} == {
            c: w for c, w in found[equation].items() if w
        }:
            return True
    return False


@lru_cache(64)
def _signs(form: Form) -> dict[Equation, dict[str, int]]:
    return {equation: {cell: equation.sign(cell) for cell in equation.cells} for equation in equations(form)}


def _written(cell: str, defined: Mapping[str, Equation]) -> Iterator[str]:
    if cell not in defined:
        yield cell
        return
    for part in defined[cell].parts:
        yield from _written(part, defined)


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
