"""Finds the words that a figure belongs to, where none stand before it: right behind it."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.check.narrative_claims import Found, Reader, is_filler
from gongkai.check.narrative_tokens import Token
from gongkai.model.pattern import pattern

_ANSWERED = pattern(
    r"[已经再行申请均全部都现按在依照时期规定法限内程序条例要求进行了予以给作出的并及和\u2060 ]{0,24}$"
)
_BARE = pattern(r"[\s\u2060其余下剩另有已共的中]{0,4}$")
_OF = pattern(r"(?:的?申请人?)?(?:均|都|全部)?(?:属于?|系|为|是|由|来自)")
_BEHIND = 16


def behind(reader: Reader, sentence: Sequence[Token], i: int) -> Found | None:
    """Look past a figure for words that follow it at once: «60件同意公开»."""
    found = Found(columns=_is_of(reader, sentence, i))
    if found.columns:
        return found
    at, j = sentence[i].end, i + 1
    while j < len(sentence):
        token = sentence[j]
        gap = reader.text[at : token.start]
        if len(gap) > _BEHIND or not is_filler(gap):
            break
        if token.phrase is not None:
            role = token.phrase.role
            if role == "row" and not token.phrase.everyday:
                if found.rows and sentence[j - 1].kind != "joint":
                    break
                found.rows.append(token)
            elif role != "subject" or found.rows:
                return found if found.rows else None
        elif token.kind != "joint" or not found.rows:
            if token.kind == "all" and not found.rows:
                return None
            break
        at = token.end
        j += 1
    follows = j < len(sentence) and sentence[j].kind == "number" and sentence[j - 1].kind != "joint"
    if found.rows and follows:
        return None if is_filler(reader.text[at : sentence[j].start]) else found
    return found if found.rows else None


def _is_of(reader: Reader, sentence: Sequence[Token], i: int) -> list[Token]:
    """«1件属自然人申请»: whose so many of the requests are."""
    word = sentence[i + 1] if i + 1 < len(sentence) else None
    if word is None or word.phrase is None or word.phrase.role != "column" or not reader.claims:
        return []
    goes_on = i + 2 < len(sentence) and sentence[i + 2].kind in ("number", "joint", "percent")
    is_said = _OF.fullmatch(reader.text, sentence[i].end, word.start) is not None
    return [word] if is_said and not goes_on else []


def answered(reader: Reader, sentence: Sequence[Token], i: int) -> list[Token]:
    """«20件申请，19件已按规定答复»: a word of what was done with them may follow, where a whole was given."""
    last = reader.claims[-1] if reader.claims else None
    wholes = reader.whole.get(reader.topic, ())
    if last is None or last.is_none or last.columns or last.table != reader.topic:
        return []
    k = next((k for k in range(i - 1, -1, -1) if sentence[k].kind == "number"), -1)
    gap = _BARE.match(reader.text, sentence[i - 1].end, sentence[i].start)
    if k < 0 or sentence[k].start != last.start or gap is None:
        return []
    said = (
        [claim for claim in reader.claims if claim.start >= sentence[0].start] if "余" in gap[0] else [last]
    )
    if not any(reading in wholes for claim in said for reading in claim.rows):
        return []
    j = i + 1
    while j < len(sentence) and sentence[j].kind in ("all", "joint"):
        j += 1
    word = sentence[j] if j < len(sentence) else None
    if word is None or word.phrase is None or not word.phrase.everyday:
        return []
    between = reader.text[sentence[i].end : word.start]
    is_whole = word.phrase.readings[0] in wholes and word.phrase.readings[0] != wholes[0]
    return (
        [word]
        if is_whole and _ANSWERED.match(between) and reader.text[word.end : word.end + 1] != "率"
        else []
    )
