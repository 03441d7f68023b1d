"""Names the slips in a whole row of figures: its commas, brackets and number of cells, with their repairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Edit, Place, Span, Text
from gongkai.load.cell_slips import is_cell
from gongkai.load.fields import wrong_type
from gongkai.load.wide_marks import YAML_MARKS
from gongkai.model.form import LeafRow, Table
from gongkai.model.pattern import pattern
from gongkai.model.source import Document, Path, Value

_LIST = Text("方括号括起的一行数字，如 [0, 0, 0]", "a row of figures in square brackets, like [0, 0, 0]")
_THOUSANDS = pattern(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_TIGHT_COMMA = pattern(r",\S")


def thousands_in(row: LeafRow, source: str, place: Place, wanted: int) -> Iterator[Diagnostic]:
    """Find `1,234` in a row's text, which YAML reads as two values; `wanted` is how many cells it has.

    The repair is safe where it gives the row its number of cells, and the commas between the cells
    are told apart by the spaces after them.
    """
    span = place.span
    if span.line != span.end_line:
        return
    line = source.split("\n")[span.line - 1][: span.end_column - 1]
    found = list(_THOUSANDS.finditer(line, span.column - 1))
    rest = _THOUSANDS.sub("0", line[span.column - 1 :])
    is_safe = rest.count(",") == wanted - 1 and not _TIGHT_COMMA.search(rest)
    for match in found:
        at = Place(place.file, Span(span.line, match.start() + 1, span.line, match.end() + 1))
        bare = match[0].replace(",", "")
        arguments = {"row": row.labels[-1], "found": match[0], "wanted": bare}
        yield Diagnostic("D213", at, arguments, edits=(Edit(at, bare),) if is_safe else ())


def _full_width_in(text: str, place: Place, *, is_safe: bool = False) -> Iterator[Diagnostic]:
    """Find the full-width marks in a row of figures; `is_safe` where it is one without them."""
    for offset, char in enumerate(text):
        if char in YAML_MARKS:
            span, wanted = place.span, YAML_MARKS[char]
            at = Place(place.file, Span(span.line, span.column + offset, span.line, span.column + offset + 1))
            spaced = wanted == "," and offset + 1 < len(text) and not text[offset + 1].isspace()
            edits = (Edit(at, f"{wanted} " if spaced else wanted),) if is_safe else ()
            yield Diagnostic("D107", at, {"found": char, "wanted": wanted}, edits=edits)


def _plain_marks(text: str) -> str:
    """Give a row's text with half-width marks."""
    return "".join(YAML_MARKS.get(char, char) for char in text)


def is_bracketed(value: Value) -> bool:
    """Tell whether a text was meant as a row: it stands in brackets of the input method."""
    return isinstance(value, str) and _plain_marks(value[:1]) == "[" != value[:1]


def full_width_commas(
    document: Document, path: Path, cells: list[Value], wanted: int
) -> Iterator[Diagnostic]:
    """Find full-width commas in the cells of a row of `wanted` cells."""
    pieces = [piece for cell in cells for piece in _plain_marks(str(cell)).split(",")]
    is_safe = len(pieces) == wanted and all(is_cell(piece.strip()) for piece in pieces)
    for i, cell in enumerate(cells):
        if isinstance(cell, str):
            yield from _full_width_in(cell, document.spans.value(*path, i), is_safe=is_safe)


def not_a_row(document: Document, path: Path, value: Value, row: LeafRow, wanted: int) -> list[Diagnostic]:
    """Say why a text, or something else, is no row of `wanted` cells."""
    place = document.spans.value(*path)
    problem = wrong_type(document.spans, path, row.labels[-1], _LIST, value)
    if not isinstance(value, str):
        return [problem]
    plain = _plain_marks(value)
    pieces = plain.removeprefix("[").removesuffix("]").split(",")
    is_row = len(pieces) == wanted and all(is_cell(piece.strip()) for piece in pieces)
    is_safe = is_row and plain.startswith("[") == plain.endswith("]")
    found = list(_full_width_in(value, place, is_safe=is_safe))
    if found or not is_safe or plain.startswith("["):
        return found or [problem]
    span = place.span
    ends = (
        Edit(Place(place.file, Span(span.line, span.column, span.line, span.column)), "["),
        Edit(Place(place.file, Span(span.end_line, span.end_column, span.end_line, span.end_column)), "]"),
    )
    return [replace(problem, edits=ends)]


def wrong_length(
    document: Document, table: Table, row: LeafRow, path: Path, cells: list[Value]
) -> Diagnostic:
    """Say that a row has too few or too many cells."""
    labels = [column.labels[-1] for column in table.leaf_columns]
    arguments: dict[str, Argument] = {
        "row": row.labels[-1],
        "wanted": len(labels),
        "found": len(cells),
        "columns": Text("、".join(labels), ", ".join(labels)),
    }
    place = document.spans.value(*path)
    return Diagnostic("D207", place, arguments, edits=_sum_left_out(document, table, path, cells))


def _sum_left_out(document: Document, table: Table, path: Path, cells: list[Value]) -> tuple[Edit, ...]:
    """Put `=` in the last place where the total is what is missing, and nothing else can be.

    That is so where a comma stands before the empty place, and where the last figure is less than the
    others together, so that it cannot be the total itself. Of a row of zeros any cell may be missing.
    """
    last = table.leaf_columns[-1].id
    figures = [cell for cell in cells if isinstance(cell, int | Decimal) and not isinstance(cell, bool)]
    if len(cells) + 1 != len(table.leaf_columns) or len(figures) != len(cells) or not cells:
        return ()
    if _parts_of(table, last) != {column.id for column in table.leaf_columns[:-1]}:
        return ()
    end, stop = document.spans.value(*path, len(cells) - 1).span, document.spans.value(*path).span
    if end.end_line != stop.end_line:
        return ()
    line = document.source.text.split("\n")[end.end_line - 1]
    after = line[end.end_column - 1 : stop.end_column - 2]
    is_left_empty = after.strip() == ","
    if not is_left_empty and figures[-1] >= sum(figures[:-1]) and any(figures):
        return ()
    start = end.end_column + (len(after) if is_left_empty else 0)
    text = ("" if after.endswith(" ") else " ") + "=" if is_left_empty else ", ="
    file = document.source.file
    return (Edit(Place(file, Span(end.end_line, start, end.end_line, start)), text),)


def sum_for(
    table: Table, column: str, cells: list[Value], problems: Sequence[Diagnostic]
) -> tuple[Edit, ...]:
    """Put `=` for a total that is still to be filled in, once all its parts are figures."""
    values = dict(zip((each.id for each in table.leaf_columns), cells, strict=True))
    parts = _parts_of(table, column)
    ready = all(isinstance(values[part], int | Decimal) for part in parts)
    return tuple(Edit(problem.place, "=") for problem in problems) if parts and ready else ()


def _parts_of(table: Table, column: str) -> set[str]:
    """Give the columns that a total of a row adds up; none where the column is no such total."""
    for identity in table.identities:
        if identity.each == "row" and identity.total == column:
            return {*identity.left.terms, *identity.right.terms} - {column}
    return set()
