"""A site with a form of its own works as one with a shipped form: nothing in the program knows a form."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from gongkai.cli import commands
from gongkai.export.scaffold import UNFILLED
from gongkai.pipeline import build
from shown import problems_of
from toy import FORM, MARKDOWN, REPORT, YAML, replaced, write_files

REPORT_PAGE = "reports/north-light/1987"


def gongkai(*arguments: str) -> int:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False).exit_code


def bare(html: str) -> str:
    return re.sub(r"<[^>]*>|\s", "", html)


def test_it_is_checked_without_a_problem(site: Path) -> None:
    assert problems_of(site) == []


@pytest.mark.parametrize(
    ("row", "wrong", "problem"),
    [
        # A total of a row, a part of a row, and a figure of a table laid out across.
        ("upper: [2, 1, 3]", "upper: [2, 1, 4]", "report.yaml:7:17 D301 lamps/upper/both"),
        ("spring: [5, 2, 7]", "spring: [5, 2, 8]", "report.yaml:19:18 D301 visits/spring/total"),
        # stored + bought = burnt.calm + burnt.storm + kept, by decimals and by whole numbers.
        ("kept: [12.00, 3]", "kept: [12.01, 3]", "report.yaml:16:10 D303 oil/kept/litres"),
        ("kept: [12.00, 3]", "kept: [12.00, 5]", "report.yaml:16:17 D303 oil/kept/cans"),
    ],
)
def test_its_identities_are_held(site: Path, row: str, wrong: str, problem: str) -> None:
    write_files(site, {YAML: replaced(REPORT, row, wrong)})
    assert problems_of(site) == [problem]


def test_its_sections_are_held(site: Path) -> None:
    write_files(site, {MARKDOWN: "## 一、这一年的天气\n\n雾。\n\n## 三、来访的船\n\n多。\n"})
    assert problems_of(site) == ["report.md:1:1 D228", "report.md:5:1 D232"]


def test_its_labels_and_figures_are_on_the_page(site: Path) -> None:
    assert build(site, site / "output").built
    page = (site / "output" / REPORT_PAGE / "index.html").read_text("utf-8")
    heads = [bare(head) for head in re.findall(r"<th\b.*?</th>", page, re.DOTALL)]
    expected = """
        灯 灯室 白光 红光 合计 上层 下层
        灯油 升数 罐数 年初存油 本年购油 去向 点用 风平时 起风时 年末存油
        春天 风季 秋天 冬天 船 总数 船 总数 船 总数 小船 大船 小船 大船 小船 大船
    """
    assert heads == expected.split()
    figures = dict(re.findall(r'data-cell="([^"]+)"[^>]*>\s*([^<\s]*)', page))
    assert len(figures) == 25
    assert figures["oil/burnt.storm/litres"] == "40.75"
    assert figures["visits/autumn/total"] == "11"
    for heading in ("一、这一年的天气", "二、灯与油", "三、来船", "四、守灯人的愿望"):
        assert re.search(rf"<h2[^>]*>{heading}</h2>", page)


def test_it_is_exported(site: Path) -> None:
    build(site, site / "output")
    folder = site / "output" / REPORT_PAGE
    data = json.loads((folder / "report.json").read_text("utf-8"))
    assert data["format"] == "toy"
    assert len(data["cells"]) == 25
    assert data["cells"]["oil/burnt.calm/cans"] == 12
    assert data["cells"]["visits/autumn/total"] == 11
    assert data["cells"]["visits/winter/ships"] == "/"
    assert list(data["narrative"]) == ["weather", "wishes"]
    rows = list(csv.DictReader(io.StringIO((folder / "report.csv").read_text("utf-8-sig"))))
    assert len(rows) == 25
    assert rows[9]["cell"] == "oil/bought/cans"
    assert rows[10]["row"] == "去向 点用 风平时"


def test_a_highlight_is_a_cell_of_it(site: Path) -> None:
    build(site, site / "output")
    home = (site / "output" / "index.html").read_text("utf-8")
    assert "上层灯数" in home
    assert f"{REPORT_PAGE}/index.html#B9" in home


def test_its_blank_report_has_every_row_and_only_wants_filling_in(site: Path) -> None:
    assert gongkai("new", "report", "north-light", "1988", "--format", "toy", "--site", str(site)) == 0
    blank = (site / "content/reports/north-light/1988/report.yaml").read_text("utf-8")
    assert f"  upper: [   {UNFILLED},    {UNFILLED},    =]  # 上层" in blank
    assert "  # 去向" in blank
    assert "  burnt:  # 点用" in blank
    assert f"    storm: [   {UNFILLED},    {UNFILLED}]  # 起风时" in blank
    assert {line.split()[1] for line in problems_of(site)} == {"D210", "D258"}


def test_it_is_the_form_for_its_years_without_being_named(site: Path) -> None:
    assert gongkai("new", "report", "north-light", "1990", "--site", str(site)) == 0
    assert "format: toy" in (site / "content/reports/north-light/1990/report.yaml").read_text("utf-8")


def test_another_word_in_the_form_is_another_word_everywhere(site: Path) -> None:
    write_files(site, {"content/formats/toy.yaml": FORM.replace("上层", "塔顶")})
    build(site, site / "output")
    folder = site / "output" / REPORT_PAGE
    for name in ("index.html", "report.csv"):
        text = (folder / name).read_text("utf-8-sig")
        assert "塔顶" in text
        assert ">上层<" not in text
