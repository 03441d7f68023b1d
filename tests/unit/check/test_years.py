"""A report beside last year's, on the toy form with comparisons added: text in, problems out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import sentence
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.pipeline import check
from shown import shown
from toy import FORM, REPORT, report_of, write_files

LAMPS = """\
      - {each: row, sum: white + red = both}
      - {each: column, sum: upper = previous.lower, rule: carry-over-total, only: [both]}
      - {each: column, sum: upper = previous.lower, rule: carry-over, only: [white, red]}
      - {each: column, sum: lower <= previous.lower + upper, rule: repeal-bound, only: [white]}
"""
OIL = """\
      - {each: column, sum: stored + bought = burnt + kept}
      - {each: column, sum: stored + bought = previous.bought + kept, rule: documents-in-force, only: [cans]}
      - {each: row, sum: cans <= litres}
"""
VISITS = """\
      - {each: row, sum: vessels = total}
      - {each: row, sum: previous.ships <= total, rule: pending-cases}
"""
COMPARING = (
    FORM.replace("      - {each: row, sum: white + red = both}\n", LAMPS)
    .replace("      - {each: column, sum: stored + bought = burnt + kept}\n", OIL)
    .replace("      - {each: row, sum: vessels = total}\n", VISITS)
)
# What a year after the toy report says, where all is well.
NEXT = {"upper": "[4, 0, 4]", "stored": "[12.50, 3]", "bought": "[100.25, 20]"}


def with_rows(text: str, rows: Mapping[str, str]) -> str:
    """Put figures in the places of rows, by the rows' ids."""
    lines = text.split("\n")
    for row, figures in rows.items():
        (at,) = [i for i, line in enumerate(lines) if line.strip().startswith(f"{row}:")]
        lines[at] = f"{lines[at].split(':')[0]}: {figures}"
    return "\n".join(lines)


def year(
    at: int, rows: Mapping[str, str], organ: str = "north-light", name: str = "北岬灯塔"
) -> dict[str, str]:
    """Give the files of a year's report."""
    files = report_of(at, organ, name)
    data = f"content/reports/{organ}/{at}/report.yaml"
    return {**files, data: with_rows(files[data], rows)}


def found(site: Path, *years: Mapping[str, str], organs: str = "") -> list[Diagnostic]:
    """Check the toy site with comparisons and further reports; what is unlikely is tested elsewhere."""
    files = {"content/formats/toy.yaml": COMPARING}
    for more in years:
        files |= more
    if organs:
        files["content/organs.yaml"] = organs
    write_files(site, files)
    return [p for p in check(site).problems if p.code[:2] in ("D3", "D4") and p.code not in ("D411", "D412")]


def test_a_year_that_goes_on_from_the_last_has_no_problem(site: Path) -> None:
    assert found(site, year(1988, NEXT)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # The total and one part by as much: once, at the part, as grave as the total.
        ("upper: [5, 0, 5]", "report.yaml:7:11 D401 lamps/upper/white"),
        # The total and several parts: once, at the total.
        ("upper: [3, 2, 5]", "report.yaml:7:17 D401 lamps/upper/both"),
        # The parts alone: once, as a warning.
        ("upper: [3, 1, 4]", "report.yaml:7:11 D402 lamps/upper/white"),
        # A wrong sum is told by the sums, and what follows from it is not.
        ("upper: [5, 0, 4]", "report.yaml:7:11 D304 lamps/upper/white"),
        # Nothing is compared where a figure is not there; what does not apply is nothing.
        ("upper: [~, ~, ~]", "D219"),
        ("upper: [/, /, /]", "report.yaml:7:11 D401 lamps/upper/white"),
        # Bounds: of what there was, and inside the report.
        ("lower: [9, 0, 9]", "report.yaml:8:11 D404 lamps/lower/white"),
        ("stored: [1, 3]; bought: [9.00, 20]; calm: [2.00, 12]; storm: [8.00, 8]; kept: [0, 3]",
         ("report.yaml:11:15 D307 oil/stored/cans; report.yaml:12:18 D307 oil/bought/cans; "
          "report.yaml:14:18 D307 oil/burnt.calm/cans; report.yaml:16:13 D307 oil/kept/cans")),
        ("spring: [0, 0, 0]", "report.yaml:19:18 D405 visits/spring/total"),
        ("stored: [12.50, 5]; calm: [60, 14]", "report.yaml:11:19 D403 oil/stored/cans"),
    ],
)  # fmt: skip
def test_what_differs_is_named_once_at_its_cell(site: Path, rows: str, expected: str) -> None:
    changed = dict(row.split(": ") for row in rows.split("; "))
    problems = found(site, year(1988, {**NEXT, **changed}))
    if expected == "D219":
        assert {p.code for p in problems} <= {"D219"}
    else:
        assert sorted(shown(problems)) == sorted(expected.split("; "))


def test_the_message_has_both_figures_the_parts_and_last_year_s_place(site: Path) -> None:
    (problem,) = found(site, year(1988, {**NEXT, "upper": "[3, 2, 5]"}))
    assert sentence(problem, "zh-CN") == "与上年报告对照，“上层”的“合计”应为 4，实为 5，相差 1"
    assert [note.sentence.zh for note in problem.notes] == [
        "1987 年“下层” 4",
        "“白光”应为 4，实为 3；“红光”应为 0，实为 2",
    ]
    assert [(r.place.file, r.place.span.line) for r in problem.related] == [
        ("content/reports/north-light/1987/report.yaml", 8)
    ]


def test_a_sum_of_both_years_is_written_out(site: Path) -> None:
    rows = {**NEXT, "stored": "[12.50, 5]", "calm": "[60, 14]"}
    (problem,) = found(site, year(1988, rows))
    assert problem.notes[0].sentence.zh == "1987 年“本年购油” 20 + “年末存油” 3 - “本年购油” 20 = 3"


def test_over_a_missing_year_nothing_is_compared(site: Path) -> None:
    assert found(site, year(1989, {"upper": "[9, 0, 9]"})) == []


def test_cells_that_last_year_s_form_has_not_are_not_compared(site: Path) -> None:
    older = FORM.replace("id: toy\n", "id: older\n").replace("{id: lower,", "{id: below,")
    older = older.replace("years: {from: 1950}", "years: {from: 1950, to: 1987}")
    last = REPORT.replace("format: toy", "format: older").replace("  lower:", "  below:")
    newer = year(1988, {"upper": "[9, 0, 9]", "spring": "[1, 0, 1]"})
    forms = {"content/formats/older.yaml": older, "content/reports/north-light/1987/report.yaml": last}
    assert shown(found(site, forms, newer)) == ["report.yaml:19:18 D405 visits/spring/total"]


def test_a_wrong_total_of_last_year_is_not_told_again(site: Path) -> None:
    last = {"content/reports/north-light/1987/report.yaml": with_rows(REPORT, {"lower": "[4, 0, 5]"})}
    assert shown(found(site, last, year(1988, NEXT))) == ["report.yaml:8:17 D301 lamps/lower/both"]


MERGED = """\
organs:
  - {id: harbour, name: 群岛港}
  - {id: south-light, name: 南岬灯塔, parent: harbour, to: 1987}
  - {id: north-light, name: 北岬灯塔, parent: harbour, lineage: [{year: 1988, from: [south-light]}]}
"""
SOUTH = year(1987, {"lower": "[1, 2, 3]"}, "south-light", "南岬灯塔")


def test_after_a_merger_last_year_s_figures_are_added_up(site: Path) -> None:
    whole = {**NEXT, "upper": "[5, 2, 7]", "stored": "[32.50, 23]", "calm": "[80, 32]", "lower": "[0, 0, 0]"}
    assert found(site, SOUTH, year(1988, whole), organs=MERGED) == []
    (problem,) = found(site, SOUTH, year(1988, {**whole, "upper": "[5, 0, 5]"}), organs=MERGED)
    assert (problem.code, problem.cell) == ("D401", "lamps/upper/red")
    assert problem.notes[0].sentence.zh == "南岬灯塔1987 年“下层” 2"
    assert len(problem.related) == 2


def test_without_a_predecessor_s_report_nothing_is_compared(site: Path) -> None:
    assert found(site, year(1988, {**NEXT, "upper": "[5, 0, 5]"}), organs=MERGED) == []


SPLIT = """\
organs:
  - {id: harbour, name: 群岛港}
  - {id: north-light, name: 北岬灯塔, parent: harbour}
  - id: south-light
    name: 南岬灯塔
    parent: harbour
    from: 1988
    lineage: [{year: 1988, from: [north-light]}]
"""


def test_after_a_split_the_successors_are_compared_together_and_asked_once(site: Path) -> None:
    nothing = dict.fromkeys(("stored", "bought", "calm", "storm", "kept"), "[0, 0]")
    part = {
        **nothing,
        "upper": "[1, 0, 1]",
        "lower": "[0, 0, 0]",
        "spring": "[0, 0, 0]",
        "autumn": "[0, 0, 0]",
    }
    south = year(1988, part, "south-light", "南岬灯塔")
    assert found(site, south, year(1988, {**NEXT, "upper": "[3, 0, 3]"}), organs=SPLIT) == []
    (problem,) = found(site, south, year(1988, NEXT), organs=SPLIT)
    assert (problem.code, problem.cell) == ("D407", "lamps/upper/white")
    assert sentence(problem, "zh-CN") == "“上层”的“白光”：北岬灯塔、南岬灯塔共 5，北岬灯塔上年 4，相差 1"


def test_a_split_without_all_successors_reports_is_not_compared(site: Path) -> None:
    assert found(site, year(1988, {**NEXT, "upper": "[3, 0, 3]"}), organs=SPLIT) == []
