"""Emphasis beside Chinese: what CommonMark alone leaves as asterisks, and what it must still leave."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from gongkai.model.markdown import set_up

PARSER = set_up(MarkdownIt("commonmark"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("一是**“强调”**后", "一是<strong>“强调”</strong>后"),
        ("**重点：**内容", "<strong>重点：</strong>内容"),
        ("按**（一）**项", "按<strong>（一）</strong>项"),
        ("**行政许可**7657件", "<strong>行政许可</strong>7657件"),
        ("*《条例》*第四十九条", "<em>《条例》</em>第四十九条"),
        ("**粗**，**体**", "<strong>粗</strong>，<strong>体</strong>"),
    ],
)
def test_emphasis_is_seen_beside_chinese(written: str, shown: str) -> None:
    assert PARSER.renderInline(written) == shown


@pytest.mark.parametrize("written", ["星*号 * 文", "a * b * c", 'a**"b"**c', "雨_雪_风", "** 空格 **"])
def test_what_is_no_emphasis_stays_as_typed(written: str) -> None:
    assert PARSER.renderInline(written).replace("&quot;", '"') == written


def test_without_it_the_asterisks_would_show() -> None:
    assert "**" in MarkdownIt("commonmark").renderInline("**重点：**内容")
