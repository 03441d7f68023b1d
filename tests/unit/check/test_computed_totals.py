"""Totals that the program adds up: a wrong part then shows in the balance only."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from figures import FORM, TABLE
from test_evidence import HERE, as_facts, notes, report_with, site_of

from gongkai.check.arithmetic import check_arithmetic
from gongkai.check.rollup import check_rollups
from gongkai.check.rules import OF_REPORT
from gongkai.diagnostics.catalogue import in_order, sentence
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.arithmetic import fill_totals
from gongkai.model.facts import Fact, State
from gongkai.model.records import Report, Rollup

NEW = "新收政府信息公开申请31件。\n"
ROWS = {
    "new_received": (24, 4, 0, 0, 2, 1),
    "results.granted": (6, 2, 0, 0, 1, 1),
    "results.refused.internal_affairs": (3, 0, 0, 0, 0, 0),
    "results.unable_to_provide.not_held": (12, 1, 0, 0, 1, 0),
    "carried_forward": (3, 1, 0, 0, 0, 0),
}


def report_of(changes: Mapping[tuple[str, int], int], text: str = "", organ: str = "a") -> Report:
    """Make a report all of whose totals are `=`, some of its figures being other than they should."""
    columns = [column.id for column in TABLE.leaf_columns]
    facts = as_facts(dict.fromkeys(FORM.cells, 0))
    for row, numbers in ROWS.items():
        written = [number + changes.get((row, i), 0) for i, number in enumerate(numbers)]
        facts |= as_facts(dict(zip((TABLE.cell(row, c) for c in columns), written, strict=False)))
    every = [(row.path, column) for row in TABLE.leaf_rows for column in columns]
    totals = [TABLE.cell(*place) for place in every if TABLE.is_total(*place)]
    facts |= {total: Fact(State.COMPUTED, HERE) for total in totals}
    return report_with((0, 0, 0, 0, 0), text, organ)._replace(facts=fill_totals(FORM, facts))


def found(changes: Mapping[tuple[str, int], int], text: str = "") -> list[Diagnostic]:
    report = report_of(changes, text)
    problems = [problem for check in OF_REPORT for problem in check(report, site_of(report))]
    return [p for p in in_order(problems) if p.code.startswith(("D3", "D62"))]


def test_right_parts_have_no_problem() -> None:
    assert found({}, NEW) == []


def test_with_nothing_else_to_go_by_the_balance_is_told_with_its_parts_and_any_may_be_wrong() -> None:
    (problem,) = found({("results.granted", 0): 2})
    assert (problem.code, problem.cell) == ("D303", "requests/new_received/natural_person")
    assert notes(problem)["各项"] == (
        "一、本年新收政府信息公开申请数量 24 ≠ （一）予以公开 8 + 5.属于三类内部事务信息 3"
        " + 1.本机关不掌握相关政府信息 12 + 四、结转下年度继续办理 3"
    )
    assert notes(problem)["可能"] == "“=”由程序相加，填错的是各项中的某一格"
    assert len(problem.marks) == 4


def test_parts_that_the_text_confirms_are_passed_over_and_named() -> None:
    (problem,) = found({("results.granted", 0): 2}, NEW)
    assert (problem.code, problem.cell) == ("D303", "requests/results.granted/natural_person")
    assert notes(problem)["可能"].endswith("“一、本年新收政府信息公开申请数量”另有佐证，不像有错")


def test_a_total_that_the_text_has_tells_the_part_that_does_not_fit_it() -> None:
    (problem,) = found({("new_received", 0): 2}, NEW)
    assert (problem.code, problem.cell) == ("D304", "requests/new_received/natural_person")
    assert "应为 24，实为 26" in sentence(problem, "zh-CN")
    assert notes(problem)["佐证"] == "“一、本年新收政府信息公开申请数量”的“总计”正文写的也是 31"


def test_a_slip_of_the_hand_is_named_and_any_other_figure_of_either_side_is_said_to_be_possible() -> None:
    (problem,) = found({("new_received", 0): 216})
    assert (problem.code, problem.cell) == ("D304", "requests/new_received/natural_person")
    assert "可能应为 24，实为 240" in sentence(problem, "zh-CN")
    assert notes(problem)["可能"].endswith("数量”填错，或者两边的另一格填错")


def test_two_columns_are_told_each() -> None:
    problems = found({("results.granted", 0): 3, ("results.granted", 1): 1})
    assert [problem.code for problem in problems] == ["D303", "D303"]


@pytest.mark.parametrize("text", ["", NEW])
def test_figures_of_two_rows_are_not_taken_for_another_row_as_a_whole(text: str) -> None:
    wrong = {("results.granted", 0): 2, ("results.unable_to_provide.not_held", 1): 3}
    assert [problem.code for problem in found(wrong, text)] == ["D303", "D303"]


def test_two_rows_with_one_figure_each_are_not_taken_for_each_other() -> None:
    # As many too many as a row elsewhere has: that it stands in the wrong row would be a guess.
    assert {problem.code for problem in found({("results.granted", 0): 6})} == {"D303"}


def test_a_wrong_part_is_not_told_again_where_a_roll_up_adds_it_up() -> None:
    right, wrong = report_of({}), report_of({("results.granted", 0): 2}, organ="b")
    both = {cell: 2 * (right.facts[cell].number or 0) for cell in FORM.cells}
    rollup = Rollup((("a", HERE), ("b", HERE)), (), (), HERE)
    whole = right._replace(organ="c", facts=as_facts(both), rollup=rollup)
    site = site_of(right, wrong, whole)
    (problem,) = check_arithmetic(wrong, site)
    assert (problem.code, problem.cell) == ("D304", "requests/results.granted/natural_person")
    assert notes(problem)["佐证"] == "按上级报告的汇总也应为 6"
    assert list(check_rollups(site)) == []
