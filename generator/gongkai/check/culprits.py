"""Finds the figures that explain why identities fail: the fewest changes that mend the most.

One wrong figure breaks every identity it stands in by the same amount. So a change of one
figure is sought that mends more identities than it breaks; ties go to a total, for then a
total is named and not its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, islice

from gongkai.model.arithmetic import Equation, definitions, equations
from gongkai.model.facts import Facts, Number, State
from gongkai.model.form import Form

Weights = Mapping[str, int]

# So many pairs of figures are tried for having changed places: all of a report, not all of any form.
_MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Culprit:
    """A figure that explains broken identities: as stated, and as the identities want it.

    `swapped_with` is the other cell, where two figures stand in each other's place.
    """

    cell: str
    stated: Number
    computed: Number
    explains: tuple[Equation, ...]
    swapped_with: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The culprits, and the broken identities that no single figure explains."""

    culprits: tuple[Culprit, ...]
    unexplained: tuple[Equation, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    cell: str
    delta: Number
    gain: int
    merit: tuple[int, ...]


def find_culprits(form: Form, facts: Facts) -> Findings:
    """Explain the broken identities of one report."""
    weights = _weights(form, facts)
    numbers = {cell: fact.addend for cell, fact in facts.items() if fact.addend is not None}
    standing = _standing(weights)
    residuals = {equation: _residual(weight, numbers) for equation, weight in weights.items()}
    broken = {equation for equation, residual in residuals.items() if residual}
    culprits: list[Culprit] = []
    while broken:
        change = _best(broken, residuals, weights, standing, numbers, facts)
        pair = None if change else _swap(broken, residuals, weights, standing, numbers, facts)
        if change:
            changes = {change.cell: numbers[change.cell] + change.delta}
        elif pair:
            changes = {pair[0]: numbers[pair[1]], pair[1]: numbers[pair[0]]}
        else:
            break
        stated = {cell: numbers[cell] for cell in changes}
        numbers.update(changes)
        for equation in {e: None for cell in changes for e in standing[cell]}:
            residuals[equation] = _residual(weights[equation], numbers)
        mended = [equation for equation in weights if equation in broken and not residuals[equation]]
        broken = {equation for equation, residual in residuals.items() if residual}
        for cell, computed in changes.items():
            explained = tuple(equation for equation in mended if equation in standing[cell])
            other = next((c for c in changes if c != cell), "")
            culprits.append(Culprit(cell, stated[cell], computed, explained, other))
    left = tuple(equation for equation in weights if equation in broken)
    return Findings(tuple(culprits), left)


def _weights(form: Form, facts: Facts) -> dict[Equation, Weights]:
    """Give each identity that can be judged as weights of the figures written.

    An `=` is replaced by what it adds up, so that only figures a person wrote are accused.
    """
    defined = definitions(form, facts)
    found: dict[Equation, Weights] = {}
    for equation in equations(form):
        if equation.total and defined.get(equation.total) == equation:
            continue
        if any(facts[cell].addend is None for cell in equation.cells):
            continue
        if len({facts[cell].unit for cell in equation.cells if facts[cell].number}) > 1:
            continue  # amounts in different units, as their writer states, do not add up as they stand
        weights: dict[str, int] = {}
        for cell in equation.cells:
            for written in _written(cell, defined):
                weights[written] = weights.get(written, 0) + equation.sign(cell)
        found[equation] = weights
    return found


def _written(cell: str, defined: Mapping[str, Equation]) -> Iterator[str]:
    if cell not in defined:
        yield cell
        return
    for part in defined[cell].parts:
        yield from _written(part, defined)


def _standing(weights: Mapping[Equation, Weights]) -> dict[str, list[Equation]]:
    standing: dict[str, list[Equation]] = {}
    for equation, cells in weights.items():
        for cell, weight in cells.items():
            if weight:
                standing.setdefault(cell, []).append(equation)
    return standing


def _residual(weights: Weights, numbers: Mapping[str, Number]) -> Number:
    total: Number = 0
    for cell, weight in weights.items():
        total += weight * numbers[cell]
    return total


def _best(
    broken: set[Equation],
    residuals: Mapping[Equation, Number],
    weights: Mapping[Equation, Weights],
    standing: Mapping[str, list[Equation]],
    numbers: Mapping[str, Number],
    facts: Facts,
) -> _Change | None:
    """Give the change that mends most, on balance; None where none mends more than it breaks."""
    best: _Change | None = None
    for cell, around in standing.items():
        if facts[cell].state is not State.FIGURE:
            continue
        for delta in _deltas(cell, around, broken, residuals, weights):
            if not _is_feasible(numbers[cell], delta, cell, around):
                continue
            gain = sum(_mends(e, residuals[e], weights[e][cell] * delta, broken) for e in around)
            merit = (gain, *_likelihood(cell, numbers, delta, [e for e in around if e in broken]))
            # Where one identity fails and nothing sets a figure apart, none is accused.
            is_told = gain > 1 or any(merit[1:])
            if gain > 0 and is_told and (best is None or merit > best.merit):
                best = _Change(cell, delta, gain, merit)
    return best


def _swap(
    broken: set[Equation],
    residuals: Mapping[Equation, Number],
    weights: Mapping[Equation, Weights],
    standing: Mapping[str, list[Equation]],
    numbers: Mapping[str, Number],
    facts: Facts,
) -> tuple[str, str] | None:
    """Find two figures of one row or column that mend what is broken when they change places."""
    cells = [cell for equation in weights if equation in broken for cell in weights[equation]]
    written = [cell for cell in dict.fromkeys(cells) if facts[cell].state is State.FIGURE]
    by_line: dict[str, list[str]] = {}
    for cell in written:
        table, row, column = cell.split("/")
        by_line.setdefault(f"{table}/{row}", []).append(cell)
        by_line.setdefault(f"{table}//{column}", []).append(cell)
    pairs = (pair for line in by_line.values() for pair in combinations(line, 2))
    for one, other in islice(pairs, _MOST_PAIRS):
        change = numbers[other] - numbers[one]
        around = {*standing[one], *standing[other]}
        if not change or len(around & broken) < 2:  # noqa: PLR2004 - each figure breaks one
            continue
        if not any(
            residuals[e] + (weights[e].get(one, 0) - weights[e].get(other, 0)) * change for e in around
        ):
            return one, other
    return None


def _deltas(
    cell: str,
    around: list[Equation],
    broken: set[Equation],
    residuals: Mapping[Equation, Number],
    weights: Mapping[Equation, Weights],
) -> list[Number]:
    found: list[Number] = []
    for equation in around:
        if equation in broken:
            delta = _divided(-residuals[equation], weights[equation][cell])
            if delta is not None and delta not in found:
                found.append(delta)
    return found


def _divided(number: Number, weight: int) -> Number | None:
    if isinstance(number, Decimal):
        return number / weight
    whole = Fraction(number, weight)
    return whole.numerator if whole.denominator == 1 else None


def _is_feasible(number: Number, delta: Number, cell: str, around: list[Equation]) -> bool:
    column = around[0].table.column_by_id[cell.rsplit("/", 1)[1]].column
    return column.type == "change" or number + delta >= 0


def _mends(equation: Equation, residual: Number, change: Number, broken: set[Equation]) -> int:
    after = residual + change
    if equation in broken:
        return 0 if after else 1
    return -1 if after else 0


def _likelihood(
    cell: str, numbers: Mapping[str, Number], delta: Number, broken: list[Equation]
) -> tuple[int, ...]:
    """Rank changes that mend equally many: a stranger among zeros, a slip of the hand, a total."""
    is_total = any(equation.total == cell for equation in broken)
    is_stranger = bool(numbers[cell]) and all(
        not numbers.get(other, 0) for equation in broken for other in equation.cells if other != cell
    )
    # A total that stands alone over blank rows of zeros is wrong itself, like any stranger.
    slip = is_slip(numbers[cell], numbers[cell] + delta)
    return int(is_stranger), int(slip), int(is_total)


def is_slip(stated: Number, wanted: Number) -> bool:
    """Tell whether one figure is the other with two neighbouring digits swapped, or one lost."""
    a, b = str(stated), str(wanted)
    if a == b:
        return False
    if len(a) == len(b):
        odd = [i for i in range(len(a)) if a[i] != b[i]]
        return len(odd) == 2 and odd[1] == odd[0] + 1 and a[odd[0]] == b[odd[1]] and a[odd[1]] == b[odd[0]]  # noqa: PLR2004 - a swap is of two
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
