"""What is Chinese on a page in another language says that it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.model.views import ProseView
from gongkai.render.environment import make_environment
from gongkai.render.languages import mark
from gongkai.render.theme import open_theme

ADDED = re.compile(r'</?bdi>|<span lang="zh-CN">|</span>| lang="zh-CN"')


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>2022年雾</p>", '<p lang="zh-CN">2022年雾</p>'),
        ("<p>fog</p>", "<p>fog</p>"),
        ("<ul><li>甲 <b>3</b></li><li>乙</li></ul>", '<ul lang="zh-CN"><li>甲 <b>3</b></li><li>乙</li></ul>'),
        # Beside other words, each element by itself; within a sentence, the words.
        ("<ul><li>甲</li><li>B</li></ul>", '<ul><li lang="zh-CN">甲</li><li>B</li></ul>'),
        (
            "<p>Reports of 北岬灯塔（南），all</p>",
            '<p><bdi>Reports of <span lang="zh-CN">北岬灯塔（南），</span>all</bdi></p>',
        ),
        (
            "<p>from 甲 to 乙</p>",
            '<p><bdi>from <span lang="zh-CN">甲</span> to <span lang="zh-CN">乙</span></bdi></p>',
        ),
        (
            "<p>on 2022年3月 &amp; 雾</p>",
            '<p><bdi>on <span lang="zh-CN">2022年3月</span> &amp; <span lang="zh-CN">雾</span></bdi></p>',
        ),
        ("<p>雾&nbsp;1 &lt; 2</p>", '<p lang="zh-CN">雾&nbsp;1 &lt; 2</p>'),
        # What cannot hold an element, and what is read of attributes.
        ("<title>Search - 灯塔</title>", '<title lang="zh-CN">Search - 灯塔</title>'),
        ('<meta name="a" content="灯塔">x', '<meta lang="zh-CN" name="a" content="灯塔">x'),
        ('<p><img src="雾.png" alt="a"></p>', '<p><img src="雾.png" alt="a"></p>'),
        ('<nav aria-label="Here"><a>甲</a></nav>', '<nav aria-label="Here"><a lang="zh-CN">甲</a></nav>'),
        # A language that is given stays.
        ('<html lang="en"><p>甲</p></html>', '<html lang="en"><p lang="zh-CN">甲</p></html>'),
        (
            '<p lang="zh-Hant">甲 a</p><p>b 乙</p>',
            '<p lang="zh-Hant">甲 a</p><p><bdi>b <span lang="zh-CN">乙</span></bdi></p>',
        ),
        # What is no text.
        ("<script>a='雾'<b</script><p>b</p>", "<script>a='雾'<b</script><p>b</p>"),
        ("<!-- 雾 --><p>b</p>", "<!-- 雾 --><p>b</p>"),
        # Broken markup is not made worse.
        ("<p>甲<p>b</i>乙", '<p><span lang="zh-CN">甲</span><p>b</i><span lang="zh-CN">乙</span>'),
        ("甲 < b", '<span lang="zh-CN">甲</span> < b'),
    ],
)
def test_what_is_marked(html: str, wanted: str) -> None:
    assert mark(html) == wanted


@given(st.text(alphabet="甲a <>/=\"'&;p!-", max_size=60))
def test_nothing_but_marks_is_added_to_any_text(text: str) -> None:
    assert ADDED.sub("", mark(text)) == text


def test_a_block_of_the_content_is_chinese_as_a_whole(tmp_path: Path) -> None:
    theme = open_theme("default", tmp_path)
    text = ProseView("由 gongkai 生成。\n\nAll in English.\n", {})
    html = make_environment(theme, "en").filters["html"](text, "x", "x")
    assert html == '<p lang="zh-CN">由 gongkai 生成。</p>\n<p>All in English.</p>\n'
    html = make_environment(theme, "zh-CN").filters["html"](text, "x", "x")
    assert "lang" not in html
