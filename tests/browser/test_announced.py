"""What other programs read of the built site: feeds, the map of addresses, robots.txt, redirects."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

if TYPE_CHECKING:
    from conftest import Site

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# As sitemap.xsd 0.9 has them: what may stand in a place, in this order, and whether it must.
PLACE = {
    "urlset": ("url", ["loc", "lastmod", "changefreq", "priority"]),
    "sitemapindex": ("sitemap", ["loc", "lastmod"]),
}
LONGEST = 2048
MOST = 50_000
LARGEST = 50 * 1024 * 1024
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
MOVE = re.compile(r"(/\S*) (/\S*) 301")


def breaches(path: Path) -> list[str]:
    """Say where a map of addresses breaks the protocol's schema."""
    content = path.read_bytes()
    root = ET.fromstring(content)
    name = root.tag.removeprefix(MAP)
    if name not in PLACE:
        return [f"{root.tag} is no map"]
    inner, order = PLACE[name]
    found = [] if len(content) <= LARGEST and 0 < len(root) <= MOST else ["too large, or empty"]
    for place in root:
        names = [child.tag.removeprefix(MAP) for child in place]
        texts = {child.tag.removeprefix(MAP): child.text or "" for child in place}
        address, day = texts.get("loc", ""), texts.get("lastmod")
        in_order = sorted(set(names), key=[*order, *names].index)
        if place.tag != MAP + inner or names != in_order or not set(names) <= set(order):
            found.append(f"{place.tag} holds {names}")
        if not 12 <= len(address) <= LONGEST or urlsplit(address).scheme not in {"http", "https"}:
            found.append(f"{address!r} is no address")
        if day is not None and not is_day(day):
            found.append(f"{day!r} is no day")
    addresses = [place.findtext(f"{MAP}loc") for place in root]
    return found + [f"{len(addresses) - len(set(addresses))} twice"] * (len(addresses) != len(set(addresses)))


def is_day(text: str) -> bool:
    """Tell whether a text is an xsd:date without a zone, or an xsd:dateTime with one."""
    try:
        return bool(TIME.fullmatch(text) and datetime.fromisoformat(text)) or bool(date.fromisoformat(text))
    except ValueError:
        return False


def test_every_feed_is_read_without_a_warning(demo: Site) -> None:
    feeds = {path.relative_to(demo.folder).as_posix(): path for path in demo.folder.rglob("feed.xml")}
    kinds = {path.split("/")[0] for path in feeds}
    assert kinds == {"feed.xml", "columns", "reports"}, "of the portal, of columns and of organs"
    for path, file in feeds.items():
        read = feedparser.parse(file.read_bytes())
        assert not read.bozo, f"{path}: {read.get('bozo_exception')}"
        assert read.version == "atom10", path
        assert read.entries, path
        for entry in read.entries:
            assert entry.title, path
            assert entry.published_parsed, path
            assert entry.author, path


def test_the_map_of_addresses_is_of_its_schema_and_has_every_page_that_stays(demo: Site) -> None:
    maps = sorted(demo.folder.glob("sitemap*.xml"))
    assert maps
    assert {path.name: breaches(path) for path in maps} == {path.name: [] for path in maps}
    named = [place.findtext(f"{MAP}loc") or "" for path in maps for place in ET.parse(path).getroot()]
    paths = {urlsplit(address).path.lstrip("/") for address in named}
    pages = {page.removesuffix("index.html") for page in demo.readable}
    assert pages - paths <= {"404.html", "search/"}


@pytest.mark.parametrize(
    "wrong",
    [
        "<urlset><url><loc>https://a.example/</loc></url></urlset>",
        '<urlset xmlns="{}"></urlset>',
        '<urlset xmlns="{}"><url><lastmod>2023-01-02</lastmod></url></urlset>',
        '<urlset xmlns="{}"><url><lastmod>2023-01-02</lastmod><loc>https://a.example/</loc></url></urlset>',
        '<urlset xmlns="{}"><url><loc>https://a.example/</loc><lastmod>2023-02-30</lastmod></url></urlset>',
        '<urlset xmlns="{}"><url><loc>http://a.example</loc><lastmod>2023-01-02 9</lastmod></url></urlset>',
        '<urlset xmlns="{}"><url><loc>articles/a.html</loc></url></urlset>',
    ],
)
def test_a_map_that_is_not_of_the_schema_is_known(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_text(wrong.format(MAP.strip("{}")), encoding="utf-8")
    assert breaches(path)


def test_robots_are_shown_the_map(demo: Site) -> None:
    lines = (demo.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    (named,) = (line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: "))
    assert (demo.folder / urlsplit(named).path.lstrip("/")).is_file()


def test_every_page_that_moved_has_a_line_of_its_own_for_servers(demo: Site) -> None:
    lines = (demo.folder / "_redirects").read_text(encoding="utf-8").splitlines()
    moves = [MOVE.fullmatch(line) for line in lines]
    assert all(moves)
    former = {move[1].lstrip("/") for move in moves if move}
    moved = set(demo.of_kind("moved"))
    assert moved
    assert former == moved | {page.removesuffix("index.html") for page in moved}
