"""A demonstration has no problem: sums hold, years carry over, governments add their organs up."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import cells, problems_of_demo, reports_of, toy_form, written

from gongkai.demo.demo import DemoReport, Size
from toy import FORM as TOY
from toy import write_files

REPORTS = reports_of(Size(organs=24, years=7, seed=3))
BY_KEY = {(report.organ.id, report.year): report for report in REPORTS}


@pytest.mark.parametrize(("organs", "years", "seed"), [(1, 1, 1), (1, 7, 2), (3, 2, 3), (24, 7, 4)])
def test_it_is_checked_without_a_problem(tmp_path: Path, organs: int, years: int, seed: int) -> None:
    assert problems_of_demo(written(tmp_path, Size(organs, years, seed))) == []


def test_it_is_drawn_for_any_form(tmp_path: Path) -> None:
    root = written(tmp_path, Size(organs=5, years=3, seed=1, until=1990), [toy_form()])
    write_files(root, {"content/formats/toy.yaml": TOY})
    assert problems_of_demo(root) == []


def test_both_editions_are_used_for_their_years() -> None:
    assert {(report.plan.form.id, report.year) for report in REPORTS} == {
        *(("cn-2019", year) for year in (2019, 2020)),
        *(("cn-2021", year) for year in range(2021, 2026)),
    }


def before(report: DemoReport) -> DemoReport | None:
    return BY_KEY.get((report.organ.id, report.year - 1))


def test_requests_carried_over_are_last_year_s_carried_forward() -> None:
    compared = 0
    for report in REPORTS:
        last = before(report)
        if last:
            now, then = cells(report), cells(last)
            for cell in now:
                if cell.startswith("requests/carried_over/"):
                    assert now[cell] == then[cell.replace("carried_over", "carried_forward")]
                    compared += now[cell] > 0
    assert compared > 20


def test_documents_in_force_follow_from_last_year_s() -> None:
    compared = 0
    for report in REPORTS:
        last = before(report)
        if last and report.year > 2021:
            now, then = cells(report), cells(last)
            row = "art20_1/normative_documents"
            assert now[f"{row}/in_force"] == (
                then[f"{row}/in_force"] + now[f"{row}/issued"] - now[f"{row}/repealed"]
            )
            compared += now[f"{row}/issued"] > 0
    assert compared > 10


def test_a_government_s_report_is_the_sum_of_its_organs() -> None:
    governments = [report for report in REPORTS if report.organ.is_government]
    assert len({report.organ.id for report in governments}) > 1
    for report in governments:
        parts = [cells(BY_KEY[child.id, report.year]) for child in report.organ.children]
        assert cells(report) == {cell: sum(part[cell] for part in parts) for cell in report.plan.cells}
        assert any(report.figures)


def test_sizes_are_heavy_tailed() -> None:
    reports = reports_of(Size(organs=300, years=1, seed=1))
    new = sorted(cells(r)["requests/new_received/total"] for r in reports if not r.organ.is_government)
    assert new[0] == 0
    assert new[len(new) // 2] < 12
    assert new[-1] > 100
