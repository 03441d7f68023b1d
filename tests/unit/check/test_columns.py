"""Columns and articles: ids, dates, validity, links to headings, pictures, the list of what is in force."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gongkai.check.columns import check_columns
from gongkai.check.documents import check_documents
from gongkai.check.fragments import check_fragments
from gongkai.check.rules import check_site
from gongkai.diagnostics.catalogue import sentence
from gongkai.load.site import read_site
from gongkai.model.anchors import anchors, wanted
from gongkai.model.views import ProseView
from gongkai.pipeline import build, check
from gongkai.render.markdown import to_html
from shown import located, problems_of, shown
from toy import YAML, replaced, report_of, write_files

COLUMN = "content/columns/fog/column.yaml"
FOG = "content/columns/fog/october.md"
GUIDE = "content/pages/guide.md"
TODAY = "1990-01-01"


def article(lines: str = "", text: str = "文。", title: str = "雾") -> str:
    return f"---\ntitle: {title}\n{lines}---\n\n{text}\n"


def test_two_articles_of_one_id_are_named_at_the_later_one(site: Path) -> None:
    wind = "content/columns/wind"
    write_files(site, {f"{wind}/column.yaml": "title: 风\n", f"{wind}/october.md": article()})
    (problem,) = check(site).problems
    assert shown([problem]) == ["october.md:1:1 D520"]
    assert problem.place.file == f"{wind}/october.md"
    assert problem.related[0].place.file == FOG
    write_files(site, {f"{wind}/october.md": article("published: 1987-01-01\n")})
    (problem,) = check(site).problems
    assert problem.place.file == FOG
    write_files(site, {f"{wind}/october.md": article("id: october-wind\n")})
    assert problems_of(site) == []
    assert build(site, site / "output").built


def test_two_columns_of_one_id_are_named_wherever_they_stand(site: Path) -> None:
    write_files(site, {"content/columns/wind/column.yaml": "title: 风\n"})
    write_files(site, {"content/columns/wind/fog/column.yaml": "title: 风中雾\n"})
    write_files(site, {"content/columns/wind/fog/a.md": article()})
    assert problems_of(site) == ["column.yaml:1:1 D520"]
    write_files(site, {"content/columns/wind/fog/column.yaml": "title: 风中雾\nid: october\n"})
    assert problems_of(site) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("made: 1987-10-03\npublished: 1987-10-03 08:00\n", ""),
        ("made: 1987-10-04\npublished: 1987-10-03\n", "3:7 D527"),
        ("made: 1987-10-04\nvalidity: repealed\nrepealed: 1987-10-03\n", "3:7 D527"),
        ("validity: repealed\nrepealed: 1980-10-03\npublished: 1987-10-03\n", ""),
        ("made: 1990-01-02\n", "3:7 D528"),
        ("validity: repealed\nrepealed: 1990-01-02\n", "4:11 D528"),
        ("published: 1990-01-02\n", "3:12 D510"),
        ("repealed: 1987-10-03\n", "3:11 D530"),
        ("validity: in_force\nrepealed: 1987-10-03\n", "4:11 D530"),
        ("validity: 失效\nrepealed: 1987-10-03\n", "3:11 D203"),
        ("organ: north-light\n", ""),
        ("organ: north-ligth\n", "3:8 D225"),
    ],
)
def test_what_an_article_says_of_itself_agrees(site: Path, lines: str, expected: str) -> None:
    write_files(site, {FOG: article(lines)})
    read, problems = read_site(site, TODAY)
    assert read
    assert located([*problems, *check_site(read)]) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("title", "is_marked"),
    [
        ("雾中航行规定（已废止）", True),
        ("雾中航行规定【失效】", True),
        ("雾中航行规定(废止)", True),
        ("雾中航行规定已失效", True),
        ("关于废止雾中航行规定的决定", False),
        ("雾中航行规定（废止旧灯部分）", False),
        ("关于公布继续有效、废止和失效文件目录的通知", False),
    ],
)
def test_a_title_marked_as_repealed_is_not_in_force(site: Path, title: str, is_marked: bool) -> None:
    write_files(site, {FOG: article("validity: in_force\n", title=title)})
    assert problems_of(site) == (["october.md:2:8 D529"] if is_marked else [])
    write_files(site, {FOG: article("validity: repealed\n", title=title)})
    assert problems_of(site) == []


@pytest.mark.parametrize(("length", "codes"), [(120, []), (121, ["D531"]), (300, ["D531"])])
def test_a_long_title_is_asked_about_and_published(site: Path, length: int, codes: list[str]) -> None:
    write_files(site, {FOG: article(title="雾" * length)})
    assert [p.code for p in check(site).problems] == codes
    assert build(site, site / "output").built
    assert "雾" * length in (site / "output/articles/october.html").read_text("utf-8")


TEXT = "## 一、总则\n\n### 雾 讯\n\n## 雾，讯\n\n## **重**点`a`[链](guide.md)\n\n## 一、总则\n\n文。"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("#一、总则", ""),
        ("#一总则", "guide.md:5:4 D532"),
        ("#雾-讯", ""),
        ("#text-一-总则-2", ""),
        ("#重点a链", ""),
        ("guide.md#一、总则", ""),
        ("../columns/fog/october.md#雾", "guide.md:5:4 D532"),
        ("../columns/fog/october.md#", ""),
        ("../reports/north-light/1987/report.yaml#anything", ""),
        ("https://a.example/#x", ""),
        ("#%E4%B8%80%E3%80%81%E6%80%BB%E5%88%99", ""),
    ],
)
def test_a_link_to_a_heading_leads_to_one(site: Path, link: str, expected: str) -> None:
    write_files(site, {GUIDE: article(text=f"[见](<{link}>)\n\n{TEXT}")})
    found = [line.replace("5:6", "5:4").replace("5:5", "5:4") for line in problems_of(site)]
    assert found == ([expected] if expected else [])


def test_the_ids_that_are_checked_are_those_of_the_page(site: Path) -> None:
    write_files(site, {GUIDE: article(text=f"[见](#一、总则) [又](guide.md#重点a链)\n\n{TEXT}")})
    read, _ = read_site(site, TODAY)
    assert read
    html = to_html(ProseView(read.pages[0].prose.text, {}), "text", "表")
    for made in anchors(heading.text for heading in read.pages[0].prose.headings):
        assert f' id="{made}"' in html
    assert wanted(GUIDE, "#一、总则") == "#text-一-总则"
    assert build(site, site / "output").built
    page = (site / "output/guide/index.html").read_text("utf-8")
    assert 'href="#text-一-总则"' in page
    assert 'href="index.html#text-重点a链"' in page


@pytest.mark.parametrize(
    ("alternative", "is_name"),
    [
        ("deng.png", True),
        ("DENG", True),
        ("IMG_2034", True),
        ("微信图片_20230105", True),
        ("截图 2", True),
        ("北岬灯塔的灯室", False),
        ("灯", False),
        ("图1：灯室.上层", False),
    ],
)
def test_a_file_name_says_not_what_a_picture_shows(site: Path, alternative: str, is_name: bool) -> None:
    write_files(site, {FOG: article(text=f"![{alternative}](deng.png)")})
    write_files(site, {"content/columns/fog/deng.png": b"\x89PNG"})
    assert [p.code for p in check(site).problems] == (["D526"] if is_name else [])


CELL = "lamps/upper/white"  # 2 in the toy's report on 1987
COUNTS = f"title: 雾讯\ncounts: {CELL}\n"


@pytest.mark.parametrize(
    ("documents", "count"),
    [
        (["validity: in_force\n"] * 2, None),
        (["validity: in_force\n"], 1),
        (["validity: in_force\n"] * 3, 3),
        (["validity: in_force\n"] * 2 + ["validity: repealed\n"], None),
        # Made after the end of the report's year, repealed after it.
        (["validity: in_force\n"] * 2 + ["made: 1988-01-02\nvalidity: in_force\n"], None),
        (["validity: in_force\n", "validity: repealed\nrepealed: 1988-03-01\n"], None),
        (["validity: repealed\nrepealed: 1988-03-01\n"] * 3, 3),
        # Where it is not stated it may be either.
        (["validity: in_force\n", ""], None),
        ([""], 0),
        (["validity: in_force\n", "organ: harbour\nvalidity: in_force\n"], 1),
    ],
)
def test_documents_in_force_are_as_many_as_the_report_says(
    site: Path, documents: list[str], count: int | None
) -> None:
    files = {f"content/columns/fog/d{i}.md": article(lines) for i, lines in enumerate(documents)}
    write_files(site, {FOG: None, COLUMN: COUNTS, **files})
    found = check(site).problems
    assert shown(found) == ([f"report.yaml:7:11 D533 {CELL}"] if count is not None else [])
    for problem in found:
        assert problem.arguments["count"] == str(count)
        assert "2" in sentence(problem, "zh-CN")
        assert problem.related[0].place.file == COLUMN


def test_the_latest_report_that_has_the_cell_counts_and_can_state_an_exception(site: Path) -> None:
    write_files(site, {**report_of(1988), COLUMN: COUNTS, FOG: article("validity: in_force\n")})
    (problem,) = check(site).problems
    assert problem.place.file == YAML.replace("1987", "1988")
    excused = replaced(
        report_of(1988)[problem.place.file],
        "\nlamps:",
        f"\naccept:\n  - {{code: D533, cell: {CELL}, reason: 另一件只有纸本。}}\n\nlamps:",
    )
    write_files(site, {problem.place.file: excused})
    assert problems_of(site) == []


def test_another_organ_s_documents_are_those_of_its_own_report(site: Path) -> None:
    write_files(site, report_of(1987, "harbour", "群岛港"))
    own = {f"content/columns/fog/o{i}.md": article("validity: in_force\n") for i in range(2)}
    other = article("organ: harbour\nvalidity: in_force\n")
    write_files(site, {COLUMN: COUNTS, FOG: None, **own, "content/columns/fog/h.md": other})
    (problem,) = [p for p in check(site).problems if p.code == "D533"]
    assert problem.place.file == YAML.replace("north-light", "harbour")


def test_a_cell_that_is_none_is_named(site: Path) -> None:
    write_files(site, {COLUMN: "title: 雾讯\ncounts: lamps/uper/white\n"})
    assert problems_of(site) == ["column.yaml:2:9 D506"]


def test_an_empty_column_is_told_once_and_counts_nothing(site: Path) -> None:
    write_files(site, {FOG: None, COLUMN: COUNTS})
    assert [p.code for p in check(site).problems] == ["D501"]


def test_private_numbers_are_found_in_titles_and_keywords(site: Path) -> None:
    lines = "keywords: [雾, 13912345678]\nattachments: [{file: a.pdf, title: 联系13912345679}]\n"
    write_files(site, {FOG: article(lines), "content/columns/fog/a.pdf": b"%PDF"})
    assert {line.split()[0].split(":")[1] for line in problems_of(site)} == {"3", "4"}


def test_a_thousand_articles_are_checked_in_no_time(site: Path) -> None:
    for i in range(1000):
        write_files(site, {f"content/columns/fog/d{i}.md": article("validity: in_force\nmade: 1987-01-01\n")})
    read, _ = read_site(site, TODAY)
    assert read
    start = time.process_time()
    for each in (check_columns, check_documents, check_fragments):
        assert list(each(read)) == []
    assert time.process_time() - start < 0.2


NUMBER = "number: 雾字一号\n"
DATED = "published: 1987-10-03 08:00\n"


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([DATED, DATED, ""], ["d2.md:1:1 D537"]),
        ([DATED, ""], []),
        ([DATED, DATED, "", ""], []),
        ([DATED, DATED, "published: 十月\n"], ["d2.md:3:12 D238"]),
        ([DATED, DATED, "published: 1987-10-04\n"], ["d2.md:3:12 D538"]),
        ([DATED, "published: 1987-10-04\n", "published: 1987-10-04\n"], []),
        (["organ: harbour\n", "source: 港\n", ""], ["d2.md:1:1 D537"]),
        ([f"{NUMBER}validity: in_force\n", f"{NUMBER}validity: repealed\n", NUMBER], ["d2.md:1:1 D537"]),
        ([f"{NUMBER}validity: in_force\n"] * 2 + [f"{NUMBER}validity: maybe\n"], ["d2.md:4:11 D203"]),
        ([f"{NUMBER}validity: in_force\n"] * 2 + [""], []),
        (["number: 1\n", "number: 2\n", ""], []),
    ],
)
def test_an_article_that_lacks_what_the_others_of_its_column_have_is_named(
    site: Path, articles: list[str], expected: list[str]
) -> None:
    files = {f"content/columns/wind/d{i}.md": article(lines) for i, lines in enumerate(articles)}
    write_files(site, {"content/columns/wind/column.yaml": "title: 风\n", **files})
    assert problems_of(site) == expected


def test_what_is_lacking_and_what_comes_of_it_is_said(site: Path) -> None:
    files = {f"content/columns/fog/d{i}.md": article(DATED + "source: 港\n") for i in range(3)}
    write_files(site, {FOG: None, **files, "content/columns/fog/e.md": article("source: 港\n")})
    (problem,) = check(site).problems
    assert sentence(problem, "zh-CN") == (
        "没有写 published：栏目“雾讯”里另有 3 篇写了，这一篇会排在最后，也不进订阅源"
    )
    assert build(site, site / "output").built


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("<b>雾</b>", "<b>"),
        ("雾</span>", "</span>"),
        ("雾&nbsp;讯", "&nbsp;"),
        ("雾&#12288;讯", "&#12288;"),
        ("雾讯 A&B（一）“二”[三]《四》", ""),
        ("能见度<100米、>50米的雾", ""),
        ("雾 & 风;", ""),
        ("<" * 300, ""),
    ],
)
def test_markup_that_was_copied_with_a_name_is_named(site: Path, title: str, found: str) -> None:
    write_files(site, {FOG: article(title=f"'{title}'")})
    problems = [problem for problem in check(site).problems if problem.code != "D531"]
    assert [(p.code, p.place.span.line, p.arguments["found"]) for p in problems] == (
        [("D539", 2, found)] if found else []
    )


def test_markup_in_the_name_of_an_organ_is_named_there(site: Path) -> None:
    register = "content/organs.yaml"
    text = (site / register).read_text("utf-8")
    write_files(site, {register: text.replace("name: 群岛港", "name: 群岛<i>港</i>")})
    assert problems_of(site) == ["organs.yaml:2:25 D539"]
