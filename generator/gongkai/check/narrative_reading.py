"""Reads which cells the figures of a text speak of, and says nothing where that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.check.narrative_behind import answered, behind
from gongkai.check.narrative_binding import before
from gongkai.check.narrative_claims import ALL, FILLER, Claim, Found, Reader, make_claim
from gongkai.check.narrative_sayings import ALONGSIDE, nought, read_all, read_none, read_share
from gongkai.check.narrative_tokens import Token, tokens, vocabulary
from gongkai.check.narrative_words import LEVELS
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase, Phrases

_STOP = pattern("[。！？!?\n]")
# A figure that is no date, a word for nought, or a figure in words.
_HIT = pattern("[0-9](?![0-9]*[年月日])|[未无没零]|[一两二三四五六七八九十][件份宗起例]|不存在")
_OFFICE = pattern("办公[室厅]$")
_GOVERNMENT = pattern("政府$|管委会$|管理委员会$|街道办事处$|街道$|[省市县区州旗镇乡]$")
_SEVERAL = 2
_ENDS = ("mark", "number", "percent", "open", "close")
_OF_REQUESTS = pattern("(?:其中)?[^\n]{0,3}申请")
_AMONG = pattern("(?:的|政府|信息|公开|申请|案?件){0,6}(?:之|当)?中[,，]")


def read(
    text: str, start: int, end: int, phrases: Phrases, year: int, organ: str, topic: str, above: Reader | None
) -> Reader | None:
    """Read a block of a text; None where it says nothing of figures.

    `topic` is the table that its heading or section is about. A list goes on with what the block `above`
    began.
    """
    hit = _HIT.search(text, start, end)
    if hit is None:
        return None
    words, saying, leading = phrases.words, phrases.saying, phrases.leading
    vocabulary_ = phrases.made(vocabulary)
    reader = Reader(text, organ, phrases.subjects, phrases, start, topic, ALL if topic else "")
    if above is not None:
        reader.topic, reader.opened = above.topic, above.opened
        reader.foreign = reader.tainted = above.foreign or above.tainted
        reader.past = above.past
    at = unread = start
    for stop in _ends(text, start, end):
        if hit.start() < stop:
            if unread < at:
                for word in words.finditer(text, unread, at):
                    _speak_of(reader, phrases.by_word[word[0]], word.end())
                unread = at
            # Where nothing is spoken of yet, only words that lead can say something.
            looked_for = saying if reader.opened or reader.topic else leading
            if looked_for.search(text, at, stop):
                unread = stop
                _read_sentence(reader, tokens(text, at, stop, vocabulary_, year))
            hit = _HIT.search(text, stop, end)
            if hit is None:
                break
        at = stop
    return reader


def said(reader: Reader) -> list[Claim]:
    """Give what a block says, without the wholes of which it gives parts only."""
    if reader.parts:
        return [c for c in reader.claims if not any(reader.parts & set(reading) for reading in c.rows)]
    return reader.claims


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _STOP.finditer(text, start, end):
        yield found.end()
    yield end


def _read_sentence(reader: Reader, sentence: Sequence[Token]) -> None:
    reader.foreign, reader.vague, reader.then = False, False, reader.past
    if reader.closes:
        reader.opened = ""
    reader.begun = reader.closes = reader.is_others = False
    reader.narrowed = reader.by_column = reader.dated = reader.owned = reader.astray = False
    used: set[int] = set()
    for i, token in enumerate(sentence):
        match token.kind:
            case "word":
                _speak_of(reader, token.phrase, token.end)
                if token.phrase is not None and token.phrase.nought:
                    nought(reader, [token])
            case "number" if i not in used:
                said_before = len(reader.claims)
                _figure(reader, sentence, i, used)
                if len(reader.claims) > said_before:
                    reader.narrowed = reader.narrowed or _is_of_part(reader, token)
                elif not reader.is_others:
                    reader.is_others = _is_others(reader, sentence, i)
            case "percent":
                read_share(reader, token)
            case "none":
                read_none(reader, sentence, i)
            case "all":
                read_all(reader, sentence, i)
            case "wide" | "narrow" | "office" | "government" | "body":
                _whose(reader, token)
            case _:
                _when(reader, token)


def _when(reader: Reader, token: Token) -> None:
    """Say of which year the figures to come are, and whether they are of some requests only."""
    match token.kind:
        case "now":
            reader.then = reader.past = False
            reader.dated = True
        case "then":
            reader.then = True
        case "summed":
            reader.then = reader.then or not reader.dated
        case "narrows":
            reader.narrowed = True
        case "among":
            reader.narrowed = reader.narrowed or reader.by_column


def _speak_of(reader: Reader, phrase: Phrase | None, end: int) -> None:
    if phrase is None or phrase.beside:
        return
    if phrase.role == "elsewhere":
        # In a sentence about a form's matter it may be how something came: «收到13件，其中信箱2件».
        reader.opened = reader.opened if reader.begun else ""
        reader.closes = reader.begun
        reader.topic, reader.rows, reader.astray = "", (), True
    elif phrase.role == "subject":
        # The whole of a matter opens every table; a word for a part of it does not close the whole.
        reader.opened = ALL if phrase.readings else reader.opened or phrase.table
        reader.topic = phrase.table if phrase.readings else reader.topic or phrase.table
        reader.begun = reader.begun or bool(phrase.readings)
        if phrase.readings:
            reader.named, reader.is_others = end, False
    elif phrase.role == "row" and not (phrase.everyday or phrase.certain) and reader.is_open(phrase):
        reader.topic = phrase.table


def level(organ: str) -> str:
    """Give the character of a government's level, or nothing for another organ."""
    if _OFFICE.search(organ) or not _GOVERNMENT.search(organ):
        return ""
    found = [character for character in organ.removesuffix("办事处") if character in LEVELS]
    return found[-1] if found else ""


def _whose(reader: Reader, token: Token) -> None:
    """Say whether the figures to come are the organ's own, or those of a part of it or of all around it."""
    here, is_office = level(reader.organ), _OFFICE.search(reader.organ) is not None
    match token.kind:
        case "wide":
            last = token.text[-1]
            own = last == here if here else last not in LEVELS and not is_office
            reader.foreign, reader.tainted, reader.owned, reader.own_end = not own, False, own, token.end
        case "narrow":
            joined = reader.owned and not re.search("[,，;；:：]", reader.text[reader.own_end : token.start])
            own = is_office and token.text == "本级"
            reader.foreign = reader.foreign or not (joined or own)
        case "body":
            reader.foreign = reader.foreign or not reader.organ.endswith(("局", "厅"))
        case "office":
            reader.foreign = not is_office
        case _:
            if not (reader.owned and token.start - reader.own_end <= _SEVERAL):
                reader.vague = True
                reader.foreign = reader.foreign or not (is_office or token.text[0] == here)


def _figure(reader: Reader, sentence: Sequence[Token], i: int, used: set[int]) -> None:
    token = sentence[i]
    found = before(reader, sentence, i)
    if found is None:
        return
    if not (found.rows or found.columns or found.subject):
        found = behind(reader, sentence, i) or Found(rows=answered(reader, sentence, i))
        if not found.rows:
            return
    _take_subject_behind(reader, sentence, i, found)
    if found.apart:
        _apart(reader, sentence, i, found, used)
    else:
        make_claim(reader, found, token.number, token.unit, token)


def _is_others(reader: Reader, sentence: Sequence[Token], i: int) -> bool:
    """Tell of a figure that belongs to no cell whether it is of other things: «信访件新收20件»."""
    for token in reversed(sentence[:i]):
        if token.kind in (*_ENDS, "limit", "now", "then", "summed"):
            break
        phrase = token.phrase
        if phrase is not None and phrase.role == "row" and phrase.everyday:
            break
        if token.text in ALONGSIDE:
            return True
        if phrase is not None and phrase.role != "elsewhere":
            return phrase.certain or (phrase.table not in ("", reader.topic) and phrase.role == "row")
    start = next((t.end for t in reversed(sentence[:i]) if t.kind in _ENDS), sentence[0].start)
    said_of = reader.text[start : sentence[i].start].strip()
    return not (reader.begun and (not said_of or _OF_REQUESTS.fullmatch(said_of)))


def _is_of_part(reader: Reader, token: Token) -> bool:
    """«上年结转的9件申请中，公开5件»: what follows is of these only."""
    wholes = reader.whole.get(reader.claims[-1].table, ())
    is_whole = any(reading in wholes for reading in reader.claims[-1].rows)
    return not is_whole and _AMONG.match(reader.text, token.end) is not None


def _take_subject_behind(reader: Reader, sentence: Sequence[Token], i: int, found: Found) -> None:
    """«收到8份政府信息公开申请»: what it is that is counted may follow."""
    beyond = sentence[i + 1] if i + 1 < len(sentence) else None
    phrase = beyond.phrase if beyond else None
    if beyond is None or phrase is None or not FILLER.fullmatch(reader.text, sentence[i].end, beyond.start):
        return
    if phrase.role == "subject" and found.rows and not found.subject:
        found.subject = beyond
        _speak_of(reader, phrase, beyond.end)
    elif phrase.outright and found.columns and not (found.rows or found.subject):
        found.rows = [beyond]  # made so many of them


def _apart(reader: Reader, sentence: Sequence[Token], i: int, found: Found, used: set[int]) -> None:
    """Give each of several words its own of several figures: «复议、诉讼分别为7件、9件»."""
    words = [*reversed(found.rows)] or [*reversed(found.columns)]
    figures = []
    for j in range(i, len(sentence)):
        if sentence[j].kind == "number":
            figures.append(j)
        elif sentence[j].kind not in ("joint", "mark") or sentence[j].text in ";；:：":
            break
        if len(figures) > len(words):
            break
    used.update(figures)
    if len(figures) != len(words) or len(words) < _SEVERAL:
        return
    unit = sentence[figures[-1]].unit
    for word, j in zip(words, figures, strict=True):
        one = Found(rows=[word]) if found.rows else Found(columns=[word])
        make_claim(reader, one, sentence[j].number, sentence[j].unit or unit, sentence[j])
