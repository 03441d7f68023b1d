"""Tells blanks: those that the sums show to be figures, and the others, many of a row or table at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.equation_words import marks, names
from gongkai.check.unexplained import at_total
from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.arithmetic import equations
from gongkai.model.facts import State, plain
from gongkai.model.form import Form, Table
from gongkai.model.records import Report

# As many are named one by one: of a row its blanks, of a table what is said of its rows.
_FEW = 2
_FEW_ROWS = 3
_SHOWN = 10


def tell_blanks(report: Report) -> Iterator[Diagnostic]:
    """Name a blank that the identities show to be a figure, and blanks that cannot make a sum."""
    facts = report.facts
    told: set[str] = set()
    for equation in equations(report.form):
        blank = [cell for cell in equation.cells if facts[cell].state is State.BLANK]
        others = [cell for cell in equation.cells if cell not in blank]
        if len(blank) != 1 or any(facts[cell].addend is None for cell in others):
            continue
        left = sum((facts[c].addend or 0 for c in equation.left), start=0)
        right = sum((facts[c].addend or 0 for c in equation.right), start=0)
        wanted = (right - left) * equation.sign(blank[0])
        if wanted > 0 and blank[0] not in told:
            told.add(blank[0])
            row, column = names(equation.table, blank[0])
            yield Diagnostic(
                "D305",
                facts[blank[0]].place,
                {"row": row, "column": column, "computed": plain(wanted)},
                cell=blank[0],
                marks=tuple(marks(facts, equation, blank[0])),
            )
        elif wanted < 0 and equation.total and equation.total != blank[0]:
            # What is known exceeds the total already, whatever the blank may be.
            yield at_total(facts, equation, [cell for cell in equation.parts if cell != blank[0]])
    yield from _others(report, told)


def _others(report: Report, told: set[str]) -> Iterator[Diagnostic]:
    """Name every blank that the identities say nothing of; one that is excused stands by itself."""
    excused = {one.cell for one in report.accepted if one.code == "D219"}
    for table in report.form.tables:
        rows: list[list[str]] = []
        for row in table.cells_by_row.values():
            blank = [cell for cell in row if report.facts[cell].state is State.BLANK and cell not in told]
            many = [cell for cell in blank if cell not in excused]
            if len(many) > _FEW:
                rows.append(many)
                blank = [cell for cell in blank if cell in excused]
            rows += ([cell] for cell in blank)
        alone = [cells for cells in rows if cells[0] in excused]
        joined = [cells for cells in rows if cells[0] not in excused]
        if len(joined) > _FEW_ROWS:
            joined = [[cell for cells in joined for cell in cells]]
        for cells in (*alone, *joined):
            yield _blank(report, table, cells)


def _blank(report: Report, table: Table, cells: Sequence[str]) -> Diagnostic:
    places = [report.facts[cell].place for cell in cells]
    cell = cells[0] if len(cells) == 1 else None
    spans = tuple(place.span for place in places[1:_SHOWN])
    return Diagnostic("D219", places[0], {"what": _what(report.form, table, cells)}, cell, spans)


def _what(form: Form, table: Table, cells: Sequence[str]) -> Text:
    """Name blanks: one by its row and column, those of a row by their columns, of a table by their number."""
    row, column = names(table, cells[0])
    if len(cells) == 1:
        return Text(f"“{row}”的“{column}”", f"“{column}” of “{row}” is")
    count = len(cells)
    if len({cell.rsplit("/", 1)[0] for cell in cells}) == 1:
        columns = [names(table, cell)[1] for cell in cells]
        zh, en = "”、“".join(columns), "”, “".join(columns)
        return Text(f"“{row}”有 {count} 格（“{zh}”）", f"{count} cells of “{row}” (“{en}”) are")
    name = form.called(table)
    return Text(f"表“{name}”有 {count} 格", f"{count} cells of the table “{name}” are")
