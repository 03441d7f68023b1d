"""Finds marks of the input method where `{key: value, key: value}` and `[id, id]` have those of YAML.

Chinese marks are right inside a text, so a mark counts only where no text can go on: a comma before
the next key of the record, a colon after a key, a bracket at the end, quotes around a key or an id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping
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
# A value that is certainly no text: one word of the keyboard, or something in quotes or brackets.
_ONE_WORD = pattern(rf"{_BLANK}[!-9;-z~]+{_BLANK}")
_CLOSED = pattern(rf"[\]}}］｝\"'x”＂]{_BLANK}$")
_COLON = pattern(rf"{_BLANK}(?P<open>{_QUOTE}?)(?P<key>{_ID})(?P<close>{_QUOTE}?){_BLANK}(?P<slip>[:：])")
_CLOSING = pattern(rf"(?P<slip>｝)(?={_BLANK}(?:[,，\]}}｝］]|$))")
_MARKS = pattern(rf"[{{}}\[\]｛｝,“”（）()《》＂{COMMAS}]")
_LIST = pattern(
    rf"{_BEFORE_VALUE}(?P<open>[\[{OPENING}])(?P<inner>[^\[\]{{}}\"'{OPENING}{CLOSING}]*)[\]{CLOSING}]"
)
_KEY_BEFORE = pattern(rf"(?P<key>{_ID}){_QUOTE}?{_BLANK}[:：]{_BLANK}$")
_PARTS = pattern(rf"[,{COMMAS}]")
_IS_ID = pattern(rf"{_BLANK}(?:[a-z]+-?[A-Za-z0-9_.-]*){_BLANK}")
# Keys of the records that are written so.
KEYS = frozenset((
    "adjustments", "by", "cell", "code", "colour", "conclusion", "date", "file", "from", "href", "id", "kind",
    "label", "left_out", "lineage", "makes_reports", "makes_rules", "mark", "name", "organ", "organs",
    "parent", "reason", "reviewer", "short_name", "text", "title", "to", "unit", "value", "year",
))  # fmt: skip
# Which of them stand in one record.
_RECORDS = tuple(frozenset(keys.split()) for keys in (
    "adjustments left_out organs",
    "by cell reason",
    "cell code reason text",
    "cell label",
    "conclusion date reviewer",
    "from id kind lineage makes_reports makes_rules name parent short_name to",
    "from name parent year",
    "href label text",
    "id label",
    "kind label",
    "name organ",
    "organ reason",
    "organ year",
    "unit value",
))  # fmt: skip
# Keys whose values are sentences and names, in which the marks are the writer's own.
FREE = frozenset((
    "conclusion", "description", "label", "name", "note", "notice", "reason", "short_name", "summary",
    "text", "title",
))  # fmt: skip
_FREE_LINE = pattern(rf"[ -]*(?P<key>{_ID}){_BLANK}[:：]")
# Keys whose values are lists of ids.
_LISTS = frozenset(("by", "from", "left_out", "organs", "to"))
# Keys whose values are codes, ids and days, never sentences.
_CODED = "code|cell|organ|date|year|published|format|id|kind|parent|from|to|by"
_CODED_VALUE = pattern(
    rf"(?<![\w.-])(?:{_CODED}){_QUOTE}?[:：]{_BLANK}"
    rf"(?P<open>[“”＂])(?=[^“”＂]*[A-Za-z-])[A-Za-z0-9_./ :-]+(?P<close>[“”＂]){_BLANK}(?=[,，}}｝\]]|$)"
)
_LONGEST_VALUE = 200


# What each mark makes of the number of those that are open in a text.
_INNER: Mapping[str, Callable[[int], int]] = {
    **dict.fromkeys("“（《(｛", lambda inner: inner + 1),
    **dict.fromkeys("”）》)｝", lambda inner: max(0, inner - 1)),
    "＂": lambda inner: 0 if inner else 1,
}


class Mark(NamedTuple):
    """A mark to replace: where it stands on its line, what it is, what belongs there, what to put in."""

    start: int
    found: str
    wanted: str
    repair: str


class _Record:
    """A bracket that is open: of a record the keys so far, the last, and what is open in its value."""

    __slots__ = ("begun", "inner", "key", "seen")

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.key: str | None = None
        self.begun = self.inner = 0


def flow_slips(line: str) -> list[Mark]:
    """Find such marks in a line whose quoted texts are masked and whose comment is cut off."""
    begin = _FREE_LINE.match(line)
    if begin and begin["key"] in FREE:
        return []
    marks = {mark.start: mark for mark in (*_in_mappings(line), *_in_lists(line))}
    marks |= {mark.start: mark for mark in _around_values(line)}
    return [marks[start] for start in sorted(marks)]


def _in_mappings(line: str) -> Iterator[Mark]:
    opens = {found.start("slip") for found in _OPENING.finditer(line)}
    if not opens:
        return
    stack: list[_Record] = []
    at = min(opens)
    while found := _MARKS.search(line, at):
        at, mark, record = found.end(), found[0], stack[-1] if stack else None
        is_text = record is not None and (record.inner > 0 or (mark == "｛" and record.key in FREE))
        if mark in "{[" or (mark == "｛" and not is_text and found.start() in opens):
            stack.append(_Record())
            if found.start() in opens:
                if mark == "｛":
                    yield Mark(found.start(), "｛", "{", "{")
                at = yield from _key(line, at, stack[-1])
        elif mark in "}]":
            del stack[-1:]
        elif record is None or record.key is None:
            continue
        elif mark == "｝" and not record.inner and _CLOSING.match(line, found.start()):
            yield Mark(found.start(), "｝", "}", "}")
            stack.pop()
        elif mark in _INNER:
            record.inner = _INNER[mark](record.inner)
        elif not record.inner:
            at = yield from _next(line, found, record)


def _next(line: str, found: re.Match[str], record: _Record) -> Generator[Mark, None, int]:
    """Find the slips where a comma may end a value; give where the next begins."""
    at = found.end()
    if found[0] != ",":
        comma = _COMMA.match(line, found.start())
        if not comma or not _parts(line, comma, record):
            return at
        yield Mark(found.start(), found[0], ",", _spaced(line, at, ","))
    return (yield from _key(line, at, record))


def _key(line: str, at: int, record: _Record) -> Generator[Mark, None, int]:
    """Find the slips of a key, and take it into its record; give where its value begins."""
    key = _COLON.match(line, at)
    if not key:
        return at
    for side in ("open", "close"):
        if key[side]:
            yield Mark(key.start(side), key[side], '"', '"')
    if key["slip"] == "：":
        yield Mark(key.start("slip"), "：", ":", _spaced(line, key.end("slip"), ":"))
    record.seen.add(key["key"])
    record.key, record.begun, record.inner = key["key"], key.end(), 0
    return key.end()


def _parts(line: str, comma: re.Match[str], record: _Record) -> bool:
    """Tell whether a wide comma parts two keys of one record, and is none of a sentence."""
    key = comma["key"]
    if not _is_next(key, record.seen):
        return False
    after = line[comma.end("colon") : comma.end("colon") + 1]
    if comma["colon"] == ":" and (not after or after.isspace()):
        return True  # YAML would not have such a colon in a text
    value = line[record.begun : comma.start()][: _LONGEST_VALUE + 1]
    if record.key in FREE:
        return value.strip()[:1] in ("x", '"', "'") and set(value.strip()) == {"x"}  # it has quotes
    if len(value) > _LONGEST_VALUE:
        return False
    is_known = key in KEYS and record.key in KEYS
    return is_known or _ONE_WORD.fullmatch(value) is not None or _CLOSED.search(value) is not None


def _is_next(key: str, seen: set[str]) -> bool:
    """Tell whether a record with some keys can go on with another."""
    if key in seen:
        return False
    known = KEYS & seen
    return not known or any(known <= record and key in record for record in _RECORDS)


def _in_lists(line: str) -> Iterator[Mark]:
    for found in _LIST.finditer(line):
        ids = _PARTS.split(found["inner"])
        start, end = found.span("inner")
        before = _KEY_BEFORE.search(line, max(0, start - 60), start - 1)
        key = before["key"] if before else ""
        is_wide = found["open"] != "["
        if key in FREE or (is_wide and (key not in _LISTS or len(ids) == 1)):
            continue
        if not all(map(_IS_ID.fullmatch, ids)):
            continue
        if is_wide:
            yield Mark(found.start("open"), found["open"], "[", "[")
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
