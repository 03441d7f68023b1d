"""Where a key of an article or a column stands: looked up only when there is something to say of it."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.records import Article, StandingPage, Topic

_FENCE = "---"
# What can stand around an item of a list: none of it is part of an address.
_AROUND = frozenset("\"'[], \t/#")


def key_place(record: Article | Topic | StandingPage, key: str) -> Place:
    """Give the place of a key's value, or where it is not found in its own line, that of the file."""
    lines = _lines(record)
    number = _line_of(lines, key)
    if not number:
        return record.place
    line = lines[number - 1]
    value = line[len(key) + 1 :]
    start = len(line) - len(value.lstrip()) + 1
    end = max(len(line.rstrip()) + 1, start)
    return Place(record.place.file, Span(number, start, number, end))


def item_place(record: Article | Topic | StandingPage, key: str, item: str) -> Place:
    """Give the place of an item in a key's list, by its words; where it is not found, that of the key."""
    lines = _lines(record)
    first = _line_of(lines, key)
    for number in range(first, len(lines) + 1) if first else ():
        line = lines[number - 1]
        skipped = len(key) + 1 if number == first else 0
        if number > first and (line.rstrip() == _FENCE or not line.startswith((" ", "\t", "-", "#", "]"))):
            break
        column = _found(line, item, skipped)
        if column:
            return Place(record.place.file, Span(number, column, number, column + len(item)))
    return key_place(record, key)


def _found(line: str, item: str, skipped: int) -> int:
    """Give the column at which an item stands by itself in a line, or 0."""
    at = line.find(item, skipped)
    while at >= 0:
        before, after = line[at - 1 : at], line[at + len(item) : at + len(item) + 1]
        if _AROUND.issuperset(before) and _AROUND.issuperset(after):
            return at + 1
        at = line.find(item, at + 1)
    return 0


def _lines(record: Article | Topic | StandingPage) -> Sequence[str]:
    return record.written.text.split("\n") if record.written else ()


def _line_of(lines: Sequence[str], key: str) -> int:
    """Give the number of the line that has a key, or 0."""
    for number, line in enumerate(lines, 1):
        if number > 1 and line.rstrip() == _FENCE:
            break  # the end of the front matter; a column's file has none
        if line.startswith(f"{key}:"):
            return number
    return 0
