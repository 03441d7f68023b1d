"""Reads the rows that have nothing but well-written figures in them, which nearly all are.

No place is looked up and no problem sought: what is not plain is left to `load/figures.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any

from gongkai.diagnostics.diagnostic import Place
from gongkai.model.facts import Fact, Number, State
from gongkai.model.form import LeafColumn, LeafRow, Table
from gongkai.model.source import Value

SUM = "="
_WHOLE = {int}

PlainRow = tuple[Iterable[tuple[str, Number]], Mapping[str, Fact]]
_NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


def read_counts(table: Table, rows: Sequence[Value]) -> Iterable[tuple[str, Number]] | None:
    """Give the figures of a table that has nothing but counts in all its rows; None if it has more."""
    if not table.holds_counts:
        return None
    figures: list[Any] = []
    try:
        if set(map(len, rows)) == {len(table.leaf_columns)}:  # type: ignore[arg-type] # caught
            figures += chain.from_iterable(rows)  # type: ignore[arg-type] # caught
    except TypeError:  # a figure alone, or none
        return None
    if set(map(type, figures)) != _WHOLE or min(figures) < 0:
        return None
    return zip(table.cells, figures, strict=True)


def read_plain_row(table: Table, row: LeafRow, value: Value, find: Callable[[str], Place]) -> PlainRow | None:
    """Give a row's plain figures, and facts for what has a unit or is to be added up; None if it has more."""
    columns = table.leaf_columns
    values = value if isinstance(value, list) else [value]
    if len(values) != len(columns):
        return None
    cells = table.cells_by_row[row.path]
    if table.holds_counts and set(map(type, values)) == _WHOLE and min(values) >= 0:  # type: ignore[type-var,operator] # whole numbers
        return zip(cells, values, strict=True), _NO_FACTS  # type: ignore[arg-type] # as just seen
    numbers: dict[str, Number] = {}
    facts: dict[str, Fact] = {}
    for cell, column, written in zip(cells, columns, values, strict=True):
        if written == SUM:
            if not table.is_total(row.path, column.id):
                return None
            facts[cell] = Fact(State.COMPUTED, partial(find, cell))
            continue
        number, unit = _measured(column, written)
        if number is None:
            return None
        if unit:
            facts[cell] = Fact(State.FIGURE, partial(find, cell), number, unit)
        else:
            numbers[cell] = number
    return numbers.items(), facts


def _measured(column: LeafColumn, written: Value) -> tuple[Number | None, str]:
    """Give a well-written figure with its unit."""
    unit, units = column.column.unit, column.column.units
    if isinstance(written, dict):
        unit = str(written.get("unit"))
        if set(written) != {"value", "unit"} or unit not in units:
            return None, ""
        written = written["value"]
    elif units and written:
        return None, ""  # its unit is missing
    if isinstance(written, bool) or not isinstance(written, int | Decimal):
        return None, ""
    return (None, "") if misfit(column, written) else (written, unit)


def misfit(column: LeafColumn, value: int | Decimal) -> str | None:
    """Give the code of the rule that a number breaks in its column."""
    kind = column.column.type
    if value < 0 and kind != "change":
        return "D216"
    if isinstance(value, Decimal):
        if kind != "amount":
            return "D217"
        if -int(value.as_tuple().exponent) > column.column.places:
            return "D218"
    return None
