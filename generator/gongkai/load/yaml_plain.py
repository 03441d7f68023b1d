"""Reads the plainest YAML line by line, which nearly every report is written in.

A line is a key with nothing, a simple scalar or a row of simple scalars behind it, a comment, or
blank. What has anything else in it is left to the reader of events, which this one must agree with
wherever it reads at all: a test compares them on any text. It is seven times as fast, and a portal
has thousands of reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Span
from gongkai.load.limits import DEPTH
from gongkai.load.yaml_scalars import resolve
from gongkai.model.pattern import pattern
from gongkai.model.source import Path, Value

_WORD = r"[A-Za-z0-9\u4e00-\u9fff]"
# No colon before a space or an end, no comment, no mark that means something in YAML.
_TEXT = rf"{_WORD}(?:[^\s:#\[\]{{}},\"'&*!|>%@`\ufeff]|:(?=\S)| (?=[^\s#]))*"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
# The parser of YAML takes no key longer than 1024 characters.
_LINE = pattern(
    rf"( *)(?:([A-Za-z_][A-Za-z0-9_-]{{0,199}}):(?: +(?:\[([^\[\]#]*)\]|({_TEXT}|~)))?)?"
    r"(?: *$|(?: +|^)#.*$)"
)
# A figure with the unit that its writer states.
_MEASURED = pattern(rf"\{{value: ({_NUMBER}), unit: ({_WORD}+)\}}")
# Stands for one in its row: no line has this character in it.
_WITH_UNIT = "\n"
_MARKS = frozenset(("=", "/", "~", _WITH_UNIT))
_FIGURES = (int, Decimal)


class Plain(NamedTuple):
    """A text's data, and where its scalars stand that are in no row."""

    data: Value
    known: Mapping[Path, Span]


class _Level:
    """A mapping being filled: its indentation, the key that waits for what is below it, the way here."""

    __slots__ = ("data", "indent", "waiting", "way")

    def __init__(self, indent: int, data: dict[str, Value], way: Path) -> None:
        self.indent, self.data, self.way = indent, data, way
        self.waiting: str | None = None


def read_plain(text: str) -> Plain | None:
    """Read a text; None where it is not plain enough."""
    root: dict[str, Value] = {}
    levels = [_Level(0, root, ())]
    known: dict[Path, Span] = {}
    match = _LINE.match
    for number, line in enumerate(text.split("\n"), 1):
        found = match(line)
        if not found:
            return None
        key = found[2]
        if key is None:
            continue
        indent = len(found[1])
        level = levels[-1]
        if indent > level.indent:
            if level.waiting is None or len(levels) >= DEPTH:
                return None
            below: dict[str, Value] = {}
            level.data[level.waiting] = below
            level = _Level(indent, below, (*level.way, level.waiting))
            levels.append(level)
        while indent < level.indent:
            levels.pop()
            level = levels[-1]
        if indent != level.indent or key in level.data:
            return None
        level.waiting = None
        row, scalar = found[3], found[4]
        if row is not None:
            cells = _measured(row) if "{" in row else _resolved(row)
            if cells is None:
                return None
            level.data[key] = [*cells]
        elif scalar is not None:
            level.data[key] = resolve(scalar)
            start, end = found.span(4)
            known[*level.way, key] = Span(number, start + 1, number, end + 1)
        else:
            level.data[key] = None
            level.waiting = key
    return Plain(root, known) if root else None


@lru_cache(4096)
def _resolved(row: str) -> tuple[Value, ...] | None:
    """Give the cells of a row that holds nothing but figures and marks; most rows stand there many times."""
    cells = [cell.strip(" ") for cell in row.split(",")]
    values = tuple(map(resolve, cells))
    is_plain = all(type(v) in _FIGURES or c in _MARKS for c, v in zip(cells, values, strict=True))
    return values if is_plain else None


def _measured(row: str) -> list[Value] | None:
    """Give the cells of a row in which figures have units."""
    figures = iter(_MEASURED.findall(row))
    cells = _resolved(_MEASURED.sub(_WITH_UNIT, row))
    return (
        None if cells is None else [_figure(*next(figures)) if cell == _WITH_UNIT else cell for cell in cells]
    )


def _figure(number: str, unit: str) -> Value:
    return {"value": resolve(number), "unit": resolve(unit)}
