"""Finds a row that is wrong as a whole: moved by one place, last year's, another row's, or all too high.

A row is at fault where other figures in it, and nothing else, would mend every broken identity of its
table. Mostly several rows could; then one is named only where its figures tell how the slip came
about, or where a neighbouring year's report says what they should be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from gongkai.check.causes import moved
from gongkai.check.sums import Sums, divided, is_feasible, residual
from gongkai.diagnostics.diagnostic import Text
from gongkai.model.arithmetic import Equation
from gongkai.model.facts import Number, State
from gongkai.model.form import Table


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row's written cells as they are and as they should be, what that mends, and the likely cause."""

    table: Table
    row: str
    stated: Mapping[str, Number]
    wanted: Mapping[str, Number]
    explains: tuple[Equation, ...]
    cause: Text | None

    @property
    def wrong(self) -> tuple[str, ...]:
        """Give the cells that should be other than they are."""
        return tuple(cell for cell, number in self.stated.items() if number != self.wanted[cell])


_Row = Mapping[str, Number]

# A row with fewer figures above zero may well be the same as another by chance.
_TELLING = 3
# Two rows with one figure each in the other's place are two figures, and could be any.
_FEWEST_OF_TWO = 4


def find_rows(sums: Sums) -> tuple[RowFault, ...]:
    """Give the row that explains all that is broken in a table, or two rows in each other's place."""
    rows = _rows(sums)
    common = set(rows)
    for equation in sums.broken:
        common &= {cell.split("/")[1] for cell, weight in sums.weights[equation].items() if weight}
    able = [(row, wanted) for row in rows if row in common and (wanted := _mended(sums, rows[row]))]
    able = [(row, wanted) for row, wanted in able if min(_spoken(rows[row], wanted, sums)) >= 0]
    sure = [(row, wanted) for row, wanted in able if max(_spoken(rows[row], wanted, sums)) > 0]
    with_cause = [
        (strength, row, wanted, cause)
        for row, wanted in sure or able
        for strength, cause in _causes(rows, row, wanted, sums)
    ]
    if with_cause:
        best = max(strength for strength, *_ in with_cause)
        leading = [found for found in with_cause if found[0] == best]
        if len({row for _, row, _, _ in leading}) == 1:
            _, row, wanted, cause = leading[0]
            return (_fault(sums, rows, row, wanted, cause),)
    if len(sure or able) == 1:
        row, wanted = (sure or able)[0]
        # Without a sum of its own that holds, it may as well be figures of several rows.
        is_bound = any(equation.each == "row" for cell in wanted for equation in sums.standing[cell])
        return (_fault(sums, rows, row, wanted, None),) if sure or is_bound else ()
    return () if able else _exchanged(sums, rows)


def _rows(sums: Sums) -> dict[str, _Row]:
    """Gather the figures that a person wrote, by row."""
    rows: dict[str, dict[str, Number]] = {}
    for cell in sums.standing:
        if sums.facts[cell].state is State.FIGURE:
            rows.setdefault(cell.split("/")[1], {})[cell] = sums.numbers[cell]
    table = next(iter(sums.weights)).table
    order = [column.id for column in table.leaf_columns]
    return {
        row: dict(sorted(cells.items(), key=lambda pair: order.index(pair[0].rsplit("/", 1)[1])))
        for row, cells in rows.items()
    }


def _mended(sums: Sums, stated: _Row) -> _Row | None:
    """Give the figures that a row must have for everything to hold; None where none would do."""
    wanted = dict(stated)
    around = {equation: None for cell in stated for equation in sums.standing[cell]}
    found: dict[str, Number] = {}
    for equation in around:
        inside = [cell for cell, weight in sums.weights[equation].items() if weight and cell in stated]
        if len(inside) != 1:
            continue
        (cell,) = inside
        delta = divided(-sums.residuals[equation], sums.weights[equation][cell])
        if delta is None or found.setdefault(cell, delta) != delta:
            return None
        if not is_feasible(stated[cell], delta, cell, [equation]):
            return None
        wanted[cell] = stated[cell] + delta
    if sum(1 for cell in stated if wanted[cell] != stated[cell]) < 2:  # noqa: PLR2004 - one cell is no row
        return None
    changes = {cell: wanted[cell] - stated[cell] for cell in stated}
    return None if any(_after(sums, equation, changes) for equation in around) else wanted


def _after(sums: Sums, equation: Equation, changes: Mapping[str, Number]) -> Number:
    total = sums.residuals[equation]
    for cell, weight in sums.weights[equation].items():
        if cell in changes:
            total += weight * changes[cell]
    return total


def _spoken(stated: _Row, wanted: _Row, sums: Sums) -> list[int]:
    """Weigh what other reports and the text say of each figure that would be another, totals among them."""
    changes = {cell: wanted[cell] - stated[cell] for cell in stated if stated[cell] != wanted[cell]}
    speaks = sums.evidence.speaks
    found = [speaks(cell, stated[cell], wanted[cell]) for cell in changes]
    for total, weights in sums.totals.items():
        now = residual(weights, sums.numbers)
        found.append(speaks(total, now, now + sum(weights.get(c, 0) * n for c, n in changes.items())))
    return found


def _causes(
    rows: Mapping[str, _Row], row: str, wanted: _Row, sums: Sums
) -> Iterator[tuple[tuple[int, Number], Text]]:
    """Say how a row may have come to be what it is, with how strongly its figures tell that."""
    stated, total = rows[row], sum(rows[row].values())
    shift = moved(tuple(stated.values()), tuple(wanted.values()))
    if shift:
        yield (3, total), shift
    if sum(1 for figure in stated.values() if figure) < _TELLING:
        return
    evidence = sums.evidence
    if all(evidence.last_year.get(cell) == number for cell, number in stated.items()):
        year = evidence.year
        yield (
            (2, total),
            Text(
                f"与 {year} 年报告的这一行完全相同，沿用了上年数字",
                f"this is the row of {year}, left in place",
            ),
        )
    table = next(iter(sums.weights)).table
    order = list(table.row_by_path)
    for other, cells in rows.items():
        is_above = order.index(row) - order.index(other) == 1
        if is_above and tuple(cells.values()) == tuple(stated.values()):
            label = table.row_by_path[other].labels[-1]
            yield (1, total), Text(f"与“{label}”一行完全相同，填重了", f"the row “{label}” was written twice")


def _fault(sums: Sums, rows: Mapping[str, _Row], row: str, wanted: _Row, cause: Text | None) -> RowFault:
    table = next(iter(sums.weights)).table
    around = {equation for cell in wanted for equation in sums.standing[cell]}
    mended = tuple(equation for equation in sums.weights if equation in sums.broken and equation in around)
    return RowFault(table, row, rows[row], wanted, mended, cause)


def _exchanged(sums: Sums, rows: Mapping[str, _Row]) -> tuple[RowFault, ...]:
    """Find two rows that mend all that is broken when they change places."""
    table = next(iter(sums.weights)).table
    for one, other in combinations(rows, 2):
        if len(rows[one]) != len(rows[other]) or tuple(rows[one].values()) == tuple(rows[other].values()):
            continue
        wanted = {
            **dict(zip(rows[one], rows[other].values(), strict=True)),
            **dict(zip(rows[other], rows[one].values(), strict=True)),
        }
        changes = {cell: number - sums.numbers[cell] for cell, number in wanted.items()}
        if sum(1 for delta in changes.values() if delta) < _FEWEST_OF_TWO:
            continue
        around = {equation for cell, delta in changes.items() if delta for equation in sums.standing[cell]}
        if sums.broken <= around and not any(_after(sums, equation, changes) for equation in around):
            labels = [table.row_by_path[row].labels[-1] for row in (other, one)]
            causes = [
                Text(f"与“{label}”一行互换了位置", f"the row “{label}” stands in its place")
                for label in labels
            ]
            return tuple(
                _fault(sums, rows, row, {cell: wanted[cell] for cell in rows[row]}, cause)
                for row, cause in zip((one, other), causes, strict=True)
            )
    return ()
