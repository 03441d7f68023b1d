"""Reads the tables of a report against its form: which rows and cells are there, and which not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from gongkai.diagnostics.diagnostic import Diagnostic, Place
from gongkai.load.plain_rows import read_counts, read_plain_row
from gongkai.model.facts import Fact, Facts, Figures, Number
from gongkai.model.form import Form, LeafRow, Table
from gongkai.model.source import Document, Spans, Value


def read_tables(document: Document, form: Form) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read every cell of the form; `facts` has one entry for each, missing ones too."""
    facts: dict[str, Fact] = {}
    numbers: dict[str, Number] = {}
    find = partial(_place, document.spans, form)
    problems: list[Diagnostic] = []
    data = document.data if isinstance(document.data, dict) else {}
    for table in form.tables:
        written = data.get(table.id)
        levels = {way: _found(written, way) for way in table.levels}
        odd: list[LeafRow] = []
        rows = [_below(levels[way], key) for way, key in table.ways]
        counts = read_counts(table, rows)
        if counts:
            numbers.update(counts)
        for row, value in () if counts else zip(table.leaf_rows, rows, strict=True):
            plain = read_plain_row(table, row, value, find)
            if plain:
                numbers.update(plain[0])
                facts.update(plain[1])
            else:
                odd.append(row)
        if odd or _has_others(levels, table):
            from gongkai.load.odd_tables import read_odd  # noqa: PLC0415 - most reports have no need of it

            others, trouble = read_odd(document, form, table, odd)
            facts |= others
            problems += trouble
    return Figures(form, numbers, facts, find), tuple(problems)


def _found(value: Value, keys: tuple[str, ...]) -> Value:
    for key in keys:
        value = _below(value, key)
    return value


def _below(value: Value, key: str) -> Value:
    return value.get(key) if isinstance(value, dict) else None


def _has_others(levels: Mapping[tuple[str, ...], Value], table: Table) -> bool:
    """Tell whether keys are written that are no rows of the form."""
    return any(
        isinstance(below, dict) and not table.levels[way].issuperset(below) for way, below in levels.items()
    )


def _place(spans: Spans, form: Form, cell: str) -> Place:
    name, row, column = cell.split("/")
    table = form.table_by_id[name]
    columns = list(table.column_by_id)
    return spans.value(name, *table.row_by_path[row].keys, columns.index(column))
