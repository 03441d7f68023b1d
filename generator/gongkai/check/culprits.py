"""Finds the figures that explain why identities fail: the fewest changes that mend the most.

One wrong figure breaks every identity it stands in by the same amount. So a change of one
figure is sought that mends more identities than it breaks; ties go to a total, for then a
total is named and not its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from gongkai.check.causes import has_one_more, swaps_digits
from gongkai.check.evidence import Evidence
from gongkai.check.rows import RowFault, find_rows
from gongkai.check.sums import Sums, divided, is_feasible, residual, totals_of, weights_of
from gongkai.model.arithmetic import Equation, addends
from gongkai.model.facts import Facts, Number, State
from gongkai.model.form import Form

# So many pairs of figures are tried for having changed places: all of a report, not all of any form.
_MOST_PAIRS = 20_000
# Where so many more figures fit as well as the best, none is accused.
_MOST_RIVALS = 2


@dataclass(frozen=True, slots=True)
class Culprit:
    """A figure that explains broken identities: as stated, and as the identities want it.

    `swapped_with` is the other cell, where two figures stand in each other's place; `rivals` are cells
    that would explain as much, and of which nothing is known that speaks against it; `acquitted` are
    those of which something is.
    """

    cell: str
    stated: Number
    computed: Number
    explains: tuple[Equation, ...]
    swapped_with: str = ""
    rivals: tuple[str, ...] = ()
    acquitted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """The culprits, rows that are wrong as a whole, and broken identities that neither explains."""

    culprits: tuple[Culprit, ...]
    unexplained: tuple[Equation, ...]
    rows: tuple[RowFault, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class _Change:
    cell: str
    delta: Number
    gain: int
    merit: tuple[int, ...]

    @property
    def spoken(self) -> int:
        return self.merit[1]


def find_culprits(form: Form, facts: Facts, evidence: Callable[[], Evidence] = Evidence) -> Findings:
    """Explain the broken identities of one report; `evidence` is asked for only where some are broken."""
    weights = weights_of(form, facts)
    numbers = {cell: number for cell, number in addends(facts).items() if number is not None}
    residuals = {equation: residual(weight, numbers) for equation, weight in weights.items()}
    broken = [equation for equation in weights if residuals[equation]]
    if not broken:
        return Findings((), ())
    known, totals = evidence(), totals_of(form, facts)
    culprits: list[Culprit] = []
    rows: list[RowFault] = []
    left: list[Equation] = []
    for table in dict.fromkeys(equation.table.id for equation in broken):
        own = {equation: weight for equation, weight in weights.items() if equation.table.id == table}
        sums = Sums(own, numbers, {e: residuals[e] for e in own}, facts, known, totals)
        found, faults, unexplained = _explained(sums)
        culprits += found
        rows += faults
        left += unexplained
    return Findings(tuple(culprits), tuple(left), tuple(rows), known)


def _explained(sums: Sums) -> tuple[list[Culprit], tuple[RowFault, ...], list[Equation]]:
    """Explain one table: by one figure, by two that changed places, by a row, or bit by bit."""
    culprits: list[Culprit] = []
    best = _best(sums)
    if not best or best[0].gain != len(sums.broken):
        pair = _swap(sums)
        if pair and sums.broken <= {*sums.standing[pair[0]], *sums.standing[pair[1]]}:
            culprits += _changed(sums, {one: sums.numbers[other] for one, other in (pair, pair[::-1])})
        faults = () if culprits else find_rows(sums)
        if faults:
            return culprits, faults, []
    while sums.broken:
        best = _best(sums)
        pair = None if best else _swap(sums)
        if best:
            change, *others = best
            culprits += _changed(sums, {change.cell: sums.numbers[change.cell] + change.delta}, *others)
        elif pair:
            culprits += _changed(sums, {one: sums.numbers[other] for one, other in (pair, pair[::-1])})
        else:
            break
    return culprits, (), [equation for equation in sums.weights if equation in sums.broken]


def _changed(
    sums: Sums,
    changes: Mapping[str, Number],
    rivals: tuple[str, ...] = (),
    acquitted: tuple[str, ...] = (),
) -> Iterator[Culprit]:
    """Put figures right, and give each with what it explains."""
    stated = {cell: sums.numbers[cell] for cell in changes}
    before = sums.broken
    sums.change(changes)
    mended = [equation for equation in sums.weights if equation in before and equation not in sums.broken]
    for cell, computed in changes.items():
        explained = tuple(equation for equation in mended if equation in sums.standing[cell])
        other = next((c for c in changes if c != cell), "")
        yield Culprit(cell, stated[cell], computed, explained, other, rivals, acquitted)


def _best(sums: Sums) -> tuple[_Change, tuple[str, ...], tuple[str, ...]] | None:
    """Give the change that mends most, on balance, its rivals, and cells that are likely right.

    None where no change mends on balance, or too many mend alike.
    """
    found = list(_changes(sums))
    if not found:
        return None
    most = max(change.merit for change in found)
    leading = [change for change in found if change.merit == most]
    alike = [change for change in found if change.gain == most[0]]
    # Where one identity fails, a figure must be set apart by something, or the others be ruled out.
    is_told = (
        most[0] > 1
        or any(point > 0 for point in most[1:])
        or (len(sums.broken) == 1 and any(change.spoken < 0 for change in alike))
    )
    if not is_told or len(leading) > _MOST_RIVALS:
        return None
    best = leading[0]
    rivals = () if best.spoken > 0 else tuple(c.cell for c in alike if c.spoken >= 0 and c.cell != best.cell)
    acquitted = tuple(dict.fromkeys(c.cell for c in alike if c.spoken < 0))
    return best, rivals, acquitted


def _changes(sums: Sums) -> Iterator[_Change]:
    """Give every change of one figure that mends more than it breaks."""
    for cell, around in sums.standing.items():
        if sums.facts[cell].state is not State.FIGURE or sums.broken.isdisjoint(around):
            continue
        stated = sums.numbers[cell]
        for delta in _deltas(sums, cell, around):
            if not is_feasible(stated, delta, cell, around):
                continue
            gain = sum(_mends(sums, e, sums.weights[e][cell] * delta) for e in around)
            if gain > 0:
                broken = [equation for equation in around if equation in sums.broken]
                spoken = sums.speaks(cell, stated + delta)
                likely = _likelihood(cell, sums.numbers, delta, broken)
                yield _Change(cell, delta, gain, (gain, spoken, *likely))


def _swap(sums: Sums) -> tuple[str, str] | None:
    """Find two figures of one row or column that mend what is broken when they change places."""
    weights, numbers, standing = sums.weights, sums.numbers, sums.standing
    cells = [cell for equation in weights if equation in sums.broken for cell in weights[equation]]
    written = [cell for cell in dict.fromkeys(cells) if sums.facts[cell].state is State.FIGURE]
    by_line: dict[str, list[str]] = {}
    for cell in written:
        table, row, column = cell.split("/")
        by_line.setdefault(f"{table}/{row}", []).append(cell)
        by_line.setdefault(f"{table}//{column}", []).append(cell)
    pairs = (pair for line in by_line.values() for pair in combinations(line, 2))
    fitting: list[tuple[int, tuple[str, str]]] = []
    for one, other in islice(pairs, _MOST_PAIRS):
        change = numbers[other] - numbers[one]
        around = {*standing[one], *standing[other]}
        if not change or len(around & sums.broken) < 2:  # noqa: PLR2004 - each figure breaks one
            continue
        if not any(
            sums.residuals[e] + (weights[e].get(one, 0) - weights[e].get(other, 0)) * change for e in around
        ):
            spoken = sums.speaks(one, numbers[other]) + sums.speaks(other, numbers[one])
            fitting.append((spoken, (one, other)))
    most = max((spoken for spoken, _ in fitting), default=0)
    likely = [pair for spoken, pair in fitting if spoken == most >= 0]
    beside = [pair for pair in likely if _are_neighbours(sums, *pair)]
    leading = beside or likely
    return leading[0] if 0 < len(leading) <= _MOST_RIVALS else None


def _are_neighbours(sums: Sums, one: str, other: str) -> bool:
    """Tell whether two cells stand beside each other, or one below the other."""
    table = next(iter(sums.weights)).table
    (_, row, column), (_, below, next_column) = one.split("/"), other.split("/")
    axis, first, second = (
        (list(table.column_by_id), column, next_column)
        if row == below
        else (list(table.row_by_path), row, below)
    )
    return abs(axis.index(first) - axis.index(second)) == 1


def _deltas(sums: Sums, cell: str, around: Sequence[Equation]) -> list[Number]:
    found: list[Number] = []
    for equation in around:
        if equation in sums.broken:
            delta = divided(-sums.residuals[equation], sums.weights[equation][cell])
            if delta is not None and delta not in found:
                found.append(delta)
    return found


def _mends(sums: Sums, equation: Equation, change: Number) -> int:
    after = sums.residuals[equation] + change
    if equation in sums.broken:
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
    return a != b and (swaps_digits(a, b) or has_one_more(a, b) or has_one_more(b, a))
