"""Lawful exceptions: `accept` in report.yaml silences one problem, is published, and must not be stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import advice
from gongkai.pipeline import build, check
from shown import problems_of
from toy import MARKDOWN, NARRATIVE, REPORT, YAML, replaced, report_of, write_site

WRONG_TOTAL = replaced(REPORT, "upper: [2, 1, 3]", "upper: [2, 1, 4]")
CELL = "lamps/upper/both"
BROKEN = f"report.yaml:7:17 D301 {CELL}"


def accepting(data: str, *entries: str) -> str:
    """Put accepts at the end of a report, where no line above moves."""
    return data + "accept:\n" + "".join(f"  - {entry}\n" for entry in entries)


def problems(root: Path, data: str, *entries: str) -> list[str]:
    return problems_of(write_site(root, {YAML: accepting(data, *entries)}))


def test_a_problem_is_there_until_it_is_excused(tmp_path: Path) -> None:
    assert problems_of(write_site(tmp_path, {YAML: WRONG_TOTAL})) == [BROKEN]
    excuse = f"{{code: D301, cell: {CELL}, reason: 照原件公布}}"
    assert problems(tmp_path, WRONG_TOTAL, excuse) == []


@pytest.mark.parametrize(
    "entry",
    [
        "{code: D301, cell: lamps/lower/both, reason: 照原件公布}",
        "{code: D301, reason: 照原件公布}",
        "{code: D302, cell: lamps/upper/both, reason: 照原件公布}",
    ],
)
def test_an_excuse_of_something_else_excuses_nothing_and_is_stale(tmp_path: Path, entry: str) -> None:
    assert problems(tmp_path, WRONG_TOTAL, entry) == [BROKEN, "report.yaml:23:12 D515"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{code: D301, cell: lamps/upper/white, reason: 照原件公布}", f"D301 说的是 {CELL}"),
        ("{code: D301, reason: 照原件公布}", f"D301 说的是 {CELL}"),
        ("{code: D302, cell: lamps/upper/both, reason: 照原件公布}", "问题已经改正的"),
    ],
)
def test_a_stale_excuse_is_told_of_which_cell_its_rule_speaks(
    tmp_path: Path, entry: str, expected: str
) -> None:
    write_site(tmp_path, {YAML: accepting(WRONG_TOTAL, entry)})
    (stale,) = [problem for problem in check(tmp_path).problems if problem.code == "D515"]
    assert advice(stale, "zh-CN").startswith(expected)


def test_an_excuse_is_of_its_own_report_only(tmp_path: Path) -> None:
    other = report_of(1986)
    data = "content/reports/north-light/1986/report.yaml"
    excuse = f"{{code: D301, cell: {CELL}, reason: 照原件公布}}"
    files = {**other, data: accepting(other[data], excuse), YAML: WRONG_TOTAL}
    assert problems_of(write_site(tmp_path, files)) == [BROKEN, "report.yaml:23:12 D515"]


def test_nothing_is_called_stale_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    stale = accepting(REPORT, f"{{code: D301, cell: {CELL}, reason: 照原件公布}}")
    files = {YAML: stale, "content/reports/harbour/1987/report.yaml": "format: toy\nyear：1987\n"}
    assert not [line for line in problems_of(write_site(tmp_path, files)) if "D515" in line]


def test_a_problem_of_a_text_is_excused_by_words_of_its_line(tmp_path: Path) -> None:
    title = replaced(REPORT, "title: 北岬灯塔1987年守灯报告", "title: 北岬灯塔守灯报告（1987）")
    assert problems(tmp_path, title, "{code: D234, text: （1987）, reason: 当年的标题}") == []
    assert problems(tmp_path, title, "{code: D234, reason: 当年的标题}") == []
    assert problems(tmp_path, title, "{code: D234, text: 南岬, reason: 当年的标题}") == [
        "report.yaml:4:8 D234",
        "report.yaml:23:12 D515",
    ]


def of_1949(root: Path, files: dict[str, str]) -> list[str]:
    """Give the problems but for the years between 1949 and 1987, which have no report."""
    return [line for line in problems_of(write_site(root, files)) if "D513" not in line]


def test_a_form_of_other_years_can_be_accepted_and_is_then_checked(tmp_path: Path) -> None:
    old = WRONG_TOTAL.replace("1987", "1949")
    folder = "content/reports/north-light/1949"
    entries = (
        "{code: D224, reason: 当年误用了后来的格式}",
        f"{{code: D301, cell: {CELL}, reason: 照原件公布}}",
    )
    files = {f"{folder}/report.yaml": accepting(old, entries[0]), f"{folder}/report.md": NARRATIVE}
    assert of_1949(tmp_path, files) == [BROKEN]
    files = {f"{folder}/report.yaml": accepting(old, *entries), f"{folder}/report.md": NARRATIVE}
    assert of_1949(tmp_path, files) == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{code: D999, reason: 理由}", ["report.yaml:23:12 D517"]),
        ("{code: D227, reason: 理由}", ["report.yaml:23:12 D517"]),
        ("{code: D301, cell: lamps/uper/both, reason: 理由}", ["report.yaml:23:24 D517"]),
        ("{code: D301, cell: lamps/upper/both}", ["report.yaml:23:5 D201"]),
        ("{code: D301, because: 理由}", ["report.yaml:23:5 D201", "report.yaml:23:18 D202"]),
        ("照原件公布", ["report.yaml:23:5 D203"]),
    ],
)
def test_an_excuse_that_cannot_be_is_named(tmp_path: Path, entry: str, found: list[str]) -> None:
    assert problems(tmp_path, REPORT, entry) == found


@pytest.mark.parametrize("code", ["D3O1", "301", "d3oI", "row-total"])
def test_a_code_that_was_nearly_right_is_answered_by_the_one_that_was_meant(
    tmp_path: Path, code: str
) -> None:
    site = write_site(tmp_path, {YAML: accepting(REPORT, f"{{code: {code}, reason: 理由}}")})
    assert [advice(problem, "en") for problem in check(site).problems] == ["Did you mean D301 (Row total)?"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{{code: D301, cell: {CELL}, reason: 甲}}", f"{{code: D301, cell: {CELL}, reason: 乙}}"),
        ("{code: D234, reason: 甲}", "{code: D234, text: 守灯, reason: 乙}"),
        ("{code: D234, text: 守灯, reason: 甲}", "{code: d234, text: 守灯, reason: 甲}"),
    ],
)
def test_two_excuses_for_one_thing_contradict(tmp_path: Path, first: str, second: str) -> None:
    assert "report.yaml:24:12 D516" in problems(tmp_path, REPORT, first, second)


def test_excuses_are_printed_and_exported_with_their_reason(tmp_path: Path) -> None:
    excuse = f"{{code: D301, cell: {CELL}, reason: 照原件公布，原件合计有误}}"
    write_site(tmp_path, {YAML: accepting(WRONG_TOTAL, excuse), MARKDOWN: NARRATIVE})
    assert build(tmp_path, tmp_path / "output").built
    folder = tmp_path / "output/reports/north-light/1987"
    page = (folder / "index.html").read_text("utf-8")
    assert '<a href="#A3">上层 · 合计</a>' in page
    assert "<dd>照原件公布，原件合计有误</dd>" in page
    assert json.loads((folder / "report.json").read_text("utf-8"))["accepted"] == [
        {"code": "D301", "cell": CELL, "reason": "照原件公布，原件合计有误"}
    ]


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ((), ["content/organs.yaml D513 1988", f"{YAML} D513 1986"]),
        (("{code: D513, reason: 机构改革期间没有单独编制}",), ["content/organs.yaml D513 1988"]),
    ],
)
def test_an_accepted_gap_is_silent_and_the_years_after_the_last_report_are_told(
    tmp_path: Path, entries: tuple[str, ...], told: list[str]
) -> None:
    files: dict[str, str | None] = {**report_of(1985)}
    files[YAML] = accepting(REPORT, *entries) if entries else REPORT
    register = "organs:\n  - {id: harbour, name: 群岛港}\n"
    register += "  - {id: north-light, name: 北岬灯塔, kind: department, from: 1985, to: 1989}\n"
    files["content/organs.yaml"] = register
    found = check(write_site(tmp_path, files)).problems
    assert [f"{p.place.file} {p.code} {p.arguments['year']}" for p in found] == told
