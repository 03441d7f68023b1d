"""The files of the index: the same for the same pages, small, and pages in the order of results."""

from __future__ import annotations

import json
import re

from gongkai.index.make import make_index
from gongkai.model.search import Choice, Entry, Synonym

PAGES = [
    Entry(
        f"reports/{organ}/{year}/index.html",
        f"{year}年报告",
        f"{organ}写于{year}年。\n" * 30,
        "report",
        organ,
        year,
    )
    for organ in ("deng", "bo")
    for year in (2021, 2023)
]
GUIDE = Entry("guide/index.html", "指南", "怎样申请。", "page")
NOTICE = Entry("articles/a.html", "通知", "今年的。", "article", "deng", 2022, "a/b", "2022-01-02")
ORGANS = [Choice("bo", "波局"), Choice("deng", "灯局"), Choice("none", "无局")]
PART = re.compile(rb'gongkaiSearch\.take\("([0-9a-f]{8})","(\w+)",(.*)\)\n', re.DOTALL)


def parts(*pages: Entry) -> dict[str, object]:
    found = {}
    for path, content in make_index(pages, [Synonym("波委", "波员会")], ORGANS).items():
        part = PART.fullmatch(content)
        assert part, path
        assert path == f"search/{part[2].decode()}.js"
        found[part[2].decode()] = json.loads(part[3])
    return found


def test_no_pages_no_index() -> None:
    assert make_index([], [], ORGANS) == {}


def test_rare_characters_stand_in_every_part() -> None:
    page = NOTICE._replace(title="𠮷镇🎉", text="𠮷镇的通知。", organ="𠮷")
    files = make_index([page], [Synonym("𠮷办", "𠮷镇办公室")], [Choice("𠮷", "𠮷镇政府")])
    texts = {path: content.decode() for path, content in files.items()}
    assert "𠮷镇🎉" in texts["search/t0.js"]
    assert "𠮷镇政府" in texts["search/organs.js"]
    assert '["\\ud842\\udfb7办","\\ud842\\udfb7镇办公室"]' in texts["search/index.js"]


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [*PAGES, GUIDE, NOTICE]
    assert make_index(pages, [], ORGANS) == make_index(list(pages), [], ORGANS)


def test_another_text_gives_another_version() -> None:
    versions = [
        {PART.fullmatch(content)[1] for content in make_index([page], [], []).values()}  # type: ignore[index]
        for page in (GUIDE, GUIDE._replace(text="怎样答复。"))
    ]
    assert [len(version) for version in versions] == [1, 1]
    assert versions[0] != versions[1]


def test_pages_of_no_year_come_first_and_then_the_latest() -> None:
    pages = parts(*PAGES, GUIDE, NOTICE)["t0"]
    assert [page[1] for page in pages] == [  # type: ignore[attr-defined]
        "guide/index.html",
        "reports/deng/2023/index.html",
        "reports/bo/2023/index.html",
        "articles/a.html",
        "reports/deng/2021/index.html",
        "reports/bo/2021/index.html",
    ]


def test_filters_have_years_columns_with_those_above_and_organs_with_pages() -> None:
    found = parts(*PAGES, GUIDE, NOTICE)
    assert {key: sorted(value) for key, value in found["filters"].items()} == {  # type: ignore[attr-defined]
        "year": ["2021", "2022", "2023"],
        "topic": ["a", "a/b"],
    }
    assert [organ[:2] for organ in found["organs"]] == [["bo", "波局"], ["deng", "灯局"]]  # type: ignore[attr-defined]


def test_markup_and_quotes_in_a_text_are_only_text() -> None:
    odd = GUIDE._replace(title='"</script>\\', text="甲\u2028乙${x}`")
    assert parts(odd)["t0"] == [[odd.title, odd.path, "page", "", odd.text]]


def test_parts_stay_small_whatever_there_is_to_find() -> None:
    pages = [
        GUIDE._replace(
            path=f"p{n}.html", text="".join(chr(0x4E00 + (n * n + i * i * i) % 5000) for i in range(300))
        )
        for n in range(300)
    ]
    sizes = {path: len(content) for path, content in make_index(pages, [], []).items()}
    assert sum("/k" in path for path in sizes) > 3
    assert max(sizes.values()) < 20_000
