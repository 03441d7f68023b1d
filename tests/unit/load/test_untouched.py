"""Blanks to fill in are told each at its place where they are few, once for a file where they are many."""

from __future__ import annotations

from gongkai.diagnostics.at_most import at_most
from gongkai.diagnostics.catalogue import sentence
from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span


def row(
    line: int, count: int = 2, table: str = "灯", *, file: str = "a.yaml", edit: bool = False
) -> Diagnostic:
    place = Place(file, Span(line, 5, line, 6))
    arguments = {"row": f"第{line}层", "count": count, "more": "", "found": "□", "table": table}
    return Diagnostic("D210", place, arguments, f"t/r{line}/c", edits=(Edit(place, "="),) if edit else ())


def words(line: int) -> Diagnostic:
    return Diagnostic("D241", Place("a.md", Span(line, 1, line, 5)), {"found": f"【请写{line}】", "more": ""})


def test_five_rows_are_told_one_by_one() -> None:
    problems = tuple(row(line) for line in range(1, 6))
    assert at_most(problems) == problems


def test_of_more_the_first_one_says_how_many_cells_are_left_and_in_which_tables() -> None:
    other = Diagnostic("D212", Place("a.yaml", Span(3, 1, 3, 2)), {"found": "２"})
    problems = (*(row(line) for line in (2, 3, 4, 5)), other, row(6, 1, "油"), row(7, 3, "油"))
    first, left = at_most(problems)
    assert left == other
    assert (first.place, first.cell) == (problems[0].place, "t/r2/c")
    assert sentence(first, "zh-CN") == "“第2层”等 6 行还有 12 格没有填写"
    assert sentence(first, "en") == "Cells not filled in at “第2层” and 5 more rows: 12"
    (note,) = first.notes
    assert note.sentence.zh == "灯 8 格；油 4 格"
    assert note.sentence.en == "灯: 8; 油: 4"


def test_files_are_counted_apart_and_what_can_be_mended_is_told() -> None:
    problems = (
        *(row(line) for line in range(1, 5)),
        row(5, edit=True),
        row(6, edit=True),
        *(row(line, file="b.yaml") for line in range(1, 6)),
    )
    assert at_most(problems) == problems


def test_texts_to_write_are_counted() -> None:
    assert at_most(map(words, range(1, 6))) == tuple(map(words, range(1, 6)))
    (first,) = at_most(map(words, range(1, 10)))
    assert sentence(first, "zh-CN") == "“【请写1】”等 9 处还没有填写"
    assert sentence(first, "en") == "Still to be written: “【请写1】” and 8 more in this file"
