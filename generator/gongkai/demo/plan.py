"""How a form's figures are drawn: what is free, what is added up, what comes from last year.

All of it is read from the form's identities and comparisons. Figures are whole numbers in steps of
the table's smallest decimal place, in the order of the form's cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongkai.model.arithmetic import Equation, equations
from gongkai.model.form import Axis, Comparison, Form, Table
from gongkai.model.quotes import names


@dataclass(frozen=True)
class Group:
    """Cells that are drawn together: one size, shared out by weights. `name` is its row's or cell's."""

    name: str
    row: str
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Balance:
    """An identity between two sides: what comes in on one is shared out over the cells of the other."""

    come: tuple[int, ...]
    go: tuple[int, ...]


@dataclass(frozen=True)
class Stock:
    """A cell that follows from last year's report: last year's cells, and this year's added and taken."""

    cell: int
    before: tuple[tuple[int, int], ...]
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Bound:
    """The cells of the lower side are at most those of the higher; `before` are last year's, with signs."""

    low: tuple[int, ...]
    high: tuple[int, ...]
    before: tuple[tuple[int, int], ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything that drawing a report of one form needs; cells are places in `cells`.

    A figure is divided by its scale to be written, and is a multiple of its step.
    """

    form: Form
    cells: tuple[str, ...]
    index: Mapping[str, int]
    scales: tuple[int, ...]
    steps: tuple[int, ...]
    types: tuple[str, ...]
    groups: tuple[Group, ...]
    balances: tuple[Balance, ...]
    stocks: tuple[Stock, ...]
    bounds: tuple[Bound, ...]
    totals: tuple[tuple[int, tuple[int, ...]], ...]
    parts: Mapping[int, tuple[int, ...]]
    named: Mapping[str, tuple[int, ...]]
    with_unit: frozenset[int]
    signed: tuple[tuple[tuple[int, int], ...], ...]


def plan_of(form: Form) -> Plan:
    """Read from a form how its figures are drawn."""
    cells = form.cells
    index = {cell: i for i, cell in enumerate(cells)}
    everything = list(equations(form))
    totals = tuple(_totals(everything, index))
    defined = {cell for cell, _ in totals}
    balances = tuple(_balances(everything, index))
    gone = {cell for balance in balances for cell in balance.go}
    groups = [
        group for table in form.tables for group in _groups(table, index) if not (set(group.cells) & gone)
    ]
    groups = [group for group in groups if not set(group.cells) & defined]
    compared = [
        (table, comparison, at)
        for table in form.tables
        for comparison in table.comparisons
        for at in _lines(table, comparison)
    ]
    return Plan(
        form=form,
        cells=cells,
        index=index,
        scales=tuple(scale for table in form.tables for scale in [_scale(table)] * len(table.cells)),
        steps=tuple(
            _scale(table) // 10**column.column.places
            for table in form.tables
            for _ in table.leaf_rows
            for column in table.leaf_columns
        ),
        types=tuple(c.column.type for t in form.tables for _ in t.leaf_rows for c in t.leaf_columns),
        groups=tuple(groups),
        balances=balances,
        stocks=tuple(_stocks(compared, index, defined | gone)),
        bounds=tuple(_bounds(compared, index, defined)),
        totals=totals,
        parts=dict(totals),
        named={name: tuple(index[cell] for cell in meant) for name, meant in names(form).items()},
        with_unit=frozenset(
            index[table.cell(row.path, column.id)]
            for table in form.tables
            for row in table.leaf_rows
            for column in table.leaf_columns
            if column.column.units
        ),
        signed=tuple(tuple((index[cell], e.sign(cell)) for cell in e.cells) for e in everything),
    )


def _scale(table: Table) -> int:
    return int(10 ** max(column.column.places for column in table.leaf_columns))


def _totals(everything: list[Equation], index: Mapping[str, int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give each total with its parts, in an order in which they can be added up."""
    waiting = [equation for equation in everything if equation.total]
    totals = {equation.total for equation in waiting}
    known = set(index) - totals
    while waiting:
        ready = [e for e in waiting if all(part in known for part in e.parts)]
        if not ready:
            return
        for equation in ready:
            if equation.total and equation.total not in known:
                known.add(equation.total)
                yield index[equation.total], tuple(index[part] for part in equation.parts)
        waiting = [equation for equation in waiting if equation.total not in known]


def _balances(everything: list[Equation], index: Mapping[str, int]) -> Iterator[Balance]:
    """Give the identities that have no total, but not along a line of totals, where they hold anyway."""
    lines = {(e.each, e.total): e.parts for e in everything if e.total}
    for equation in everything:
        across: Axis = "column" if equation.each == "row" else "row"
        if equation.total or (across, equation.left[0]) in lines:
            continue
        go = [leaf for cell in equation.right for leaf in lines.get((equation.each, cell), (cell,))]
        yield Balance(tuple(index[cell] for cell in equation.left), tuple(index[cell] for cell in go))


def _groups(table: Table, index: Mapping[str, int]) -> Iterator[Group]:
    summed = {term for i in table.identities if i.each == "row" and i.total for term in (i.total,)}
    for row in table.leaf_rows:
        leaves = [column.id for column in table.leaf_columns if column.id not in summed]
        name = f"{table.id}.{row.path}"
        if summed:
            yield Group(name, row.path, tuple(index[table.cell(row.path, c)] for c in leaves))
        else:
            for column in leaves:
                yield Group(f"{name}.{column}", row.path, (index[table.cell(row.path, column)],))


def _lines(table: Table, comparison: Comparison) -> list[str]:
    lines = list(table.row_by_path if comparison.each == "row" else table.column_by_id)
    return [line for line in lines if not comparison.only or line in comparison.only]


_Compared = list[tuple[Table, Comparison, str]]


def _cells(table: Table, comparison: Comparison, at: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    if comparison.each == "row":
        return tuple(table.cell(at, term) for term in terms)
    return tuple(table.cell(term, at) for term in terms)


def _stocks(compared: _Compared, index: Mapping[str, int], taken: set[int]) -> Iterator[Stock]:
    for table, comparison, at in compared:
        if comparison.relation != "=":
            continue
        before = {*comparison.left_previous.terms, *comparison.right_previous.terms}
        current = [*comparison.left.terms, *comparison.right.terms]
        term = next((t for t in current if t in before), current[0])
        is_left = term in comparison.left.terms
        own = comparison.left if is_left else comparison.right
        other = comparison.right if is_left else comparison.left
        own_before = comparison.left_previous if is_left else comparison.right_previous
        other_before = comparison.right_previous if is_left else comparison.left_previous
        (cell,) = _cells(table, comparison, at, (term,))
        if index[cell] in taken:
            continue
        plus = _cells(table, comparison, at, other.terms)
        minus = _cells(table, comparison, at, tuple(t for t in own.terms if t != term))
        gained = _cells(table, comparison, at, other_before.terms)
        lost = _cells(table, comparison, at, own_before.terms)
        yield Stock(
            index[cell],
            (*((index[c], 1) for c in gained), *((index[c], -1) for c in lost)),
            tuple(index[c] for c in plus),
            tuple(index[c] for c in minus),
            (*gained, *lost),
        )


def _bounds(compared: _Compared, index: Mapping[str, int], defined: set[int]) -> Iterator[Bound]:
    for table, comparison, at in compared:
        if comparison.relation != "<=":
            continue
        low, high, low_before, high_before = (
            _cells(table, comparison, at, side.terms)
            for side in (
                comparison.left,
                comparison.right,
                comparison.left_previous,
                comparison.right_previous,
            )
        )
        if set(map(index.__getitem__, low + high)) <= defined and comparison.each == "column":
            continue  # a column of totals: it holds where it holds in the columns added up
        before = (*((index[c], -1) for c in low_before), *((index[c], 1) for c in high_before))
        yield Bound(
            tuple(index[c] for c in low),
            tuple(index[c] for c in high),
            before,
            (*low_before, *high_before),
        )
