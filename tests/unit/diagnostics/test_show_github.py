"""Problems as annotations, within what GitHub shows of them."""

from __future__ import annotations

from dataclasses import replace

from problem_samples import EMPTY, REPORT, ROW_TOTAL, SKIPPED

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Span
from gongkai.diagnostics.show_github import show_github, step_summary


def at(problem: Diagnostic, line: int) -> Diagnostic:
    return replace(problem, place=Place(problem.place.file, Span(line, 1, line, 2)))


def test_an_annotation() -> None:
    assert show_github([ROW_TOTAL], "zh-CN", "sites/water/") == (
        "::error file=sites/water/content/reports/shuiwu/2024/report.yaml,line=41,col=33,endColumn=35,"
        "title=D301 row-total · 行合计不符::“予以公开”的“总计”应为 11，实为 12，相差 1"
        "%0A与台账核对后改正"
    )


def test_severities_and_the_worst_first() -> None:
    commands = [line.split(" ")[0] for line in show_github([EMPTY, SKIPPED, ROW_TOTAL], "en").split("\n")]
    assert commands == ["::error", "::warning", "::notice"]


def test_escaping() -> None:
    problem = replace(
        SKIPPED, place=Place("a,b:c%.md", Span(1, 1, 3, 1)), arguments={"found": "50%\r\n::error::x"}
    )
    line = show_github([problem], "en", ".")
    assert line.startswith("::warning file=a%2Cb%3Ac%25.md,line=1,col=1,title=")
    assert "endColumn" not in line
    assert "50%25␍ ::error::x" in line
    assert "\n" not in line


def test_at_most_ten_of_a_kind_and_the_rest_named() -> None:
    problems = [at(ROW_TOTAL, line) for line in range(1, 14)] + [at(SKIPPED, line) for line in range(1, 12)]
    lines = show_github(problems, "en").split("\n")
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert len(lines) == 21
    assert lines[-1] == (
        "::notice title=4 more problems are not annotated::"
        f"{REPORT}:11:1 D301%0A{REPORT}:12:1 D301%0A{REPORT}:13:1 D301%0A"
        "content/reports/shuiwu/2024/report.md:11:1 D604"
    )


def test_no_problem_no_command() -> None:
    assert show_github([], "en") == ""


def test_the_summary_is_a_table() -> None:
    assert step_summary([EMPTY, ROW_TOTAL], "zh-CN", "sites").split("\n") == [
        "### gongkai 检查结果",
        "",
        "1 个错误，0 个警告，1 个提示",
        "",
        "| 程度 | 位置 | 规则 | 问题 | 办法 |",
        "| --- | --- | --- | --- | --- |",
        (
            f"| 错误 | sites/{REPORT}:41:33 | D301 row-total | “予以公开”的“总计”应为 11，实为 12，相差 1 "
            "| 与台账核对后改正 |"
        ),
        (
            "| 提示 | sites/content/columns/a/column.yaml:1:1 | D501 empty-topic "
            "| 栏目“&lt;甲>\\|乙”没有内容 "
            "| 放入文章 |"
        ),
        "",
    ]


def test_the_summary_of_a_clean_site_says_so() -> None:
    assert "没有发现问题" in step_summary([], "zh-CN")


def test_a_summary_does_not_outgrow_what_github_takes() -> None:
    summary = step_summary([ROW_TOTAL] * 2000, "en")
    assert summary.count("/report.yaml:41:33 ") == 500
    assert "1500 more" in summary
    assert len(summary.encode()) < 1024 * 1024


def test_with_many_problems_the_summary_begins_with_their_rules() -> None:
    lines = step_summary([EMPTY, SKIPPED, SKIPPED, *[ROW_TOTAL] * 5], "en").split("\n")
    assert lines[4:9] == [
        "| Severity | Count | Rule | Meaning |",
        "| --- | ---: | --- | --- |",
        "| error | 5 | D301 row-total | Row total |",
        "| warning | 2 | D604 heading-skipped | Heading level skipped |",
        "| note | 1 | D501 empty-topic | Column without items |",
    ]
    assert lines[9:11] == ["", "| Severity | Place | Rule | Problem | Help |"]
