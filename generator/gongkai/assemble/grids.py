"""Lays a section's tables out as one grid: heads with ids, every data cell with its heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import Literal

from gongkai.assemble.heads import (
    Head,
    cell_of_column,
    cell_of_row,
    column_heads,
    depth,
    leaves,
    letters,
    row_heads,
)
from gongkai.model.facts import Fact, Facts, Figures, Number, State
from gongkai.model.form import Column, Form, LeafColumn, LeafRow, Section, Table
from gongkai.model.grid import Block, Corner, DataCell, Grid, GridRow, HeadCell

Rows = tuple[GridRow, ...]
Shown = Literal["figure", "zero", "blank", "not-applicable"]

_STATES: Mapping[State, Shown] = {
    State.BLANK: "blank",
    State.MISSING: "blank",
    State.NOT_APPLICABLE: "not-applicable",
}


def make_grid(form: Form, section: Section, facts: Facts) -> Grid | None:
    """Lay out the tables of a section with a report's figures; None where it has none."""
    blank = _blank(form, section)
    if not blank:
        return None
    columns = _columns(form, section)
    blocks = tuple(replace(block, rows=_filled(block.rows, facts, columns)) for block in blank.blocks)
    return replace(blank, blocks=blocks)


def _filled(rows: Rows, facts: Facts, columns: Mapping[str, Column]) -> Rows:
    return tuple(
        GridRow(
            tuple(
                _with_fact(cell, facts, columns[cell.cell]) if isinstance(cell, DataCell) else cell
                for cell in row.cells
            ),
            row.total,
        )
        for row in rows
    )


def _with_fact(cell: DataCell, facts: Facts, column: Column) -> DataCell:
    state: Shown
    number = facts.plain(cell.cell) if isinstance(facts, Figures) else None
    if number is not None:
        state, text, unit = "figure" if number else "zero", shown(number, column), ""
    else:
        fact = facts[cell.cell]
        state, text, unit = _state(fact), _text(fact, column), fact.unit if column.units else ""
    return DataCell(cell.id, cell.cell, cell.headers, text, state, unit, cell.colspan, cell.total)


@lru_cache(maxsize=64)
def _columns(form: Form, section: Section) -> Mapping[str, Column]:
    """Give the column of each cell of a section."""
    return {
        cell: leaf.column
        for name in section.tables
        for table in (form.table_by_id[name],)
        for cells in table.cells_by_row.values()
        for cell, leaf in zip(cells, table.leaf_columns, strict=True)
    }


@lru_cache(maxsize=64)
def _blank(form: Form, section: Section) -> Grid | None:
    """Lay out the tables of a section without figures: all reports of a form have it in common."""
    tables = [form.table_by_id[name] for name in section.tables]
    if not tables:
        return None
    labels = max(0 if table.layout == "across" else depth(row_heads(table)) for table in tables)
    values = max(_values(table) for table in tables)
    return Grid(
        id=f"table-{section.id}",
        caption=section.caption,
        note="".join(table.note for table in tables),
        width=labels + values,
        label_columns=labels,
        blocks=tuple(
            _block(table, letters(form.tables.index(table)), labels, values, titled=len(tables) > 1)
            for table in tables
        ),
    )


def anchor(form: Form, cell: str) -> str:
    """Give the id on the page of a cell: the letter of its table, and its number there.

    Forms are not changed once they are published, and so the id is for ever.
    """
    table = form.table_by_id[cell.partition("/")[0]]
    return f"{letters(form.tables.index(table))}{table.cells.index(cell) + 1}"


def shown(number: Number, column: Column) -> str:
    """Write a figure as its column is written: as stated, a change with its sign."""
    text = str(number) if isinstance(number, int) else format(number, "f")
    return f"+{text}" if column.type == "change" and number > 0 else text


def _values(table: Table) -> int:
    columns = len(table.leaf_columns)
    return columns * len(table.leaf_rows) if table.layout == "across" else columns


def _block(table: Table, name: str, labels: int, values: int, *, titled: bool) -> Block:
    """Make one table's block; where several are stacked its title is a head over all of it."""
    above = (name,) if titled and table.title else ()
    make = _across if table.layout == "across" else _down
    heads, rows = make(table, name, labels, values, above)
    return Block(name, table.title, heads, rows)


def _down(table: Table, name: str, labels: int, values: int, above: tuple[str, ...]) -> tuple[Rows, Rows]:
    columns, rows = column_heads(table, name), row_heads(table, name)
    levels = depth(columns)
    extra = values - len(leaves(columns))
    wide = leaves(columns)[-1].way
    corner: HeadCell | Corner = Corner(labels, levels)
    if table.row_head:
        corner = HeadCell(f"{name}r", table.row_head, "col", labels, levels, " ".join(above))
    heads = [
        GridRow(
            (
                *((corner,) if level == 0 else ()),
                *(
                    cell_of_column(head, levels, above, extra if head.id in wide else 0)
                    for head in columns
                    if head.depth == level
                ),
            )
        )
        for level in range(levels)
    ]
    body, waiting = [], list[HeadCell]()
    leaf_rows = iter(table.leaf_rows)
    numbers = count(1)
    for head in rows:
        waiting.append(cell_of_row(head, labels, above))
        if not head.last:
            continue
        row = next(leaf_rows)
        ids = (f"{name}{next(numbers)}" for _ in table.leaf_columns)
        cells = _cells(table, row, (*above, *head.way), columns, extra, ids)
        body.append(GridRow((*waiting, *cells), table.is_total_row(row.path)))
        waiting = []
    return tuple(heads), tuple(body)


def _cells(
    table: Table,
    row: LeafRow,
    way: tuple[str, ...],
    columns: tuple[Head, ...],
    extra: int,
    ids: Iterator[str],
) -> Iterator[DataCell]:
    last = len(table.leaf_columns) - 1
    for i, (column, head, id_) in enumerate(zip(table.leaf_columns, leaves(columns), ids, strict=True)):
        headers = " ".join((*way, *head.way))
        yield _data(table, row, column, id_, headers, 1 + (extra if i == last else 0))


def _across(table: Table, name: str, labels: int, values: int, above: tuple[str, ...]) -> tuple[Rows, Rows]:
    """One row of cells: the rows' heads stand above, and each has the columns' heads below it."""
    rows, columns = row_heads(table, name), column_heads(table, name)
    over, under = depth(rows), depth(columns)
    width = len(leaves(columns))
    heads = []
    for level in range(over):
        cells = []
        for head in rows:
            if head.depth == level:
                span = 1 if head.is_group else over - level
                headers = " ".join((*above, *head.way[:-1]))
                cells.append(HeadCell(head.id, head.label, "colgroup", head.leaves * width, span, headers))
        heads.append(GridRow(tuple(cells)))
    heads += [
        GridRow(
            tuple(
                _below(cell_of_column(head, under, (*above, *row.way)), row, name)
                for row in leaves(rows)
                for head in columns
                if head.depth == level
            )
        )
        for level in range(under)
    ]
    data: list[DataCell | Corner] = []
    numbers = count(1)
    for row, row_head in zip(table.leaf_rows, leaves(rows), strict=True):
        for column, head in zip(table.leaf_columns, leaves(columns), strict=True):
            ids = (*above, *row_head.way, *(_below_id(row_head, part, name) for part in head.way))
            data.append(_data(table, row, column, f"{name}{next(numbers)}", " ".join(ids), 1))
    if labels:
        data.insert(0, Corner(labels))
    spare = labels + values - width * len(leaves(rows)) - labels
    if spare:
        data.append(Corner(spare))
    return tuple(heads), (GridRow(tuple(data)),)


def _below(cell: HeadCell, row: Head, name: str) -> HeadCell:
    """A column's head stands once under each row's head, so its id says under which."""
    column = f"{name}c"
    above = (_below_id(row, id_, name) if id_.startswith(column) else id_ for id_ in cell.headers.split())
    own = _below_id(row, cell.id, name)
    return HeadCell(own, cell.label, cell.scope, cell.colspan, cell.rowspan, " ".join(above))


def _below_id(row: Head, column: str, name: str) -> str:
    return row.id + column.removeprefix(name)


def _data(table: Table, row: LeafRow, column: LeafColumn, id_: str, headers: str, colspan: int) -> DataCell:
    return DataCell(
        id=id_,
        cell=table.cell(row.path, column.id),
        headers=headers,
        text="",
        state="blank",
        colspan=colspan,
        total=table.is_total(row.path, column.id),
    )


def _state(fact: Fact) -> Shown:
    if fact.number is None:
        return _STATES.get(fact.state, "blank")
    return "figure" if fact.number else "zero"


def _text(fact: Fact, column: Column) -> str:
    if fact.number is not None:
        return shown(fact.number, column)
    return "/" if fact.state is State.NOT_APPLICABLE else ""
