"""A text as its reader sees it: a line for each block, no marks; the quick way agrees with the parser."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongkai.assemble import plain as module
from gongkai.assemble.plain import plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("## 一、总体情况\n\n公开**541**条。\n", "一、总体情况\n公开541条。"),
        ("公开目录\n已经更新", "公开目录已经更新"),
        ("see the\nopen data", "see the open data"),
        ("- 甲\n- [乙](x.md)\n", "甲\n乙"),
        ("| 年 | 件 |\n|---|---|\n| 今年 | 3 |\n", "年\n件\n今年\n3"),
        ("![盖章](seal.png)见附件", "见附件"),
        ("甲  \n乙", "甲乙"),
        ("A&amp;B", "A&B"),
        ("```\n一\n```", "一\n"),
        ("## 标题 ##\n#不是标题", "标题\n#不是标题"),
        ("", ""),
    ],
)
def test_marks_are_taken_off(text: str, seen: str) -> None:
    assert plain(text) == seen


@given(st.text("甲，#1.-)a \n", max_size=30))
@example("1) 甲")
@example("# \n甲")
@example("# #")
@example("# # #\n## #甲 #")
def test_the_quick_way_agrees_with_the_parser(text: str) -> None:
    parsed = "\n".join(module._parsed(text))
    assert plain(text) == parsed
