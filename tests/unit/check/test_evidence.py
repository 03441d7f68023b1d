"""What the text, other years and roll-ups say decides between figures that the sums cannot tell apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from figures import FORM

from gongkai.check.arithmetic import check_arithmetic
from gongkai.check.narrative import check_narrative
from gongkai.check.rollup import check_rollups
from gongkai.check.rules import OF_REPORT
from gongkai.diagnostics.catalogue import in_order, sentence
from gongkai.diagnostics.diagnostic import Diagnostic, Place
from gongkai.load.reports import DATA
from gongkai.load.site import read_site
from gongkai.model.facts import Fact, Number, State
from gongkai.model.records import Report, Rollup, Site
from toy import write_files

ROOT = Path(__file__).resolve().parents[3]
ROW = "review_and_litigation/reconsideration"
COLUMNS = ("upheld", "corrected", "other", "pending", "total")
OPENING = "## 一、总体情况\n\n### （二）依申请公开\n\n"
HERE = Place("report.yaml")


def report_with(row: tuple[int, ...], text: str, organ: str = "a") -> Report:
    """Make a report of zeros but for one row, with a text."""
    numbers: dict[str, Number] = dict.fromkeys(FORM.cells, 0)
    numbers |= {f"{ROW}/{column}": number for column, number in zip(COLUMNS, row, strict=True)}
    base = _read(text).report_by_key["a", 2022]
    return base._replace(organ=organ, facts=as_facts(numbers))


def as_facts(numbers: Mapping[str, Number]) -> dict[str, Fact]:
    return {cell: Fact(State.FIGURE, HERE, number) for cell, number in numbers.items()}


@cache
def _read(text: str) -> Site:
    data = (ROOT / "content/reports/shifanqu/2022" / DATA).read_text("utf-8")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_files(
            root,
            {
                "content/site.yaml": "name: 甲市\norgan: a\n",
                "content/organs.yaml": "organs: [{id: a, name: 甲市水务局}, {id: b, name: 甲市公路局}]\n",
                "content/reports/a/2022/report.yaml": re.sub(r"(?m)^organ: .*", "organ: a", data),
                "content/reports/a/2022/report.md": OPENING + text,
            },
        )
        site, _ = read_site(root)
    assert site
    return site


def site_of(*reports: Report) -> Site:
    return _read("")._replace(reports=reports)


def problems(row: tuple[int, ...], text: str = "") -> list[Diagnostic]:
    report = report_with(row, text)
    found = [problem for check in OF_REPORT for problem in check(report, site_of(report))]
    return [p for p in in_order(found) if p.code.startswith(("D3", "D62"))]


def named(found: list[Diagnostic]) -> list[str]:
    return [f"{problem.code} {(problem.cell or '').rpartition('/')[2]}" for problem in found]


def notes(problem: Diagnostic) -> dict[str, str]:
    return {note.heading.zh: note.sentence.zh for note in problem.notes}


ALL_SAID = "因政府信息公开被申请行政复议6件，其中结果维持3件、结果纠正2件、尚未审结1件。\n"
TOTAL_SAID = "因政府信息公开被申请行政复议6件。\n"


def test_what_agrees_has_no_problem() -> None:
    assert problems((3, 2, 0, 1, 6), ALL_SAID) == []


def test_without_other_evidence_the_total_is_named_and_the_parts_are_not_acquitted() -> None:
    (problem,) = problems((3, 3, 0, 1, 6))
    assert named([problem]) == ["D301 total"]
    assert notes(problem)["可能"] == "“总计”填错，或者某一分项填错"


def test_a_part_that_the_text_contradicts_is_named_once_with_what_the_text_says() -> None:
    (problem,) = problems((3, 3, 0, 1, 6), ALL_SAID)
    assert named([problem]) == ["D304 corrected"]
    assert notes(problem)["佐证"] == "正文写的也是 2"
    assert "可能" not in notes(problem)


def test_a_part_that_is_left_where_the_text_confirms_the_others_is_named() -> None:
    (problem,) = problems((3, 2, 1, 1, 6), ALL_SAID)
    assert named([problem]) == ["D304 other"]
    assert notes(problem)["佐证"] == "“总计”正文写的也是 6"
    assert "应为 0，实为 1" in sentence(problem, "zh-CN")
    assert "可能" not in sentence(problem, "zh-CN")


def test_a_figure_alone_beside_a_total_of_nothing_may_be_right_and_the_total_wrong() -> None:
    (problem,) = problems((5, 0, 0, 0, 0))
    assert named([problem]) == ["D304 upheld"]
    assert "可能应为 0，实为 5" in sentence(problem, "zh-CN")
    assert notes(problem)["可能"] == "“结果维持”填错，或者“总计”填错"


def test_of_a_figure_alone_and_its_total_the_text_tells_the_wrong_one() -> None:
    (problem,) = problems((5, 0, 0, 0, 0), "因政府信息公开被申请行政复议5件。\n")
    assert named([problem]) == ["D301 total"]
    assert notes(problem)["佐证"] == "正文写的也是 5"


def test_where_the_text_confirms_the_total_and_several_parts_fit_none_of_them_is_accused() -> None:
    (problem,) = problems((3, 3, 0, 1, 6), TOTAL_SAID)
    assert named([problem]) == ["D301 total"]
    assert notes(problem)["佐证"] == "正文写的也是 6"
    assert notes(problem)["可能"] == "总计不错，某一分项填错"


def test_of_two_parts_that_are_left_the_other_is_said_to_be_possible_too() -> None:
    (problem,) = problems((2, 1, 0, 0, 2), "因政府信息公开被申请行政复议2件。\n")
    assert named([problem]) == ["D304 upheld"]
    assert notes(problem)["佐证"] == "“总计”正文写的也是 2"
    assert notes(problem)["可能"] == "“结果维持”填错，或者“结果纠正”填错"
    assert sentence(problem, "zh-CN") == "“行政复议”的“结果维持”可能应为 1，实为 2，相差 1"
    assert "should perhaps be 1" in sentence(problem, "en")


def test_a_total_that_the_text_contradicts_is_named_once() -> None:
    (problem,) = problems((3, 2, 0, 1, 7), TOTAL_SAID)
    assert named([problem]) == ["D301 total"]
    assert notes(problem)["佐证"] == "正文写的也是 6"


def test_a_contradiction_that_is_another_slip_stays() -> None:
    found = problems((3, 2, 0, 1, 7), "因政府信息公开被申请行政复议6件，其中结果维持4件。\n")
    assert named(found) == ["D301 total", "D621 upheld"]


def test_what_the_organs_of_a_roll_up_add_up_to_tells_the_wrong_part() -> None:
    parts = [report_with((2, 1, 0, 0, 3), "", "b"), report_with((1, 1, 0, 1, 3), "", "c")]
    rollup = Rollup(tuple((part.organ, HERE) for part in parts), (), (), HERE)
    whole = report_with((3, 3, 0, 1, 6), "")._replace(rollup=rollup)
    (problem,) = check_arithmetic(whole, site_of(whole, *parts))
    assert named([problem]) == ["D304 corrected"]
    assert notes(problem)["佐证"] == "各机关之和也是 2"


def test_what_the_report_above_adds_up_tells_the_wrong_part() -> None:
    right, wrong = report_with((2, 1, 0, 0, 3), "", "b"), report_with((1, 2, 0, 1, 3), "", "c")
    rollup = Rollup((("b", HERE), ("c", HERE)), (), (), HERE)
    whole = report_with((3, 2, 0, 1, 6), "")._replace(rollup=rollup)
    (problem,) = check_arithmetic(wrong, site_of(whole, right, wrong))
    assert named([problem]) == ["D304 corrected"]
    assert notes(problem)["佐证"] == "按上级报告的汇总也应为 1"


def test_a_roll_up_that_lacks_a_report_says_nothing() -> None:
    wrong = report_with((1, 2, 0, 1, 3), "", "c")
    rollup = Rollup((("b", HERE), ("c", HERE)), (), (), HERE)
    whole = report_with((3, 2, 0, 1, 6), "")._replace(rollup=rollup)
    assert named(list(check_arithmetic(wrong, site_of(whole, wrong)))) == ["D301 total"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "行政复议3件，其中结果维持1件、结果纠正1件、尚未审结1件。",
            "“甲市公路局”的这一格为 2，它的正文写的是 1：像是它填错了",
        ),
        ("行政复议4件，其中结果维持1件、结果纠正2件、尚未审结1件。", ""),
        ("", ""),
    ],
)
def test_an_organ_whose_own_text_has_what_a_roll_up_lacks_is_the_likely_cause(text: str, cause: str) -> None:
    # Its total is as wrong as its part: its own sums hold.
    text = f"因政府信息公开被申请{text}\n" if text else ""
    parts = [report_with((2, 2, 0, 0, 4), "", "a"), report_with((1, 2, 0, 1, 4), text, "b")]
    rollup = Rollup(tuple((part.organ, HERE) for part in parts), (), (), HERE)
    whole = report_with((3, 3, 0, 1, 7), "", "c")._replace(rollup=rollup)
    (problem,) = check_rollups(site_of(whole, *parts))
    assert named([problem]) == ["D421 corrected"]
    assert notes(problem).get("可能", "") == cause


def test_a_text_that_has_what_the_organs_add_up_to_is_not_told_beside_the_wrong_sum() -> None:
    parts = [report_with((2, 1, 0, 0, 3), "", "b"), report_with((1, 1, 0, 1, 3), "", "a")]
    rollup = Rollup(tuple((part.organ, HERE) for part in parts), (), (), HERE)
    whole = report_with((3, 3, 0, 1, 7), ALL_SAID, "c")._replace(rollup=rollup)
    site = site_of(whole, *parts)
    assert named(list(check_rollups(site))) == ["D421 corrected"]
    assert list(check_narrative(whole, site)) == []
    # What neither the table nor the sum has is told.
    whole = report_with((3, 3, 0, 1, 7), TOTAL_SAID.replace("6", "8"), "c")._replace(rollup=rollup)
    assert named(list(check_narrative(whole, site_of(whole, *parts)))) == ["D621 total"]
