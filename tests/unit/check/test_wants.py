"""What a form asks its texts to speak of, and what a report says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.pipeline import check
from shown import located, problems_of
from toy import FORM, MARKDOWN, NARRATIVE, replaced, write_files

FORM_FILE = "content/formats/toy.yaml"
WEATHER = "  - {id: weather, heading: 一、这一年的天气}\n"
WISHES = "  - {id: wishes, heading: 四、守灯人的愿望}\n"
NOTED = "report.md:3:1 "


def text_of(weather: str, wishes: str = "来一只猫。", preface: str = "本年共点灯 365 夜。") -> str:
    return f"{preface}\n\n## 一、这一年的天气\n\n{weather}\n\n## 四、守灯人的愿望\n\n{wishes}\n"


def form_with(section: str = "", whole: str = "") -> str:
    form = replaced(FORM, WEATHER, f"  - id: weather\n    heading: 一、这一年的天气\n{section}")
    return replaced(form, "\ntables:\n", f"\n{whole}\ntables:\n")


def found(site: Path, form: str, text: str) -> list[str]:
    write_files(site, {FORM_FILE: form, MARKDOWN: text})
    return problems_of(site)


ASPECTS = """\
    wants:
      - {rule: aspects-missing, name: 雾, words: [雾, 能见度]}
      - {rule: aspects-missing, name: 风, words: [风]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雾多风大。", []),
        ("能见度低，风大。", []),
        ("### 雾\n\n多。\n\n### 风\n\n大。", []),
        ("晴。", ["D243"]),
        ("【请写明天气】", []),
    ],
)
def test_what_a_section_should_speak_of_is_asked_for_once(site: Path, text: str, expected: list[str]) -> None:
    codes = [line.split()[-1] for line in found(site, form_with(ASPECTS), text_of(text))]
    assert [code for code in codes if code != "D258"] == expected


def test_what_is_missing_is_listed(site: Path) -> None:
    write_files(site, {FORM_FILE: form_with(ASPECTS), MARKDOWN: text_of("晴。")})
    assert [p.arguments["missing"] for p in check(site).problems] == ["雾、风"]


def test_a_text_below_the_least_is_thin_and_is_asked_nothing_more(site: Path) -> None:
    form = form_with(f"    least: 6\n{ASPECTS}")
    assert found(site, form, text_of("**晴。** 无")) == [f"{NOTED}D242"]
    assert found(site, form, text_of("雾多，风大，雨少。")) == []


def test_a_text_above_the_most_is_asked_about_and_a_portal_can_have_another_most(site: Path) -> None:
    form, text = form_with("    most: 6\n"), text_of("**雾多。**\n\n- 风大。雨")
    assert found(site, form, text) == [f"{NOTED}D257"]
    assert found(site, form_with("    most: 7\n"), text) == []
    portal = (site / "content/site.yaml").read_text("utf-8")
    write_files(site, {"content/site.yaml": f"{portal}longest: 7\n"})
    assert found(site, form, text) == []
    write_files(site, {"content/site.yaml": f"{portal}longest: 3\n"})
    assert found(site, form, text) == [f"{NOTED}D257"]
    # Where the form sets no limit the portal's is not asked for.
    assert found(site, form_with(), text) == []


SUPERVISION = """\
wants:
  - {rule: supervision-missing, name: 检查, kinds: [government], words: [检查]}
"""


@pytest.mark.parametrize(
    ("kind", "wishes", "expected"),
    [
        ("government", "来一只猫。", [f"{NOTED}D244"]),
        ("government", "检查时来一只猫。", []),
        ("department", "来一只猫。", []),
    ],
)
def test_only_the_kinds_named_are_asked_and_any_section_may_answer(
    site: Path, kind: str, wishes: str, expected: list[str]
) -> None:
    organs = (
        (site / "content/organs.yaml")
        .read_text("utf-8")
        .replace("parent: harbour", f"kind: {kind}, parent: harbour")
    )
    write_files(site, {"content/organs.yaml": organs})
    assert found(site, form_with(whole=SUPERVISION), text_of("雾。", wishes)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("lamps/upper/white", [f"{NOTED}D254"]), ("lamps/lower/red", [])]
)
def test_a_condition_is_a_figure_above_zero(site: Path, cell: str, expected: list[str]) -> None:
    whole = (
        f"wants:\n  - {{rule: lapsed-fee, name: 费用, when: {cell}, words: [费]}}\n"
        f"  - {{rule: fee-statement, name: 费用, when: {cell}, words: [费]}}\n"
    )
    assert found(site, form_with(whole=whole), text_of("雾。")) == expected


@pytest.mark.parametrize(
    "want",
    [
        "{rule: no-such-rule, name: 雾, words: [雾]}",
        "{rule: aspects-missing, name: 雾, words: []}",
        "{rule: aspects-missing, words: [雾]}",
        "{rule: aspects-missing, name: 雾, words: [雾], when: lamps/upper/blue}",
        "{rule: aspects-missing, name: 雾, words: [雾], wenn: x}",
    ],
)
def test_a_want_with_a_mistake_is_a_mistake_of_the_form(site: Path, want: str) -> None:
    section = f"    wants:\n      - {want}\n"
    assert "D901" in {line.split()[-1] for line in found(site, form_with(section), NARRATIVE)}


@pytest.mark.parametrize(
    ("preface", "expected"),
    [
        ("统计期限为1987年1月1日至1987年12月31日。", []),
        ("统计期限自1987年1月1日起至12月31日止。", []),
        ("统计时限为 1987 年 1 月 1 日—— 12 月 31 日。", []),
        ("统计期限为１９８７年１月１日至１２月３１日。", []),
        ("本报告所列数据为1987年1月1日到12月31日。", []),
        ("统计期限为1986年1月1日至1986年12月31日。", ["1:6 D248"]),
        ("统计期限为1986年1月1日至1987年12月31日。", ["1:6 D248"]),
        ("数据统计期为1987年1月1日至1988年12月31日。", ["1:7 D248"]),
        ("统计期限为1987年3月1日至12月31日。", ["1:6 D256"]),
        ("上一年的统计期限为1986年1月1日至1986年12月31日。", []),
        # Other days than those of the figures.
        ("公示期为1986年1月1日至1986年12月31日。", []),
        ("按统计法的要求。展期为1986年1月1日至1986年12月31日。", []),
        ("统计期限为全年。灯展自1986年1月1日至1986年12月31日。", []),
    ],
)
def test_the_period_of_the_figures(site: Path, preface: str, expected: list[str]) -> None:
    write_files(site, {MARKDOWN: text_of("雾。", preface=preface)})
    assert located(check(site).problems) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本报告分为四个部分。", []),
        ("全文共4部分。", []),
        ("本报告由天气情况、灯油情况、来船情况和其他事项四部分组成。", []),
        ("本报告由天气情况、灯油情况、来船情况等四部分组成。", []),
        ("本报告由天气情况、灯油情况、来船情况四部分组成。", ["1:19 D249"]),
        ("本报告分为六个部分。", ["1:6 D249"]),
        ("本报告分为十四个部分。", []),
        ("一部分船只是渔船，另有第三部分未报告。", []),
        ("灯塔分三部分漆成红色。", []),
    ],
)
def test_the_number_of_parts(site: Path, sentence: str, expected: list[str]) -> None:
    write_files(site, {MARKDOWN: text_of("雾。", preface=sentence)})
    assert located(check(site).problems) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("如有疑问，请与守灯人联系。", ["1:11 D250"]),
        ("如有疑问，请与守灯人联系（电话：55501234）。", []),
        ("如有疑问，请与守灯人联系，地址在岬角。", []),
        ("请与风联系。", []),
    ],
)
def test_an_invitation_says_how(site: Path, sentence: str, expected: list[str]) -> None:
    write_files(site, {MARKDOWN: text_of("雾。", preface=sentence)})
    assert located(check(site).problems) == expected
