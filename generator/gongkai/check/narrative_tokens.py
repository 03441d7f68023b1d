"""Cuts a sentence into what matters for its figures: numbers, a form's words, and grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from gongkai.check.narrative_words import AFTER, BLANK, KIND_BY_WORD, REFERENCE, is_body
from gongkai.model.facts import Number
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase, Phrases, branches

_ONES = "零一二三四五六七八九"
_SCALES = {"十": 10, "百": 100, "千": 1000}
_WRITTEN = "零〇一二两三四五六七八九十百千"
_MOST_DIGITS = 18
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
_PLAIN = frozenset("件条份宗")
_DOUBTFUL, _INEXACT = frozenset("约近超逾过破-~—–〔[/ \u2060"), frozenset("余多以左次")
_BOUND = pattern("1月1日|12月(?:31日|底|末)")  # the ends of the year that a report is about
_OF_WRITTEN = pattern("[件份宗起例]|个案件")


def scanner(phrases: Phrases) -> re.Pattern[str]:
    """Make the pattern that finds every token."""
    digits = [rf"{digit}\d*(?:,\d\d\d)*(?:\.\d+)?" for digit in range(10)]
    # Words that need a figure right behind them are looked for nowhere else: some are everywhere.
    beside = [rf"{re.escape(word)}(?=[\d ])" for word, phrase in phrases.by_word.items() if phrase.beside]
    outright = (word for word, phrase in phrases.by_word.items() if not phrase.beside)
    figures = (*digits, f"{REFERENCE}{{1,250}}")
    return re.compile("|".join((*beside, *branches((*outright, *KIND_BY_WORD, *_WRITTEN)), *figures)))


def _unit(phrases: Phrases) -> re.Pattern[str]:
    """Make the pattern of what follows a number: its unit, and words that make it no exact one."""
    units = sorted({unit for _, units in phrases.units for unit in units}, key=len, reverse=True)
    words = "|".join(("%", *map(re.escape, units)))
    return re.compile(rf"([余多])?[ {BLANK}]*({words})?([余多]|以上|以下|以内|左右)?")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a form's texts are cut by: all words, what each is, and the units of figures."""

    found: re.Pattern[str]
    known: Mapping[str, tuple[str, Phrase | None, re.Pattern[str] | None]]
    unit: re.Pattern[str]


def vocabulary(phrases: Phrases) -> Vocabulary:
    """Make the vocabulary of a form; the form's words come before those of the grammar."""
    known: dict[str, tuple[str, Phrase | None, re.Pattern[str] | None]] = {
        word: (kind, None, AFTER.get(word)) for word, kind in KIND_BY_WORD.items()
    }
    known.update((word, ("word", phrase, None)) for word, phrase in phrases.by_word.items())
    return Vocabulary(scanner(phrases), known, _unit(phrases))


def tokens(text: str, start: int, end: int, words: Vocabulary, year: int) -> list[Token]:
    """Give the tokens of a stretch of a text in order."""
    known, unit, past, made = words.known, words.unit, start, tuple.__new__
    cut: list[Token] = []
    for found in words.found.finditer(text, start, end):
        at, to = found.span()
        if at < past:
            continue
        written = found[0]
        of = known.get(written)
        if of is not None:
            kind, phrase, after = of
            if phrase is not None and not phrase.beside:
                cut.append(made(Token, ("word", at, to, written, phrase, None, "")))
                continue
            if after is not None and not after.match(text, to):
                continue
            if phrase is not None and phrase.beside and not _goes_on(cut, phrase):
                continue
            if kind == "body" and not is_body(text[max(0, at - _FAR) : at]):
                continue
            cut.append(made(Token, (kind, at, to, written, phrase, None, "")))
            continue
        digits = "0" <= written[0] <= "9"
        if written[0] == REFERENCE:
            token: Token | None = _number(text, None, at, to, unit)
        else:
            token = _digits(text, written, at, to, year, unit) if digits else _written(text, at, unit)
        if token is not None:
            past = token.end
            cut.append(token)
    return cut


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
    return known.outright or (known.table == phrase.table and known.role in ("row", "subject", "column"))


def _digits(text: str, written: str, start: int, end: int, year: int, unit: re.Pattern[str]) -> Token | None:
    """Read figures: a year or a month tells of when, a number is counted in the unit behind it."""
    after, before = text[end : end + 1], text[start - 1 : start]
    if after == "年" and len(written) == len("2020"):
        return Token("now" if written == str(year) else "then", start, end + 1, written)
    if after == "月":
        is_bound = _BOUND.match(text, start) is not None
        return None if is_bound else Token("then", start, end + 1, written)
    if after in ("日", "号", "年") or before in ("第", "."):
        return None
    is_plain = after in _PLAIN and before not in _DOUBTFUL and text[end + 1 : end + 2] not in _INEXACT
    if is_plain and written.isdigit() and len(written) <= _MOST_DIGITS:
        return Token("number", start, end + 1, written + after, None, int(written), after)
    plain = written.replace(",", "")[:_MOST_DIGITS]
    return _number(text, Decimal(plain) if "." in plain else int(plain), start, end, unit)


def _written(text: str, start: int, unit: re.Pattern[str]) -> Token | None:
    """Read a number in Chinese characters, where a unit follows."""
    end = start
    while end < len(text) and text[end] in _WRITTEN and end - start < len("九千九百九十九"):
        end += 1
    is_of = _OF_WRITTEN.match(text, end) or (
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
    return Token("percent" if unit == "%" else "number", start, to, text[start:to], None, value, unit)


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
