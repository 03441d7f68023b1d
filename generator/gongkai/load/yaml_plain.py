"""Reads the plainest YAML line by line, which nearly every report is written in.

A line is a key with nothing, a simple scalar or a row of simple scalars behind it, a comment, or
blank. What has anything else in it is left to the reader of events, which this one must agree with
wherever it reads at all: a test compares them on any text. It is seven times as fast, and a portal
has thousands of reports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.diagnostics.diagnostic import Span
from gongkai.load.limits import DEPTH
from gongkai.load.yaml_scalars import resolve
from gongkai.model.source import Path, Value

_WORD = r"[A-Za-z0-9\u4e00-\u9fff]"
# No colon before a space or an end, no comment, no mark that means something in YAML.
_TEXT = rf"{_WORD}(?:[^\s:#\[\]{{}},\"'&*!|>%@`\ufeff]|:(?=\S)| (?=[^\s#]))*"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
# A cell, or a figure with the unit that its writer states.
_CELL = rf"(?:{_NUMBER}|[=/~]|\{{value: {_NUMBER}, unit: {_WORD}+\}})"
_ROW = rf"\[ *({_CELL}(?: *, *{_CELL})*) *\]"
_LINE = re.compile(
    rf"( *)(?:([A-Za-z_][A-Za-z0-9_-]*):(?: +(?:{_ROW}|({_TEXT}|~)))?)?"
    r"(?: *$|(?: +|^)#.*$)"
)
_CELLS = re.compile(r" *, *")
_MEASURED = re.compile(rf"\{{value: ({_NUMBER}), unit: ({_WORD}+)\}}|([^ ,]+)")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text's data, and where its scalars stand that are in no row."""

    data: Value
    known: Mapping[Path, Span]


@dataclass(slots=True)
class _Level:
    """A mapping being filled: its indentation, the key that waits for what is below it, the way here."""

    indent: int
    data: dict[str, Value]
    waiting: str | None
    way: Path


def read_plain(text: str) -> Plain | None:
    """Read a text; None where it is not plain enough."""
    root: dict[str, Value] = {}
    levels = [_Level(0, root, None, ())]
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
            level = _Level(indent, below, None, (*level.way, level.waiting))
            levels.append(level)
        while indent < level.indent:
            levels.pop()
            level = levels[-1]
        if indent != level.indent or key in level.data:
            return None
        level.waiting = None
        row, scalar = found[3], found[4]
        if row is not None:
            level.data[key] = _measured(row) if "{" in row else [resolve(cell) for cell in _CELLS.split(row)]
        elif scalar is not None:
            level.data[key] = resolve(scalar)
            start, end = found.span(4)
            known[*level.way, key] = Span(number, start + 1, number, end + 1)
        else:
            level.data[key] = None
            level.waiting = key
    return Plain(root, known) if root else None


def _measured(row: str) -> list[Value]:
    found = _MEASURED.findall(row)
    return [
        {"value": resolve(number), "unit": resolve(unit)} if number else resolve(cell)
        for number, unit, cell in found
    ]
