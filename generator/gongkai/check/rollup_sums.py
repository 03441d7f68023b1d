"""The figures of a roll-up against the sum of its organs' figures, cell by cell: data, no problems yet.

Exact at any size: figures of a hundred digits are lawful, and a sum must not round them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

from gongkai.model.arithmetic import added, addends, equations
from gongkai.model.facts import Facts, Number
from gongkai.model.form import Form
from gongkai.model.records import Adjustment, Report, Rollup, Site

# More digits than any figure that is read can have, and than a sum of thousands of them.
_EXACT = Context(prec=250)
_NOTHING = Decimal(0)

Vector = dict[str, Number]


class Sums(NamedTuple):
    """What a roll-up states and what its organs add up to, where both are determined.

    `apart` has the cells that differ: how much more is stated than the sum with its adjustments;
    `raw` the same without the adjustments. `open` are cells whose sum is not determined, `mixed` those
    whose amounts are in different units.
    """

    stated: Vector
    computed: Vector
    apart: Vector
    raw: Vector
    open: tuple[str, ...]
    mixed: tuple[str, ...]


def compare(report: Report, rollup: Rollup, parts: Sequence[Report]) -> Sums:
    """Compare every cell of a roll-up with the sum of the same cell of its parts."""
    cells = report.form.cells
    columns = zip(*(map(addends(part.facts).__getitem__, cells) for part in parts), strict=True)
    own = addends(report.facts)
    by = adjusted(rollup.adjustments)
    margins = _margins(report.form, len(parts))
    mixed = tuple(cell for cell in _with_units(report.form) if _is_mixed(cell, report, parts))
    stated: Vector = {}
    computed: Vector = {}
    apart: Vector = {}
    raw: Vector = {}
    undetermined: list[str] = []
    with localcontext(_EXACT):
        for cell, column in zip(cells, columns, strict=True):
            figure = own[cell]
            if figure is None or cell in mixed:
                continue  # a blank of the roll-up's own is said where it stands
            if None in column:
                undetermined.append(cell)
                continue
            total = sum(column)
            stated[cell] = figure
            computed[cell] = total + by[cell] if cell in by else total
            if figure != total:
                _put(raw, cell, figure - total, margins)
            if figure != computed[cell]:
                _put(apart, cell, figure - computed[cell], margins)
    return Sums(stated, computed, apart, raw, tuple(undetermined), mixed)


def _put(found: Vector, cell: str, difference: Number, margins: Mapping[str, Decimal]) -> None:
    margin = margins.get(cell, _NOTHING)
    if not -margin <= difference <= margin:
        found[cell] = difference


def with_sums(report: Report, facts: Facts, site: Site) -> Facts:
    """Put the organs' sums into a roll-up's figures, where they can be judged and so are told."""
    rollup = report.rollup
    found = [site.report_by_key.get((organ, report.year)) for organ, _ in rollup.organs] if rollup else []
    parts = [part for part in found if part and part.form.id == report.form.id]
    if not rollup or len(parts) < len(found):
        return facts
    sums = compare(report, rollup, parts)
    if not sums.apart:
        return facts
    told = sums.apart.keys() - in_broken_sums(report.form, parts)
    return {**facts, **{cell: facts[cell]._replace(number=sums.computed[cell]) for cell in told}}


def adjusted(adjustments: Sequence[Adjustment]) -> Vector:
    """Add up the adjustments of each cell."""
    found: Vector = {}
    for adjustment in adjustments:
        found[adjustment.cell] = found.get(adjustment.cell, 0) + adjustment.by
    return found


def following(form: Form, raw: Mapping[str, Number]) -> frozenset[str]:
    """Give the totals that differ just as much as their parts do: they are right as sums."""
    found: set[str] = set()
    if raw:
        with localcontext(_EXACT):
            for equation in equations(form):
                apart = [raw[part] for part in equation.parts if part in raw]
                if equation.total and equation.total in raw and apart and sum(apart) == raw[equation.total]:
                    found.add(equation.total)
    return frozenset(found)


def in_broken_sums(form: Form, parts: Sequence[Report]) -> frozenset[str]:
    """Give the cells that stand, in one of the reports, in an identity which does not hold."""
    found: set[str] = set()
    for equation in equations(form):
        for part in parts:
            left, right = added(part.facts, equation.left), added(part.facts, equation.right)
            if left is not None and right is not None and left != right:
                found.update(equation.cells)
                break
    return frozenset(found)


@lru_cache(64)
def _margins(form: Form, count: int) -> dict[str, Decimal]:
    """Give how far an amount may be from the sum of so many rounded ones: half the last place for each."""
    return {
        cell: Decimal(count)
        / 2
        * Decimal(1).scaleb(-table.column_by_id[cell.rsplit("/", 1)[1]].column.places)
        for table in form.tables
        for cell in table.amounts
        if table.column_by_id[cell.rsplit("/", 1)[1]].column.places
    }


def _with_units(form: Form) -> list[str]:
    return [
        table.cell(row.path, column.id)
        for table in form.tables
        for column in table.leaf_columns
        if column.column.units
        for row in table.leaf_rows
    ]


def _is_mixed(cell: str, report: Report, parts: Sequence[Report]) -> bool:
    facts = [whole.facts[cell] for whole in (report, *parts)]
    return len({fact.unit for fact in facts if fact.number}) > 1
