"""How far a line with tabs or wide spaces before it should be indented, where that is certain."""

from __future__ import annotations

import pytest

from gongkai.load.indentation import indents_of


def depths(text: str) -> dict[int, int]:
    return {line: len(spaces) for line, (_, spaces) in indents_of(text.split("\n")).items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n\tb: 1", {1: 2}),
        ("a:\n\tb: 1\n\tc: 2\nd: 3", {1: 2, 2: 2}),
        ("a:  # 注\n    b:\n\t\tc: 1\n        d: 1", {2: 8}),
        ("a:\n  b: 1\n\t\tc: 2", {2: 2}),
        ("a:\n  b:\n    c: 1\n\t\td: 2", {3: 4}),
        ("a:\n\tb:\n\t\tc: 1\n\td: 2", {1: 2, 2: 4, 3: 2}),
        ("a:\n　b:\n　　c: 1", {1: 2, 2: 4}),
        ("a:\n  b: 1\n\n# 注\n\tc: 1", {4: 2}),
    ],
)
def test_a_depth_that_is_certain(text: str, found: dict[int, int]) -> None:
    assert depths(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b:\n    c: 1\n\td: 2",  # inside b, or beside it
        "a:\n  b:\n\tc: 1",  # b may be empty
        "a: 1\n\tb: 2",  # nothing is open
        "a:\n  b:\n　　c: 1\n\td: 2",  # no two tell their depth in the same way
    ],
)
def test_a_depth_that_is_in_doubt_is_left_to_a_person(text: str) -> None:
    assert 3 not in depths(text) or text.count("\n") < 3
    assert depths(text).keys() <= {2}
