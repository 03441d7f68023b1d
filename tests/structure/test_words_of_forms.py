"""No word of a form stands in code: no label, no id of a table, row or column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from package import PACKAGE, THEME, modules

# Ids that are everyday English as well, and words of the program itself.
EVERYDAY = {
    "amount", "change", "corrected", "created", "in_force", "issued", "other", "organizations",
    "overall", "pending", "projects", "refused", "regulations", "repealed", "repeated", "requests",
    "results", "total",
}  # fmt: skip
FORMS = sorted((PACKAGE / "forms").glob("*.yaml"))
CODE = [
    *modules().values(),
    *sorted(path for path in THEME.rglob("*") if path.is_file()),
]


def words(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in a form's definition, with the key that it stands under."""
    match node:
        case dict():
            for name, value in node.items():
                yield from words(value, str(name))
        case list():
            for value in node:
                yield from words(value, key)
        case str():
            yield key, node


def forbidden(form: Path) -> dict[str, re.Pattern[str]]:
    """Give the ids and labels of a form, each with what finds it in code."""
    definition = yaml.safe_load(form.read_text("utf-8"))
    found: dict[str, re.Pattern[str]] = {}
    for part in ("sections", "tables"):
        for key, word in words(definition[part]):
            if key == "id" and word not in EVERYDAY:
                found[word] = re.compile(rf"(?<![A-Za-z0-9_]){word}(?![A-Za-z0-9_])")
            elif key in ("label", "title", "caption", "heading", "aliases", "note", "row_head"):
                bare = re.sub(r"^[一二三四五六七八九十]、|^（[一二三四五六七八九十]）|^\d\.", "", word)
                if len(re.findall(r"[\u4e00-\u9fff]", bare)) >= 4:
                    found[bare] = re.compile(re.escape(bare))
    return found


FORBIDDEN = {word: pattern for form in FORMS for word, pattern in forbidden(form).items()}


def found_in(text: str) -> list[str]:
    return [word for word, pattern in FORBIDDEN.items() if pattern.search(text)]


def test_the_list_holds_ids_and_labels_of_both_editions() -> None:
    assert [form.stem for form in FORMS] == ["cn-2019", "cn-2021", "document"]
    assert len(FORBIDDEN) > 100
    assert {
        "new_received", "carried_over", "art20_1", "art20_9", "natural_person", "upheld", "granted",
        "本年新收政府信息公开申请数量", "危及“三安全一稳定”", "行政事业性收费", "存在的主要问题及改进情况",
    } <= set(FORBIDDEN)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('if row == "new_received":', "new_received"),
        ("<td>{{ cells.art20_1 }}</td>", "art20_1"),
        ('HEADING = "一、总体情况"', "总体情况"),
        ("total = facts['results.granted']", "granted"),
    ],
)
def test_a_word_of_a_form_would_be_found(text: str, word: str) -> None:
    assert found_in(text) == [word]


def test_everyday_words_are_ids_of_a_form_still() -> None:
    ids = {
        word for form in FORMS for key, word in words(yaml.safe_load(form.read_text("utf-8"))) if key == "id"
    }
    assert ids >= EVERYDAY


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_code_templates_and_strings_have_no_word_of_a_form(path: Path) -> None:
    assert found_in(path.read_text("utf-8")) == []
