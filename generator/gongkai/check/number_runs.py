"""Finds long numbers in a text however they are written: full-width, spaced, hyphenated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gongkai.model.pattern import pattern

_SHORTEST, _LONGEST = 11, 19
_MOST_GROUPS = 6

# Between digits: blanks and hyphens of every kind, or one full stop (`1. ` is the mark of a list).
_BLANKS = " \t\u00a0\u00ad\u2000-\u200f\u202f\u2060\u3000\ufeff\u2010-\u2015\u2212－_-"
_BETWEEN = f"(?:[{_BLANKS}]{{0,3}}|[.．])"
_DIGIT = "[0-9０-９]"
_RUN = pattern(f"{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{10,}}(?:[{_BLANKS}]?[XxＸｘ])?")
# A stretch that a run can stand in, which is found in less time.
_STRETCH = pattern(f"{_DIGIT}[0-9０-９.．{_BLANKS}]{{10,}}")
_GROUP = pattern("[0-9０-９]+|[XxＸｘ]")
HALF_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX")

# A run in UTF-8, quickly: every digit becomes "1", what may stand between digits goes, and all else
# becomes "0". The last bytes of full-width digits and of dashes are those of other characters too, so
# this finds too much and never too little.
_ONES = frozenset((*b"0123456789", *range(0x90, 0x9A)))
_TABLE = bytes(0x31 if byte in _ONES else 0x30 for byte in range(256))
_DROPPED = b" \t._-" + bytes((0xC2, 0xE2, 0xE3, 0xEF, 0xA0, 0xAD, 0xAF, 0xBB, 0xBC, 0xBF, *range(0x80, 0x90)))
_ELEVEN = b"1" * _SHORTEST
# The same with every digit as it is.
_DIGITS = bytes(
    byte if byte in b"0123456789" else byte - 0x60 if byte in _ONES else 0x20 for byte in range(256)
)


class Written(NamedTuple):
    """A number of 11 to 19 digits: its digits, its stretch of the text, and how it was grouped."""

    digits: str
    start: int
    end: int
    groups: tuple[int, ...]


def has_run(text: str) -> bool:
    """Tell whether there may be a long number in a text; if not, there is none."""
    written = text.encode()
    ones = written.translate(_TABLE, _DROPPED)
    at = ones.find(_ELEVEN)
    if at < 0:
        return False
    digits = written.translate(_DIGITS, _DROPPED)
    while at >= 0:
        end = ones.find(b"0", at)
        if not _is_landline(digits[at : end if end >= 0 else None]):
            return True
        at = ones.find(_ELEVEN, end) if end >= 0 else -1
    return False


def _is_landline(run: bytes) -> bool:
    """Tell of the commonest long numbers, such as 0756-1234567, that they are nothing else."""
    is_local = len(run) == _SHORTEST or (len(run) == _SHORTEST + 1 and run[1:2] != b"1")
    return is_local and run[:1] == b"0"


def numbers(text: str) -> Iterator[Sequence[Written]]:
    """Give, for each run of digits, all numbers that it can be read as, the longest first.

    A number consists of whole groups: a run without separators is one group and so one number.
    """
    stretches = (stretch.span() for stretch in _STRETCH.finditer(text))
    for run in (run for start, end in stretches for run in _RUN.finditer(text, start, end + 2)):
        groups = tuple(_GROUP.finditer(text, run.start(), run.end()))
        found = [*_of_groups(groups), *_of_single_digits(groups)]
        yield sorted(found, key=lambda number: (-len(number.digits), number.start))


def _of_groups(groups: Sequence[re.Match[str]]) -> Iterator[Written]:
    for first in range(len(groups)):
        length = 0
        for last in range(first, min(first + _MOST_GROUPS, len(groups))):
            length += len(groups[last][0])
            if length > _LONGEST:
                break
            if length >= _SHORTEST:
                yield _written(groups[first : last + 1])


def _of_single_digits(groups: Sequence[re.Match[str]]) -> Iterator[Written]:
    """Digits with something between each two are one number as far as they go."""
    for single, members in groupby(groups, key=lambda group: len(group[0]) == 1):
        stretch = tuple(members) if single else ()
        if _SHORTEST <= len(stretch) <= _LONGEST:
            yield _written(stretch)


def _written(groups: Sequence[re.Match[str]]) -> Written:
    digits = "".join(group[0] for group in groups).translate(HALF_WIDTH)
    return Written(digits, groups[0].start(), groups[-1].end(), tuple(len(group[0]) for group in groups))
