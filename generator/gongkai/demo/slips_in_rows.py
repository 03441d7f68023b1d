"""Slips in the figures: each is one that the form's sums, or last year's report, can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gongkai.demo.papers import PaperRow, rows_of, with_row
from gongkai.demo.plan import Plan
from gongkai.demo.slip import Planted, Slip, Within, in_data

_YUAN = 10_000


def residuals(plan: Plan, figures: Sequence[int]) -> list[int]:
    """Give by how much each identity of the form fails."""
    return [sum(figures[cell] * sign for cell, sign in signed) for signed in plan.signed]


def _shows(within: Within, figures: Sequence[int]) -> bool:
    """Tell whether a sum fails."""
    return any(residuals(within.report.plan, figures))


def _row_slip(within: Within, changed: Iterator[tuple[PaperRow, list[int], int]]) -> Planted | None:
    """Take one of the changed rows that a sum shows to be wrong."""
    report = within.report
    for row, figures, cell in changed:
        if tuple(figures) != report.figures and _shows(within, figures):
            data = with_row(report.plan, report.data, row, figures)
            return in_data(report, data, row.line, report.plan.cells[cell] if cell >= 0 else "")
    return None


def _rows(within: Within) -> list[PaperRow]:
    """Give the rows that stand in sums, in any order."""
    plan = within.report.plan
    summed = {cell for signed in plan.signed for cell, _ in signed}
    rows = rows_of(plan, within.report.data)
    return within.chance.shuffled([row for row in rows if row.cells[0] in summed])


def _single_cell(within: Within) -> Planted | None:
    def changed() -> Iterator[tuple[PaperRow, list[int], int]]:
        for row in _rows(within):
            cell = within.chance.pick(row.cells)
            figures = list(within.report.figures)
            figures[cell] += within.chance.between(1, 9) * within.report.plan.scales[cell]
            yield row, figures, cell

    return _row_slip(within, changed())


def _digits_transposed(within: Within) -> Planted | None:
    def changed() -> Iterator[tuple[PaperRow, list[int], int]]:
        for row in _rows(within):
            for cell in row.cells:
                digits = str(within.report.figures[cell])
                figures = list(within.report.figures)
                figures[cell] = int(digits[:-2] + digits[-1:] + digits[-2:-1])
                if len(digits) > 1 and digits[-1] != "0":
                    yield row, figures, cell

    return _row_slip(within, changed())


def _neighbours_swapped(within: Within) -> Planted | None:
    def changed() -> Iterator[tuple[PaperRow, list[int], int]]:
        for row in _rows(within):
            for one, other in zip(row.cells, row.cells[1:], strict=False):
                figures = list(within.report.figures)
                figures[one], figures[other] = figures[other], figures[one]
                yield row, figures, one

    return _row_slip(within, changed())


def _row_shifted(within: Within) -> Planted | None:
    def changed() -> Iterator[tuple[PaperRow, list[int], int]]:
        for row in _rows(within):
            figures = list(within.report.figures)
            for cell, value in zip(row.cells, [0, *(figures[c] for c in row.cells[:-1])], strict=True):
                figures[cell] = value
            yield row, figures, -1

    return _row_slip(within, changed())


def _last_year_row(within: Within) -> Planted | None:
    before = within.before

    def changed() -> Iterator[tuple[PaperRow, list[int], int]]:
        if not before:
            return
        for row in _rows(within):
            figures = list(within.report.figures)
            names = [within.report.plan.cells[cell] for cell in row.cells]
            if all(name in before.plan.index for name in names):
                for cell, name in zip(row.cells, names, strict=True):
                    figures[cell] = before.figures[before.plan.index[name]]
                yield row, figures, -1

    return _row_slip(within, changed())


def _yuan_for_wan(within: Within) -> Planted | None:
    report, before = within.report, within.before
    for row in rows_of(report.plan, report.data):
        for cell in row.cells:
            name = report.plan.cells[cell]
            known = before.figures[before.plan.index[name]] if before and name in before.plan.index else 0
            if report.plan.types[cell] == "amount" and report.figures[cell] and known:
                figures = list(report.figures)
                figures[cell] *= _YUAN
                return in_data(report, with_row(report.plan, report.data, row, figures), row.line, name)
    return None


def _row_dropped(within: Within) -> Planted | None:
    report = within.report
    row = within.chance.pick(rows_of(report.plan, report.data))
    lines = report.data.split("\n")
    del lines[row.line - 1]
    return in_data(report, "\n".join(lines), 0)


def _row_doubled(within: Within) -> Planted | None:
    report = within.report
    row = within.chance.pick(rows_of(report.plan, report.data))
    lines = report.data.split("\n")
    lines.insert(row.line, lines[row.line - 1])
    return in_data(report, "\n".join(lines), row.line + 1)


def _carry_over(within: Within) -> Planted | None:
    """Move requests between two rows of one side of a balance, so that the report itself still adds up."""
    report, plan = within.report, within.report.plan
    carried = {stock.cell for stock in plan.stocks}
    for balance in plan.balances:
        came = [cell for cell in balance.come if cell not in carried]
        stocks = [cell for cell in balance.come if cell in carried]
        if not (came and stocks and within.before and report.figures[came[0]]):
            continue
        figures = list(report.figures)
        figures[came[0]] -= plan.scales[came[0]]
        figures[stocks[0]] += plan.scales[stocks[0]]
        for total, parts in plan.totals:
            figures[total] = sum(figures[part] for part in parts)
        data, line = report.data, 0
        for row in rows_of(plan, report.data):
            data = with_row(plan, data, row, figures)
            line = row.line if stocks[0] in row.cells else line
        return in_data(report, data, line)
    return None


def _full_width_digit(within: Within) -> Planted | None:
    report = within.report
    row = within.chance.pick(rows_of(report.plan, report.data))
    lines = report.data.split("\n")
    before, _, rest = lines[row.line - 1].partition("[")
    figures, _, after = rest.partition("]")
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isdigit() else char for char in figures.split(",")[0])
    if "{" in figures:
        return None
    lines[row.line - 1] = f"{before}[{','.join([wide, *figures.split(',')[1:]])}]{after}"
    return in_data(report, "\n".join(lines), row.line, report.plan.cells[row.cells[0]])


def _organ_not_added(within: Within) -> Planted | None:
    """Leave one organ out of a government's sums."""
    report = within.report
    if any((child.id, report.year) in within.spoilt for child in report.organ.children):
        return None
    missing = next((figures for figures in report.below if any(figures)), None)
    if not missing or len(report.below) < 2:  # noqa: PLR2004 - one alone would leave nothing
        return None
    figures = [one - other for one, other in zip(report.figures, missing, strict=True)]
    data = report.data
    for row in rows_of(report.plan, report.data):
        data = with_row(report.plan, data, row, figures)
    return in_data(report, data, 0)


ROW_SLIPS: Mapping[str, Slip] = {
    "single-cell": _single_cell,
    "digits-transposed": _digits_transposed,
    "neighbours-swapped": _neighbours_swapped,
    "row-shifted": _row_shifted,
    "last-year-row": _last_year_row,
    "yuan-for-wan": _yuan_for_wan,
    "row-dropped": _row_dropped,
    "row-doubled": _row_doubled,
    "carry-over": _carry_over,
    "full-width-digit": _full_width_digit,
    "organ-not-added": _organ_not_added,
}
