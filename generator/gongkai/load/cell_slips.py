"""Names the slip in a text that stands where a figure belongs, and its repair where there is just one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Argument, Edit, Place, Span, Text
from gongkai.diagnostics.half_width import half_width
from gongkai.load.wide_marks import COMMAS
from gongkai.model.form import LeafColumn
from gongkai.model.pattern import pattern

_UNFILLED = pattern(r"[_＿]+|[?？]+|…+|待填.*|待补.*|TODO|[Xx×Ｘ]{1,4}|[□○]+")
_PLACEHOLDER = pattern(r"-+|[—－–─]+|无|空|N/?A|n/?a|不涉及|没有|null|none|\\|", re.IGNORECASE)
_NUMBER = pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_THOUSANDS = pattern(r"-?[0-9]{1,3}(?:[,，'\u2009\u00a0 ][0-9]{3})+(?:\.[0-9]+)?")
_LEADING_ZERO = pattern(r"0+([0-9]+(?:\.[0-9]+)?)")
_WITH_WORDS = pattern(
    r"(减少|增加|减|增|下降|上升)?[^\d=-]*?(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*[^\d\s]\D*|"
    r"(减少|增加|减|增|下降|上升)\s*(-?[0-9][0-9,]*(?:\.[0-9]+)?)"
)
_LESS = ("减少", "减", "下降")
_SPELLED = pattern(r"[-+]?[0-9_.]+(?:[eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F]+|[0-9]+(?::[0-9]+)+|[0-9 ]+")
_FULL_WIDTH_COMMA = pattern(rf"[{COMMAS}]")

# What an input method writes for a mark that is a cell of its own.
_MARKS = {"＝": "=", "／": "/", "～": "~", "〜": "~"}
_WIDE_SPACE = pattern(r"[\u3000\u00a0\u2002\u2003]")
_STOP = pattern(r"-?[0-9]+(。)[0-9]+")
# Characters that cannot be seen, as they come along from Word, Excel and web pages.
_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_WITH_UNIT = pattern(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?\s?([^\s\d.,]+)")
# Words for counting that leave a count as it is; 万 or % would not.
_COUNTERS = frozenset("件条项次人份个宗起部例篇")
# What such a word multiplies a figure by.
_TIMES = {"元": 1, "千元": 10**3, "万": 10**4, "万元": 10**4, "百万元": 10**6, "亿": 10**8, "亿元": 10**8}
_ABOUT = pattern(r"[约近超]|[0-9]\s*[余多\+＋]|左右|上下|以上|以下|不到|不足")


class Slip(NamedTuple):
    """A slip: its rule's code and arguments, where it is, and its repair if there is just one."""

    code: str
    arguments: dict[str, Argument]
    place: Place
    edits: tuple[Edit, ...] = ()


def is_unfilled(text: str) -> bool:
    """Tell whether a text is the scaffold's mark, or another that says: still to be filled in."""
    return _UNFILLED.fullmatch(text) is not None


def slip_in(column: LeafColumn, text: str, place: Place) -> Slip:
    """Name the slip in a text that stands where a figure belongs."""
    return _mistyped(text, place) or _misspelt(column, text, place)


def _mistyped(text: str, place: Place) -> Slip | None:
    """Find a slip of the input method at a character of its own."""
    span = place.span
    # A quoted text has other columns than its source, and may have escapes.
    if span.line != span.end_line or span.end_column - span.column != len(text):
        return None

    def at(offset: int) -> Place:
        column = span.column + offset
        return Place(place.file, Span(span.line, column, span.line, column + 1))

    unseen = [found.start() for found in _INVISIBLE.finditer(text)]
    if unseen and is_cell(_INVISIBLE.sub("", text)):
        name = f"U+{ord(text[unseen[0]]):04X}"
        return Slip("D117", {"name": name}, at(unseen[0]), tuple(Edit(at(offset), "") for offset in unseen))
    wide = [found.start() for found in _WIDE_SPACE.finditer(text)]
    if wide and is_cell(text):
        arguments: dict[str, Argument] = {"found": text[wide[0]], "wanted": " "}
        last = len(_WIDE_SPACE.sub(" ", text).rstrip())
        return Slip(
            "D107",
            arguments,
            at(wide[0]),
            tuple(Edit(at(offset), " " if offset < last else "") for offset in wide),
        )
    if text in _MARKS:
        return Slip("D107", {"found": text, "wanted": _MARKS[text]}, place, (Edit(place, _MARKS[text]),))
    stop = _STOP.fullmatch(text)
    if stop:
        point = at(stop.start(1))
        return Slip("D107", {"found": "。", "wanted": "."}, point, (Edit(point, "."),))
    return None


def is_cell(text: str) -> bool:
    """Tell whether a text would be a cell once its characters are half-width."""
    plain = half_width(text)
    return plain in _MARKS.values() or _NUMBER.fullmatch(plain) is not None


def _misspelt(column: LeafColumn, text: str, place: Place) -> Slip:
    """Name the slip of a text as a whole."""
    plain = half_width(text)

    def slip(code: str, repair: str | None = None, **arguments: Argument) -> Slip:
        edits = () if repair is None else (Edit(place, repair),)
        return Slip(code, {"found": text, **arguments}, place, edits)

    comma = _FULL_WIDTH_COMMA.search(text)
    if comma and not _THOUSANDS.fullmatch(text):
        return slip("D107", found=comma[0], wanted=",")
    if is_unfilled(text):
        return slip("D210", count=1, more="")
    if text != plain and _NUMBER.fullmatch(plain):
        return slip("D212", plain, wanted=plain)
    if _PLACEHOLDER.fullmatch(text):
        return slip("D209")
    if _THOUSANDS.fullmatch(plain):
        bare = re.sub(r"[^0-9.-]", "", plain)
        return slip("D213", bare if _NUMBER.fullmatch(bare) else None, wanted=bare)
    if _NUMBER.fullmatch(plain):
        return slip("D215", plain, found=f'"{text}"')
    zero = _LEADING_ZERO.fullmatch(plain)
    if zero:
        return slip("D214", wanted=zero[1])
    if _SPELLED.fullmatch(plain):
        bare = plain.removeprefix("+")
        return slip("D215", bare if _NUMBER.fullmatch(bare) else None)
    words = _WITH_WORDS.fullmatch(plain)
    if words:
        number = (words[2] or words[4]).replace(",", "")
        sign = "-" if (words[1] or words[3]) in _LESS and column.column.type == "change" else ""
        wanted = sign + number
        advice = _other_unit(column, plain, number) or Text(f"改为 {wanted}", f"Write {wanted}")
        return slip("D211", wanted if _has_own_unit(column, plain) else None, advice=advice)
    return slip("D208", found=text[:40])


def _has_own_unit(column: LeafColumn, text: str) -> bool:
    """Tell whether a figure is followed by the column's own unit, or by a word for counting and no more."""
    found = _WITH_UNIT.fullmatch(text)
    unit, kind = column.column.unit, column.column.type
    return found is not None and (found[1] == unit if unit else kind != "amount" and found[1] in _COUNTERS)


def _other_unit(column: LeafColumn, text: str, number: str) -> Text | None:
    """Advise on a figure that is about so much, or in a unit that is not the column's."""
    if _ABOUT.search(text):
        return Text("填准确的数", "Write the exact figure")
    found = _WITH_UNIT.fullmatch(text)
    unit = found[1] if found else ""
    if unit in column.column.units:
        written = f"{{value: {number}, unit: {unit}}}"
        return Text(f"写作 {written}", f"Write {written}")
    own = column.column.unit
    times, wanted = _TIMES.get(unit), _TIMES.get(own or "元")
    if not times or not wanted or unit == own or column.column.units:
        return None
    figure = f"{Decimal(number) * times / wanted:f}"
    plain = figure.rstrip("0").rstrip(".") if "." in figure else figure
    zh, en = f"{number} {unit}是 {plain}{own and ' '}{own}", f"{number} {unit} is {plain}{own and ' '}{own}"
    return Text(f"{zh}；核对后填 {plain}", f"{en}; check it and write {plain}")
