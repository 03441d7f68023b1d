"""The outline of a Markdown text and what stands in it, each with its line and column in the file."""

from __future__ import annotations

import pytest

from gongkai.diagnostics.diagnostic import Place
from gongkai.load.front_matter import read_front_matter
from gongkai.load.markdown_doc import read_narrative, read_prose
from gongkai.model.source import Source


def at(place: Place) -> str:
    return f"{place.span.line}:{place.span.column}"


TEXT = """\
序言。

## 一、灯

看[须知](../guide.md)，
再看[远方](https://example.org/a?b=c)。

### 小标题

    ## 这是代码，不是标题

```
## 也是代码
[链接](no.md)
```

![灯](lamp.png) 与 ![](mist.png)

二、油
------

- 一项 <b>粗</b>
- <script>x</script>

<div>
一段
</div>

| 表 | 头 |
|----|----|
| [格](cell.md) | 2 |
"""


@pytest.mark.parametrize("shift", [0, 7])
def test_headings_links_images_and_markup_stand_where_they_are_written(shift: int) -> None:
    prose = read_prose("a.md", TEXT, 1 + shift)

    def here(place: Place) -> str:
        return f"{place.span.line - shift}:{place.span.column}"

    assert [(h.level, h.text, here(h.place)) for h in prose.headings] == [
        (2, "一、灯", "3:1"),
        (3, "小标题", "8:1"),
        (2, "二、油", "19:1"),
    ]
    assert [(m.text, here(m.place)) for m in prose.links] == [
        ("../guide.md", "5:7"),
        ("https://example.org/a?b=c", "6:8"),
        ("cell.md", "31:7"),
    ]
    assert [(m.text, m.alternative, here(m.place)) for m in prose.images] == [
        ("lamp.png", "灯", "17:6"),
        ("mist.png", "", "17:22"),
    ]
    assert [(m.text, here(m.place)) for m in prose.markup] == [
        ("<b>", "22:6"),
        ("</b>", "22:10"),
        ("<script>x</script>", "23:3"),
        ("<div>", "25:1"),
    ]


def test_a_narrative_is_cut_at_its_second_level_headings() -> None:
    narrative = read_narrative(Source("report.md", TEXT))
    assert narrative.preface.text.strip() == "序言。"
    assert [(s.heading.text, at(s.heading.place), s.prose.line) for s in narrative.sections] == [
        ("一、灯", "3:1", 4),
        ("二、油", "19:1", 21),
    ]
    first, second = narrative.sections
    assert [(h.text, at(h.place)) for h in first.prose.headings] == [("小标题", "8:1")]
    assert [at(link.place) for link in second.prose.links] == ["31:7"]


def test_the_underline_of_a_heading_is_no_text_of_its_section() -> None:
    narrative = read_narrative(Source("report.md", "一、灯\n------\n\n亮。\n"))
    assert [section.prose.text.strip() for section in narrative.sections] == ["亮。"]


def test_a_narrative_with_windows_line_ends_has_the_same_outline() -> None:
    def outline(text: str) -> list[tuple[str, str]]:
        return [(s.heading.text, at(s.heading.place)) for s in read_narrative(Source("r.md", text)).sections]

    assert outline(TEXT.replace("\n", "\r\n")) == outline(TEXT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: 灯\n---\n正文 <b>\n", ["4:4"]),
        ("---\ntitle: 灯\nsummary: 亮\n---   \n\n\n正文\n<b>\n", ["8:1"]),
        ("---\r\ntitle: 灯\r\n---\r\n\r\n正文 <b>\r\n", ["5:4"]),
        ("---\ntitle: 灯\n---\n\n---\n\n<b>x\n", ["7:1"]),
    ],
)
def test_text_below_front_matter_is_counted_from_the_top_of_the_file(text: str, expected: list[str]) -> None:
    document, prose, problems = read_front_matter(Source("a.md", text))
    assert problems == ()
    assert document
    assert document.data["title"] == "灯"  # type: ignore[index,call-overload]
    assert prose
    assert [at(m.place) for m in prose.markup] == expected


def test_a_slip_in_front_matter_is_counted_from_the_top_of_the_file() -> None:
    _, _, problems = read_front_matter(Source("a.md", "---\ntitle: 灯\nsummary：亮\n---\n正文\n"))
    assert [(p.code, at(p.place)) for p in problems] == [("D107", "3:8")]


def test_a_value_in_front_matter_stands_where_it_is_written() -> None:
    document, _, _ = read_front_matter(Source("a.md", "---\ntitle: 灯\norder: 3\n---\n"))
    assert document
    assert at(document.spans.value("order")) == "3:8"
