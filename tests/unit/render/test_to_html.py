from __future__ import annotations

import re

import pytest

from gongkai.model.views import ProseView
from gongkai.render.markdown import contents, to_html


def html(text: str, links: dict[str, str] | None = None, shift: int = 0, top: int = 1) -> str:
    return str(to_html(ProseView(text, links or {}, shift), "p", "附表", top))


def levels(rendered: str) -> list[str]:
    return re.findall(r"<h(\d)", rendered)


def test_links_and_images_get_the_addresses_that_the_view_resolved() -> None:
    links = {"../制度.md": "../../zhidu/index.html", "图.png": "../tu.png", "a b.pdf": "a%20b.pdf"}
    made = html("[制度](../制度.md) ![图解](图.png) [表](<a b.pdf>)", links)
    assert '<a href="../../zhidu/index.html">制度</a>' in made
    assert '<img src="../tu.png" alt="图解" loading="lazy">' in made
    assert '<a href="a%20b.pdf">表</a>' in made


def test_links_that_leave_the_portal_are_marked() -> None:
    made = html("[国务院](https://www.gov.cn/) [本站](guide.md)")
    assert '<a href="https://www.gov.cn/" rel="noopener">' in made
    assert '<a href="guide.md">' in made


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "file:///etc/passwd"]
)
def test_addresses_that_run_or_read_are_no_links(address: str) -> None:
    assert "<a" not in html(f"[x]({address})")


def test_raw_html_is_shown_as_text() -> None:
    made = html("前 <b onclick=x>后</b>\n\n<script>alert(1)</script>\n")
    assert "<b" not in made
    assert "<script" not in made
    assert "&lt;script&gt;" in made


def test_headings_are_shifted_down_to_the_sixth_level() -> None:
    assert levels(html("# 一\n## 二\n### 三\n#### 四\n##### 五\n###### 六", shift=1)) == list("234566")


def test_no_level_is_skipped_and_none_rises_to_the_heading_above() -> None:
    assert levels(html("#### 一\n###### 二\n# 三", top=2)) == list("343")


def test_heading_ids_come_from_their_words_and_are_unique() -> None:
    made = html("## （一）主动公开\n## 主动公开！\n## （一）主动公开\n## ……")
    assert re.findall(r' id="([^"]+)"', made) == ["p-一-主动公开", "p-主动公开", "p-一-主动公开-2", "p"]


def test_contents_are_the_highest_headings_with_the_ids_of_the_text() -> None:
    prose = ProseView("## 一\n### 细目\n## 一\n", {})
    assert contents(prose, "p", 1) == (("p-一", "一"), ("p-一-2", "一"))
    assert [id_ for id_, _ in contents(prose, "p", 1)] == re.findall(r'<h2 id="([^"]+)"', html(prose.text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## **第一条**：`甲`\n\n正文\n", "第一条：甲"),
        ("## [甲] 乙\n\n[甲]: a.md\n", "甲 乙"),
        ("题 \\# &amp;\n---\n", "题 # &"),
        ("> ## <b>引</b>\n", "<b>引</b>"),
    ],
)
def test_contents_name_a_heading_by_its_words_without_marks(text: str, words: str) -> None:
    ((id_, found),) = contents(ProseView(text, {}), "p", 1)
    assert found == words
    assert f'<h2 id="{id_}">' in html(text)


def test_tables_stand_in_a_named_region_and_carry_no_inline_style() -> None:
    made = html("| | 件数 |\n| --- | ---: |\n| 当面 | 3 |\n\n| 甲 |\n| - |\n| 乙 |\n")
    assert '<div class="table-scroll" role="region" aria-label="附表 1" tabindex="0">' in made
    assert 'aria-label="附表 2"' in made
    assert "style=" not in made
    assert '<th class="align-right" scope="col">件数</th>' in made
    assert "<td></td>\n<th" in made, "an empty head is no head"
    assert made.count("<div") == made.count("</div>") == 2


def test_a_line_end_between_chinese_characters_leaves_no_space() -> None:
    assert (
        html("公开\n信息，\n“全文”\nabc\n见**附件**\n后")
        == "<p>公开信息，“全文”\nabc\n见<strong>附件</strong>后</p>\n"
    )


def test_quotes_stay_as_written() -> None:
    assert html('“三安全一稳定” "x" -- ...') == "<p>“三安全一稳定” &quot;x&quot; -- ...</p>\n"


def test_void_elements_have_no_slash() -> None:
    assert html("甲  \n乙\n\n---\n") == "<p>甲<br>\n乙</p>\n<hr>\n"
