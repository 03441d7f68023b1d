"""Writes a report's data file: every row of its form on a line, with the form's own words beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.figures import Figures
from gongkai.demo.plan import Plan
from gongkai.demo.register import DemoOrgan
from gongkai.demo.story import written
from gongkai.model.form import Row, Table

_SATURDAY = 5


@dataclass(frozen=True)
class _Line:
    """A line of the file: words, or a row with the cells between."""

    before: str
    cells: tuple[int, ...] = ()
    after: str = ""


@dataclass(frozen=True)
class PaperRow:
    """A row of the file: its line, counted from 1, and its cells."""

    line: int
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Dates:
    """When a report was examined and published."""

    reviewed: dt.date
    published: dt.date


def paper(plan: Plan, organ: DemoOrgan, year: int, figures: Figures, tilt: Chance, chance: Chance) -> str:
    """Write `report.yaml`."""
    data = read_data("portal")
    dates = _dates(organ, year, chance)
    titles = plan.form.titles(organ.name, year)
    lines = [
        f"format: {plan.form.id}",
        f"organ: {organ.id}",
        f"year: {year}",
        f"title: {titles[tilt.below(len(titles))]}",
        f"published: {dates.published.isoformat()}",
        "review:",
        f"  reviewer: {chance.pick(data['reviewers'])}",
        f"  date: {dates.reviewed.isoformat()}",
        f"  conclusion: {chance.pick(data['conclusions'])}",
    ]
    if organ.is_government and organ.children:
        lines += ["rollup:", "  organs:", *(f"    - {child.id}" for child in organ.children)]
    cells = _written(plan, figures)
    lines += [
        line.before + ", ".join([cells[cell] for cell in line.cells]) + line.after for line in _lines(plan)
    ]
    return "\n".join(lines) + "\n"


def rows_of(plan: Plan, data: str) -> list[PaperRow]:
    """Tell where each row stands in a report's data file."""
    lines = _lines(plan)
    first = data.count("\n") - len(lines) + 1
    return [PaperRow(number, line.cells) for number, line in enumerate(lines, first) if line.cells]


def with_row(plan: Plan, data: str, row: PaperRow, figures: Sequence[int]) -> str:
    """Write other figures into one row; `figures` are all of the report's."""
    lines = data.split("\n")
    cells = _written(plan, figures)
    before, _, rest = lines[row.line - 1].partition("[")
    _, _, after = rest.rpartition("]  #")
    lines[row.line - 1] = f"{before}[{', '.join(cells[cell] for cell in row.cells)}]  #{after}"
    return "\n".join(lines)


def _dates(organ: DemoOrgan, year: int, chance: Chance) -> Dates:
    dates = read_data("portal")["dates"]["government" if organ.is_government else "other"]
    first, second = (_day(year + 1, dates[name], chance) for name in ("review", "publish"))
    return Dates(first, second)


def _day(year: int, days: Sequence[Sequence[int]], chance: Chance) -> dt.date:
    """Give a day from the first of two to the last; a Saturday or Sunday gives way to the next Monday."""
    start, end = (dt.date(year, month, day) for month, day in days)
    day = start + dt.timedelta(chance.below((end - start).days + 1))
    return day if day.weekday() < _SATURDAY else day + dt.timedelta(7 - day.weekday())


def _written(plan: Plan, figures: Sequence[int]) -> list[str]:
    unit = read_data("figures")["unit"]
    found = []
    for i, (number, scale) in enumerate(zip(figures, plan.scales, strict=True)):
        text = str(number) if scale == 1 else written(number, scale)
        found.append(f"{{value: {text}, unit: {unit}}}" if i in plan.with_unit else text)
    return found


@lru_cache
def _lines(plan: Plan) -> tuple[_Line, ...]:
    lines: list[_Line] = []
    for table in plan.form.tables:
        title = table.title or table.note
        lines += [_Line(""), _Line(f"{table.id}:" + (f"  # {title}" if title else ""))]
        heads = "、".join(column.labels[-1] for column in table.leaf_columns)
        lines.append(_Line(f"  # 各列依次为：{heads}"))
        lines += _rows(plan, table, table.rows, (), 1)
    return tuple(lines)


def _rows(plan: Plan, table: Table, rows: Sequence[Row], path: tuple[str, ...], level: int) -> list[_Line]:
    lines = []
    for row in rows:
        here = (*path, row.id) if row.id else path
        indent = "  " * level
        if row.children:
            lines.append(_Line(f"{indent}{row.id}:  # {row.label}" if row.id else f"{indent}# {row.label}"))
            lines += _rows(plan, table, row.children, here, level + bool(row.id))
        else:
            name = ".".join(here)
            cells = tuple(plan.index[table.cell(name, column.id)] for column in table.leaf_columns)
            lines.append(_Line(f"{indent}{row.id}: [", cells, f"]  # {row.label}"))
    return lines
