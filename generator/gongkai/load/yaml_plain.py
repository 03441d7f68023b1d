"""Reads the plainest YAML line by line, which nearly every file of a site is written in.

A line is a key or a dash, with nothing, a simple scalar or a row of simple scalars behind it, a comment,
or blank. What has anything else in it is left to the reader of events, which this one must agree with
wherever it reads at all: a test compares them on any text. It is seven times as fast, a portal has
thousands of reports, and most runs need not even import the parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from gongkai.load.limits import DEPTH
from gongkai.load.yaml_values import KEY, SCALAR, read_row, read_value
from gongkai.model.pattern import pattern
from gongkai.model.source import Path, Stretch, Value

# Spaces, a dash, a key, and then a row, a scalar or a mapping.
_LINE = pattern(
    rf"( *+)(- ++)?+(?:({KEY}):(?!\S))?+ *+"
    rf"(?:\[([^\[\]#]*+)\]|({SCALAR})|\{{(.*)\}})?+"
    r" *+(?:$|(?<![^ ])#.*$)"
)
# Where a line begins and, behind a dash, goes on (else 0), its key, what stands behind the key as a row, a
# scalar or a mapping, and where that begins. Nothing for a line that is blank, or a comment.
_Line = tuple[int, int, str | None, str | None, str | None, str | None, int] | tuple[()]
_INDENT = 1
# Marks of which YAML makes line ends, or nothing.
_STRANGE = ("\x85", "\ufeff", "\u2028", "\u2029")
# Within a line there can be two collections more.
_DEEPEST = DEPTH - 2


class Plain(NamedTuple):
    """A text's data, and where values stand that are not in a row of figures."""

    data: Value
    known: Mapping[Path, Stretch]


class _Level:
    """A collection being filled: where it begins, the way to it, the key that waits for what is below it."""

    __slots__ = ("data", "indent", "is_list", "line", "waiting", "way")

    def __init__(self, line: int, indent: int, data: Any, way: Path) -> None:  # noqa: ANN401 - list or dict
        self.line, self.indent, self.data, self.way = line, indent, data, way
        self.is_list = isinstance(data, list)
        self.waiting: str | None = None

    def put(self, key: str | None, value: Value) -> None:
        """Put a value in, as the next item where it has no key."""
        self.waiting = None
        if key is None:
            self.data.append(value)
        else:
            self.data[key] = value

    def last(self, key: str | None) -> Path:
        """Give the way to what was just put in."""
        return (*self.way, len(self.data) - 1 if key is None else key)


class _Levels:
    """The collections that are open, the outermost first, and the places of values so far."""

    def __init__(self) -> None:
        self.open = [_Level(1, 0, {}, ())]
        self.known: dict[Path, Stretch] = {}

    def at(self, line: int, column: int, *, is_item: bool) -> _Level | None:
        """Open or close levels, so that the last is the one of what begins at a column."""
        level = self.open[-1]
        if column > level.indent:
            return self.below(line, column, [] if is_item else {}) if level.waiting is not None else None
        while level.indent > column:
            self.known[level.way] = (level.line, level.indent + 1, line, column + 1)
            self.open.pop()
            level = self.open[-1]
        return level if column == level.indent and level.is_list == is_item else None

    def below(self, line: int, column: int, data: Any) -> _Level | None:  # noqa: ANN401 - list or dict
        """Open a level below the key that waits for it, or as the next item of a list."""
        level = self.open[-1]
        key = level.waiting
        level.put(key, data)
        self.open.append(_Level(line, column, data, level.last(key)))
        return self.open[-1] if len(self.open) < _DEEPEST else None

    def item(self, line: int, column: int, within: int | None) -> _Level | None:
        """Do so for a dash; with a key behind it, at a column within, give the level of that key."""
        level = self.at(line, column, is_item=True)
        return level if level is None or within is None else self.below(line, within, {})

    def end(self, text: str, first_line: int) -> None:
        """Close all but the outermost below the text; of one without an end of line nobody knows where."""
        line = first_line + text.count("\n")
        for level in self.open[1:] if text.endswith("\n") else ():
            self.known[level.way] = (level.line, level.indent + 1, line, 1)


def read_plain(text: str, first_line: int = 1) -> Plain | None:
    """Read a text that starts on a line of its file; None where it is not plain enough."""
    if any(map(text.__contains__, _STRANGE)):
        return None
    levels = _Levels()
    level: _Level | None = levels.open[0]
    root, known = levels.open[0].data, levels.known
    lines = enumerate(text.split("\n"), first_line)
    for number, line in lines:
        alone = _parts(line)
        parts = _parts(_closed(line, lines)) if alone is None else alone
        if parts is None or not level:
            return None
        if not parts:
            continue
        column, within, key, row, word, mapping, at = parts
        if within:
            level = levels.item(number, column, None if key is None else within)
        elif column != level.indent or level.is_list:
            level = levels.at(number, column, is_item=False)
        if not level or (key in level.data if key else not level.is_list):
            return None
        if row is word is mapping:  # there is none of them
            level.put(key, None)
            level.waiting = key
            continue
        figures = None if row is None else read_row(row)
        if figures is not None:
            level.put(key, figures)
            continue
        read = read_value(row, word, mapping, at)
        if not read:
            return None
        value, places = read
        level.put(key, value)
        for below, start, end in places if alone else ():
            known[level.last(key) + below] = (number, start + 1, number, end + 1)
    levels.end(text, first_line)
    return Plain(root, known) if root else None


@lru_cache(4096)
def _parts(line: str) -> _Line | None:
    """Take a line apart; most lines stand in many files."""
    found = _LINE.match(line)
    if not found:
        return None
    if found.lastindex == _INDENT:
        return ()
    indent, dash, key, row, word, mapping = found.groups()
    column = len(indent)
    within = column + len(dash) if dash else 0
    return column, within, key, row, word, mapping, found.start(found.lastindex or 0)


def _closed(line: str, lines: Iterator[tuple[int, str]]) -> str:
    """Give a line with those below it up to the end of the list that it begins."""
    pieces, opened = [line.rstrip(" ")], line.count("[") - line.count("]")
    while opened > 0 and "#" not in pieces[-1]:
        _, more = next(lines, (0, ""))
        if not more.startswith(" ") or not more.strip(" "):
            break
        pieces.append(more.strip(" "))
        opened += more.count("[") - more.count("]")
    return " ".join(pieces)
