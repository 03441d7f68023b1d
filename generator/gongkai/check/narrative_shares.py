"""Reads percentages: of the figure right before, or of words without one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.check.narrative_claims import Claim, Reader
from gongkai.check.narrative_tokens import Token
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Reading

_OF = "比|总数|总量|比例|办结总数|答复总数|申请总数|的|为|约"
_BEHIND_A_FIGURE = pattern(rf"[\s,，(（]{{0,3}}约?占?(?:{_OF}){{0,4}}[\s:]{{0,2}}")
_BEHIND_WORDS = pattern(rf"的?(?:申请|案?件)?的?约?占(?:{_OF}|全部){{0,4}}[\s:：]{{0,2}}")
_FULL_WAY = 20
_EDGES = ("mark", "percent", "joint", "among", "number", "open")  # before words with a share of their own


class _Whose(NamedTuple):
    """What a percentage is of: the cells of a figure, or of words."""

    table: str
    words: str
    rows: tuple[Reading, ...]
    columns: tuple[Reading, ...] = ()


def read_share(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """A percentage behind a figure, «60件，占50%», or behind words without one, «…占50%»."""
    token = sentence[i]
    if token.number is None:
        return
    whose = _of_figure(reader, token) or _of_words(reader, sentence, i)
    if whose is not None:
        reader.claims.append(Claim(*whose, token.number, "%", token.start, token.end, is_share=True))


def _of_figure(reader: Reader, token: Token) -> _Whose | None:
    last = reader.claims[-1] if reader.claims else None
    if last is None or last.is_share or last.is_none or last.all_of:
        return None
    between = reader.text[last.end : token.start]
    if len(between) > _FULL_WAY or not _BEHIND_A_FIGURE.fullmatch(between):
        return None
    return _Whose(last.table, last.words, last.rows, last.columns) if re.search("[占(（]", between) else None


def _of_words(reader: Reader, sentence: Sequence[Token], i: int) -> _Whose | None:
    word, now = sentence[i - 1] if i else None, reader.now
    phrase = word.phrase if word else None
    if word is None or phrase is None or phrase.role != "row":
        return None
    if phrase.everyday or phrase.part or phrase.certain or now.foreign or now.then or now.narrowed:
        return None
    begins = i == 1 or sentence[i - 2].kind in _EDGES
    is_said = _BEHIND_WORDS.fullmatch(reader.text, word.end, sentence[i].start) is not None
    is_spoken_of = reader.topic == phrase.table and reader.is_open(phrase)
    return _Whose(phrase.table, word.text, phrase.readings) if begins and is_said and is_spoken_of else None
