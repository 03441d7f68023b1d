"""Cuts a sentence into what matters for its figures: numbers, a form's words, and grammar."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from gongkai.check.narrative_lexicon import ALONE
from gongkai.check.narrative_vocabulary import WRITTEN, Vocabulary
from gongkai.check.narrative_words import BEHIND_A_YEAR, NOT_BEFORE, ONLY_BEFORE, REFERENCE, is_body
from gongkai.model.facts import Number
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase

_ONES = "零一二三四五六七八九"
_SCALES = {"十": 10, "百": 100, "千": 1000}
_MOST_DIGITS = 18
_ALL_YEAR = "全年"
_FAR = 9  # how long an organ's name may be


class Token(NamedTuple):
    """A piece of a text: its kind, where it stands, and what it says.

    The kind is `number`, `percent`, `word` (a form's, with its phrase) or one of the grammar's.
    """

    kind: str
    start: int
    end: int
    text: str
    phrase: Phrase | None = None
    number: Number | None = None
    unit: str = ""


_ABOUT = ("约", "近", "超", "逾", "超过", "突破")
# Most figures: counted in one of these units, and neither about right nor an end of a range.
_PLAIN_FIGURE = pattern(r"(?<![约近超逾过破\-~—–〔\[/ \u2060第.])(\d{1,18})([件条份宗])(?![余多以左次])")
_BOUNDS = ("1月1日", "12月31日", "12月底", "12月末")  # the ends of the year that a report is about
_OF_WRITTEN = ("件", "份", "宗", "起", "例", "个案件")
_FIGURES = pattern(r"\d+(?:,\d\d\d)*(?:\.\d+)?")
_LONGEST_REFERENCE = 250


def tokens(text: str, start: int, end: int, words: Vocabulary, year: int) -> list[Token]:
    """Give the tokens of a stretch of a text in order."""
    alone, starts, known = words.lexicon.alone.get, words.lexicon.lengths.get, words.known.get
    here, past, made, plain_figure = text[start:end], 0, tuple.__new__, _PLAIN_FIGURE.match
    cut: list[Token] = []
    for i, first in enumerate(here):
        lengths = alone(first)
        if lengths is None or i < past:
            continue
        for length in lengths if lengths is ALONE else starts(here[i : i + 2]) or lengths:
            written = here[i : i + length]
            of = known(written)
            if of is None:
                continue
            kind, phrase, care = of
            if care == "figures":
                plain = plain_figure(text, start + i, end)
                if plain:
                    past = plain.end() - start
                    figure = ("number", start + i, plain.end(), plain[0], None, int(plain[1]), plain[2])
                    cut.append(made(Token, figure))
                    break
            past = i + len(written)  # the text may end before the length does
            token = made(Token, (kind, start + i, start + past, written, phrase, None, ""))
            if care:
                found, past = _with_care(text, token, end, care, cut, words, year)
                past -= start
                if found is not None:
                    cut.append(found)
                elif past < 0:
                    continue
                break
            cut.append(token)
            break
    return cut


def _with_care(
    text: str, word: Token, end: int, care: str, cut: list[Token], words: Vocabulary, year: int
) -> tuple[Token | None, int]:
    """Give what begins with a word that is not always one, and where to go on; -1 where it is none at all."""
    at, to = word.start, word.end
    token: Token | None = word
    if care == "figures":
        figures = _FIGURES.match(text, at, end)
        to = figures.end() if figures else to
        token = _digits(text, text[at:to], at, to, year, words.unit)
    elif care == "clear":
        token = word if _is_clear(text, word) else None
    elif care == "beside":
        # Words that need a figure or a share right behind them are looked for nowhere else.
        if to == end or not (text[to].isdecimal() or text[to] in " 占"):
            return None, -1
        token = word if word.phrase and (text[to] == "占" or _goes_on(cut, word.phrase)) else None
    elif care == "written":
        token = _written(text, at, words.unit)
    else:
        while to < end and text[to] == REFERENCE and to - at < _LONGEST_REFERENCE:
            to += 1
        token = _number(text, None, at, to, words.unit)
    return token, token.end if token else to


def _is_clear(text: str, word: Token) -> bool:
    """Tell whether a word of the grammar is no part of another word."""
    if text.startswith(NOT_BEFORE.get(word.text, ()), word.end):
        return False
    if word.text in ONLY_BEFORE:
        return text.startswith(ONLY_BEFORE[word.text], word.end)
    return word.kind != "body" or is_body(text[max(0, word.start - _FAR) : word.start])


def _goes_on(cut: list[Token], phrase: Phrase) -> bool:
    """Tell whether words with a figure right behind go on with a list: «申请5件，其中公开3件»."""
    marks = 0
    for token in reversed(cut):
        if token.kind in ("mark", "joint", "among", "open", "percent"):
            marks += 1
        elif token.kind != "number":
            known = token.phrase
            return marks > 0 and known is not None and _leads(known, phrase)
    return False


def _leads(known: Phrase, phrase: Phrase) -> bool:
    if phrase.listed:
        return known.role == phrase.role and known.table == phrase.table and _group(known) == _group(phrase)
    return known.outright or (known.table == phrase.table and known.role in ("row", "subject", "column"))


def _group(phrase: Phrase) -> str:
    """Give the group that a row belongs to; nothing for a column."""
    return phrase.readings[0][0].partition(".")[0] if phrase.role == "row" and phrase.readings else ""


def _digits(text: str, written: str, start: int, end: int, year: int, unit: re.Pattern[str]) -> Token | None:
    """Read figures: a year or a month tells of when, a number is counted in the unit behind it."""
    after, length = text[end : end + 1], end - start
    if after == "年" and length == len("2020"):
        kind = "now" if written == str(year) else "then"
        return tuple.__new__(Token, (kind, start, end + 1, written, None, None, ""))
    before = text[start - 1 : start]
    if length == len("2020") and written.startswith("20") and text.startswith(BEHIND_A_YEAR, end):
        # «2021全年» is all of that year: without it, the word is of this one.
        kind, to = "now" if written == str(year) else "then", end
        to += len(_ALL_YEAR) if text.startswith(_ALL_YEAR, end) else 0
        return tuple.__new__(Token, (kind, start, to, text[start:to], None, None, ""))
    if after == "月":
        return None if text.startswith(_BOUNDS, start) else Token("then", start, end + 1, written)
    if after in ("日", "号", "年") or before in ("第", "."):
        return None
    digits = written.replace(",", "")[:_MOST_DIGITS]
    return _number(text, Decimal(digits) if "." in digits else int(digits), start, end, unit)


def _written(text: str, start: int, unit: re.Pattern[str]) -> Token | None:
    """Read a number in Chinese characters, where a unit follows."""
    end = start
    while end < len(text) and text[end] in WRITTEN and end - start < len("九千九百九十九"):
        end += 1
    is_of = text.startswith(_OF_WRITTEN, end) or (
        text[end : end + 1] == "条" and text[start - 2 : start] == "申请"
    )
    if not is_of or text[start - 1 : start] == "第":
        return None
    return _number(text, _value(text[start:end]), start, end, unit)


def _number(text: str, value: Number | None, start: int, end: int, units: re.Pattern[str]) -> Token:
    """Make a number; one that is about right, or an end of a range, has no value."""
    found = units.match(text, end)
    unit, to, loose = "", end, False
    if found:
        unit, to, loose = found[2] or "", found.end(), bool(found[1] or found[3])
    loose = loose or text[max(0, start - 3) : start].rstrip().endswith(_ABOUT)
    if loose or text[start - 1 : start] in tuple("-~—–〔[/") or text[end : end + 1] in tuple("-~—–/"):
        value = None
    kind = "percent" if unit == "%" else "number"
    return tuple.__new__(Token, (kind, start, to, text[start:to], None, value, unit))


def _value(written: str) -> int | None:
    """Give a number below ten thousand in figures."""
    total, digit = 0, None
    for character in written.replace("两", "二").replace("〇", "零"):
        scale = _SCALES.get(character)
        if scale:
            total += (1 if digit is None else digit) * scale
            digit = None
        elif digit:
            return None
        else:
            digit = _ONES.index(character)
    return total + (digit or 0)
