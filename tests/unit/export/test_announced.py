"""Feeds, the map of addresses and former addresses: what other programs read of the portal."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gongkai.export.announced import feeds, sitemaps
from gongkai.export.as_atom import as_atom
from gongkai.export.as_redirects import as_redirects
from gongkai.export.as_sitemap import as_robots
from gongkai.model.feed import Dated, Feed, FeedEntry
from gongkai.pipeline import build
from toy import write_files

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ODD = '雾<讯> & "灯" \x08'
ENTRIES = (
    FeedEntry("articles/b.html", ODD, "2023-02-03 10:20", "北岬灯塔", "有雾\n无风"),
    FeedEntry("articles/a.html", "甲", "2023-02-03", "", ""),
)
FEED = Feed("columns/fog/feed.xml", f"{ODD}栏", "columns/fog/index.html", ENTRIES)
DAY_OR_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+08:00)?")


def address(path: str) -> str:
    return f"https://a.example/x/{path.removesuffix('index.html')}"


def texts(element: ET.Element, name: str) -> list[str | None]:
    return [found.text for found in element.iter(ATOM + name)]


def test_a_feed_is_atom_with_complete_addresses_as_ids() -> None:
    root = ET.fromstring(as_atom(FEED, address, "zh-CN"))
    assert root.tag == f"{ATOM}feed"
    assert texts(root, "id") == [
        "https://a.example/x/columns/fog/feed.xml",
        "https://a.example/x/articles/b.html",
        "https://a.example/x/articles/a.html",
    ]
    assert [(link.get("rel"), link.get("href")) for link in root.findall(f"{ATOM}link")] == [
        ("self", "https://a.example/x/columns/fog/feed.xml"),
        ("alternate", "https://a.example/x/columns/fog/"),
    ]


def test_a_feed_in_english_says_of_what_is_chinese_that_it_is() -> None:
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    english = FeedEntry("articles/c.html", "Fog", "2023-02-01", "Harbour")
    root = ET.fromstring(as_atom(FEED._replace(entries=(*ENTRIES, english)), address, "en"))
    assert root.get(language) == "en"
    assert [title.get(language) for title in root.findall(f"{ATOM}title")] == ["zh-CN"]
    assert [entry.get(language) for entry in root.findall(f"{ATOM}entry")] == ["zh-CN", "zh-CN", None]
    assert b"xml:lang" in as_atom(FEED, address, "zh-CN")
    assert as_atom(FEED, address, "zh-CN").count(b"xml:lang") == 1


def test_a_feed_s_time_is_that_of_its_latest_entry_in_china() -> None:
    root = ET.fromstring(as_atom(FEED, address, "zh-CN"))
    assert texts(root, "updated") == [
        "2023-02-03T10:20:00+08:00",
        "2023-02-03T10:20:00+08:00",
        "2023-02-03T00:00:00+08:00",
    ]


def test_text_of_a_feed_is_text_and_every_entry_has_an_author() -> None:
    root = ET.fromstring(as_atom(FEED, address, "zh-CN"))
    assert texts(root, "title") == ['雾<讯> & "灯"  栏', '雾<讯> & "灯"  ', "甲"]
    assert texts(root, "name") == ["北岬灯塔", '雾<讯> & "灯"  栏']
    assert texts(root, "summary") == ["有雾 无风"]


def test_equal_feeds_give_equal_bytes() -> None:
    assert as_atom(FEED, address, "zh-CN") == as_atom(FEED, address, "zh-CN")
    assert feeds({FEED.path: FEED}, address, "en") == {FEED.path: as_atom(FEED, address, "en")}


def locations(content: bytes) -> list[tuple[str | None, str | None]]:
    root = ET.fromstring(content)
    found = []
    for place in root:
        assert {child.tag for child in place} <= {f"{MAP}loc", f"{MAP}lastmod"}
        found.append((place.findtext(f"{MAP}loc"), place.findtext(f"{MAP}lastmod")))
    return found


def part(number: int) -> str:
    return f"sitemap-{number}.xml"


def test_the_map_has_every_address_with_the_day_where_there_is_one() -> None:
    pages = [Dated("index.html", "2023-01-02"), Dated("a&b.html")]
    files = sitemaps(pages, address, "sitemap.xml", part)
    assert list(files) == ["sitemap.xml"]
    assert ET.fromstring(files["sitemap.xml"]).tag == f"{MAP}urlset"
    assert locations(files["sitemap.xml"]) == [
        ("https://a.example/x/", "2023-01-02"),
        ("https://a.example/x/a&b.html", None),
    ]


def test_a_map_that_is_too_long_becomes_several_with_one_above_them() -> None:
    pages = [Dated(f"{i}.html", f"2023-01-{i % 28 + 1:02}") for i in range(50_001)]
    files = sitemaps(pages, address, "sitemap.xml", part)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert ET.fromstring(files["sitemap.xml"]).tag == f"{MAP}sitemapindex"
    assert locations(files["sitemap.xml"]) == [
        ("https://a.example/x/sitemap-1.xml", "2023-01-28"),
        ("https://a.example/x/sitemap-2.xml", "2023-01-21"),
    ]
    assert [len(locations(files[part(number)])) for number in (1, 2)] == [50_000, 1]


def test_robots_are_let_in_and_shown_the_map() -> None:
    lines = as_robots("https://a.example/sitemap.xml").decode().splitlines()
    assert "Disallow" not in " ".join(lines)
    assert lines[-1] == "Sitemap: https://a.example/sitemap.xml"


@pytest.mark.parametrize(
    ("moves", "base", "wanted"),
    [
        ([("a/old.html", "articles/x.html")], "/", ["/a/old.html /articles/x.html 301"]),
        ([("a/旧 页.html", "index.html")], "/", ["/a/%E6%97%A7%20%E9%A1%B5.html / 301"]),
        (
            [("a/index.html", "columns/b/index.html")],
            "/zw/",
            ["/zw/a/index.html /zw/columns/b/ 301", "/zw/a/ /zw/columns/b/ 301"],
        ),
    ],
)
def test_redirects_are_lines_of_old_and_new(
    moves: list[tuple[str, str]], base: str, wanted: list[str]
) -> None:
    assert as_redirects(moves, base).decode().splitlines() == wanted


DATED = {
    "content/columns/fog/may.md": "---\ntitle: 五月\npublished: 1987-05-01 09:30\n---\n\n有雾。\n",
    "content/columns/fog/undated.md": "---\ntitle: 某日\n---\n\n有雾。\n",
}


def test_a_site_with_an_address_has_feeds_a_map_and_robots(site: Path) -> None:
    write_files(site, DATED)
    outcome = build(site, site / "output", base_url="https://a.example/x")
    assert outcome.built
    assert [problem.code for problem in outcome.problems] == ["D537"]  # of the article without a date
    output = site / "output"
    assert sorted(p.relative_to(output).as_posix() for p in output.rglob("*.xml")) == [
        "columns/fog/feed.xml",
        "feed.xml",
        # The organ's report states no date, and none is invented: it has no feed.
        "sitemap.xml",
    ]
    feed = ET.fromstring((output / "feed.xml").read_bytes())
    assert texts(feed, "title") == ["群岛灯塔", "十月的雾", "五月"]
    home = (output / "index.html").read_text("utf-8")
    assert 'type="application/atom+xml" href="feed.xml"' in home
    known = {page for page, _ in locations((output / "sitemap.xml").read_bytes())}
    pages = {p.relative_to(output).as_posix() for p in output.rglob("*.html")} - {"404.html"}
    assert known >= {address(page) for page in pages if not page.startswith("search/")}
    for _, day in locations((output / "sitemap.xml").read_bytes()):
        assert day is None or DAY_OR_TIME.fullmatch(day)


def test_a_site_without_an_address_says_so_once_and_links_to_no_feed(site: Path) -> None:
    write_files(site, DATED)
    outcome = build(site, site / "output")
    assert outcome.built
    assert [problem.code for problem in outcome.problems] == ["D537", "D540"]
    output = site / "output"
    assert not list(output.rglob("*.xml"))
    assert not (output / "robots.txt").exists()
    assert "atom+xml" not in (output / "index.html").read_text("utf-8")


def test_feeds_are_read_without_a_warning(site: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    write_files(site, DATED)
    assert build(site, site / "output", base_url="https://a.example/x").built
    for path in ("feed.xml", "columns/fog/feed.xml"):
        read = feedparser.parse((site / "output" / path).read_bytes())
        assert not read.bozo, read.bozo_exception
        assert read.version == "atom10"
        assert [entry.title for entry in read.entries] == ["十月的雾", "五月"]
        assert read.entries[1].published == "1987-05-01T09:30:00+08:00"
