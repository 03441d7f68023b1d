"""Reads percentages: of the figure right before, or of words without one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.check.narrative_claims import Claim, Reader
from gongkai.check.narrative_tokens import Token
from gongkai.model.pattern import pattern

_SHARE = pattern(
    r"[\s,，(（]{0,3}约?占?(?:比|总数|总量|比例|办结总数|答复总数|申请总数|的|为|约){0,4}[\s:]{0,2}"
)
_OF_WORDS = pattern(
    r"的?(?:申请|案?件)?的?约?占(?:比|总数|总量|比例|办结总数|答复总数|申请总数|全部|的|为|约){0,4}[\s:：]{0,2}"
)
_FULL_WAY = 20


def read_share(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """A percentage behind a figure: «60件，占50%»."""
    token, last = sentence[i], reader.claims[-1] if reader.claims else None
    if token.number is None:
        return
    if last is None or last.is_share or last.is_none or last.all_of:
        _share_of_words(reader, sentence, i)
        return
    between = reader.text[last.end : token.start]
    if len(between) > _FULL_WAY or not _SHARE.fullmatch(between) or not re.search("[占(（]", between):
        _share_of_words(reader, sentence, i)
        return
    reader.claims.append(
        Claim(
            last.table, last.words, last.rows, last.columns, token.number, "%", token.start, token.end,
            is_share=True,
        )
    )  # fmt: skip


def _share_of_words(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """A percentage without a figure: «…占50%»."""
    token, word = sentence[i], sentence[i - 1] if i else None
    if word is None or word.phrase is None or word.phrase.role != "row" or word.phrase.everyday:
        return
    j = i - 2
    ends_before = j < 0 or sentence[j].kind in ("mark", "percent", "joint", "among", "number", "open")
    is_said = _OF_WORDS.fullmatch(reader.text, word.end, token.start) is not None
    if not (is_said and ends_before and reader.topic == word.phrase.table and reader.is_open(word.phrase)):
        return
    if (
        word.phrase.part
        or word.phrase.certain
        or reader.now.foreign
        or reader.now.then
        or reader.now.narrowed
    ):
        return
    if token.number is not None:
        reader.claims.append(
            Claim(
                word.phrase.table, word.text, word.phrase.readings, (), token.number, "%", token.start,
                token.end, is_share=True,
            )
        )  # fmt: skip
