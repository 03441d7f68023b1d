"""Reads the cells of a report's tables: every figure as written, every slip at its own place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems, Span
from gongkai.load.fields import described
from gongkai.model.facts import Fact, State
from gongkai.model.form import LeafColumn, LeafRow, Table
from gongkai.model.source import Value

SUM = "="
NOT_APPLICABLE = "/"

_UNFILLED = re.compile(r"[_＿]+|[?？]+|…+|待填.*|待补.*|TODO|[Xx×Ｘ]{1,4}|[□○]+")
_PLACEHOLDER = re.compile(r"-+|[—－–─]+|无|空|N/?A|n/?a|不涉及|没有|null|none|\\|", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[,，'\u2009\u00a0 ][0-9]{3})+(?:\.[0-9]+)?")
_LEADING_ZERO = re.compile(r"0+([0-9]+(?:\.[0-9]+)?)")
_WITH_WORDS = re.compile(
    r"(减少|增加|减|增|下降|上升)?[^\d=-]*?(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*[^\d\s]\D*|"
    r"(减少|增加|减|增|下降|上升)\s*(-?[0-9][0-9,]*(?:\.[0-9]+)?)"
)
_LESS = ("减少", "减", "下降")
_SPELLED = re.compile(r"[-+]?[0-9_.]+(?:[eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F]+|[0-9]+(?::[0-9]+)+|[0-9 ]+")
_HALF_WIDTH = {"，": ",", "、": ",", "；": ",", "［": "[", "］": "]", "【": "[", "】": "]", "：": ":"}
_FULL_WIDTH_COMMA = re.compile(r"[，、；]")


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
            trouble = _misfit(column, value)
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
            code, arguments = _slip(column, str(value))
            return problem(code, **arguments)


def _briefly(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(described(value).zh)


def is_unfilled(value: Value) -> bool:
    """Tell whether a cell still has the scaffold's mark in it."""
    return isinstance(value, str) and _UNFILLED.fullmatch(value) is not None


def cell_problem(
    code: str, table: Table, row: LeafRow, column: LeafColumn, place: Place, **arguments: Argument
) -> Diagnostic:
    """Make a problem at a cell, which is named by the words of the form."""
    named: Mapping[str, Argument] = {"row": row.labels[-1], "column": column.labels[-1], **arguments}
    return Diagnostic(code, place, named, cell=table.cell(row.path, column.id))


def thousands_in(row: LeafRow, source: str, place: Place) -> Iterator[Diagnostic]:
    """Find `1,234` in a row's text, which YAML reads as two values."""
    span = place.span
    if span.line != span.end_line:
        return
    line = source.split("\n")[span.line - 1]
    for found in re.finditer(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])", line[: span.end_column - 1]):
        if found.start() >= span.column - 1:
            at = Span(span.line, found.start() + 1, span.line, found.end() + 1)
            arguments = {"row": row.labels[-1], "found": found[0], "wanted": found[0].replace(",", "")}
            yield Diagnostic("D213", Place(place.file, at), arguments)


def full_width_in(text: str, place: Place) -> Iterator[Diagnostic]:
    """Find the full-width marks in what should be a row of figures."""
    for offset, char in enumerate(text):
        if char in _HALF_WIDTH:
            span = place.span
            at = Span(span.line, span.column + offset, span.line, span.column + offset + 1)
            yield Diagnostic("D107", Place(place.file, at), {"found": char, "wanted": _HALF_WIDTH[char]})


def _misfit(column: LeafColumn, value: int | Decimal) -> str | None:
    kind = column.column.type
    if value < 0 and kind != "change":
        return "D216"
    if isinstance(value, Decimal):
        if kind != "amount":
            return "D217"
        if -int(value.as_tuple().exponent) > column.column.places:
            return "D218"
    return None


def _slip(column: LeafColumn, text: str) -> tuple[str, dict[str, Argument]]:
    """Name the slip in a text that stands where a figure belongs."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _FULL_WIDTH_COMMA.search(text) and not _THOUSANDS.fullmatch(text):
        found = _FULL_WIDTH_COMMA.search(text)
        return "D107", {"found": found[0] if found else "，", "wanted": ","}
    if _UNFILLED.fullmatch(text):
        return "D210", {"found": text, "count": 1}
    if text != plain and _NUMBER.fullmatch(plain):
        return "D212", {"found": text, "wanted": plain}
    if _PLACEHOLDER.fullmatch(text):
        return "D209", {"found": text}
    if _THOUSANDS.fullmatch(plain):
        return "D213", {"found": text, "wanted": re.sub(r"[^0-9.-]", "", plain)}
    if _NUMBER.fullmatch(plain):
        return "D215", {"found": f'"{text}"'}
    zero = _LEADING_ZERO.fullmatch(plain)
    if zero:
        return "D214", {"found": text, "wanted": zero[1]}
    if _SPELLED.fullmatch(plain):
        return "D215", {"found": text}
    words = _WITH_WORDS.fullmatch(plain)
    if words:
        number = (words[2] or words[4]).replace(",", "")
        sign = "-" if (words[1] or words[3]) in _LESS and column.column.type == "change" else ""
        return "D211", {"found": text, "wanted": sign + number}
    return "D208", {"found": text[:40]}


def _with_unit(
    table: Table, row: LeafRow, column: LeafColumn, value: dict[str, Value], place: Place
) -> tuple[Value, str, Problems]:
    unit = value.get("unit")
    if set(value) == {"value", "unit"} and unit in column.column.units:
        return value["value"], str(unit), ()
    return None, "", (cell_problem("D208", table, row, column, place, found=described(value)),)
