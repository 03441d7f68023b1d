"""Tells whose figures a sentence speaks of: the organ's own, a part's, another's, or those of all around."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.check.narrative_claims import Reader
from gongkai.check.narrative_tokens import Token
from gongkai.check.narrative_words import LEVELS

_OFFICES = ("办公室", "办公厅")
_GOVERNMENTS = ("政府", "管委会", "管理委员会", "街道办事处", "街道", *"省市县区州旗镇乡")
_DIVIDES = frozenset(",，;；:：")
_BESIDE = 2  # how near a government stands to the words that say whose the figures are


def level(organ: str) -> str:
    """Give the character of a government's level, or nothing for another organ."""
    if organ.endswith(_OFFICES) or not organ.endswith(_GOVERNMENTS):
        return ""
    found = [character for character in organ.removesuffix("办事处") if character in LEVELS]
    return found[-1] if found else ""


def whose(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """Say whether the figures to come are the organ's own, or those of a part of it or of all around it."""
    token = sentence[i]
    here, is_office = level(reader.organ), reader.organ.endswith(_OFFICES)
    match token.kind:
        case "wide":
            last = token.text[-1]
            own = last == here if here else last not in LEVELS and not is_office
            reader.now.foreign, reader.tainted, reader.now.owned, reader.now.own_end = (
                not own,
                False,
                own,
                token.end,
            )
        case "narrow":
            joined = reader.now.owned and _DIVIDES.isdisjoint(reader.text[reader.now.own_end : token.start])
            own = is_office and token.text == "本级"
            reader.now.foreign = reader.now.foreign or not (joined or own)
        case "body":
            reader.now.foreign = reader.now.foreign or not reader.organ.endswith(("局", "厅"))
        case "office":
            reader.now.foreign = not is_office
        case _:
            if not (reader.now.owned and token.start - reader.now.own_end <= _BESIDE):
                reader.now.vague = True
                reader.now.foreign = reader.now.foreign or not (is_office or token.text[0] == here)
