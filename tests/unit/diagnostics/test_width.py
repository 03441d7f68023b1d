"""Widths in terminal cells."""

from __future__ import annotations

import pytest

from gongkai.diagnostics.width import pad, printable, text_width


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("公开", 4), ("１，", 4), ("e\u0301", 1), ("ｱ", 1), ("─…“”", 4), ("", 0)],
)
def test_width(text: str, width: int) -> None:
    assert text_width(text) == width


def test_padding_counts_cells() -> None:
    assert pad("各项", 6) == "各项  "
    assert pad("parts", 6) == "parts "


def test_printable() -> None:
    assert printable("一\n二\t\x07\x7f\u2028\ud800三") == "一 二␉␇␡��三"
