"""How a form says in which words texts speak of its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.load.site import shipped_forms
from shown import problems_of
from toy import FORM, MARKDOWN, NARRATIVE, replaced, write_site

PHRASES = """
phrases:
  elsewhere: [海鸥]
  tables:
    visits:
      units: [艘]
      subjects:
        - {words: [来船], is: [spring + autumn + winter]}
      rows:
        - {words: [春天], is: [spring], certain: true}
      columns:
        - {words: [小船], is: [boats]}
"""
FILE = "content/formats/toy.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("来船里，春天有 7 艘，其中小船 5 艘。", []),
        ("来船里，春天有 8 艘。", ["report.md:11:9 D620 visits/spring/total"]),
        ("来船里，春天有 7 艘，其中小船 6 艘。", ["report.md:11:18 D621 visits/spring/boats"]),
        ("春天有 8 只海鸥，来船里有 3 只猫。", []),
        ("春天有海鸥 8 艘。", []),
    ],
)
def test_a_form_of_ones_own_has_its_own_words(tmp_path: Path, text: str, expected: list[str]) -> None:
    files = {FILE: FORM + PHRASES, MARKDOWN: replaced(NARRATIVE, "来一只猫。", text)}
    assert problems_of(write_site(tmp_path / "site", files)) == expected


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("visits:\n      units", "guests:\n      units", "D905"),
        ("is: [spring]", "is: [sprung]", "D903"),
        ("is: [boats]", "is: [spring]", "D903"),
        ("units: [艘]", "unit: [艘]", "D901"),
        ("words: [小船]", "words: 小船", "D901"),
        ("elsewhere: [海鸥]", "elsewhere: {海鸥: 3}", "D901"),
    ],
)
def test_a_slip_in_a_phrase_is_a_slip_of_the_form(tmp_path: Path, old: str, new: str, code: str) -> None:
    site = write_site(tmp_path / "site", {FILE: FORM + replaced(PHRASES, old, new)})
    assert code in {problem.split()[1] for problem in problems_of(site)}


def test_shipped_forms_spell_out_the_years_and_say_no_word_twice() -> None:
    for form in (form for form in shipped_forms() if form.tables):
        words = [word for phrase in form.phrases.items for word in phrase.words]
        assert len(words) == len(set(words))
        assert {"上年结转", "去年结转", "结转下年度", "明年继续办理"} <= set(words)
        assert not any("{" in word for word in words)
