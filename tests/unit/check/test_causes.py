"""How a figure, or a row, came to be wrong: named only where the figures tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from gongkai.check.arithmetic import check_arithmetic, mended
from gongkai.check.causes import moved, slip
from gongkai.check.years import check_years
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.load.site import read_site
from gongkai.load.tables import read_tables
from gongkai.load.yaml_text import read_yaml
from gongkai.model.arithmetic import fill_totals
from gongkai.model.facts import Number
from gongkai.model.records import Report, Site
from gongkai.model.source import Source

BASE = Path(__file__).parents[2] / "rules" / "base"


@pytest.mark.parametrize(
    ("stated", "wanted", "unit", "expected"),
    [
        (21, 12, "", "两位数字颠倒，12 写成了 21"),
        (1324, 1234, "", "两位数字颠倒，1234 写成了 1324"),
        (120, 12, "", "多写了 1 个 0"),
        (12, 1200, "", "少写了 2 个 0"),
        (Decimal(365200), Decimal("36.52"), "万元", "以元为单位填了应以万元计的数"),
        (Decimal(3652), Decimal("36.52"), "万元", "多写了 2 个 0"),
        (125, 12, "", "多写了一位，12 写成了 125"),
        (15, 125, "", "漏写了一位，125 写成了 15"),
        # The more specific first: 10 for 100 is a zero too few, not just a digit.
        (10, 100, "", "少写了 1 个 0"),
        (12, 34, "", None),
        (12, 0, "", None),
        (0, 12, "", None),
        (5, 6, "", None),
    ],
)
def test_the_slip_of_a_figure(stated: Number, wanted: Number, unit: str, expected: str | None) -> None:
    found = slip(stated, wanted, unit)
    assert (found.zh if found else None) == expected


@pytest.mark.parametrize(
    ("stated", "wanted", "expected"),
    [
        ((3, 2, 0, 5, 0), (6, 3, 2, 0, 5), "整行左移了一格，漏填了一格"),
        ((9, 6, 3, 2, 0), (6, 3, 2, 0, 11), "整行右移了一格，多填了一格"),
        ((6, 2, 0, 5, 0), (6, 3, 2, 0, 5), "第 2 格起左移了一格，漏填了一格"),
        ((6, 3, 3, 2, 0), (6, 3, 2, 0, 11), "第 2 格起右移了一格，多填了一格"),
        ((0, 0, 0, 0, 0), (6, 3, 2, 0, 11), None),
        ((1, 2, 3, 4, 10), (6, 3, 2, 0, 11), None),
    ],
)
def test_a_row_that_stands_one_place_off(
    stated: tuple[Number, ...], wanted: tuple[Number, ...], expected: str | None
) -> None:
    found = moved(stated, wanted)
    assert (found.zh if found else None) == expected


@cache
def base() -> tuple[Site, Report, str]:
    site, _ = read_site(BASE)
    assert site
    report = site.report_by_key["shuiwu", 2022]
    return site, report, (BASE / report.place.file).read_text("utf-8")


def changed(rows: Mapping[str, str]) -> tuple[Report, Site]:
    """Put figures in rows of the report of 2022, between the years before and after."""
    site, report, text = base()
    for row, figures in rows.items():
        text, count = re.subn(rf"(?m)^( +{row}:) +\[[^]]*\]", rf"\g<1> [{figures}]", text)
        assert count == 1, row
    document, problems = read_yaml(Source(report.place.file, text))
    assert document
    assert problems == ()
    facts, _ = read_tables(document, report.form)
    wrong = report._replace(facts=fill_totals(report.form, facts))
    reports = tuple(wrong if other.key == report.key else other for other in site.reports)
    return wrong, site._replace(reports=reports)


def problems(rows: Mapping[str, str]) -> list[Diagnostic]:
    report, site = changed(rows)
    return [*check_arithmetic(report, site), *check_years(report, site)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"granted": "3, 2, 0, 0, 0, 11, 0"}, "D308 results.granted 整行左移了一格"),
        ({"granted": "0, 6, 3, 2, 0, 0, 0"}, "D308 results.granted 整行右移了一格"),
        ({"not_held": "1, 1, 0, 0, 1, 0, 3"}, "D302 results.total “总计”差 1"),
        ({"granted": "7, 2, 1, 0, 0, 0, 10"}, "D308 results.granted 与 2021 年报告的这一行完全相同"),
        ({"partially_granted": "6, 3, 2, 0, 0, 0, 11"}, "D308 results.partially_granted 与“（一）予以公开”"),
        ({"granted": "5, 3, 2, 0, 0, 0, 10"}, "D302 results.total “总计”差 1"),
        # Last year’s report, or the text, says which row it is.
        ({"carried_over": "1, 1, 0, 0, 0, 0, 2"}, "D308 carried_over "),
        ({"new_received": "15, 6, 2, 0, 1, 0, 24"}, "D308 new_received "),
        ({"granted": "3, 6, 2, 0, 0, 0, 11"}, "D304 results.granted 与“三、本年度办理结果 （一）予以公开”"),
        ({"total": "6, 15, 2, 0, 1, 0, 24"}, "D302 results.total 与“三、本年度办理结果 （七）总计”"),
        ({"new_received": "41, 6, 2, 0, 1, 0, 23"}, "D304 new_received 两位数字颠倒"),
        ({"new_received": "140, 6, 2, 0, 1, 0, 23"}, "D304 new_received 多写了 1 个 0"),
        ({"new_received": "14, 4, 2, 0, 1, 0, 23"}, "D304 new_received 2021 年报告的这一格也是 4"),
    ],
)
def test_the_first_problem_names_the_row_and_how_it_came_about(
    rows: Mapping[str, str], expected: str
) -> None:
    first = problems(rows)[0]
    assert first.cell
    cause = first.notes[-1].sentence.zh if first.notes else ""
    assert f"{first.code} {first.cell.split('/')[1]} {cause}".startswith(expected)


def test_two_rows_in_each_other_s_place_are_both_named() -> None:
    found = problems({"total": "1, 1, 0, 0, 0, 0, 2", "carried_forward": "15, 6, 2, 0, 1, 0, 24"})
    assert [(p.code, (p.cell or "").split("/")[1]) for p in found] == [
        ("D308", "results.total"),
        ("D308", "carried_forward"),
    ]
    assert "互换了位置" in found[0].notes[-1].sentence.zh


def test_a_row_at_fault_is_told_whole_and_once() -> None:
    (problem,) = problems({"granted": "3, 2, 0, 0, 0, 11, 0"})
    assert problem.arguments["stated"] == "3, 2, 0, 0, 0, 11, 0"
    assert problem.arguments["computed"] == "6, 3, 2, 0, 0, 0, 11"
    assert len(problem.marks) == 4


def test_what_the_sums_put_right_is_given_with_its_totals_added_up_again() -> None:
    report, site = changed({"granted": "9, 3, 2, 0, 0, 0, 11", "carried_over": "1, 1, 0, 0, 0, 0, ="})
    facts = mended(report, site)
    assert facts["requests/results.granted/natural_person"].number == 6
    right, site = changed({})
    assert mended(right, site) is right.facts
