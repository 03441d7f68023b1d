"""Finds marks of the input method where `{key: value, key: value}` and `[id, id]` have those of YAML.

Chinese marks are right inside a text, so a mark counts only where no text can go on: a comma before
the next key, a colon after a key, a bracket at the end, quotes around a key or an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.load.wide_marks import CLOSING, COMMAS, OPENING
from gongkai.model.pattern import pattern

_ID = r"[A-Za-z_][A-Za-z0-9_.-]*"
_QUOTE = r"[“”＂]"
_BLANK = r"[ \u3000\u00a0]*"
_BEFORE_VALUE = rf"(?:^[ -]*|[:：]{_BLANK}|[,，]{_BLANK})"
_OPENING = pattern(
    rf"(?:{_BEFORE_VALUE}|\[{_BLANK})(?P<slip>[{{｛])(?={_BLANK}{_QUOTE}?{_ID}{_QUOTE}?{_BLANK}[:：])"
)
_COMMA = pattern(
    rf"(?P<slip>[{COMMAS}])(?={_BLANK}{_QUOTE}?(?P<key>{_ID}){_QUOTE}?{_BLANK}(?P<colon>[:：])(?!/))"
)
# What stands before such a comma is certainly no text if it is one word of the keyboard.
_WORD_BEFORE = pattern(rf"(?:[:：,{{｛]){_BLANK}[!-9;-z~]+{_BLANK}$|[\]}}］｝\"”＂]{_BLANK}$")
_COLON = pattern(rf"{_BLANK}(?P<open>{_QUOTE}?){_ID}(?P<close>{_QUOTE}?){_BLANK}(?P<slip>[:：])")
_CLOSING = pattern(rf"(?P<slip>｝)(?={_BLANK}(?:[,，\]}}｝］]|$))")
_LIST = pattern(
    rf"{_BEFORE_VALUE}(?P<open>[\[{OPENING}])(?P<inner>[^\[\]{{}}\"'{OPENING}{CLOSING}]*)[\]{CLOSING}]"
)
_PARTS = pattern(rf"[,{COMMAS}]")
_IS_ID = pattern(rf"{_BLANK}(?:[a-z]+-?[A-Za-z0-9_.-]*){_BLANK}")
# Keys of the records that are written so: one of them after a comma is a key, not a word of a sentence.
KEYS = frozenset((
    "adjustments", "by", "cell", "code", "conclusion", "date", "from", "href", "id", "kind", "label",
    "left_out", "lineage", "makes_rules", "name", "organ", "organs", "parent", "reason", "reviewer",
    "short_name", "text", "to", "unit", "value", "year",
))  # fmt: skip
# Keys whose values are codes, ids and days, never sentences.
_CODED = "code|cell|organ|date|year|published|format|id|kind|parent|from|to|by"
_CODED_VALUE = pattern(
    rf"(?<![\w.-])(?:{_CODED}){_QUOTE}?[:：]{_BLANK}"
    rf"(?P<open>[“”＂])(?=[^“”＂]*[A-Za-z-])[A-Za-z0-9_./ :-]+(?P<close>[“”＂]){_BLANK}(?=[,，}}｝\]]|$)"
)


class Mark(NamedTuple):
    """A mark to replace: where it stands on its line, what it is, what belongs there, what to put in."""

    start: int
    found: str
    wanted: str
    repair: str


def flow_slips(line: str) -> list[Mark]:
    """Find such marks in a line whose quoted texts are masked and whose comment is cut off."""
    marks = {mark.start: mark for mark in (*_in_mappings(line), *_in_lists(line))}
    marks |= {mark.start: mark for mark in _around_values(line)}
    return [marks[start] for start in sorted(marks)]


def _in_mappings(line: str) -> Iterator[Mark]:
    opened = _OPENING.search(line)
    if not opened:
        return
    keys = {found.end("slip") for found in _OPENING.finditer(line)}
    for found in _OPENING.finditer(line):
        if found["slip"] == "｛":
            yield Mark(found.start("slip"), "｛", "{", "{")
    keys |= {at + 1 for at in range(opened.start(), len(line)) if line[at] == ","}
    for found in _COMMA.finditer(line, opened.end("slip")):
        if _parts(line, found):
            keys.add(found.end("slip"))
            yield Mark(found.start("slip"), found["slip"], ",", _spaced(line, found.end("slip"), ","))
    for at in sorted(keys):
        key = _COLON.match(line, at)
        if not key:
            continue
        for side in ("open", "close"):
            if key[side]:
                yield Mark(key.start(side), key[side], '"', '"')
        if key["slip"] == "：":
            yield Mark(key.start("slip"), "：", ":", _spaced(line, key.end("slip"), ":"))
    for found in _CLOSING.finditer(line, opened.end("slip")):
        yield Mark(found.start("slip"), "｝", "}", "}")


def _parts(line: str, comma: re.Match[str]) -> bool:
    """Tell whether a wide comma parts two keys, and is none of a sentence."""
    colon, after = comma["colon"], line[comma.end("colon") : comma.end("colon") + 1]
    if colon == ":" and (not after or after.isspace()):
        return True  # YAML would not have such a colon in a text
    before = line[max(0, comma.start() - 80) : comma.start()]
    return comma["key"] in KEYS or _WORD_BEFORE.search(before) is not None


def _in_lists(line: str) -> Iterator[Mark]:
    for found in _LIST.finditer(line):
        ids = _PARTS.split(found["inner"])
        if not all(map(_IS_ID.fullmatch, ids)) or (found["open"] != "[" and len(ids) == 1):
            continue
        if found["open"] != "[":
            yield Mark(found.start("open"), found["open"], "[", "[")
        start, end = found.span("inner")
        for at in range(start, end):
            if line[at] in COMMAS:
                yield Mark(at, line[at], ",", _spaced(line, at + 1, ","))
        if line[end] != "]":
            yield Mark(end, line[end], "]", "]")


def _around_values(line: str) -> Iterator[Mark]:
    for found in _CODED_VALUE.finditer(line):
        for side in ("open", "close"):
            yield Mark(found.start(side), found[side], '"', '"')


def _spaced(line: str, after: int, mark: str) -> str:
    return mark if line[after : after + 1] in ("", " ") else f"{mark} "
