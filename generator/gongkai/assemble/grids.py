"""Lays a section's tables out as one grid: heads with ids, every data cell with its heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from gongkai.assemble.heads import (
    Head,
    cell_of_column,
    cell_of_row,
    column_heads,
    depth,
    leaves,
    row_heads,
)
from gongkai.model.facts import Fact, Facts, Number, State
from gongkai.model.form import Column, Form, LeafColumn, LeafRow, Section, Table
from gongkai.model.grid import Block, Corner, DataCell, Grid, GridRow, HeadCell

Shown = Literal["figure", "zero", "blank", "not-applicable"]

_STATES: Mapping[State, Shown] = {
    State.BLANK: "blank",
    State.MISSING: "blank",
    State.NOT_APPLICABLE: "not-applicable",
}


def make_grid(form: Form, section: Section, facts: Facts) -> Grid | None:
    """Lay out the tables of a section; None where it has none."""
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
        blocks=tuple(_block(table, facts, labels, values, titled=len(tables) > 1) for table in tables),
    )


def anchor(cell: str) -> str:
    """Give the id on the page of a cell: its cell id in the letters of an address."""
    return cell.replace("/", "-")


def shown(number: Number, column: Column) -> str:
    """Write a figure as its column is written: as stated, a change with its sign."""
    text = str(number) if isinstance(number, int) else format(number, "f")
    return f"+{text}" if column.type == "change" and number > 0 else text


def _values(table: Table) -> int:
    columns = len(table.leaf_columns)
    return columns * len(table.leaf_rows) if table.layout == "across" else columns


def _block(table: Table, facts: Facts, labels: int, values: int, *, titled: bool) -> Block:
    """Make one table's block; where several are stacked its title is a head over all of it."""
    name = f"head.{table.id}"
    above = (name,) if titled and table.title else ()
    make = _across if table.layout == "across" else _down
    heads, rows = make(table, facts, labels, values, above)
    return Block(name, table.title, heads, rows)


Rows = tuple[GridRow, ...]


def _down(table: Table, facts: Facts, labels: int, values: int, above: tuple[str, ...]) -> tuple[Rows, Rows]:
    columns, rows = column_heads(table), row_heads(table)
    levels = depth(columns)
    extra = values - len(leaves(columns))
    wide = leaves(columns)[-1].way
    corner: HeadCell | Corner = Corner(labels, levels)
    if table.row_head:
        corner = HeadCell(f"head.{table.id}.rows", table.row_head, "col", labels, levels, " ".join(above))
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
    for head in rows:
        waiting.append(cell_of_row(head, labels, above))
        if not head.last:
            continue
        row = next(leaf_rows)
        cells = _cells(table, row, facts, (*above, *head.way), columns, extra)
        body.append(GridRow((*waiting, *cells), table.is_total_row(row.path)))
        waiting = []
    return tuple(heads), tuple(body)


def _cells(
    table: Table, row: LeafRow, facts: Facts, way: tuple[str, ...], columns: tuple[Head, ...], extra: int
) -> Iterator[DataCell]:
    last = len(table.leaf_columns) - 1
    for i, (column, head) in enumerate(zip(table.leaf_columns, leaves(columns), strict=True)):
        headers = " ".join((*way, *head.way))
        yield _data(table, row, column, facts, headers, 1 + (extra if i == last else 0))


def _across(
    table: Table, facts: Facts, labels: int, values: int, above: tuple[str, ...]
) -> tuple[Rows, Rows]:
    """One row of cells: the rows' heads stand above, and each has the columns' heads below it."""
    rows, columns = row_heads(table), column_heads(table)
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
                _below(cell_of_column(head, under, (*above, *row.way)), row)
                for row in leaves(rows)
                for head in columns
                if head.depth == level
            )
        )
        for level in range(under)
    ]
    data: list[DataCell | Corner] = []
    for row, row_head in zip(table.leaf_rows, leaves(rows), strict=True):
        for column, head in zip(table.leaf_columns, leaves(columns), strict=True):
            ids = (*above, *row_head.way, *(_below_id(row_head, part) for part in head.way))
            data.append(_data(table, row, column, facts, " ".join(ids), 1))
    if labels:
        data.insert(0, Corner(labels))
    spare = labels + values - width * len(leaves(rows)) - labels
    if spare:
        data.append(Corner(spare))
    return tuple(heads), (GridRow(tuple(data)),)


def _below(cell: HeadCell, row: Head) -> HeadCell:
    """A column's head stands once under each row's head, so its id says under which."""
    own = cell.headers.split()
    ids = [_below_id(row, part) if part.startswith(_column_prefix(cell.id)) else part for part in own]
    return HeadCell(
        _below_id(row, cell.id), cell.label, cell.scope, cell.colspan, cell.rowspan, " ".join(ids)
    )


def _below_id(row: Head, column: str) -> str:
    return f"{row.id}.{column}"


def _column_prefix(name: str) -> str:
    return name[: name.index(".c.") + 3]


def _data(
    table: Table, row: LeafRow, column: LeafColumn, facts: Facts, headers: str, colspan: int
) -> DataCell:
    cell = table.cell(row.path, column.id)
    fact = facts[cell]
    return DataCell(
        id=anchor(cell),
        cell=cell,
        headers=headers,
        text=_text(fact, column.column),
        state=_state(fact),
        unit=fact.unit if column.column.units else "",
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
