"""Excerpts: which lines, and carets under the right cells. What is underlined is written in the source."""

from __future__ import annotations

import re

import pytest

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Span
from gongkai.diagnostics.excerpt import excerpt
from gongkai.diagnostics.show_text import show_text
from gongkai.diagnostics.width import text_width

ARGUMENTS = {"row": "予以公开", "column": "总计", "computed": 11, "stated": 12, "difference": 1}


def shown(*source: str, width: int = 100) -> str:
    """Show the excerpt of a source in which «…» is the fault and ‹…› are further marks."""
    fault: Span | None = None
    marks: list[Span] = []
    lines = []
    for number, marked in enumerate(source, 1):
        plain = ""
        for piece in re.split(r"(«[^»]*»|‹[^›]*›)", marked):
            text = piece.strip("«»‹›")
            if piece[:1] in {"«", "‹"}:
                span = Span(number, len(plain) + 1, number, len(plain) + 1 + len(text))
                if piece[0] == "«":
                    fault = span
                else:
                    marks.append(span)
            plain += text
        lines.append(plain)
    assert fault
    return excerpt_of(lines, fault, tuple(marks), width)


def excerpt_of(lines: list[str], fault: Span, marks: tuple[Span, ...] = (), width: int = 100) -> str:
    problem = Diagnostic("D301", Place("report.yaml", fault), ARGUMENTS, marks=marks)
    text = show_text([problem], lambda _: lines, "zh-CN", width=width).split("\n")
    return "\n".join(line for line in text[2:] if "│" in line or line.strip() == "…")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            ["    granted: [‹6›, ‹3›, ‹2›, 0, 0, 0, «12»]"],
            [
                "   1 │     granted: [6, 3, 2, 0, 0, 0, 12]",
                "     │               ^  ^  ^           ^^",
            ],
            id="a total and its parts",
        ),
        pytest.param(
            ["予以公开： «１２»件"],
            [
                "   1 │ 予以公开： １２件",
                "     │            ^^^^",
            ],
            id="wide characters take two cells",
        ),
        pytest.param(
            ["e\u0301e\u0301: «x»"],
            [
                "   1 │ e\u0301e\u0301: x",
                "     │     ^",
            ],
            id="combining characters take none",
        ),
        pytest.param(
            ["a\t«b»"],
            [
                "   1 │ a   b",
                "     │     ^",
            ],
            id="tabs are expanded",
        ),
        pytest.param(
            ["«\t»a: 1"],
            [
                "   1 │     a: 1",
                "     │ ^^^^",
            ],
            id="a tab itself is underlined",
        ),
        pytest.param(
            ["year: 20«\u200b»22\x1b[31m"],
            [
                "   1 │ year: 20�22␛[31m",
                "     │         ^",
            ],
            id="the invisible is shown, the terminal is not steered",
        ),
        pytest.param(
            ["organ:«»"],
            [
                "   1 │ organ:",
                "     │       ^",
            ],
            id="nothing at the end of a line",
        ),
        pytest.param(
            ["‹a›: 1", "b: 2", "c: 3", "‹d›: 4", "e: «5»"],
            [
                "   1 │ a: 1",
                "     │ ^",
                "   …",
                "   4 │ d: 4",
                "     │ ^",
                "   5 │ e: 5",
                "     │    ^",
            ],
            id="several lines, some left out",
        ),
        pytest.param(
            [*["x"] * 8, "‹i›: 9", "«j»: 10"],
            [
                "    9 │ i: 9",
                "      │ ^",
                "   10 │ j: 10",
                "      │ ^",
            ],
            id="line numbers of different length",
        ),
    ],
)
def test_excerpt(source: list[str], expected: list[str]) -> None:
    assert shown(*source).split("\n") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            f"{'a' * 60}«bad»{'c' * 60}",
            ["   1 │ …aaaaaaaaaaaaabadccccccccccccc…", "     │               ^^^"],
            id="in the middle",
        ),
        pytest.param(
            f"«bad»{'c' * 60}",
            ["   1 │ badcccccccccccccccccccccccccc…", "     │ ^^^"],
            id="at the start",
        ),
        pytest.param(
            f"{'a' * 60}«bad»",
            ["   1 │ …aaaaaaaaaaaaaaaaaaaaaaaaaabad", "     │                            ^^^"],
            id="at the end",
        ),
        pytest.param(
            f"{'长' * 60}«错误»{'长' * 60}",
            ["   1 │ …长长长长长长错误长长长长长长…", "     │              ^^^^"],
            id="wide characters are not cut in half",
        ),
        pytest.param(
            f"a«{'错' * 60}»b",
            ["   1 │ …错错错错错错错错错错错错错错…", "     │  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^"],
            id="a mark wider than the terminal shows its start",
        ),
    ],
)
def test_a_long_line_is_clipped_around_the_fault(source: str, expected: list[str]) -> None:
    found = shown(source, width=38).split("\n")
    assert found == expected
    assert all(text_width(line) <= 38 for line in found)


def test_a_megabyte_in_one_line_is_laid_out_only_where_it_shows() -> None:
    found = shown(f"{'a' * 500_000}«!»{'a' * 500_000}", width=40)
    assert re.fullmatch(r"   1 │ …a+!a+…\n     │  +\^", found)


def test_a_span_of_several_lines_marks_the_first() -> None:
    found = excerpt_of(["a: |", "  b", "  c"], Span(1, 4, 3, 4))
    assert found == "   1 │ a: |\n     │    ^"


def test_a_span_beyond_the_line_marks_its_end() -> None:
    found = excerpt_of(["ab"], Span(1, 9, 1, 12))
    assert found == "   1 │ ab\n     │   ^"


def test_many_marks_leave_the_nearest_lines() -> None:
    marks = tuple(Span(line, 1, line, 2) for line in range(1, 100))
    problem = Diagnostic("D301", Place("report.yaml", Span(50, 1, 50, 2)), ARGUMENTS, marks=marks)
    numbers = [line.number for line in excerpt(problem, lambda _: ["x"] * 100, 80)]
    assert len(numbers) == 12
    assert 50 in numbers


@pytest.mark.parametrize("place", [Place("report.yaml"), Place("report.yaml", Span(7, 1, 7, 2))])
def test_a_problem_of_the_whole_file_or_beyond_its_end_has_no_excerpt(place: Place) -> None:
    assert excerpt(Diagnostic("D301", place, ARGUMENTS), lambda _: ["a: 1"], 80) == ()


def test_an_unreadable_file_has_no_excerpt() -> None:
    problem = Diagnostic("D301", Place("report.yaml", Span(1, 2, 1, 3)), ARGUMENTS)
    assert excerpt(problem, lambda _: None, 80) == ()
