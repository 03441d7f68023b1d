"""Finds totals in a text that the parts beside them, said there to be all the parts, do not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from gongkai.check.narrative_claims import Claim
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrases

_SENTENCE = pattern(r"[^。！？!?\n]+")
_UNIT = "[件条份宗起例个次篇]"
_COUNTED = pattern(rf"(?<![\d.,第])(\d{{1,9}})({_UNIT})")
# «12件，占40%»; the unit may be left out.
_SHARE = pattern(
    rf"(?<![\d.,])(\d{{1,9}})({_UNIT}?)[\s,，(（]{{0,2}}占(?:比|总数|总量|全部)?的?[\s:：]?(\d{{1,3}}(?:\.\d{{1,4}})?)%"
)
# «120条（其中新增30条）»
_WITH_ANOTHER = pattern(
    rf"(?<![\d.,])(\d{{1,9}})({_UNIT})[(（](?:\d{{4}}年)?[^()（）\d]{{0,12}}(\d{{1,9}})\2[)）]"
)
_OPENED = pattern(rf"[(（](?<=\d{_UNIT}.)")  # begun with what is rare, which is sought at once
_TOGETHER = pattern(
    rf"[^\d。，,；;]{{0,4}}[,，、；;]?(?:合计|总计|共计|一共|总共|共)[^\d。，,；;办结答复处理受转予不]{{0,10}}(\d{{1,9}}){_UNIT}"
)
_HUNDRED = 100
_NEAR = 10  # how far behind parts their total may begin
_FAR = 200  # how far before the parts their total may stand
_FEWEST, _SERIES = 2, 4  # parts with shares; a total and parts, each with another figure


class Sum(NamedTuple):
    """A total that is not the sum of its parts: where it stands, and where all the figures do."""

    stated: int
    parts: tuple[int, ...]
    start: int
    end: int
    places: tuple[int, ...]


def may_sum(text: str) -> bool:
    """Tell quickly whether a text may show shares, or another series in brackets."""
    return "占" in text or text.count("（") + text.count("(") >= _SERIES


def wrong_sums(text: str, claims: Sequence[Claim], phrases: Phrases) -> Iterator[Sum]:
    """Give the wrong sums of a text that has been readied."""
    if "占" in text and "%" in text:
        yield from _of_shares(text)
    if "(" in text or "（" in text:
        yield from _of_series(text)
    if len(claims) > 1 and "共" in text:
        yield from _of_whole(text, claims, phrases)


def _sum(whole: re.Match[str], parts: Sequence[re.Match[str]], group: int = 1) -> Iterator[Sum]:
    figures = tuple(int(part[group]) for part in parts)
    if sum(figures) != int(whole[group]):
        places = tuple(found.start(group) for found in (whole, *parts))
        yield Sum(int(whole[group]), figures, whole.start(group), whole.end(group), places)


def _of_shares(text: str) -> Iterator[Sum]:
    """Parts with shares that make up 100 % are all the parts of the figure before them."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        parts = list(_SHARE.finditer(text, start, end))
        if len(parts) < _FEWEST or len({part[2] for part in parts if part[2]}) != 1:
            continue
        shares = [Decimal(part[3]) for part in parts]
        steps = sum(map(_rounding, shares), Decimal(0))
        before = list(_COUNTED.finditer(text, max(0, start - _FAR), parts[0].start()))
        unit = next(part[2] for part in parts if part[2])
        if abs(sum(shares, Decimal(-_HUNDRED))) > steps or not before or before[-1][2] != unit:
            continue
        # The shares are of this figure: all but one of them fit it.
        whole = int(before[-1][1])
        figures = [int(part[1]) for part in parts]
        fit = [
            abs(_HUNDRED * figure - share * whole) <= whole
            for figure, share in zip(figures, shares, strict=True)
        ]
        if whole and sum(fit) >= len(fit) - 1:
            yield from _sum(before[-1], parts)


def _rounding(share: Decimal) -> Decimal:
    """Say how far a share may be from the true one, rounded as it is."""
    return Decimal(1).scaleb(int(share.as_tuple().exponent)) / 2


def _of_series(text: str) -> Iterator[Sum]:
    """Of two series side by side, one that adds up says that the other should."""
    if text.count("(") + text.count("（") < _SERIES or len(_OPENED.findall(text)) < _SERIES:
        return
    for sentence in _SENTENCE.finditer(text):
        found = list(_WITH_ANOTHER.finditer(text, *sentence.span()))
        if len(found) < _SERIES or len({one[2] for one in found}) != 1:
            continue
        whole, parts = found[0], found[1:]
        adds_up = {group: not any(_sum(whole, parts, group)) and int(whole[group]) > 0 for group in (1, 3)}
        if adds_up[1] != adds_up[3]:
            yield from _sum(whole, parts, 3 if adds_up[1] else 1)


def _of_whole(text: str, claims: Sequence[Claim], phrases: Phrases) -> Iterator[Sum]:
    """«新收5件，结转1件，共7件»: two figures that make up the whole of a matter."""
    for one, other in pairwise(claims):
        if one.table != other.table or one.columns or other.columns or one.is_none or other.is_none:
            continue
        wholes = [set(reading) for reading in phrases.subjects.get(one.table, ()) if len(reading) == _FEWEST]
        if {row for claim in (one, other) for row in claim.rows[0]} not in wholes:
            continue
        if any(len(claim.rows) > 1 or claim.is_share or claim.all_of for claim in (one, other)):
            continue
        is_added_up = (
            "共" in text[other.end : other.end + _NEAR] or "计" in text[other.end : other.end + _NEAR]
        )
        found = _TOGETHER.match(text, other.end) if is_added_up else None
        figures = int(one.number), int(other.number)
        if found and int(found[1]) != sum(figures):
            yield Sum(
                int(found[1]), figures, found.start(1), found.end(1), (one.start, other.start, found.start(1))
            )
