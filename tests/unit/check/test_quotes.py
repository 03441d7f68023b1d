"""Figures quoted in a text: `{{ lamps.upper.both }}`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import advice
from gongkai.pipeline import build, check
from shown import located, problems_of
from toy import MARKDOWN, NARRATIVE, REPORT, YAML, Files, replaced, report_of, write_site


def text_with(sentence: str) -> str:
    return replaced(NARRATIVE, "来一只猫。", sentence)


def found(root: Path, sentence: str, files: Files | None = None) -> list[str]:
    write_site(root, {MARKDOWN: text_with(sentence), **(files or {})})
    return [line.removeprefix("report.md:") for line in problems_of(root)]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("lamps.upper.both", []),
        ("visits.autumn.total", []),
        ("oil.burnt.litres", []),
        ("lamps.upper.green", ["11:1 D606"]),
        ("lamps", ["11:1 D606"]),
        ("", ["11:1 D606"]),
        ("visits.winter.ships", ["11:1 D608 visits/winter/ships"]),
        ("previous.lamps.upper.both", ["11:1 D609"]),
        ("previous.lamps.upper.green", ["11:1 D606"]),
    ],
)
def test_a_name_is_looked_up_in_the_form(tmp_path: Path, name: str, problem: list[str]) -> None:
    assert found(tmp_path, "{{ " + name + " }} 盏。") == problem


def test_a_cell_with_a_problem_of_its_own_is_not_told_of_at_the_text_too(tmp_path: Path) -> None:
    wrong = replaced(REPORT, "upper: [2, 1, 3]", "upper: [2盏, 1, 3]")
    assert found(tmp_path, "{{ lamps.upper.white }} 盏。", {YAML: wrong}) == [
        "report.yaml:7:11 D211 lamps/upper/white"
    ]


def test_last_years_report_is_reached(tmp_path: Path) -> None:
    assert found(tmp_path, "上年{{ previous.lamps.upper.both }}盏。", report_of(1986)) == []


def test_other_braces_and_braces_of_pages_are_named(tmp_path: Path) -> None:
    page = "content/pages/guide.md"
    written = "---\ntitle: 守灯须知\n---\n\n灯 {{ lamps.upper.both }} 盏 {% if %}。\n"
    assert found(tmp_path, "{% for %} {{ 甲 }} {{\n乙 }}", {page: written}) == [
        "guide.md:5:3 D606",
        "guide.md:5:28 D606",
        "11:1 D606",
        "11:11 D606",
        "11:19 D606",
    ]


@pytest.mark.parametrize(
    ("sentence", "problems"),
    [
        ("灯{{ lamps.upper.both }盏。", ["11:2 D606"]),
        ("灯{ lamps.upper.both }}盏。", ["11:2 D606"]),
        ("灯{{盏。", ["11:2 D606"]),
        ("灯}}盏。", ["11:2 D606"]),
        ("灯｛｛ lamps.upper.both ｝｝盏。", ["11:2 D606"]),
        ("灯{{ lamps.upper.both ｝｝盏。", ["11:2 D606"]),
        ("灯｛甲｝盏，{乙}个。", []),
    ],
)
def test_half_a_pair_of_braces_and_full_width_ones_are_named(
    tmp_path: Path, sentence: str, problems: list[str]
) -> None:
    assert found(tmp_path, sentence) == problems


@pytest.mark.parametrize(
    ("name", "repair"),
    [("lamps.upper.both", ["{{ lamps.upper.both }}"]), ("lamps.upper.green", [])],
)
def test_full_width_braces_around_a_name_are_mended(tmp_path: Path, name: str, repair: list[str]) -> None:
    write_site(tmp_path, {MARKDOWN: text_with(f"灯｛｛{name}｝｝盏。")})
    assert [edit.text for problem in check(tmp_path).problems for edit in problem.edits] == repair


def test_advice_is_the_nearest_name(tmp_path: Path) -> None:
    write_site(tmp_path, {MARKDOWN: text_with("{{ lamps.uper.both }}")})
    (problem,) = check(tmp_path).problems
    assert located([problem]) == ["11:1 D606"]
    assert "lamps.upper.both" in advice(problem, "zh-CN")


def built(root: Path, sentence: str, files: Files | None = None) -> tuple[str, str]:
    """Build the site; give the sentence on the page and in report.json."""
    write_site(root, {MARKDOWN: text_with(sentence), **(files or {})})
    outcome = build(root, root / "output")
    assert outcome.built, outcome.problems
    folder = root / "output/reports/north-light/1987"
    page = (folder / "index.html").read_text("utf-8")
    narrative = json.loads((folder / "report.json").read_text("utf-8"))["narrative"]
    at = page.index("<p>今")
    return page[at + 3 : page.index("</p>", at)], str(narrative["wishes"]).split("\n\n")[-1]


def test_a_figure_is_printed_with_its_unit_and_links_to_its_cell(tmp_path: Path) -> None:
    page, data = built(tmp_path, "今{{ oil.kept.litres }}，{{ lamps.upper.both }}盏。")
    assert page == ('今<a href="#B9">12.00升</a>，<a href="#A3">3</a>盏。')
    assert data == "今12.00升，3盏。"


def test_a_unit_that_the_text_writes_is_not_doubled(tmp_path: Path) -> None:
    assert built(tmp_path, "今{{oil.kept.litres}}升、{{oil.kept.litres}} 升。")[1] == "今12.00升、12.00 升。"


def test_a_group_is_the_sum_of_its_cells(tmp_path: Path) -> None:
    page, data = built(tmp_path, "今{{ oil.burnt.litres }}。")
    assert page == '今<a href="#B5">100.75升</a>。'
    assert data == "今100.75升。"


def test_a_name_within_a_link_gives_a_figure_and_no_second_link(tmp_path: Path) -> None:
    page, _ = built(tmp_path, "今[灯{{ lamps.upper.both }}盏](https://a.example/)。")
    assert page == '今<a href="https://a.example/" rel="noopener">灯3盏</a>。'


def test_last_years_figure_links_to_last_years_page(tmp_path: Path) -> None:
    page, data = built(tmp_path, "今{{ previous.lamps.upper.both }}盏。", report_of(1986))
    assert page == '今<a href="../1986/index.html#A3">3</a>盏。'
    assert data == "今3盏。"
