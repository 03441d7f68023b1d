"""Reads the cells of a report's tables: every figure as written, every slip at its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems
from gongkai.load.cell_slips import Slip, slip_in
from gongkai.load.cell_slips import is_unfilled as unfilled_text
from gongkai.load.fields import described
from gongkai.load.plain_rows import SUM, misfit
from gongkai.model.facts import Fact, State
from gongkai.model.form import LeafColumn, LeafRow, Table
from gongkai.model.source import Value

NOT_APPLICABLE = "/"


def read_cell(
    table: Table, row: LeafRow, column: LeafColumn, value: Value, place: Place
) -> tuple[Fact, Problems]:
    """Read one cell; where it is no figure, the fact is missing and a problem says why."""
    unit = ""
    if isinstance(value, dict) and column.column.units:
        value, unit, problems = _with_unit(table, row, column, value, place)
        if problems:
            return Fact(State.MISSING, place), problems
    missing = Fact(State.MISSING, place)

    def problem(code: str, **arguments: Argument) -> tuple[Fact, Problems]:
        return missing, (cell_problem(code, table, row, column, place, **arguments),)

    match value:
        case None:
            return Fact(State.BLANK, place), ()
        case bool() | list() | dict():
            return problem("D208", found=_briefly(value))
        case int() | Decimal():
            trouble = misfit(column, value)
            if trouble:
                return problem(trouble, found=str(value), limit=column.column.places, unit=column.column.unit)
            fact = Fact(State.FIGURE, place, value, unit or column.column.unit)
            if column.column.units and not unit and value:
                wanted = column.column.units[0]
                return fact, (
                    cell_problem("D222", table, row, column, place, found=str(value), wanted=wanted),
                )
            return fact, ()
        case str() if value == NOT_APPLICABLE:
            return Fact(State.NOT_APPLICABLE, place), ()
        case str() if value == SUM:
            if table.is_total(row.path, column.id):
                return Fact(State.COMPUTED, place), ()
            return problem("D220")
        case _:
            return missing, (_told(table, row, column, slip_in(column, str(value), place)),)


def _briefly(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(described(value).zh)


def is_unfilled(value: Value) -> bool:
    """Tell whether a cell still has the scaffold's mark in it."""
    return isinstance(value, str) and unfilled_text(value)


def cell_problem(
    code: str,
    table: Table,
    row: LeafRow,
    column: LeafColumn,
    place: Place,
    **arguments: Argument,
) -> Diagnostic:
    """Make a problem at a cell, which is named by the words of the form."""
    named: Mapping[str, Argument] = {"row": row.labels[-1], "column": column.labels[-1], **arguments}
    return Diagnostic(code, place, named, cell=table.cell(row.path, column.id))


def _told(table: Table, row: LeafRow, column: LeafColumn, slip: Slip) -> Diagnostic:
    problem = cell_problem(slip.code, table, row, column, slip.place, **slip.arguments)
    return replace(problem, edits=slip.edits)


def _with_unit(
    table: Table, row: LeafRow, column: LeafColumn, value: dict[str, Value], place: Place
) -> tuple[Value, str, Problems]:
    unit = value.get("unit")
    if set(value) == {"value", "unit"} and unit in column.column.units:
        return value["value"], str(unit), ()
    return None, "", (cell_problem("D208", table, row, column, place, found=described(value)),)
