from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.render.environment import words_of
from gongkai.render.theme import open_theme, shipped_folder

THEME = open_theme("default", Path())
KEY = re.compile(r"""\bt\(\s*(['"])([\w-]+)\1\s*[,)]""")
CHINESE = re.compile(r"[\u3400-\u9fff]")
FIELD = re.compile(r"\{(\w+)\}")
# Keys that templates put together.
COMPOSED = {
    *("blank", "not-applicable", "download_json", "download_csv"),
    *("type_small", "type_normal", "type_large", "search_year", "search_topic"),
}


def used() -> set[str]:
    return {found[2] for source in THEME.templates.values() for found in KEY.finditer(source.text)}


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    chinese, english = THEME.strings["zh-CN"], THEME.strings["en"]
    assert list(chinese) == list(english)
    for key, text in chinese.items():
        assert set(FIELD.findall(text)) == set(FIELD.findall(english[key])), key


def test_every_word_that_a_template_uses_exists() -> None:
    assert used() | COMPOSED <= set(THEME.strings["zh-CN"])


def test_no_template_holds_a_chinese_word() -> None:
    for name, source in THEME.templates.items():
        assert not CHINESE.search(source.text), name


def test_a_language_without_a_word_falls_back() -> None:
    assert words_of(THEME, "en-GB")["home"] == THEME.strings["en"]["home"]
    assert words_of(THEME, "bo")["home"] == THEME.strings["zh-CN"]["home"]


@pytest.mark.parametrize("path", sorted(shipped_folder().rglob("*.css/*.css")), ids=lambda path: path.name)
def test_style_sheets_stay_readable(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") < 400
