"""Addresses: where pages stand, and links that work at any depth, under a path and from the disk."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from gongkai.assemble import urls
from gongkai.pipeline import build
from toy import report_of, write_files

PAGES = [
    urls.HOME,
    urls.ARCHIVE,
    urls.page("guide"),
    urls.topic(""),
    urls.topic("sea"),
    urls.topic("sea", 2),
    urls.article("october"),
    urls.year_archive(1987),
    urls.report("north-light", 1987),
]


def test_paths_are_permanent() -> None:
    assert PAGES == [
        "index.html",
        "reports/index.html",
        "guide/index.html",
        "columns/index.html",
        "columns/sea/index.html",
        "columns/sea/page-2.html",
        "articles/october.html",
        "reports/1987/index.html",
        "reports/north-light/1987/index.html",
    ]
    assert urls.organ_archive("north-light") == "reports/north-light/index.html"
    assert urls.report("north-light", 1987, "report.json") == "reports/north-light/1987/report.json"
    assert (urls.topic_feed("sea"), urls.topic_feed("")) == ("columns/sea/feed.xml", "feed.xml")
    assert urls.organ_feed("north-light") == "reports/north-light/feed.xml"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("columns/fog/old.html", "columns/fog/old.html"),
        ("/columns/fog/old.html", "columns/fog/old.html"),
        ("columns/fog/", "columns/fog/index.html"),
        ("/", "index.html"),
        ("zwgk/t2020_1.shtml", "zwgk/t2020_1.shtml"),
    ],
)
def test_a_former_address_is_the_file_that_stood_there(written: str, path: str) -> None:
    assert urls.former(written) == path


@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize("there", PAGES)
@pytest.mark.parametrize("base", ["https://a.org/", "https://a.org/zfxxgk/nb/", "file:///tmp/a%20b/"])
def test_a_link_leads_from_any_page_to_any_other(here: str, there: str, base: str) -> None:
    assert urljoin(base + here, urls.between(here, there)) == base + there


@pytest.mark.parametrize("here", PAGES)
def test_the_way_to_the_root(here: str) -> None:
    assert (
        urljoin(f"https://a.org/x/{here}", urls.root(here, "") + "assets/a.css")
        == "https://a.org/x/assets/a.css"
    )


@pytest.mark.parametrize(
    ("base_url", "root"),
    [
        ("", ""),
        ("https://a.org", "/"),
        ("https://a.org/", "/"),
        ("https://a.org/x/y", "/x/y/"),
        ("https://a.org/x/", "/x/"),
    ],
)
def test_the_page_for_wrong_addresses_is_served_at_any_depth(base_url: str, root: str) -> None:
    assert urls.root(urls.NOT_FOUND, base_url) == root


@pytest.mark.parametrize(
    ("here", "base_url", "address"),
    [
        ("index.html", "https://a.org", "https://a.org/"),
        ("index.html", "https://a.org/x/", "https://a.org/x/"),
        ("reports/a/1987/index.html", "https://a.org/x", "https://a.org/x/reports/a/1987/"),
        ("articles/october.html", "https://a.org/x", "https://a.org/x/articles/october.html"),
        ("index.html", "", ""),
    ],
)
def test_canonical_addresses(here: str, base_url: str, address: str) -> None:
    assert urls.canonical(here, base_url) == address


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value and (tag, ("rel", "canonical")) != (tag, attrs[0]):
                self.found.append(value)
            if name == "id" and value:
                self.ids.add(value)


@pytest.mark.parametrize("base_url", ["", "https://a.org/zfxxgk"])
def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(site: Path, base_url: str) -> None:
    write_files(site, {**report_of(1988), **report_of(1986, "harbour", "群岛港")})
    assert build(site, site / "output", base_url=base_url).built
    output = site / "output"
    links = {p.relative_to(output).as_posix(): _Links(p.read_text("utf-8")) for p in output.rglob("*.html")}
    followed = 0
    for here, page in links.items():
        for href in page.found:
            parts = urlsplit(href)
            if parts.scheme:
                assert href.startswith("https://a.org/zfxxgk/"), f"{here}: {href}"
                continue
            path = unquote(parts.path)
            if path.startswith("/"):
                assert here == "404.html"
                there = path.removeprefix("/zfxxgk/")
            else:
                there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
            assert (output / there).is_file(), f"{here}: {href}"
            if parts.fragment:
                assert parts.fragment in links[there].ids, f"{here}: {href}"
            followed += 1
    assert followed > 100


def test_the_page_for_wrong_addresses_has_complete_paths_where_the_address_is_known(site: Path) -> None:
    build(site, site / "output", base_url="https://a.org/zfxxgk")
    page = (site / "output/404.html").read_text("utf-8")
    assert all(href.startswith(("/zfxxgk/", "#")) for href in re.findall(r'(?:href|src)="([^"]+)"', page))
