"""Reads what stands behind a key or a dash in a line of plain YAML: a scalar, a row, a list or a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from gongkai.load.yaml_scalars import is_suspect, resolve
from gongkai.model.pattern import pattern
from gongkai.model.source import Path, Value

# Sets of characters are of ASCII, and of classes that Python knows: others take a millisecond to compile.
KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,199}"
# No colon before a space or an end, no comment, no mark that means something in YAML.
_SAFE = r"[^\s:#\[\]{},\"'&*!|>%@`?]"
_WORDS = rf"(?:-(?=[0-9]))?+(?:[^\W_]|[（《]){_SAFE}*+(?:(?: (?={_SAFE})|:(?=[\w/])){_SAFE}*+)*+"
SCALAR = rf'{_WORDS}|~|"[^"\\\x00-\x1f\x7f-\x9f]*+"'

_ITEM = pattern(rf" *+({SCALAR}|[=/]) *+")
_PAIR = pattern(rf" *+({KEY}): ++(?:\[([^\[\]#]*+)\] *+|([^\[\]{{}},#]*+))(?:,|$)")
# A figure with the unit that its writer states.
_MEASURED = pattern(r"\{value: (-?[0-9]+(?:\.[0-9]+)?), unit: ([^\W_]+)\}")
# Stands for one in its row: no line has this character in it.
_WITH_UNIT = "\n"
_MARKS = frozenset(("=", "/", "~", _WITH_UNIT))
_FIGURES = (int, Decimal)

# A value beside where it stands, or what is in it: the way there, from and to.
Read = tuple[Value, Sequence[tuple[Path, int, int]]]


def read_row(row: str) -> list[Value] | None:
    """Read what stands between `[` and `]`; None where it is no row of figures and marks."""
    cells = _measured(row) if "{value:" in row else _figures(row)
    return None if cells is None else [*cells]


def read_value(words: str | None, word: str | None, mapping: str | None, at: int) -> Read | None:
    """Read what stands between `[` and `]`, alone, or between `{` and `}`; None where it is not plain.

    `at` is where it begins in its line.
    """
    if word is not None:
        return None if is_suspect(word) else (_scalar(word), (((), at, at + len(word)),))
    return _mapping(mapping or "", at) if words is None else _list(words, at)


def _scalar(written: str) -> Value:
    return written[1:-1] if written[0] == '"' else resolve(written)


@lru_cache(4096)
def _figures(row: str) -> tuple[Value, ...] | None:
    """Give the cells of a row that holds nothing but figures and marks; most rows stand there many times."""
    cells = [cell.strip(" ") for cell in row.split(",")]
    values = tuple(map(resolve, cells))
    is_plain = all(type(v) in _FIGURES or c in _MARKS for c, v in zip(cells, values, strict=True))
    return values if is_plain else None


def _measured(row: str) -> list[Value] | None:
    """Give the cells of a row in which figures have units."""
    figures = iter(_MEASURED.findall(row))
    cells = _figures(_MEASURED.sub(_WITH_UNIT, row))
    return (
        None if cells is None else [_figure(*next(figures)) if cell == _WITH_UNIT else cell for cell in cells]
    )


def _figure(number: str, unit: str) -> Value:
    return {"value": resolve(number), "unit": resolve(unit)}


def _list(written: str, at: int) -> Read | None:
    """Read words between commas."""
    if is_suspect(written):
        return None
    values: list[Value] = []
    places: list[tuple[Path, int, int]] = []
    if not written:
        return values, places
    for i, cell in enumerate(written.split(",")):
        found = _ITEM.fullmatch(cell)
        if not found:
            return None
        start, end = found.span(1)
        values.append(_scalar(found[1]))
        places.append(((i,), at + start, at + end))
        at += len(cell) + 1
    return values, places


def _mapping(written: str, at: int) -> Read | None:
    """Read keys and values between commas; a value can be a list of words."""
    if is_suspect(written):
        return None
    values: dict[str, Value] = {}
    places: list[tuple[Path, int, int]] = []
    for key, value, start, end in _pairs(written):
        if key is None or key in values:
            return None
        values[key] = value
        places.append(((key,), at + start, at + end))
    return (values, places) if values else None


def _pairs(written: str) -> Iterator[tuple[str | None, Value, int, int]]:
    """Give each key with its value and its place, and no key where the text is not plain."""
    at = 0
    while at < len(written):
        found = _PAIR.match(written, at)
        if not found:
            yield None, None, 0, 0
            return
        at = found.end()
        key, row, word = found.groups()
        if row is not None:
            read = _list(row, 0)
            start, end = found.span(2)
            yield (key, read[0], start - 1, end + 1) if read else (None, None, 0, 0)
        else:
            value, start = _ITEM.fullmatch(word), found.start(3)
            yield (
                (key, _scalar(value[1]), start + value.start(1), start + value.end(1))
                if value
                else (None, None, 0, 0)
            )
