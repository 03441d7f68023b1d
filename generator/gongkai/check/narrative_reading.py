"""Reads which cells the figures of a text speak of, and says nothing where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from gongkai.check.narrative_behind import answered, behind
from gongkai.check.narrative_binding import before
from gongkai.check.narrative_claims import ALL, Claim, Found, Reader, Sentence, is_filler, make_claim
from gongkai.check.narrative_sayings import ALONGSIDE, nought, read_all, read_none
from gongkai.check.narrative_shares import read_share
from gongkai.check.narrative_tokens import Token, tokens
from gongkai.check.narrative_vocabulary import Vocabulary
from gongkai.check.narrative_whose import whose
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase

_STOP = pattern("[。！？!?\n]")
# A figure that is no date, a word for nought, or a figure in words; begun with all their first characters,
# a search passes over the others at once.
_HIT = pattern(
    "[0-9未无没零一两二三四五六七八九十不]"
    "(?:(?<=[0-9])(?![0-9]*[年月日])|(?<=[未无没零])|(?<=[一两二三四五六七八九十])[件份宗起例]|(?<=不)存在)"
)
_SEVERAL = 2
_MORE = 3
_ENDS = ("mark", "number", "percent", "open", "close")
_AMONG = pattern("(?:的|政府|信息|公开|申请|案?件){0,6}(?:之|当)?中[,，]")
_LONGEST_AMONG = 16


def read(
    text: str,
    start: int,
    end: int,
    vocabulary: Vocabulary,
    year: int,
    organ: str,
    topic: str,
    above: Reader | None,
) -> Reader | None:
    """Read a block of a text; None where it says nothing of figures.

    `topic` is the table that its heading or section is about. A list goes on with what the block `above`
    began.
    """
    hit = _HIT.search(text, start, end)
    if hit is None:
        return None
    reader = Reader(text, organ, vocabulary, start, topic)
    if above is not None:
        reader.topic, reader.opened = above.topic, above.opened
        reader.now.foreign = reader.tainted = above.now.foreign or above.tainted
        reader.past = above.past
    elif not topic and not vocabulary.leading.search(text, start, end):
        return reader
    at = start
    for stop in _ends(text, start, end):
        is_open = reader.opened or reader.topic
        # Where nothing is spoken of yet, only words that lead can say something.
        if hit.start() < stop:
            if is_open or vocabulary.leading.search(text, at, stop):
                sentence = tokens(text, at, stop, vocabulary, year)
                _take(reader, at, sentence, vocabulary.says if is_open else vocabulary.leads)
            hit = _HIT.search(text, stop, end)
            if hit is None:
                break
        elif vocabulary.leading.search(text, at, stop) or (
            is_open and vocabulary.elsewhere.search(text, at, stop)
        ):
            _take(reader, at, tokens(text, at, stop, vocabulary, year), ())
        at = stop
    return reader


def _take(reader: Reader, begin: int, sentence: Sequence[Token], words: Collection[str]) -> None:
    """Read a sentence where it has one of the words, and else see only what it speaks of."""
    for token in sentence:
        if token.text in words:
            _read_sentence(reader, begin, sentence)
            return
    for token in sentence:
        if token.phrase is not None:
            _speak_of(reader, token.phrase, token.end)


def said(reader: Reader) -> list[Claim]:
    """Give what a block says, without the wholes of which it gives parts only."""
    if reader.parts:
        return [c for c in reader.claims if not any(reader.parts & set(reading) for reading in c.rows)]
    return reader.claims


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _STOP.finditer(text, start, end):
        yield found.end()
    yield end


def _read_sentence(reader: Reader, begin: int, sentence: Sequence[Token]) -> None:
    if reader.now.closes:
        reader.opened = ""
    reader.now = Sentence(begin)
    reader.now.then = reader.past
    used: set[int] = set()
    for i, token in enumerate(sentence):
        kind = token.kind
        if kind == "word":
            if token.phrase is not None:
                _speak_of(reader, token.phrase, token.end)
                if token.phrase.nought:
                    nought(reader, [token])
        elif kind == "number":
            if i not in used:
                _number(reader, sentence, i, used)
        elif kind in _BY_KIND:
            _BY_KIND[kind](reader, sentence, i)


def _number(reader: Reader, sentence: Sequence[Token], i: int, used: set[int]) -> None:
    said_before = len(reader.claims)
    _figure(reader, sentence, i, used)
    if len(reader.claims) > said_before:
        reader.now.narrowed = reader.now.narrowed or _is_of_part(reader, sentence[i])
    elif not reader.now.is_others:
        reader.now.is_others = _is_others(reader, sentence, i)


def _when(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """Say of which year the figures to come are, and whether they are of some requests only."""
    match sentence[i].kind:
        case "now":
            reader.now.then = reader.past = False
            reader.now.dated = True
        case "then":
            reader.now.then = True
        case "summed":
            reader.now.then = reader.now.then or not reader.now.dated
        case "narrows":
            reader.now.narrowed = True
        case "among":
            reader.now.narrowed = reader.now.narrowed or reader.now.by_column


def _speak_of(reader: Reader, phrase: Phrase, end: int) -> None:
    if phrase.beside:
        return
    if phrase.role == "elsewhere":
        # In a sentence about a form's matter it may be how something came: «收到13件，其中信箱2件».
        reader.opened = reader.opened if reader.now.begun else ""
        reader.now.closes = reader.now.begun
        reader.topic, reader.rows, reader.now.astray = "", (), True
    elif phrase.role == "subject":
        # The whole of a matter opens every table; a word for a part of it does not close the whole.
        reader.opened = ALL if phrase.readings else reader.opened or phrase.table
        reader.topic = phrase.table if phrase.readings else reader.topic or phrase.table
        reader.now.begun = reader.now.begun or bool(phrase.readings)
        if phrase.readings:
            reader.named, reader.now.is_others = end, False
    elif phrase.role == "row" and not (phrase.everyday or phrase.certain) and reader.is_open(phrase):
        reader.topic = phrase.table


def _figure(reader: Reader, sentence: Sequence[Token], i: int, used: set[int]) -> None:
    token = sentence[i]
    found = before(reader, sentence, i)
    if found is None:
        return
    if not (found.rows or found.columns or found.subject):
        found = behind(reader, sentence, i) or Found(rows=answered(reader, sentence, i))
        if not (found.rows or found.columns):
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
    return not (reader.now.begun and (not said_of or _is_of_requests(said_of)))


def _is_of_requests(said_of: str) -> bool:
    """«申请», «其中市级申请»: no more than that, and hardly more."""
    rest = said_of.removesuffix("申请")
    return rest != said_of and len(rest.removeprefix("其中")) <= _MORE


def _is_of_part(reader: Reader, token: Token) -> bool:
    """«上年结转的9件申请中，公开5件»: what follows is of these only."""
    behind = reader.text[token.end : token.end + _LONGEST_AMONG]
    if "中" not in behind or not _AMONG.match(behind):
        return False
    wholes = reader.whole.get(reader.claims[-1].table, ())
    return not any(reading in wholes for reading in reader.claims[-1].rows)


def _take_subject_behind(reader: Reader, sentence: Sequence[Token], i: int, found: Found) -> None:
    """«收到8份政府信息公开申请»: what it is that is counted may follow."""
    beyond = sentence[i + 1] if i + 1 < len(sentence) else None
    phrase = beyond.phrase if beyond else None
    if beyond is None or phrase is None or not is_filler(reader.text[sentence[i].end : beyond.start]):
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


_BY_KIND: Mapping[str, Callable[[Reader, Sequence[Token], int], None]] = {
    "percent": read_share,
    "none": read_none,
    "all": read_all,
    **dict.fromkeys(("wide", "narrow", "office", "government", "body"), whose),
    **dict.fromkeys(("now", "then", "summed", "narrows", "among"), _when),
}
