"""Figures that are possible but unlikely, on the toy form with questions added: text in, problems out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import sentence
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.pipeline import check
from shown import shown
from toy import FORM, REPORT, report_of, write_files

WATCHED = (
    FORM.replace("  - id: oil\n", "  - id: oil\n    watch: [jump, repeat]\n")
    .replace("  - id: visits\n", "  - id: visits\n    watch: [repeat]\n")
    .replace("unit: 升,", "unit: 万升,")
    .replace("{id: upper,", "{id: upper, needs: rulemaking,")
)
QUIET = {"stored": "[12.00, 3]", "calm": "[59.50, 12]", "autumn": "[12, 0, =]"}


def with_rows(text: str, rows: Mapping[str, str]) -> str:
    lines = text.split("\n")
    for row, figures in rows.items():
        (at,) = [i for i, line in enumerate(lines) if line.strip().startswith(f"{row}:")]
        lines[at] = f"{lines[at].split(':')[0]}: {figures}"
    return "\n".join(lines)


def found(site: Path, *years: Mapping[str, str], organ: str = "") -> list[Diagnostic]:
    """Check the toy site with further years, from 1988 on."""
    files = {"content/formats/toy.yaml": WATCHED}
    for number, rows in enumerate(years):
        at = 1988 + number
        files |= report_of(at)
        data = f"content/reports/north-light/{at}/report.yaml"
        files[data] = with_rows(files[data], rows)
    if organ:
        files["content/organs.yaml"] = f"organs:\n  - {{id: north-light, name: 北岬灯塔{organ}}}\n"
    write_files(site, files)
    return [problem for problem in check(site).problems if problem.code[:3] == "D41"]


def test_a_year_like_the_last_but_not_the_same_is_not_asked_about(site: Path) -> None:
    assert found(site, QUIET) == []


def test_the_very_same_figures_are_told_once_for_what_stands_in_one_sum(site: Path) -> None:
    assert shown(found(site, {})) == ["report.yaml:11:12 D412 oil/stored/litres"]


@pytest.mark.parametrize("row", ["[110, 23, 133]", "[30, 12, =]"])
def test_a_row_that_stands_in_no_other_sum_is_told_alone(site: Path, row: str) -> None:
    write_files(site, {"content/reports/north-light/1987/report.yaml": with_rows(REPORT, {"autumn": row})})
    problems = found(site, {**QUIET, "autumn": row})
    assert shown(problems) == ["report.yaml:20:12 D412 visits/autumn/boats"]
    assert sentence(problems[0], "zh-CN").startswith("“风季 秋天”与 1987 年的数字完全相同")


def test_two_small_figures_and_their_sum_may_well_be_the_same_again(site: Path) -> None:
    row = "[12, 1, 13]"
    write_files(site, {"content/reports/north-light/1987/report.yaml": with_rows(REPORT, {"autumn": row})})
    assert found(site, {**QUIET, "autumn": row}) == []


def test_jumps_are_asked_once_with_all_figures(site: Path) -> None:
    rows = {
        **QUIET,
        "bought": "[900.25, 4]",
        "calm": "[859.50, 0]",
        "kept": "[12.00, 0]",
        "storm": "[40.75, 7]",
    }
    (problem,) = found(site, rows)
    assert (problem.code, problem.cell) == ("D411", "oil/bought/litres")
    assert problem.arguments["count"] == 3
    assert "“点用”" not in sentence(problem, "zh-CN")
    assert "“本年购油”的“罐数” 20 → 4" in sentence(problem, "zh-CN")


@pytest.mark.parametrize(
    ("before", "after"),
    [("3", "15"), ("0", "400"), ("100", "21")],
    ids=["small", "from nothing", "not five times"],
)
def test_what_is_no_jump_is_not_asked(site: Path, before: str, after: str) -> None:
    first = with_rows(REPORT, {"stored": f"[12.50, {before}]"})
    write_files(site, {"content/reports/north-light/1987/report.yaml": first})
    assert found(site, {**QUIET, "stored": f"[12.00, {after}]"}) == []


TENFOLD = {**QUIET, "bought": "[1002500, 20]"}


def test_an_amount_in_the_smaller_unit_is_named_with_what_it_should_be(site: Path) -> None:
    problems = [p for p in found(site, TENFOLD) if p.code == "D410"]
    assert shown(problems) == ["report.yaml:12:12 D410 oil/bought/litres"]
    assert problems[0].arguments["wanted"] == "100.25"
    assert problems[0].arguments["times"] == "10000"


def test_it_is_named_once_at_the_year_that_is_too_high(site: Path) -> None:
    problems = [p for p in found(site, TENFOLD, QUIET) if p.code == "D410"]
    assert [p.place.file for p in problems] == ["content/reports/north-light/1988/report.yaml"]
    write_files(site, {"content/reports/north-light/1987/report.yaml": with_rows(REPORT, TENFOLD)})
    problems = [p for p in found(site, QUIET, QUIET) if p.code == "D410"]
    assert [p.place.file for p in problems] == ["content/reports/north-light/1987/report.yaml"]


def test_a_slip_of_the_unit_is_not_told_again_in_the_next_year_as_a_jump(site: Path) -> None:
    told = shown(found(site, TENFOLD, QUIET))
    assert [line for line in told if "oil/bought/litres" in line and "D410" in line]
    assert not [line for line in told if "oil/bought/litres" in line and "D411" in line]


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        (", makes_rules: false", ["report.yaml:7:11 D413 lamps/upper/white"]),
        (", makes_rules: true", []),
        ("", []),
        (", kind: township", ["report.yaml:7:11 D413 lamps/upper/white"]),
        (", kind: subdistrict", ["report.yaml:7:11 D413 lamps/upper/white"]),
        (", kind: authorized_organization", ["report.yaml:7:11 D413 lamps/upper/white"]),
        (", kind: township, makes_rules: true", []),
        (", kind: department", []),
    ],
)
def test_a_row_that_needs_a_power_is_empty_only_where_the_register_denies_it(
    site: Path, organ: str, expected: list[str]
) -> None:
    assert shown(found(site, organ=organ or " ")) == expected
