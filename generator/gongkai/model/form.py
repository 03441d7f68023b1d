"""A form (报告格式) as data: sections, tables, rows, columns, labels, units and identities.

Nothing else in the program knows a row, a label or a sum; the editions themselves are
the YAML files in `forms/` and a site's own in `content/formats/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from gongkai.model.identity import Axis, Compared, Comparison, Identity, Sum
from gongkai.model.phrase import Phrases
from gongkai.model.record import Record

__all__ = [
    "Axis",
    "Column",
    "Compared",
    "Comparison",
    "Form",
    "Identity",
    "LeafColumn",
    "LeafRow",
    "Row",
    "Section",
    "Sum",
    "Table",
    "Want",
    "cell_labels",
]

CellType = Literal["count", "change", "amount"]
Layout = Literal["down", "across"]


class Column(Record):
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


class Row(Record):
    """A row head; one without an `id` is a heading only and no level in the data.

    `needs: rulemaking` marks a row that only an organ with the power to make 规章 can fill.
    """

    label: str
    id: str = ""
    children: tuple[Row, ...] = ()
    needs: str = ""


class LeafRow(Record):
    """A row with cells: its keys in the data, also as a dotted path, and its labels, the outermost first."""

    keys: tuple[str, ...]
    path: str
    labels: tuple[str, ...]
    needs: str = ""


class LeafColumn(Record):
    """A column with cells and the labels above it, outermost first."""

    column: Column
    labels: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the column's id."""
        return self.column.id


class Table(Record):
    """A table: its rows and columns as trees, and the identities inside it.

    `layout: across` shows the whole table as one row of cells, the rows' heads above the columns'.
    `comparisons` hold usually, or with last year's report. `measure` is the word that its cells are
    counted in (件). `watch` says which questions about last year's figures are asked of it: `jump`
    (far more or fewer), `repeat` (the very same).
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
    measure: str = ""
    watch: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash the id alone, as a form's."""
        return hash(self.id)

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
    def levels(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The keys that may stand below each way into the data, the table's own being the empty one."""
        found: dict[tuple[str, ...], set[str]] = {}
        for row in self.leaf_rows:
            for i, key in enumerate(row.keys):
                found.setdefault(row.keys[:i], set()).add(key)
        return {way: frozenset(keys) for way, keys in found.items()}

    @cached_property
    def ways(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The way to each leaf row: to the level that it is on, and its key there."""
        return tuple((row.keys[:-1], row.keys[-1]) for row in self.leaf_rows)

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """Every comparison in every row or column that it holds in."""
        return tuple(_compared(self, c, at) for c in self.comparisons for at in self._places_of(c))

    def _places_of(self, comparison: Comparison) -> Iterable[str]:
        every = self.row_by_path if comparison.each == "row" else self.column_by_id
        return comparison.only or every

    @cached_property
    def rows_by_name(self) -> dict[str, tuple[str, ...]]:
        """Leaf rows by the dotted path of a row or a group; a group with a total in it has no sum."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.leaf_rows:
            for i in range(1, len(row.keys) + 1):
                name = ".".join(row.keys[:i])
                found[name] = (*found.get(name, ()), row.path)
        return {
            name: rows
            for name, rows in found.items()
            if rows == (name,) or not any(map(self.is_total_row, rows))
        }

    @cached_property
    def columns_by_name(self) -> dict[str, tuple[str, ...]]:
        """Leaf columns by the id of a column or a group; a group with a total in it has no sum."""
        found = dict(_columns_by_name(self.columns))
        return {
            name: columns
            for name, columns in found.items()
            if columns == (name,) or not any(("row", column) in self._totals for column in columns)
        }

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
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """Cells of rows that sums of columns tie together; a row in no such sum stands alone."""
        rows = list(self.row_by_path)
        block = {row: i for i, row in enumerate(rows)}
        for identity in self.identities:
            if identity.each == "column":
                joined = {block[term] for term in (*identity.left.terms, *identity.right.terms)}
                block = {row: min(joined) if i in joined else i for row, i in block.items()}
        return tuple(
            tuple(self.cell(row, column) for row in rows if block[row] == i for column in self.column_by_id)
            for i in dict.fromkeys(block.values())
        )

    @cached_property
    def amounts(self) -> tuple[str, ...]:
        """Cells that hold an amount."""
        amounts = [column.id for column in self.leaf_columns if column.column.type == "amount"]
        return tuple(self.cell(row.path, column) for row in self.leaf_rows for column in amounts)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Ids of all cells, row by row."""
        return tuple(cell for cells in self.cells_by_row.values() for cell in cells)

    @cached_property
    def holds_counts(self) -> bool:
        """Tell whether every cell is a plain count."""
        columns = [leaf.column for leaf in self.leaf_columns]
        return all(c.type == "count" and not c.unit and not c.units for c in columns)

    @cached_property
    def total_column(self) -> str:
        """The column that is every row's total, or the only one; nothing where there is none."""
        if len(self.leaf_columns) == 1:
            return self.leaf_columns[0].id
        totals = {identity.total for identity in self.identities if identity.each == "row"}
        return next(iter(totals)) or "" if len(totals) == 1 else ""

    @cached_property
    def cells_by_row(self) -> dict[str, tuple[str, ...]]:
        """Ids of the cells of each row, by its path."""
        return {r.path: tuple(self.cell(r.path, c.id) for c in self.leaf_columns) for r in self.leaf_rows}


class Want(Record):
    """Something that a text should speak of: `name` as people call it, any of `words`.

    `rule` is the name of the rule of the catalogue that asks for it. `kinds` are the kinds of organ that
    it is asked of (none: all). With `when`, the id of a cell, it is asked only where that cell is above 0.
    """

    rule: str
    name: str
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    when: str = ""


class Section(Record):
    """A section (部分) of the report: a narrative, or tables shown as one, with a caption.

    `heading` is the canonical text; `aliases` are known other wordings. A text with fewer characters
    than `least` says too little, and one with more than `most` is asked whether it needs them.
    """

    id: str
    heading: str
    aliases: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    caption: str = ""
    least: int = 0
    most: int = 0
    wants: tuple[Want, ...] = ()

    @property
    def is_narrative(self) -> bool:
        """Tell whether the section is text only."""
        return not self.tables


class Form(Record, beside=("file",)):
    """One edition of the report's form: `from_year` and `to_year` are years reported on.

    `wants` is what the text should speak of in any of its sections, or before them.
    """

    id: str
    name: str
    basis: str
    from_year: int
    to_year: int | None
    title_patterns: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    phrases: Phrases = Phrases()
    wants: tuple[Want, ...] = ()
    file: str = ""

    def __hash__(self) -> int:
        """Hash the id alone: forms are keys of what is worked out once for each."""
        return hash(self.id)

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """Tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Ids of all cells of the form, in its order."""
        return tuple(cell for table in self.tables for cell in table.cells)

    @cached_property
    def row_labels(self) -> frozenset[str]:
        """Innermost labels of all rows with cells."""
        return frozenset(row.labels[-1] for table in self.tables for row in table.leaf_rows)

    @cached_property
    def rule_names(self) -> frozenset[str]:
        """Names of the rules that the form itself asks for: comparisons, and what texts must speak of."""
        compared = {comparison.rule for table in self.tables for comparison in table.comparisons}
        wanted = {want.rule for section in self.sections for want in section.wants}
        return frozenset(compared | wanted | {want.rule for want in self.wants})

    def called(self, table: Table) -> str:
        """Name a table; one without a title goes by the caption of its section."""
        return table.title or next(s.caption for s in self.sections if table.id in s.tables)

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


def _compared(table: Table, comparison: Comparison, at: str) -> Compared:
    def cells(side: Sum) -> tuple[str, ...]:
        along = comparison.each == "row"
        return tuple(table.cell(at, term) if along else table.cell(term, at) for term in side.terms)

    sides = (comparison.left, comparison.left_previous, comparison.right, comparison.right_previous)
    return Compared(comparison, at, *(cells(side) for side in sides))


def _leaf_rows(rows: tuple[Row, ...], path: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[LeafRow]:
    for row in rows:
        below = (*path, row.id) if row.id else path
        if row.children:
            yield from _leaf_rows(row.children, below, (*labels, row.label))
        else:
            yield LeafRow(below, ".".join(below), (*labels, row.label), row.needs)


def _columns_by_name(columns: tuple[Column, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for column in columns:
        if column.id:
            yield column.id, tuple(leaf.id for leaf in _leaf_columns((column,), ()))
        yield from _columns_by_name(column.children)


def _leaf_columns(columns: tuple[Column, ...], labels: tuple[str, ...]) -> Iterator[LeafColumn]:
    for column in columns:
        if column.children:
            yield from _leaf_columns(column.children, (*labels, column.label))
        else:
            yield LeafColumn(column, (*labels, column.label))
