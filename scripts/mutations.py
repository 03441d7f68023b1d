"""Makes wrong reports of right ones: every slip of each class, by the form's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.model.arithmetic import equations
from gongkai.model.facts import Fact, Facts, Number, State
from gongkai.model.form import Form, LeafRow, Table
from gongkai.model.records import Report

SINGLE = "single cell, tables with sums"
SINGLE_ELSEWHERE = "single cell, tables without sums"
TRANSPOSED = "two digits transposed"
SWAPPED = "two neighbours swapped"
SHIFTED = "row shifted one place"
COPIED = "last year's row copied in"
YUAN = "yuan written for ten thousand yuan"
DROPPED = "row dropped"
DOUBLED = "row doubled"
UNSEEN = ", where no sum changes"
SAME = ", the same figures"

_YUAN = 10_000


@dataclass(frozen=True)
class Mutation:
    """A wrong report: figures for some cells, or other lines in the file; `row` is where it is wrong."""

    kind: str
    table: str
    row: str
    cells: Mapping[str, Number]

    @property
    def is_of_lines(self) -> bool:
        """Tell whether it is a row too few or too many, and not a wrong figure."""
        return not self.cells


def mutations(report: Report, last_year: Report | None) -> Iterator[Mutation]:
    """Give every mutation of a report; those that would leave the same figures are marked as such."""
    form = report.form
    for table in form.tables:
        for row in table.leaf_rows:
            cells = [table.cell(row.path, column.id) for column in table.leaf_columns]
            numbers = {cell: report.facts[cell].number for cell in cells}
            row_figures = {cell: number for cell, number in numbers.items() if number is not None}
            if len(row_figures) == len(cells):
                yield from _of_figures(report, table, row, row_figures, last_year)
            for kind in (DROPPED, DOUBLED):
                yield Mutation(kind, table.id, row.path, {})


def mutated(facts: Facts, mutation: Mutation) -> Facts:
    """Write a mutation's figures over a report's."""
    changed = {
        cell: facts[cell]._replace(state=State.FIGURE, number=number)
        for cell, number in mutation.cells.items()
    }
    return {**facts, **changed}


def _of_figures(
    report: Report, table: Table, row: LeafRow, row_figures: Mapping[str, Number], last_year: Report | None
) -> Iterator[Mutation]:
    has_sums = bool(table.identities)
    for column, (cell, number) in zip(table.leaf_columns, row_figures.items(), strict=True):
        single = SINGLE if has_sums else SINGLE_ELSEWHERE
        for other in (number + 1, number - 1):
            if other >= 0 or column.column.type == "change":
                yield Mutation(single, table.id, row.path, {cell: other})
        if column.column.type == "amount" and number and _known(last_year, cell):
            yield Mutation(YUAN, table.id, row.path, {cell: number * _YUAN})
    if not has_sums:
        return
    for kind, figures in _rearranged(row_figures, last_year):
        changed = {cell: other for cell, other in figures.items() if other != row_figures[cell]}
        if not changed:
            yield Mutation(kind + SAME, table.id, row.path, figures)
            continue
        seen = _is_seen(report.form, report.facts, changed)
        yield Mutation(kind if seen else kind + UNSEEN, table.id, row.path, changed)


def _rearranged(
    row_figures: Mapping[str, Number], last_year: Report | None
) -> Iterator[tuple[str, dict[str, Number]]]:
    cells, numbers = list(row_figures), list(row_figures.values())
    for cell, number in row_figures.items():
        yield from ((TRANSPOSED, {cell: other}) for other in _transposed(number))
    for i in range(len(cells) - 1):
        yield SWAPPED, {cells[i]: numbers[i + 1], cells[i + 1]: numbers[i]}
    yield SHIFTED, dict(zip(cells, [0, *numbers[:-1]], strict=True))
    yield SHIFTED, dict(zip(cells, [*numbers[1:], 0], strict=True))
    if last_year and all(_known(last_year, cell) is not None for cell in cells):
        yield COPIED, {cell: _known(last_year, cell) or 0 for cell in cells}


def _transposed(number: Number) -> Iterator[Number]:
    digits = str(number)
    for i in range(len(digits) - 1):
        one, other = digits[i], digits[i + 1]
        swapped = digits[:i] + other + one + digits[i + 2 :]
        if one != other and one + other != "." and "." not in one + other and not swapped.startswith("0"):
            yield type(number)(swapped)


def _known(last_year: Report | None, cell: str) -> Number | None:
    fact: Fact | None = last_year.facts.get(cell) if last_year else None
    return fact.number if fact else None


def _is_seen(form: Form, facts: Facts, changed: Mapping[str, Number]) -> bool:
    """Tell whether the change of figures changes any of the form's sums."""
    deltas = {cell: number - (facts[cell].number or 0) for cell, number in changed.items()}
    return any(
        sum(deltas[cell] * equation.sign(cell) for cell in equation.cells if cell in deltas)
        for equation in equations(form)
        if not deltas.keys().isdisjoint(equation.cells)
    )


def without_row(lines: Sequence[str], line: int) -> str:
    """Leave a line out of a file; lines are counted from 1."""
    return "\n".join([*lines[: line - 1], *lines[line:]])


def with_row_twice(lines: Sequence[str], line: int) -> str:
    """Write a line of a file twice."""
    return "\n".join([*lines[:line], *lines[line - 1 :]])
