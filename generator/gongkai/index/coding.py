"""Lists of page numbers as short ASCII text, and texts as JavaScript.

A list is written as gaps or, where it is dense, as bits. A gap is a number of base 46; a digit that is
not its last has 46 more.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from operator import sub

# Every printable character but the space and the two that JavaScript would have escaped.
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
BASE = len(DIGITS) // 2
_BITS_OF_A_DIGIT = 6
_SURROGATE = re.compile("[\ud800-\udfff]")


def number(value: int) -> str:
    """Write a number."""
    rest, last = divmod(value, BASE)
    written = DIGITS[last]
    while rest:
        rest, digit = divmod(rest, BASE)
        written = DIGITS[digit + BASE] + written
    return written


# Most gaps are short; the text of each is at its index.
_GAPS = ["", *map(number, range(10_000))]


def gaps(ids: Sequence[int]) -> str:
    """Write rising numbers by their distances, the first from -1."""
    steps = [*map(sub, ids, (-1, *ids))]
    try:
        return "".join(map(_GAPS.__getitem__, steps))
    except IndexError:
        return "".join(number(step - 1) for step in steps)


def is_dense(ids: Sequence[int]) -> bool:
    """Tell whether bits are shorter than gaps."""
    return len(ids) * _BITS_OF_A_DIGIT > ids[-1] - ids[0] + 4 * _BITS_OF_A_DIGIT


def bits(ids: Sequence[int]) -> str:
    """Write rising numbers as the first of them and a bit for each number from there on (Base64)."""
    first = ids[0]
    size = (ids[-1] - first) // 24 * 3 + 3
    marks = bytearray(b"0") * (size * 8)
    for place in ids:
        marks[place - first] = 49
    return number(first) + b64encode(int(marks, 2).to_bytes(size)).decode()


def literal(data: object) -> str:
    """Write texts, numbers, lists and mappings as JavaScript; half of a pair of surrogates is escaped."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def registered(version: str, name: str, data: str) -> bytes:
    """Make a part: a script that hands its data over under its name."""
    return f'gongkaiSearch.take("{version}","{name}",{data})\n'.encode()


def batches(sizes: Sequence[int], most: int) -> Iterator[slice]:
    """Cut a row of things into slices of at most so much, or of one thing."""
    start = size = 0
    for at, more in enumerate(sizes):
        if at > start and size + more > most:
            yield slice(start, at)
            start, size = at, 0
        size += more
    if start < len(sizes):
        yield slice(start, len(sizes))
