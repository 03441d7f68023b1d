from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner
from example import BASE, read_example, run

from gongkai.cli import commands
from gongkai.diagnostics.catalogue import Rule, rule, sentence, severity
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.diagnostics.diagnostic import LANGUAGES, Diagnostic, Severity
from gongkai.diagnostics.explanation import (
    BASES,
    BASIS,
    ENGLISH,
    HEADINGS,
    RIGHT,
    WHAT,
    WRONG,
    explanation,
    page,
    read_sections,
)
from gongkai.diagnostics.likely_rule import advice_on
from gongkai.pipeline import check

CODES = tuple(entry.code for entry in RULES)
each_rule = pytest.mark.parametrize("entry", RULES, ids=CODES)
each_code = pytest.mark.parametrize("code", CODES)

CHINESE = re.compile(r"[\u4e00-\u9fff]")

# What has been read in its own text, or in what was published under it. Nothing else is cited.
PROVEN = {
    "《政府信息公开条例》",
    "《政府网站与政务新媒体检查指标》",
    "国办公开办函〔2021〕30号",
    "国办公开办函〔2019〕60号",
    "国办秘函〔2019〕19号",
}
PROVEN_ARTICLES = {"第十四条", "第十五条", "第十七条", "第二十四条", "第四十九条", "第五十条"}
CITED = re.compile(r"《[^》]+》|国办[^（〔]{1,5}〔\d{4}〕\d+号")
ARTICLE = re.compile(r"第[一二三四五六七八九十]+条")
# Often said of the report and of government websites, and not found in any text that was read.
UNPROVEN = (
    "12 ?月 ?31 ?日",
    "保留 ?(?:4|四) ?位",
    "实际收取",
    "信息处理费",
    "(?:死|断|错|暗)链",
    "扣分",
    "元标签|meta",
    "对比度",
    "主色",
    "永久归档",
    "没有(?:发生)?的?(?:必须|应当)填",
    "公开指引",
    "网页设计规范",
)


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    folder = resources.files("gongkai.diagnostics") / "explain"
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(f"{code}.md" for code in CODES)


def test_the_base_site_has_no_problem() -> None:
    assert _shown(check(BASE).problems) == []


@each_rule
def test_page_is_titled_as_the_rule(entry: Rule) -> None:
    title, subtitle = read_sections(page(entry.code))[""].split("\n\n")
    assert title == f"# {entry.code} {entry.name}"
    assert subtitle == f"{entry.title.zh} · {entry.title.en}"


@each_code
def test_page_has_every_section_in_order_and_in_its_language(code: str) -> None:
    sections = read_sections(page(code))
    outside_of_examples = "".join(page(code).split("```")[::2])
    assert tuple(re.findall(r"^#{2,} (.+)", outside_of_examples, re.MULTILINE)) == HEADINGS
    assert tuple(sections) == ("", *HEADINGS)
    assert all(sections.values())
    assert len(CHINESE.findall(sections[WHAT])) > 20
    assert len(re.findall(r"[a-z]{2,}", sections[ENGLISH])) > 15
    assert all(len(line) <= 88 for line in sections[ENGLISH].split("\n"))


@each_code
def test_basis_says_what_kind_it_is(code: str) -> None:
    sections = read_sections(page(code))
    for line in sections[BASIS].split("\n"):
        assert re.match(rf"- (?:{'|'.join(BASES)})：", line), line
    assert "Basis:" in sections[ENGLISH]


@each_code
def test_basis_claims_only_what_is_proven(code: str) -> None:
    sections = read_sections(page(code))
    claims = sections[BASIS] + sections[ENGLISH]
    assert set(CITED.findall(claims)) <= PROVEN
    assert set(ARTICLE.findall(claims)) <= PROVEN_ARTICLES
    for words in UNPROVEN:
        assert not re.search(words, sections[BASIS]), words


@each_code
def test_wrong_example_has_this_problem_in_this_file(code: str, tmp_path: Path) -> None:
    example = read_example(code, WRONG)
    assert example.blocks
    problems = run(example, tmp_path / "site")
    found = [problem for problem in problems if problem.code == code]
    assert found, _shown(problems)
    assert {problem.code for problem in problems} <= {code, *example.also}, _shown(problems)
    assert any(example.concerns(problem.place.file) for problem in found), _shown(problems)


@each_code
def test_right_example_is_without_error(code: str, tmp_path: Path) -> None:
    example = read_example(code, RIGHT)
    assert example.blocks
    problems = run(example, tmp_path / "site")
    bad = [p for p in problems if p.code == code or severity(p) is Severity.ERROR]
    assert not bad, _shown(bad)


@each_rule
def test_explanation_is_in_one_language_with_the_examples(entry: Rule) -> None:
    chinese, english = (explanation(entry.code, language) for language in LANGUAGES)
    assert chinese
    assert english
    assert chinese.startswith(f"{entry.code} {entry.name}  {entry.title.zh}\n")
    assert english.startswith(f"{entry.code} {entry.name}  {entry.title.en}\n")
    assert "\n依据\n" in chinese
    assert "Basis:" not in chinese
    assert "Basis:" in english
    assert "\n说明\n" not in english
    for text in (chinese, english):
        assert "```" not in text
        for block in (*read_example(entry.code, WRONG).blocks, *read_example(entry.code, RIGHT).blocks):
            assert block.path in text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "D301",
            [
                "程度  错误",
                "依据  格式、本程序",
                "适用  各种格式、各年度",
                "例外  确有理由的，可以用 accept 说明",
            ],
        ),
        ("documents-in-force", ["程度  警告", "适用  cn-2021（2021 年度起）"]),
        ("D640", ["例外  不能用 accept 说明"]),
    ],
)
def test_explanation_tells_how_grave_on_what_basis_and_for_which_forms(code: str, told: list[str]) -> None:
    shown = CliRunner().invoke(commands, ["explain", code]).output
    head = shown.split("\n\n")[0].split("\n")
    assert len(head) == 5
    for line in told:
        assert f"  {line}" in head


def test_explanation_is_found_by_name_and_in_any_case() -> None:
    assert explanation("row-total", "en") == explanation("d301 ", "en") == explanation("D301", "en")


@pytest.mark.parametrize("code", ["D000", "301", "", "../D301", "行合计"])
def test_an_unknown_code_has_no_explanation(code: str) -> None:
    assert explanation(code, "zh-CN") is None
    assert advice_on(code, RULES).zh


@pytest.mark.parametrize(
    "code", ["D3O1", "d3ol", "301", "Ｄ３０１", "[D301 row-total]", "row-totl", "row total", "行合计"]
)
def test_a_code_that_was_nearly_right_is_answered_by_the_rule_that_was_meant(code: str) -> None:
    assert advice_on(code, RULES).zh == "是否想写 D301（行合计不符）？"
    assert advice_on(code, RULES).en == "Did you mean D301 (Row total)?"


def test_a_code_that_is_none_is_answered_by_the_nearest_one_and_else_by_the_list() -> None:
    assert advice_on("D999", RULES).en.startswith("The nearest one is D907 (")
    assert advice_on("D999", RULES).zh.endswith("列出全部规则：gongkai explain")
    for code in ("", "D000", "xyz", "a b", "tal"):
        assert advice_on(code, RULES).en == "All rules are listed by: gongkai explain"


def test_where_words_stand_in_several_names_the_likeliest_are_given() -> None:
    assert advice_on("合计", RULES).zh == (
        "是否想写 D301（行合计不符）、D302（列合计不符）、D221（合计算不出来）？"
    )
    assert advice_on("total", RULES).en.startswith("Did you mean D301 (Row total), D302 (Column total), D")


def test_an_unknown_code_is_shortened_where_it_is_long() -> None:
    shown = CliRunner().invoke(commands, ["explain", "灯" * 100_000])
    assert shown.exit_code == 2
    assert f"没有代码 {'灯' * 40}…。" in shown.output
    assert len(shown.output) < 200


def _shown(problems: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[str]:
    return [
        f"{p.place.file}:{p.place.span.line}: {p.code} {rule(p.code).name}: {sentence(p, 'zh-CN')}"
        for p in problems
    ]
