"""Every reference of every page leads to a file of the site, wherever the site stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

if TYPE_CHECKING:
    from conftest import Site

OUTSIDE = {"http", "https", "mailto", "tel", "data"}
BOUND_TO_A_PLACE = re.compile(r"/|https?://(localhost|127\.)|[A-Za-z]:[\\/]|file:")
OWN = "https://own.example.gov.cn/"
REFRESH = re.compile(r"\d+; *url=(.+)")
ANNOUNCED = re.compile(r'<loc>([^<]+)|<id>([^<]+)|<link\b[^>]*\bhref="([^"]+)"|^Sitemap: (\S+)', re.MULTILINE)
HOME = re.compile(r"https?://[^/]+/")


class Links(HTMLParser):
    """What a page refers to, and the ids that it offers."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta" and dict(attrs).get("http-equiv") == "refresh":
            self.targets += REFRESH.findall(dict(attrs)["content"] or "")
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name == "srcset" and value:
                self.targets += [part.split()[0] for part in value.split(",")]
            elif name in {"href", "src", "action", "poster"} and tag != "base":
                self.targets.append(value or "")


def dead_links(site: Site, place: str) -> Iterator[str]:
    """Yield the references that lead nowhere when the site stands at a place."""
    parsed = {page: Links(site.folder / page) for page in site.pages}
    for page, links in parsed.items():
        # A page that names its place stands at the root of the domain that its site is for.
        origin = OWN if site.is_bound(page) else place
        for target in links.targets:
            address = urljoin(origin + page, target)
            if not address.startswith(origin):
                if urlsplit(target).scheme not in OUTSIDE:
                    yield f"{page}: {target!r} leads out of the site"
                continue
            path = unquote(urlsplit(address).path)[len(unquote(urlsplit(origin).path)) :]
            fragment = unquote(urlsplit(address).fragment)
            # A folder's address opens its index only where there is a server, and file:// has none.
            if not (site.folder / path).is_file():
                yield f"{page}: {target!r} is no file of the site"
            elif fragment and path in parsed and fragment not in parsed[path].ids:
                yield f"{page}: {target!r} names an id that {path} does not have"


@pytest.mark.parametrize(
    "origin",
    ["https://example.gov.cn/", "https://example.gov.cn/a/b/", "file:///srv/www/"],
    ids=["the-root-of-a-domain", "a-sub-path", "the-disk"],
)
def test_every_link_and_fragment_resolves_at(site: Site, origin: str) -> None:
    dead = list(dead_links(site, origin))
    assert not dead, "\n".join(dead)


def test_no_link_names_the_place_where_the_site_stands(site: Site) -> None:
    bound = [
        f"{page}: {target}"
        for page in site.pages
        if not site.is_bound(page)
        for target in Links(site.folder / page).targets
        if BOUND_TO_A_PLACE.match(target)
    ]
    assert not bound, "\n".join(bound)


def test_every_page_is_reached_from_the_home_page(site: Site) -> None:
    reached, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for target in Links(site.folder / page).targets:
            path = unquote(urlsplit(urljoin(f"file:///{page}", target)).path).lstrip("/")
            if path in site.pages and path not in reached:
                waiting.append(path)
    assert set(site.readable) - reached <= {"404.html"}


def test_every_file_that_readers_are_to_have_is_linked_to(site: Site) -> None:
    linked = {
        unquote(urlsplit(urljoin(f"file:///{page}", target)).path).lstrip("/")
        for page in site.pages
        for target in Links(site.folder / page).targets
    }
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    # The program's own notes, the parts of the index, which the search asks for, and the theme's files.
    inner = (".", "search/", "assets/")
    left = {path for path in files - linked - set(site.pages) if not path.startswith(inner)}
    assert left <= {"robots.txt", "sitemap.xml", "_redirects"}


def test_feeds_maps_and_redirects_name_pages_of_the_site(site: Site) -> None:
    def file_at(path: str) -> Path:
        return site.folder / (f"{path}index.html" if path.endswith("/") or not path else path)

    feeds = [*site.folder.rglob("feed.xml"), *site.folder.glob("*.xml"), *site.folder.glob("robots.txt")]
    named = [
        (path.relative_to(site.folder).as_posix(), next(filter(None, found)))
        for path in feeds
        for found in ANNOUNCED.findall(path.read_text(encoding="utf-8"))
    ]
    redirects = site.folder / "_redirects"
    lines = redirects.read_text(encoding="utf-8").split("\n") if redirects.exists() else []
    named += [("_redirects", OWN + line.split()[1].lstrip("/")) for line in lines if line.startswith("/")]
    assert bool(named) is (site.folder / "sitemap.xml").exists()
    dead = [
        f"{path}: {url}" for path, url in named if not file_at(unquote(HOME.sub("", url, count=1))).is_file()
    ]
    assert not dead, "\n".join(dead)


def test_a_former_address_leads_on_to_a_page_that_stays(site: Site) -> None:
    for page in site.of_kind("moved"):
        (target,) = REFRESH.findall((site.folder / page).read_text(encoding="utf-8").replace('"', "\n"))
        path = unquote(urlsplit(urljoin(f"file:///{page}", target)).path).lstrip("/")
        assert path in site.readable, page
