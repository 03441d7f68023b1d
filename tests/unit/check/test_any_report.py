"""Sums of random reports: a right one has no problem, one changed cell is named, alone and first."""

from __future__ import annotations

from figures import APPLICANTS, FORM, OUTCOMES, REVIEW, ROWS, Cell, consistent, named
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai.model.arithmetic import equations

Report = dict[str, Cell]
DELTAS = st.integers(-50, 50).filter(bool)
few = settings(max_examples=60, deadline=None)


def code_of(cell: str) -> str:
    """A total of a row or of a column is named as such; another cell as the odd figure."""
    totals = {e.each for e in equations(FORM) if e.total == cell}
    return "D301" if "row" in totals else "D302" if "column" in totals else "D304"


def changed(cells: Report, cell: str, delta: int) -> Report:
    value = cells[cell]
    assert isinstance(value, int)
    assume(value + delta >= 0)
    return {**cells, cell: value + delta}


@few
@given(consistent())
def test_a_right_report_has_no_problem(cells: Report) -> None:
    assert named(cells) == []


@few
@given(consistent(), st.sampled_from(ROWS), st.sampled_from([*APPLICANTS, "total"]), DELTAS)
def test_one_wrong_cell_of_a_row_and_a_column_is_named_once(
    cells: Report, row: str, column: str, delta: int
) -> None:
    cell = f"requests/{row}/{column}"
    assert named(changed(cells, cell, delta)) == [f"{code_of(cell)} {cell}"]


@few
@given(consistent(), st.sampled_from([row.path for row in REVIEW.leaf_rows]),
       st.sampled_from(["upheld", "corrected", "other", "pending", "total"]), DELTAS)  # fmt: skip
def test_one_wrong_cell_of_a_row_alone_is_found_in_that_row(
    cells: Report, row: str, column: str, delta: int
) -> None:
    wrong = changed(cells, f"review_and_litigation/{row}/{column}", delta)
    assert [problem.split("/")[1] for problem in named(wrong)] == [row]


@few
@given(
    consistent(),
    st.permutations(OUTCOMES),
    st.permutations(APPLICANTS),
    st.lists(DELTAS, min_size=2, max_size=2, unique_by=abs),
)
def test_two_wrong_cells_are_both_named(
    cells: Report, rows: list[str], columns: list[str], deltas: list[int]
) -> None:
    wrong = [f"requests/{row}/{column}" for row, column in zip(rows[:2], columns[:2], strict=True)]
    for cell, delta in zip(wrong, deltas, strict=True):
        cells = changed(cells, cell, delta)
    assert sorted(named(cells)) == sorted(f"D304 {cell}" for cell in wrong)


@few
@given(consistent(), st.data())
def test_totals_that_are_left_to_the_program_change_no_verdict(cells: Report, data: st.DataObject) -> None:
    totals = sorted({e.total for e in equations(FORM) if e.total})
    left = data.draw(st.sets(st.sampled_from(totals)))
    assert named({**cells, **dict.fromkeys(left, "=")}) == []


@few
@given(consistent(), st.sampled_from(OUTCOMES), st.sampled_from(APPLICANTS), DELTAS)
def test_a_wrong_cell_is_found_where_totals_of_rows_are_left_to_the_program(
    cells: Report, row: str, column: str, delta: int
) -> None:
    wrong = changed(cells, f"requests/{row}/{column}", delta)
    wrong |= {f"requests/{each}/total": "=" for each in ROWS}
    problems = named(wrong)
    assert problems
    assert all(problem.endswith(f"/{column}") for problem in problems)


@few
@given(consistent(), st.sampled_from(ROWS), st.sampled_from(APPLICANTS))
def test_what_does_not_apply_adds_nothing(cells: Report, row: str, column: str) -> None:
    cell = f"requests/{row}/{column}"
    value = cells[cell]
    problems = named({**cells, cell: "/"})
    assert (problems == []) == (value == 0)


@few
@given(consistent(), st.sampled_from(ROWS), st.sampled_from([*APPLICANTS, "total"]))
def test_a_blank_that_the_sums_need_is_named_and_any_other_is_a_warning(
    cells: Report, row: str, column: str
) -> None:
    cell = f"requests/{row}/{column}"
    expected = "D305" if cells[cell] else "D219"
    assert named({**cells, cell: None}) == [f"{expected} {cell}"]


@few
@given(consistent(), st.sampled_from(APPLICANTS), st.integers(1, 50))
def test_a_whole_row_that_is_out_of_balance_is_named_as_such_and_no_figure_is_accused(
    cells: Report, column: str, delta: int
) -> None:
    for each in (column, "total"):
        cells = changed(cells, f"requests/carried_forward/{each}", delta)
    assert named(cells) == [f"D303 requests/carried_forward/{column}"]
