"""Checks the form's identities in every row and column, and names the figure at fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.culprits import Culprit, find_culprits
from gongkai.diagnostics.diagnostic import Diagnostic, Note, Place, Related, Span, Text
from gongkai.model.arithmetic import Equation, added, equations
from gongkai.model.facts import Facts, Number, State
from gongkai.model.form import Table, cell_labels
from gongkai.model.records import Report, Site

_PARTS = Text("各项", "parts")
_CAUSE = Text("可能", "cause")


def check_arithmetic(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every identity of the report's form."""
    del site
    findings = find_culprits(report.form, report.facts)
    for culprit in findings.culprits:
        yield _named(report, culprit)
    for equation in findings.unexplained:
        yield _unexplained(report.facts, equation)
    yield from _blanks(report)


def _named(report: Report, culprit: Culprit) -> Diagnostic:
    facts, cell = report.facts, culprit.cell
    table = culprit.explains[0].table
    first = _first(culprit)
    row, column = names(table, cell)
    code = "D304"
    if first.total == cell:
        code = "D301" if first.each == "row" else "D302"
    place = facts[cell].place
    notes = [Note(_PARTS, _same(_sum(facts, first, cell)))]
    others = [equation for equation in culprit.explains if equation != first]
    if culprit.swapped_with:
        notes.append(Note(_CAUSE, _swap(table, culprit.swapped_with)))
    elif others:
        notes.append(Note(_CAUSE, _agreement(others, apart(culprit.stated, culprit.computed))))
    return Diagnostic(
        code,
        place,
        {"row": row, "column": column, **_difference(culprit.stated, culprit.computed)},
        cell=cell,
        marks=tuple(_marks(facts, first, cell)),
        notes=tuple(notes),
        related=tuple(_related(facts, others, cell)),
    )


def _first(culprit: Culprit) -> Equation:
    """The identity to show: one whose total is the figure itself, rows before columns."""
    totals = [equation for equation in culprit.explains if equation.total == culprit.cell]
    ranked = sorted(totals or culprit.explains, key=lambda equation: equation.each != "row")
    return ranked[0]


def _unexplained(facts: Facts, equation: Equation) -> Diagnostic:
    """A failing identity that no single figure explains: shown at its total, or its last term."""
    if equation.total:
        return _at_total(facts, equation, equation.parts)
    left, right = added(facts, equation.left), added(facts, equation.right)
    if left is None or right is None:
        raise AssertionError(equation)
    cell = equation.right[-1]
    _, column = names(equation.table, cell)
    return Diagnostic(
        "D303",
        facts[cell].place,
        {
            "column": column,
            "left": _labels(equation, equation.left),
            "left_sum": plain(left),
            "right": _labels(equation, equation.right),
            "right_sum": plain(right),
            "difference": plain(apart(left, right)),
        },
        cell=cell,
        notes=(
            Note(
                _PARTS,
                _same(f"{_side(facts, equation, equation.left)} ≠ {_side(facts, equation, equation.right)}"),
            ),
        ),
        related=tuple(_related(facts, [equation], cell)),
    )


def _at_total(facts: Facts, equation: Equation, parts: Sequence[str]) -> Diagnostic:
    """Show a failing identity at its total, as the parts that have a figure add up."""
    total = equation.total or ""
    stated, computed = facts[total].addend or 0, added(facts, parts) or 0
    row, column = names(equation.table, total)
    return Diagnostic(
        "D301" if equation.each == "row" else "D302",
        facts[total].place,
        {"row": row, "column": column, **_difference(stated, computed)},
        cell=total,
        marks=tuple(_marks(facts, equation, total)),
        notes=(Note(_PARTS, _same(f"{_side(facts, equation, parts)} = {plain(computed)}")),),
    )


def _difference(stated: Number, computed: Number) -> dict[str, str]:
    return {
        "stated": plain(stated),
        "computed": plain(computed),
        "difference": plain(apart(stated, computed)),
    }


def _blanks(report: Report) -> Iterator[Diagnostic]:
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
                marks=tuple(_marks(facts, equation, blank[0])),
            )
        elif wanted < 0 and equation.total and equation.total != blank[0]:
            # What is known exceeds the total already, whatever the blank may be.
            yield _at_total(facts, equation, [cell for cell in equation.parts if cell != blank[0]])
    yield from _other_blanks(report, told)


def _other_blanks(report: Report, told: set[str]) -> Iterator[Diagnostic]:
    """Name every blank that the identities say nothing of."""
    for table in report.form.tables:
        for cell in table.cells:
            fact = report.facts[cell]
            if fact.state is State.BLANK and cell not in told:
                row, column = names(table, cell)
                yield Diagnostic("D219", fact.place, {"row": row, "column": column}, cell=cell)


def names(table: Table, cell: str) -> tuple[str, str]:
    """Name a cell's row, with what stands above it, and its column."""
    _, row, column = cell.split("/")
    return " ".join(table.row_by_path[row].labels), table.column_by_id[column].labels[-1]


def apart(one: Number, other: Number) -> Number:
    """Give how far two numbers are apart."""
    return one - other if one > other else other - one


def plain(number: Number) -> str:
    """Write a number out."""
    return format(number, "f") if not isinstance(number, int) else str(number)


def _sum(facts: Facts, equation: Equation, cell: str) -> str:
    """Write the identity with its figures; parts that are zero are left out."""
    if equation.total is None:
        return f"{_side(facts, equation, equation.left)} ≠ {_side(facts, equation, equation.right)}"
    total = added(facts, equation.parts)
    stated = facts[equation.total].addend
    text = _side(facts, equation, equation.parts)
    if "+" in text or cell == equation.total:
        text = f"{text} = {plain(total if total is not None else 0)}"
    if cell == equation.total:
        return text
    return f"{text} ≠ {_label(equation, equation.total)} {plain(stated or 0)}"


def _side(facts: Facts, equation: Equation, cells: Sequence[str]) -> str:
    shown = [cell for cell in cells if facts[cell].addend] or [cells[0]]
    return " + ".join(f"{_label(equation, cell)} {plain(facts[cell].addend or 0)}" for cell in shown)


def _label(equation: Equation, cell: str) -> str:
    row, column = cell_labels(equation.table, cell)
    return column if equation.each == "row" else row


def _labels(equation: Equation, cells: Sequence[str]) -> str:
    return " + ".join(_label(equation, cell) for cell in cells)


def _agreement(others: Sequence[Equation], difference: Number) -> Text:
    count = len(others) + 1
    where = [_where(equation) for equation in others]
    return Text(
        f"{'、'.join(text.zh for text in where)}也差 {plain(difference)}，{count} 处都指向此格",
        f"{', '.join(text.en for text in where)} out by {plain(difference)} too; {count} sums point here",
    )


def _swap(table: Table, other: str) -> Text:
    row, column = names(table, other)
    return Text(f"与“{row}”的“{column}”互换了位置", f"“{column}” of “{row}” stands in its place")


def _where(equation: Equation) -> Text:
    """Name the row or column in which an identity holds."""
    if equation.each == "row":
        return _same(f"“{equation.table.row_by_path[equation.at].labels[-1]}”")
    column = equation.table.column_by_id[equation.at].labels[-1]
    row = _label(equation, equation.total) if equation.total else _labels(equation, equation.left)
    return Text(f"“{row}”的“{column}”", f"“{column}” of “{row}”")


def _marks(facts: Facts, equation: Equation, cell: str) -> Iterator[Span]:
    for other in equation.cells:
        if other != cell and facts[other].addend:
            yield facts[other].place.span


def _related(facts: Facts, others: Sequence[Equation], cell: str) -> Iterator[Related]:
    seen: set[Place] = {facts[cell].place}
    for equation in others:
        for other in [equation.total] if equation.total and equation.total != cell else equation.cells:
            place = facts[other].place
            # An `=` is added up by the program: nobody can mend it.
            if place not in seen and facts[other].state is not State.COMPUTED:
                seen.add(place)
                row, column = names(equation.table, other)
                yield Related(place, _same(f"{row} {column}"))


def _same(words: str) -> Text:
    return Text(words, words)
