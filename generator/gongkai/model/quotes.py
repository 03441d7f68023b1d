"""Figures that a report's text quotes from its own tables: `{{ table.row.column }}`.

A name is a table, a row's path and a column, joined by dots. A group of rows or columns stands for
the sum of its cells, a table of one column needs no column, and `previous.` reaches last year's report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from gongkai.model.arithmetic import added
from gongkai.model.facts import Number, plain
from gongkai.model.form import Form, Table
from gongkai.model.pattern import pattern
from gongkai.model.records import Report

PREVIOUS = "previous."

_MARK = pattern(r"\{\{([^{}\n]{0,300})\}\}")
_OPEN_LINK = pattern(r"\[[^\[\]\n]{0,300}$")
_CLOSED_LINK = pattern(r"[^\[\]\n]{0,300}\]\(")
# A writer who counts in a word of his own gets the bare number.
_MEASURES = "件条个份项宗起次篇部例人元"


class Quote(NamedTuple):
    """A name in braces, and where it stands in its text."""

    name: str
    start: int
    end: int


class Quoted(NamedTuple):
    """What a name means: cells of this year's report or last year's, their sum, and its unit.

    `number` is None where a cell has no figure; `report` is None where last year's is not there.
    """

    report: Report | None
    cells: tuple[str, ...]
    number: Number | None
    unit: str


def quotes(text: str) -> Iterator[Quote]:
    """Find every name in braces."""
    if "{{" in text:
        for found in _MARK.finditer(text):
            yield Quote(found[1].strip(), found.start(), found.end())


@lru_cache
def names(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Give every name of a form with the cells that it means."""
    found: dict[str, tuple[str, ...]] = {}
    for table in form.tables:
        for row, rows in table.rows_by_name.items():
            for column, columns in table.columns_by_name.items():
                cells = tuple(table.cell(r, c) for r in rows for c in columns)
                found[f"{table.id}.{row}.{column}"] = cells
                if len(table.leaf_columns) == 1:
                    found[f"{table.id}.{row}"] = cells
    return found


def look_up(name: str, report: Report, previous: Report | None) -> Quoted | None:
    """Say what a name means in a report; None where its form has no such name."""
    within = report
    if name.startswith(PREVIOUS):
        name = name.removeprefix(PREVIOUS)
        if not previous:
            return Quoted(None, (), None, "") if name in names(report.form) else None
        within = previous
    cells = names(within.form).get(name)
    if cells is None:
        return None
    has_figure = any(within.facts[cell].number is not None for cell in cells)
    number = added(within.facts, cells) if has_figure else None
    return Quoted(within, cells, number, _unit(within, cells))


def fill(
    text: str,
    report: Report,
    previous: Report | None,
    shown: Callable[[Quoted, str], str],
) -> str:
    """Put figures in the place of names; `shown` makes the words of a figure with its unit.

    What means nothing stays as it is: a check has named it.
    """
    if "{{" not in text:
        return text

    def figure(found: re.Match[str]) -> str:
        quoted = look_up(found[1].strip(), report, previous)
        if not quoted or quoted.number is None:
            return found[0]
        words = f"{plain(quoted.number)}{_unit_before(quoted.unit, text[found.end() :])}"
        return words if _is_within_link(text, found) else shown(quoted, words)

    return _MARK.sub(figure, text)


def filled(text: str, report: Report, previous: Report | None) -> str:
    """Put figures in the place of names, as plain text."""
    return fill(text, report, previous, lambda _, words: words)


def _unit(report: Report, cells: tuple[str, ...]) -> str:
    table, _, column = cells[0].split("/")
    defined: Table = report.form.table_by_id[table]
    leaf = defined.column_by_id[column].column
    if leaf.type == "amount":
        return report.facts[cells[0]].unit or leaf.unit
    return defined.measure


def _unit_before(unit: str, rest: str) -> str:
    """Leave the unit out where the text goes on with it, or with another one."""
    following = rest.lstrip(" ")
    return "" if following.startswith(unit) or following[:1] in _MEASURES else unit


def _is_within_link(text: str, found: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    return bool(_OPEN_LINK.search(line) and _CLOSED_LINK.match(text, found.end()))
