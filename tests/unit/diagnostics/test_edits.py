"""Repairs put into texts: only what they name changes, and never a figure."""

from __future__ import annotations

import pytest
from problem_samples import SKIPPED

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span
from gongkai.diagnostics.edits import files_to_mend, mended


def edit(line: int, start: int, end: int, text: str, file: str = "a") -> Edit:
    return Edit(Place(file, Span(line, start, line, end)), text)


def problem(*edits: Edit) -> Diagnostic:
    return Diagnostic("D604", SKIPPED.place, edits=edits)


def test_each_repair_stands_at_its_line_and_column() -> None:
    problems = [problem(edit(3, 2, 3, ": ")), problem(edit(1, 1, 2, ""), edit(1, 4, 4, "!"))]
    assert mended({"a": "甲乙丙\n二\n三：四\n"}, problems) == {"a": "乙丙!\n二\n三: 四\n"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    text = end.join(["a：b", "", "c：d", ""])
    assert mended({"a": text}, [problem(edit(3, 2, 3, ":"))]) == {"a": end.join(["a：b", "", "c:d", ""])}


def test_a_byte_order_mark_stays_and_is_no_column() -> None:
    assert mended({"a": "\ufeffa：b"}, [problem(edit(1, 2, 3, ":"))]) == {"a": "\ufeffa:b"}


def test_of_two_repairs_that_meet_the_first_counts() -> None:
    problems = [problem(edit(1, 1, 3, "x")), problem(edit(1, 2, 4, "y")), problem(edit(1, 4, 5, "z"))]
    assert mended({"a": "abcd"}, problems) == {"a": "xcz"}


def test_the_same_repair_twice_is_one() -> None:
    assert mended({"a": "ab"}, [problem(edit(1, 2, 2, "-"))] * 2) == {"a": "a-b"}


def test_a_repair_is_taken_whole_or_not_at_all() -> None:
    problems = [problem(edit(1, 1, 2, "x")), problem(edit(1, 1, 2, "y"), edit(1, 4, 5, "y"))]
    assert mended({"a": "abcd"}, problems) == {"a": "xbcd"}
    elsewhere = problem(edit(1, 1, 2, "x"), edit(1, 1, 1, "x", file="unread"))
    assert mended({"a": "abcd"}, [elsewhere]) == {}


def test_a_repair_whose_parts_meet_is_none() -> None:
    assert mended({"a": "abcd"}, [problem(edit(1, 1, 3, "x"), edit(1, 2, 4, "y"))]) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("12", "13"), ("2①", "21"), ("25.1", "251"), ("1,10", "110"), ("-2", "2"), ("1 2", "12"), ("", "0")],
)
def test_a_repair_that_changes_a_figure_is_refused(old: str, new: str) -> None:
    assert mended({"a": old}, [problem(edit(1, 1, len(old) + 1, new))]) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [("１２", "12"), ("1,234,567", "1234567"), ("12。5", "12.5"), ("12件", "12"), ("＝", "="), ("－1", "-1")],
)
def test_a_repair_may_write_a_figure_in_another_way(old: str, new: str) -> None:
    assert mended({"a": old}, [problem(edit(1, 1, len(old) + 1, new))]) == {"a": new}


def test_a_repair_does_not_join_or_part_lines() -> None:
    joined = Edit(Place("a", Span(1, 1, 2, 1)), "")
    assert mended({"a": "x\ny"}, [problem(joined), problem(edit(2, 1, 1, "\n"))]) == {}


def test_a_place_beyond_the_text_does_no_harm() -> None:
    assert mended({"a": "x"}, [problem(edit(9, 5, 9, "y"))]) in ({}, {"a": "xy"})


def test_files_to_mend_are_those_with_a_repair() -> None:
    problems = [
        SKIPPED,
        problem(edit(1, 1, 1, "", "b")),
        problem(edit(1, 1, 1, "", "b")),
        problem(edit(1, 1, 1, "")),
    ]
    assert files_to_mend(problems) == ("b", "a")
