"""What the texts of a form are cut by: its words and the grammar's, and what each is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from gongkai.check.narrative_lexicon import Lexicon, branches
from gongkai.check.narrative_words import BLANK, KIND_BY_WORD, NOT_BEFORE, ONLY_BEFORE, REFERENCE
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase, Phrases, Reading

WRITTEN = "零〇一二两三四五六七八九十百千"


class Vocabulary(NamedTuple):
    """What a form's texts are cut by: all words, what each is, and the units of figures.

    `known` says of each word its kind, its phrase, and what else is to be seen to. `words` mean something
    by themselves; figures of a table can belong to those of them that are `saying`; without those that are
    `leading`, and without a topic, no other means anything. `headings` are filled in as they are met, which
    are the same in most reports, with the table that each is about.
    """

    lexicon: Lexicon
    known: Mapping[str, tuple[str, Phrase | None, str]]
    unit: re.Pattern[str]
    by_word: Mapping[str, Phrase]
    wholes: Mapping[str, tuple[Reading, ...]]
    words: frozenset[str]
    saying: frozenset[str]
    says: frozenset[str]
    leads: frozenset[str]
    leading: re.Pattern[str]
    elsewhere: re.Pattern[str]
    subjects: re.Pattern[str]
    headings: dict[str, str]


def vocabulary(phrases: Phrases) -> Vocabulary:
    """Make the vocabulary of a form; the form's words come before those of the grammar."""
    known: dict[str, tuple[str, Phrase | None, str]] = {
        **dict.fromkeys(WRITTEN, ("", None, "written")),
        **dict.fromkeys("0123456789", ("", None, "figures")),
        REFERENCE: ("", None, "reference"),
    }
    for word, kind in KIND_BY_WORD.items():
        known[word] = (kind, None, "clear" if word in NOT_BEFORE or word in ONLY_BEFORE else "")
    for word, phrase in phrases.by_word.items():
        known[word] = ("word", phrase, "beside" if phrase.beside else "")
    units = sorted({unit for _, units in phrases.units for unit in units}, key=len, reverse=True)
    words = "|".join(("%", *map(re.escape, units)))
    # What follows a number: its unit, and words that make it no exact one.
    unit = re.compile(rf"([余多])?[ {BLANK}]*({words})?([余多]|以上|以下|以内|左右)?")
    own = {word: phrase for word, phrase in phrases.by_word.items() if not phrase.beside}
    leads = {word for word, phrase in own.items() if _is_leading(phrase)}
    saying = {word for word, phrase in own.items() if phrase.table}
    return Vocabulary(
        Lexicon(known),
        known,
        unit,
        phrases.by_word,
        phrases.subjects,
        frozenset(own),
        frozenset(saying),
        _and_longer(saying, own),
        _and_longer(leads, own),
        _any_of(leads),
        _any_of(word for word, phrase in own.items() if phrase.role == "elsewhere"),
        _any_of(word for word, phrase in own.items() if phrase.role == "subject"),
        {},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return pattern("|".join(branches(words)) or "(?!)")


def _and_longer(words: Collection[str], others: Mapping[str, Phrase]) -> frozenset[str]:
    """Give words, and those of no table that have one of them in them."""
    longer = (
        other
        for other, phrase in others.items()
        if not phrase.table
        and any(other[i:j] in words for i in range(len(other)) for j in range(i + 2, len(other) + 1))
    )
    return frozenset((*words, *longer))


def _is_leading(phrase: Phrase) -> bool:
    return phrase.role in ("subject", "row") and not (phrase.everyday or phrase.certain)
