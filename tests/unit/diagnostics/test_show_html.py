"""The preview's panel."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from problem_samples import EMPTY, ROW_TOTAL, SKIPPED, lines

from gongkai.diagnostics.show_html import bug_panel, panel


class Balanced(HTMLParser):
    """Follows the tags, and fails where they do not close as they opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def well_formed(html: str) -> str:
    parser = Balanced()
    parser.feed(html)
    assert parser.opened == []
    return html


def test_no_problem_no_panel() -> None:
    assert panel([], lines, "zh-CN") == ""


def test_a_problem_with_place_sentence_excerpt_and_way_out() -> None:
    html = well_formed(panel([ROW_TOTAL], lines, "zh-CN"))
    assert html.startswith('<section id="gongkai-problems" role="alert"')
    assert "<code>content/reports/shuiwu/2024/report.yaml:41:33</code>" in html
    assert "<p>“予以公开”的“总计”应为 11，实为 12，相差 1</p>" in html
    assert (
        '<span class="number">41 │</span>     granted: [<mark>6</mark>, <mark>3</mark>, <mark>2</mark>, '
        '0, 0, 0, <mark class="fault">12</mark>]'
    ) in html
    assert "<dt>办法</dt><dd>与台账核对后改正" in html
    assert "<code>gongkai explain D301</code>" in html


def test_its_style_reaches_nothing_else() -> None:
    style = re.search("<style>(.*?)</style>", panel([ROW_TOTAL], lines, "en"), re.DOTALL)
    assert style
    selectors = re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", style[1])
    assert selectors
    for selector in selectors:
        assert all(part.strip().startswith("#gongkai-problems") for part in selector.split(",")), selector


@pytest.mark.parametrize(("page", "words"), [("old", "as it was last built"), ("none", "appears here")])
def test_it_says_what_page_it_stands_on(page: str, words: str) -> None:
    assert words in panel([ROW_TOTAL], lines, "en", page=page)


def test_errors_are_open_up_to_the_fifth() -> None:
    html = well_formed(panel([ROW_TOTAL] * 7, lines, "en"))
    assert html.count("<details open>") == 1 + 5
    assert html.count("<details>") == 2


def test_warnings_alone_are_quiet() -> None:
    html = well_formed(panel([SKIPPED, EMPTY], lines, "en", page="new"))
    assert 'role="region"' in html.split(">")[0]
    assert "<details open>" not in html
    assert "built from the latest content" in html


def test_a_flood_is_cut_and_says_so() -> None:
    html = well_formed(panel([ROW_TOTAL] * 80, lines, "zh-CN"))
    assert html.count("<article>") == 50
    assert "另有 30 个问题" in html


def test_content_is_never_markup() -> None:
    problem = replace(SKIPPED, arguments={"found": "<script>alert(1)</script>"})
    html = well_formed(panel([problem], lambda _: ["<b>&amp;"], "en"))
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;amp;" in re.sub("</?mark[^>]*>", "", html)


def test_a_bug_is_said_to_be_one() -> None:
    html = well_formed(bug_panel('File "<string>"\nValueError: <x>', "zh-CN"))
    assert "gongkai 自身出错" in html
    assert "ValueError: &lt;x&gt;" in html
