"""The catalogue of rules: codes and names are unique, of their family, and the same in both languages."""

from __future__ import annotations

import re
from importlib import import_module
from string import Formatter

import pytest
from package import modules

from gongkai.diagnostics.catalogue import Rule
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.diagnostics.diagnostic import Text

CATALOGUE = "gongkai.diagnostics.catalogue"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_file_of_the_catalogue_is_in_it() -> None:
    files = {name for name in modules() if name.startswith(f"{CATALOGUE}.")} - {
        f"{CATALOGUE}.rule",
        f"{CATALOGUE}.every",
    }
    listed = [rule for name in sorted(files) for rule in import_module(name).RULES]
    assert sorted(rule.code for rule in listed) == sorted(rule.code for rule in RULES)
    for name in files:
        module = import_module(name)
        (family,) = {rule.code[1] for rule in module.RULES}
        assert module.__doc__
        assert module.__doc__.startswith(f"D{family}xx: "), name


@each_rule
def test_code_and_name_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"D[1-69]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


@each_rule
def test_both_languages_say_the_same(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.help):
        assert arguments(text.zh) == arguments(text.en)


@each_rule
def test_each_language_is_itself(rule: Rule) -> None:
    def bare(text: str) -> str:
        return re.sub(r"\{\w+\}", "", text)

    for text in (rule.title, rule.message, rule.help):
        is_argument_alone = not bare(text.zh).strip()
        assert is_argument_alone or re.search(r"[\u4e00-\u9fff]", text.zh)
        assert not re.search(r"[\u4e00-\u9fff]", bare(text.en))


def test_a_title_takes_no_arguments_and_no_full_stop() -> None:
    for rule in RULES:
        for words in (rule.title.zh, rule.title.en):
            assert not arguments(words)
            assert not words.endswith(("。", "."))


def test_every_code_in_the_program_is_a_rule_and_every_rule_is_used() -> None:
    used = {
        code
        for name, path in modules().items()
        if not name.startswith(CATALOGUE)
        for code in re.findall(r'"(D\d{3})"', path.read_text("utf-8"))
    }
    assert used == {rule.code for rule in RULES}


def test_arguments_of_both_languages_are_compared_by_name() -> None:
    text = Text("“{row}”应为 {sum}", "{row} should be {total}")
    assert arguments(text.zh) ^ arguments(text.en) == {"sum", "total"}
