"""A form (报告格式) as data: sections, tables, rows, columns, labels, units and identities.

Nothing else in the program knows a row, a label or a sum; the editions themselves are
the YAML files in `forms/` and a site's own in `content/formats/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from gongkai.model.phrase import Phrase

CellType = Literal["count", "change", "amount"]
Axis = Literal["row", "column"]
Layout = Literal["down", "across"]


@dataclass(frozen=True)
class Column:
    """A column head; one with `children` only spans them and has no cells of its own.

    `type` is how its cells are written: a `count` (whole, not negative), a `change` (whole,
    signed) or an `amount` (decimal, at most `places` digits after the point, in `unit`).
    `units` lists what a writer may state beside an amount whose head names no unit.
    """

    label: str
    id: str = ""
    type: CellType = "count"
    unit: str = ""
    units: tuple[str, ...] = ()
    places: int = 0
    children: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row head; one without an `id` is a heading only and no level in the data."""

    label: str
    id: str = ""
    children: tuple[Row, ...] = ()


@dataclass(frozen=True)
class LeafRow:
    """A row with cells: its dotted path in the data and the labels above it, outermost first."""

    path: str
    labels: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the path as keys."""
        return tuple(self.path.split("."))


@dataclass(frozen=True)
class LeafColumn:
    """A column with cells and the labels above it, outermost first."""

    column: Column
    labels: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the column's id."""
        return self.column.id


@dataclass(frozen=True)
class Sum:
    """One side of an identity: ids of rows or columns; a group's id stands for all its leaves."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class Identity:
    """An arithmetic identity (勾稽关系): left = right, in each row or in each column.

    With `each: column` the terms are row paths, with `each: row` they are column ids.
    Terms are leaves already: groups are spelled out when the form is read.
    """

    each: Axis
    left: Sum
    right: Sum
    written: str

    @property
    def total(self) -> str | None:
        """Give the term that is a total: the one that stands alone on its side."""
        if len(self.left.terms) == 1:
            return self.left.terms[0]
        return self.right.terms[0] if len(self.right.terms) == 1 else None


@dataclass(frozen=True)
class Comparison:
    """An identity that reaches into last year's report (`previous.`), or a bound (`<=`).

    Terms with `previous.` are in `left_previous` and `right_previous`, all as ids of leaves. `rule` is
    the name of the rule of the catalogue that it is a case of. `only` are the columns (with `each:
    column`) or rows in which it holds; none means all.
    """

    each: Axis
    relation: Literal["=", "<="]
    left: Sum
    left_previous: Sum
    right: Sum
    right_previous: Sum
    rule: str
    written: str
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: its rows and columns as trees, and the identities inside it.

    `layout: across` shows the whole table as one row of cells, the rows' heads above the columns'.
    `comparisons` hold usually, or with last year's report.
    """

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    row_head: str = ""
    note: str = ""
    layout: Layout = "down"
    identities: tuple[Identity, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @cached_property
    def leaf_rows(self) -> tuple[LeafRow, ...]:
        """Rows with cells, in the form's order."""
        return tuple(_leaf_rows(self.rows, (), ()))

    @cached_property
    def leaf_columns(self) -> tuple[LeafColumn, ...]:
        """Columns with cells, in the form's order."""
        return tuple(_leaf_columns(self.columns, ()))

    @cached_property
    def row_by_path(self) -> dict[str, LeafRow]:
        """Leaf rows by dotted path."""
        return {row.path: row for row in self.leaf_rows}

    @cached_property
    def column_by_id(self) -> dict[str, LeafColumn]:
        """Leaf columns by id."""
        return {column.id: column for column in self.leaf_columns}

    @cached_property
    def _totals(self) -> frozenset[tuple[Axis, str | None]]:
        return frozenset((identity.each, identity.total) for identity in self.identities)

    def is_total(self, row: str, column: str) -> bool:
        """Tell whether a cell is the total of an identity: of its row, or of its column."""
        return ("row", column) in self._totals or ("column", row) in self._totals

    def is_total_row(self, row: str) -> bool:
        """Tell whether a whole row is a total."""
        return ("column", row) in self._totals

    def cell(self, row: str, column: str) -> str:
        """Make the id of a cell."""
        return f"{self.id}/{row}/{column}"

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Ids of all cells, row by row."""
        return tuple(self.cell(r.path, c.id) for r in self.leaf_rows for c in self.leaf_columns)


@dataclass(frozen=True)
class Want:
    """Something that a section's text should speak of: `name` as people call it, any of `words`.

    `rule` is the name of the rule of the catalogue that asks for it. `kinds` are the kinds of organ that
    it is asked of (none: all). With `when`, the id of a cell, it is asked only where that cell is above 0.
    """

    rule: str
    name: str
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class Section:
    """A section (部分) of the report: a narrative, or tables shown as one, with a caption.

    `heading` is the canonical text; `aliases` are known other wordings.
    """

    id: str
    heading: str
    aliases: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    caption: str = ""
    wants: tuple[Want, ...] = ()

    @property
    def is_narrative(self) -> bool:
        """Tell whether the section is text only."""
        return not self.tables


@dataclass(frozen=True)
class Form:
    """One edition of the report's form: `from_year` and `to_year` are years reported on."""

    id: str
    name: str
    basis: str
    from_year: int
    to_year: int | None
    title_patterns: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    phrases: tuple[Phrase, ...] = ()
    file: str = field(default="", compare=False)

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """Tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Ids of all cells of the form, in its order."""
        return tuple(cell for table in self.tables for cell in table.cells)

    def titles(self, organ: str, year: int) -> tuple[str, ...]:
        """Give the titles that a report of an organ on a year may have."""
        return tuple(
            pattern.replace("{organ}", organ).replace("{year}", str(year)) for pattern in self.title_patterns
        )

    def holds_for(self, year: int) -> bool:
        """Tell whether the form is the one for reports on `year`."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


def cell_labels(table: Table, cell: str) -> tuple[str, str]:
    """Give the innermost labels of a cell's row and column."""
    _, row, column = cell.split("/")
    return table.row_by_path[row].labels[-1], table.column_by_id[column].labels[-1]


def _leaf_rows(rows: tuple[Row, ...], path: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[LeafRow]:
    for row in rows:
        below = (*path, row.id) if row.id else path
        if row.children:
            yield from _leaf_rows(row.children, below, (*labels, row.label))
        else:
            yield LeafRow(".".join(below), (*labels, row.label))


def _leaf_columns(columns: tuple[Column, ...], labels: tuple[str, ...]) -> Iterator[LeafColumn]:
    for column in columns:
        if column.children:
            yield from _leaf_columns(column.children, (*labels, column.label))
        else:
            yield LeafColumn(column, (*labels, column.label))
