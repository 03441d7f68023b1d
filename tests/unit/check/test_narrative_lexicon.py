"""Dictionary and pattern find what a straightforward search for the longest word finds, and no more."""

from __future__ import annotations

import random
import re

import pytest

from gongkai.check.narrative_lexicon import Lexicon, branches
from gongkai.check.narrative_tokens import tokens
from gongkai.check.narrative_vocabulary import vocabulary
from gongkai.load.site import shipped_forms

FORMS = {form.id: form for form in shipped_forms()}
CHARACTERS = "甲乙丙丁，"


def words_at_random(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(CHARACTERS, k=chance.randint(1, 5))) for _ in range(chance.randint(1, 9))]


def straightforward(words: list[str], text: str, start: int, end: int) -> list[tuple[int, str]]:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return [(found.start(), found[0]) for found in re.compile(longest_first).finditer(text, start, end)]


@pytest.mark.parametrize("seed", range(200))
def test_words_are_found_as_the_longest_first_would_be(seed: int) -> None:
    chance = random.Random(seed)
    words, text = words_at_random(chance), "".join(chance.choices(CHARACTERS, k=60))
    start, end = sorted(chance.choices(range(61), k=2))
    lexicon = Lexicon(words)
    assert list(lexicon.find(text, start, end)) == straightforward(words, text, start, end)
    some = frozenset(words[::2])
    assert list(lexicon.find(text, start, end, some)) == straightforward(list(some), text, start, end)
    for at in range(len(text) + 1):
        here = max((len(word) for word in words if text.startswith(word, at)), default=0)
        assert lexicon.longest(text, at) == here
    by_branches = re.compile("|".join(branches(words))).finditer(text, start, end)
    assert [(found.start(), found[0]) for found in by_branches] == straightforward(words, text, start, end)


def test_nothing_is_found_where_no_word_is_known() -> None:
    assert list(Lexicon(()).find("甲乙", 0, 2)) == []
    assert Lexicon(()).longest("甲乙", 0) == 0
    assert branches(()) == []


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.phrases.items])
@pytest.mark.parametrize("seed", range(20))
def test_a_forms_words_are_cut_out_of_a_text_the_longest_first(form: str, seed: int) -> None:
    phrases, chance = FORMS[form].phrases, random.Random(seed)
    words = [word for word, phrase in phrases.by_word.items() if not phrase.beside]
    # No character of the text between begins or goes on with a word.
    text = "〓".join(chance.choices(words, k=40))
    cut = tokens(text, 0, len(text), phrases.made(vocabulary), 2022)
    found = [token for token in cut if token.kind == "word"]
    assert [token.text for token in found] == text.split("〓")
    assert [text[token.start : token.end] for token in found] == text.split("〓")


def test_a_figure_ends_before_the_word_behind_it_is_looked_for() -> None:
    phrases = FORMS["cn-2021"].phrases
    cut = tokens("发生9起诉讼", 0, 6, phrases.made(vocabulary), 2022)
    assert [token.text for token in cut] == ["9起", "诉讼"]
