"""Reads what is not as it should be in the tables of a report: rows that are not there, or not plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place
from gongkai.diagnostics.half_width import half_width
from gongkai.diagnostics.nearest import closest, nearest
from gongkai.load.fields import KINDS, wrong_type
from gongkai.load.figures import is_unfilled, read_cell
from gongkai.load.row_slips import (
    full_width_commas,
    is_bracketed,
    not_a_row,
    sum_for,
    thousands_in,
    wrong_length,
)
from gongkai.load.yaml_slips import slips_in
from gongkai.model.facts import Fact, State
from gongkai.model.form import Form, LeafRow, Row, Table
from gongkai.model.source import Document, Path, Value


def read_odd(
    document: Document, form: Form, table: Table, rows: Sequence[LeafRow]
) -> tuple[dict[str, Fact], list[Diagnostic]]:
    """Read the rows of a table that are not plain, and say what is wrong with the table as a whole."""
    facts: dict[str, Fact] = {}
    problems: list[Diagnostic] = []
    meant: set[str] = set()  # rows that are there under a misspelt name
    if not isinstance(document.data, dict) or table.id not in document.data:
        arguments = {"table": form.called(table), "id": table.id}
        problems.append(Diagnostic("D204", document.spans.value(), arguments))
    else:
        strange = list(_unknown_rows(document, table, table.rows, (table.id,), ()))
        problems += (problem for problem, _ in strange)
        meant = {row for _, row in strange}
    for row in rows:
        for cell, fact, trouble in _row(document, table, row):
            facts[cell] = fact
            problems += (
                replace(p, arguments={**p.arguments, "table": form.called(table)}) if p.code == "D210" else p
                for p in trouble
                if p.code != "D205" or row.path not in meant
            )
    return facts, problems


_Cells = Iterator[tuple[str, Fact, Sequence[Diagnostic]]]


def _row(document: Document, table: Table, row: LeafRow) -> _Cells:
    data = document.data if isinstance(document.data, dict) else {}
    path: Path = (table.id,)
    value: Value = data.get(table.id)
    present = table.id in data
    for key in row.keys:
        if not isinstance(value, dict) or key not in value:
            say = present and (isinstance(value, dict) or _lacks_its_row(table, value))
            yield from _absent(document, table, row, path, say=say)
            return
        path, value = (*path, key), value[key]
    yield from _cells(document, table, row, path, value)


def _cells(document: Document, table: Table, row: LeafRow, path: Path, value: Value) -> _Cells:
    place = document.spans.value(*path)
    columns = table.leaf_columns
    single: list[Value] | None = [value] if len(columns) == 1 and not is_bracketed(value) else None
    cells = value if isinstance(value, list) else single
    if cells is None:
        yield from _refused(table, row, place, not_a_row(document, path, value, row, len(columns)))
        return
    if len(cells) != len(columns):
        slips = [
            *thousands_in(row, document.source.text, place, len(columns)),
            *full_width_commas(document, path, cells, len(columns)),
        ]
        yield from _refused(table, row, place, slips or [wrong_length(document, table, row, path, cells)])
        return
    unfilled = sum(is_unfilled(cell) for cell in cells)
    told = False
    for i, column in enumerate(columns):
        at = (*path, i) if isinstance(value, list) else path
        fact, problems = read_cell(table, row, column, cells[i], document.spans.value(*at))
        if is_unfilled(cells[i]):
            # A row still to be filled in is one thing to do, not one for each of its cells.
            edits = sum_for(table, column.id, cells, problems)
            problems = () if told else tuple(_count(problem, unfilled, edits) for problem in problems)
            told = True
        yield table.cell(row.path, column.id), fact, problems


def _lacks_its_row(table: Table, value: Value) -> bool:
    """Tell whether nothing is left of a table because its one row is not there."""
    return value is None and len(table.leaf_rows) == 1


def _absent(document: Document, table: Table, row: LeafRow, path: Path, *, say: bool) -> _Cells:
    place = document.spans.key(*path)
    problem = Diagnostic("D205", place, {"row": row.labels[-1], "id": row.path})
    yield from _refused(table, row, place, [problem] if say else [])


def _refused(table: Table, row: LeafRow, place: Place, problems: Sequence[Diagnostic]) -> _Cells:
    """Every cell of the row is missing; what is wrong is said once."""
    for i, column in enumerate(table.leaf_columns):
        yield table.cell(row.path, column.id), Fact(State.MISSING, place), () if i else problems


def _count(problem: Diagnostic, unfilled: int, edits: tuple[Edit, ...]) -> Diagnostic:
    return replace(problem, arguments={**problem.arguments, "count": unfilled}, edits=edits)


def _unknown_rows(
    document: Document, table: Table, rows: Sequence[Row], path: Path, keys: tuple[str, ...]
) -> Iterator[tuple[Diagnostic, str]]:
    """Say which rows the form does not have, each with the path of the row that was likely meant."""
    data: Value = document.data
    for step in path:
        data = data.get(str(step)) if isinstance(data, dict) else None
    named = list(_named(rows))
    if _lacks_its_row(table, data):
        return
    if not isinstance(data, dict):
        key = table.title or table.id if len(path) == 1 else str(path[-1])
        slips = slips_in(document.source, document.spans.value(*path).span) if isinstance(data, str) else ()
        for problem in slips or (wrong_type(document.spans, path, key, KINDS["mapping"], data),):
            yield problem, ""
        return
    known = [row.id for row in named]
    for key in data:
        if key not in known:
            place = document.spans.key(*path, key)
            arguments = {"table": table.title or table.id, "id": ".".join((*keys, key))}
            plain = half_width(key)
            edits = (Edit(place, plain),) if plain in known and plain not in data else ()
            problem = Diagnostic("D206", place, {**arguments, "advice": nearest(plain, known)}, edits=edits)
            yield problem, ".".join((*keys, closest(plain, known)))
    for row in named:
        if row.children and row.id in data:
            yield from _unknown_rows(document, table, row.children, (*path, row.id), (*keys, row.id))


def _named(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that are a level in the data: headings without an id are looked through."""
    for row in rows:
        if row.id:
            yield row
        else:
            yield from _named(row.children)
