"""Texts that a reader takes for the same are folded to the same."""

from __future__ import annotations

import pytest

from gongkai.index.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国办发〔2019〕61号", "国办发[2019]61号"),
        ("国办发【2019】61号", "国办发（2019）61号"),
        ("２０２３年", "2023年"),
        ("ＷＥＢ", "web"),
        ("2023 年 1 月", "2023年1月"),
        ("全　文", "全文"),
        ("全\u2003文\u2028件\ufeff", "全文件"),
        ("你好，世界", "你好,世界"),
    ],
)
def test_width_case_brackets_and_spaces_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("公开", "公 告"), ("。", "."), ("己", "已"), ("一\n二", "一二")])
def test_other_characters_do(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_character_beyond_the_basic_plane_is_two_as_in_javascript() -> None:
    assert fold("𠮷") == "\ud842\udfb7"


@pytest.mark.parametrize("text", ["İstanbul", "ＡＢ［］", "ẞ", "Σίσυφος"])
def test_folding_twice_changes_nothing_and_keeps_the_length(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(text)
