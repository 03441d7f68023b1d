"""What is said of wrong sums, on the toy form: text in, problem and its words out."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import sentence
from gongkai.pipeline import check
from shown import problems_of
from toy import REPORT, YAML, write_files


def with_rows(site: Path, rows: str) -> Path:
    """Put each `row: figures` of the text in its row's place in the report."""
    text = REPORT
    for row in rows.split("; "):
        key = row.split(":")[0]
        lines = text.split("\n")
        at = [i for i, line in enumerate(lines) if line.strip().startswith(f"{key}:")]
        assert len(at) == 1, row
        indent = len(lines[at[0]]) - len(lines[at[0]].lstrip())
        lines[at[0]] = " " * indent + row
        text = "\n".join(lines)
    return write_files(site, {YAML: text})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("upper: [2, 1, 4]", "report.yaml:7:17 D301 lamps/upper/both"),
        ("upper: [2, 3, 3]", "report.yaml:7:17 D301 lamps/upper/both"),
        # A figure alone among zeros is the stranger, not the zeros' total.
        ("upper: [2, 0, 0]", "report.yaml:7:11 D304 lamps/upper/white"),
        ("upper: [0, 0, 3]", "report.yaml:7:17 D301 lamps/upper/both"),
        # Two digits swapped, or one lost, point to the slip of the hand.
        ("upper: [21, 30, 42]", "report.yaml:7:11 D304 lamps/upper/white"),
        ("upper: [1, 40, 52]", "report.yaml:7:11 D304 lamps/upper/white"),
        # Totals left to the program, and what does not apply.
        ("upper: [2, 1, =]", ""),
        ("upper: [2, /, 2]", ""),
        ("upper: [/, /, /]", ""),
        ("upper: [2, /, 3]", "report.yaml:7:17 D301 lamps/upper/both"),
        # Blanks: one that the sum shows to be a figure, one that may be nothing, two.
        ("upper: [2, ~, 3]", "report.yaml:7:14 D305 lamps/upper/red"),
        ("upper: [2, 1, ~]", "report.yaml:7:17 D305 lamps/upper/both"),
        ("upper: [2, ~, 2]", "report.yaml:7:14 D219 lamps/upper/red"),
        ("upper: [~, ~, 3]",
         "report.yaml:7:11 D219 lamps/upper/white; report.yaml:7:14 D219 lamps/upper/red"),
        ("upper: [~, ~, ~]", "report.yaml:7:11 D219"),
        ("upper: [4, ~, 3]", "report.yaml:7:17 D301 lamps/upper/both; report.yaml:7:14 D219 lamps/upper/red"),
        ("upper: [2, ~, =]", "report.yaml:7:17 D221 lamps/upper/both; report.yaml:7:14 D219 lamps/upper/red"),
        # Two errors in two rows; decimals to the last digit.
        ("upper: [2, 1, 4]; lower: [4, 0, 5]",
         "report.yaml:7:17 D301 lamps/upper/both; report.yaml:8:17 D301 lamps/lower/both"),
        ("stored: [12.5, 3]; kept: [12, 3]", ""),
        ("stored: [12.51, 3]; bought: [100.24, 20]", ""),
    ],
)  # fmt: skip
def test_the_figure_at_fault(site: Path, rows: str, expected: str) -> None:
    assert problems_of(with_rows(site, rows)) == list(filter(None, expected.split("; ")))


def test_what_is_said_has_stated_computed_and_difference(site: Path) -> None:
    problem = check(with_rows(site, "kept: [12.00, 3]; upper: [2, 1, 10]")).problems[0]
    assert sentence(problem, "zh-CN") == "“上层”的“合计”应为 3，实为 10，相差 7"
    assert sentence(problem, "en") == "“合计” of “上层” should be 3, but is 10; the difference is 7"
    assert [note.sentence.zh for note in problem.notes] == [
        "白光 2 + 红光 1 = 3",
        "“合计”填错，或者“白光”或“红光”填错",
    ]
    assert [(mark.line, mark.column) for mark in problem.marks] == [(7, 11), (7, 14)]


def test_decimals_are_compared_exactly_and_written_as_given(site: Path) -> None:
    rows = "stored: [0.1, 3]; bought: [0.2, 20]; calm: [0.3, 12]; storm: [0, 8]; kept: [0, 3]"
    assert problems_of(with_rows(site, rows)) == []


def test_many_blanks_of_a_row_are_one_problem_and_so_are_those_of_many_rows(site: Path) -> None:
    (problem,) = check(with_rows(site, "upper: [~, ~, ~]")).problems
    assert sentence(problem, "zh-CN") == "“上层”有 3 格（“白光”、“红光”、“合计”）为空"
    assert sentence(problem, "en") == "3 cells of “上层” (“白光”, “红光”, “合计”) are blank"
    rows = "; ".join(f"{row}: [~, ~]" for row in ("stored", "bought", "calm", "storm", "kept"))
    (problem,) = check(with_rows(site, rows)).problems
    assert sentence(problem, "zh-CN") == "表“灯油”有 10 格为空"
    assert problem.cell is None


def test_blanks_told_together_are_excused_without_a_cell_and_one_alone_by_its_own(site: Path) -> None:
    def excused(*entries: str) -> list[str]:
        listed = "".join(f"\n  - {{code: D219, {entry}reason: 原件如此}}" for entry in entries)
        text = (with_rows(site, "upper: [~, ~, ~]") / YAML).read_text("utf-8")
        return problems_of(write_files(site, {YAML: f"{text}\naccept:{listed}\n"}))

    assert excused("") == []
    assert excused("text: 上层, ") == []
    assert excused("text: 下层, ") == ["report.yaml:7:11 D219", "report.yaml:24:12 D515"]
    white, red = "cell: lamps/upper/white, ", "cell: lamps/upper/red, "
    assert excused(white, red) == ["report.yaml:7:17 D219 lamps/upper/both"]
