"""The keyboard alone is enough: Tab reaches everything, and shows where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Sample, Site

STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  e.dataset.visited = ''
  const style = getComputedStyle(e), box = e.getBoundingClientRect()
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
  return {
    name: e.outerHTML.slice(0, 90),
    shown: outlined || style.boxShadow !== 'none',
    onScreen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
    uncovered: [.1, .5, .9].some(x => [.1, .5, .9].some(y => {
      const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)
      return hit && (e.contains(hit) || hit.contains(e))
    })) || box.height > innerHeight,
    skips: e.matches('a[href^="#"]'),
    inMain: Boolean(e.closest('main')),
  }
}"""
NOT_VISITED = """stops => [...document.querySelectorAll(stops)]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && !('visited' in e.dataset))
  .map(e => e.outerHTML.slice(0, 90))"""
HERE = "() => document.activeElement?.href?.split('#')[0] ?? ''"
HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')


def ways_to_kinds(site: Site) -> dict[str, list[str]]:
    """Give the shortest way of links from the home page to a page of each kind."""
    kind_of = {page: kind for kind, pages in site.by_kind.items() for page in pages}
    ways = {"index.html": ["index.html"]}
    waiting = ["index.html"]
    for page in waiting:
        for target in HREF.findall((site.folder / page).read_text(encoding="utf-8")):
            path = unquote(urlsplit(urljoin(f"file:///{page}", target)).path).lstrip("/")
            if kind_of.get(path, "moved") not in {"moved", "not-found"} and path not in ways:
                ways[path] = [*ways[page], path]
                waiting.append(path)
    nearest: dict[str, list[str]] = {}
    for page, way in ways.items():
        nearest.setdefault(kind_of[page], way)
    return nearest


@pytest.mark.parametrize(
    ("name", "width", "mode"), [("demo", 1280, ""), ("demo", 360, "elder"), ("portal", 360, "")]
)
def test_every_kind_of_page_is_reached_from_the_home_page_by_keyboard(
    sites: Callable[[str], Site], open_tab: Callable[..., Page], name: str, width: int, mode: str
) -> None:
    site, tab = sites(name), open_tab(width=width, chosen={"mode": mode})
    ways = ways_to_kinds(site)
    # Nothing leads to what is shown for wrong addresses, and what moved leads on by itself.
    assert set(ways) == set(site.by_kind) - {"moved", "not-found"}
    for kind, way in ways.items():
        tab.goto(site.url + "index.html")
        for page in way[1:]:
            address = site.url + page
            for _ in range(tab.locator(STOPS).count()):
                tab.keyboard.press("Tab")
                if tab.evaluate(HERE) == address:
                    break
            focused = tab.evaluate(FOCUSED)
            assert focused, f"{kind}: Tab does not reach the link to {page}"
            assert focused["shown"], f"{kind}: {page}"
            assert focused["onScreen"], f"{kind}: {page}"
            assert focused["uncovered"], f"{kind}: {page}"
            tab.keyboard.press("Enter")
            tab.wait_for_url(f"{address}*")
        assert tab.get_attribute("body", "data-kind") == kind


def test_the_first_stop_skips_to_the_content(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(stay=True)
    for sample in samples:
        # A query is written behind the address, where the place to skip to would stand.
        if "#" in sample.url:
            continue
        tab.goto(sample.url)
        tab.keyboard.press("Tab")
        first = tab.evaluate(FOCUSED)
        assert first, f"{sample.name}: Tab stops nowhere"
        assert first["skips"], f"{sample.name}: the first stop is {first['name']}"
        assert first["onScreen"], f"{sample.name}: the skip link is not shown when focused"
        tab.keyboard.press("Enter")
        assert tab.evaluate("() => Boolean(document.querySelector('main:target, main :target'))"), sample.name
        if tab.locator("main").locator(STOPS).count():
            tab.keyboard.press("Tab")
            assert tab.evaluate(FOCUSED)["inMain"], f"{sample.name}: the next stop is not in the content"


@pytest.mark.parametrize(
    ("width", "scheme", "mode"),
    [(1280, "light", ""), (360, "dark", ""), (360, "light", "elder")],
)
def test_tab_reaches_everything_and_shows_where_it_is(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page], width: int, scheme: str, mode: str
) -> None:
    tab = open_tab(width=width, scheme=scheme, chosen={"mode": mode}, stay=True)
    for sample in samples:
        tab.goto(sample.url)
        if "#" in sample.url:
            expect(tab.locator("#search-status")).to_contain_text("找到")
        for _ in range(tab.locator(STOPS).count()):
            tab.keyboard.press("Tab")
            focused = tab.evaluate(FOCUSED)
            if focused is None:
                break
            assert focused["shown"], f"{sample.name}: no focus is shown on {focused['name']}"
            assert focused["onScreen"], f"{sample.name}: the focus is off the screen at {focused['name']}"
            assert focused["uncovered"], f"{sample.name}: something covers {focused['name']}"
        assert tab.evaluate(NOT_VISITED, STOPS) == [], f"{sample.name}: Tab does not reach these"
