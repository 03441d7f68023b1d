"""Sections, titles, prose and portal: what is wrong with a text, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import sentence
from gongkai.pipeline import check
from shown import problems_of
from toy import FILES, MARKDOWN, REPORT, YAML, replaced, report_of, write_files

WEATHER, WISHES = "## 一、这一年的天气\n\n雾。\n\n", "## 四、守灯人的愿望\n\n猫。\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WEATHER + WISHES, ""),
        ("序言，不在任何部分里。\n\n" + WEATHER + WISHES, ""),
        # Sections of tables may have a text too, or be left out.
        (WEATHER + "## 二、灯与油\n\n油够。\n\n" + WISHES, ""),
        (WEATHER + "## 二、灯与油\n\n" + WISHES, ""),
        # Spacing and the mark after the number make no other heading, only another wording.
        (WEATHER.replace("一、", "一．") + WISHES, "report.md:1:1 D232"),
        (WEATHER.replace("一、", "一、 ") + WISHES, "report.md:1:1 D232"),
        (WEATHER + "## 三、来访的船\n\n船。\n\n" + WISHES, "report.md:5:1 D232"),
        ("", "report.md:1:1 D228; report.md:1:1 D228"),
        (WEATHER, "report.md:1:1 D228"),
        (WEATHER + WISHES.replace("## ", "### "), "report.md:1:1 D228"),
        # In a block of code there is no heading, not even a badly marked one.
        (WEATHER + "```\n##四、守灯人的愿望\n```\n", "report.md:1:1 D228"),
        (WEATHER + "##四、守灯人的愿望\n\n猫。\n", "report.md:5:1 D240"),
        (WISHES + WEATHER, "report.md:5:1 D230"),
        (WEATHER + WISHES + WEATHER, "report.md:9:1 D229; report.md:9:1 D230"),
        (WEATHER + "## 五、海鸥\n\n三只。\n\n" + WISHES, "report.md:5:1 D231"),
        (WEATHER + "## 四、守灯人的愿望\n", "report.md:5:1 D233"),
        ("# 年报\n\n" + WEATHER + WISHES, "report.md:1:1 D239"),
        (WEATHER + "#### 深\n\n文\n\n" + WISHES, "report.md:5:1 D604"),
    ],
)
def test_sections(site: Path, text: str, expected: str) -> None:
    write_files(site, {MARKDOWN: text})
    assert problems_of(site) == list(filter(None, expected.split("; ")))


@pytest.mark.parametrize(
    ("title", "is_right"),
    [
        ("北岬灯塔1987年守灯报告", True),
        ("1987年北岬灯塔守灯报告", True),
        ("北岬灯塔1986年守灯报告", False),
        ("北岬1987年守灯报告", False),
        ("守灯报告", False),
        ("北岬灯塔 1987 年守灯报告", False),
        ("北岬灯塔１９８７年守灯报告", False),
    ],
)
def test_title_is_organ_and_year_in_either_order(site: Path, title: str, *, is_right: bool) -> None:
    write_files(site, {YAML: replaced(REPORT, "北岬灯塔1987年守灯报告", title)})
    assert problems_of(site) == ([] if is_right else ["report.yaml:4:8 D234"])


def page(text: str) -> dict[str, str]:
    return {"content/pages/guide.md": f"---\ntitle: 须知\n---\n{text}\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[外](https://example.org) [信](mailto:a@example.org) [话](tel:+861234)", ""),
        ("[报告](../reports/north-light/1987/report.yaml#wishes)", ""),
        ("[报告](/reports/north-light/1987/report.yaml) [栏目](/columns/fog/column.yaml)", ""),
        ("[文](../columns/fog/october.md?x=1) [此处](#x)\n\n## X", ""),
        ("[无](../columns/fog/november.md)", "guide.md:4:5 D502"),
        ("[出站](../../../etc/passwd)", "guide.md:4:6 D502"),
        ("[站配置](/site.yaml)", "guide.md:4:7 D502"),
        ("[脚本](javascript:alert(1))", "guide.md:4:6 D602"),
        ("[脚本](JaVaScRiPt:alert(1))", "guide.md:4:6 D602"),
        ("[脚本](vbscript:x) [数据](data:text/html,x)", "guide.md:4:6 D602; guide.md:4:23 D602"),
        ("[文件](file:///etc/passwd)", "guide.md:4:6 D602"),
        ("[别处](//example.org/x)", "guide.md:4:6 D602"),
        ("<script>alert(1)</script>", "guide.md:4:1 D601"),
        ("文 <img src=x onerror=alert(1)> 字", "guide.md:4:3 D601"),
        ("<!-- 注 -->", "guide.md:4:1 D601"),
        ("a < b，`<b>` 与 \\<b>", ""),
        ("```\n<b>\n```", ""),
        ("![](https://example.org/a.png)", "guide.md:4:5 D603; guide.md:4:5 D607"),
        ("![灯](https://example.org/a.png)", "guide.md:4:6 D607"),
        ("# 一级", "guide.md:4:1 D239"),
        ("## 二级\n\n#### 四级", "guide.md:6:1 D604"),
        ("## 二级\n\n### 三级\n\n## 二级", ""),
        ("##没有空格", "guide.md:4:1 D240"),
        ("[中文](雾讯.md)", "guide.md:4:6 D502"),
    ],
)
def test_prose(site: Path, text: str, expected: str) -> None:
    write_files(site, page(text))
    assert problems_of(site) == list(filter(None, expected.split("; ")))


def test_a_column_without_items_is_told_and_its_column_too(site: Path) -> None:
    write_files(site, {"content/columns/wind/column.yaml": "title: 风\n"})
    assert problems_of(site) == ["column.yaml:1:1 D501"]


def test_many_columns_without_items_are_told_as_one_each_with_its_place(site: Path) -> None:
    columns = [f"content/columns/{name}/column.yaml" for name in "abcdef"]
    write_files(site, dict.fromkeys(columns[1:], "title: 空\n"))
    assert problems_of(site) == ["column.yaml:1:1 D501"] * 5
    write_files(site, {columns[0]: "title: 空\n"})
    (problem,) = check(site).problems
    assert [problem.place.file, *(related.place.file for related in problem.related)] == columns
    assert "6" in sentence(problem, "zh-CN")


def test_a_site_without_reports_is_told(site: Path) -> None:
    write_files(site, {YAML: None, MARKDOWN: None, **page("文")})
    (site / YAML).parent.rmdir()
    assert problems_of(site) == ["site.yaml:2:8 D509"]


def test_two_pages_with_one_address(site: Path) -> None:
    write_files(site, {"content/pages/reports.md": "---\ntitle: 报告\n---\n\n文\n"})
    assert [line.split()[1] for line in problems_of(site)] == ["D507"]


def test_an_organ_whose_name_is_a_year_clashes_with_no_list(site: Path) -> None:
    organs = FILES["content/organs.yaml"] + '  - {id: "1987", name: 八七}\n'
    write_files(site, {"content/organs.yaml": organs, **report_of(1988)})
    assert [line.split()[1] for line in problems_of(site)] == ["D114"]
