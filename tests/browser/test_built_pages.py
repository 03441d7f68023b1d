"""What a reader meets on the pages: whole files, no sideways scrolling, no need of script, clean paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Site

WIDER_THAN_THE_WINDOW = """() => {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return []
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
    .filter(e => !e.parentElement.closest('[role=region]'))
    .map(e => e.tagName.toLowerCase() + '.' + e.className).slice(0, 5).concat(`${root.scrollWidth} px`)
}"""
PINNED = """() => [...document.querySelectorAll('body, body *')]
  .filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position))
  .map(e => e.tagName.toLowerCase() + '.' + e.className)"""
SHOWN_NAVIGATION = """() => [...document.querySelectorAll('nav')].filter(e => e.checkVisibility())
  .map(e => e.getAttribute('aria-label') || e.outerHTML.slice(0, 90))"""
UNSCROLLABLE_TABLES = """() => [...document.querySelectorAll('main table')]
  .filter(table => {
    const region = table.closest('[role=region]')
    if (!region || region.tabIndex !== 0) return true
    const label = document.getElementById(region.getAttribute('aria-labelledby'))
    return !region.ariaLabel && !label?.textContent.trim()
  }).map(table => table.caption?.textContent || table.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("place", ["root", "sub-path", "disk"])
def test_pages_load_all_they_need_and_log_nothing(
    site: Site, open_tab: Callable[..., Page], place: str
) -> None:
    origin = {"root": site.root_url, "sub-path": site.url, "disk": f"{site.folder.as_uri()}/"}[place]
    tab = open_tab()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(f"{tab.url}: {message.type}: {message.text}"))
    tab.on("pageerror", lambda error: complaints.append(f"{tab.url}: {error}"))
    # The icon may still be on its way when the next page is called up; that is no failure of the page.
    tab.on(
        "requestfailed",
        lambda request: (
            request.failure == "net::ERR_ABORTED"
            or complaints.append(f"{tab.url}: {request.url}: {request.failure}")
        ),
    )
    tab.on("response", lambda r: r.status < 400 or complaints.append(f"{r.url}: {r.status}"))
    for page in site.kinds.values():
        tab.goto(origin + page)
        assert tab.evaluate("() => document.styleSheets.length"), f"{page}: no style sheet"
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(
    ("height", "density"), [(640, 1), (256, 4)], ids=["320-px", "1280-px-at-400-percent"]
)
def test_no_page_scrolls_sideways_at(
    site: Site, open_tab: Callable[..., Page], height: int, density: int
) -> None:
    tab = open_tab(width=320, height=height, device_scale_factor=density)
    wide = {}
    for page in site.pages:
        tab.goto(site.url + page)
        if culprits := tab.evaluate(WIDER_THAN_THE_WINDOW):
            wide[page] = culprits
    assert not wide


def test_pages_say_the_same_without_javascript(site: Site, open_tab: Callable[..., Page]) -> None:
    with_script, without = open_tab(), open_tab(java_script_enabled=False)
    for page in site.kinds.values():
        texts = []
        for tab in (with_script, without):
            tab.goto(site.url + page)
            texts.append(tab.locator("main").inner_text().split())
        assert texts[1], f"{page}: nothing is shown"
        assert texts[0] == texts[1], page
        assert without.locator("h1").first.is_visible(), page


def test_tables_stand_in_a_named_region_that_the_keyboard_can_scroll(
    site: Site, open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=360)
    bare = {}
    for page in site.kinds.values():
        tab.goto(site.url + page)
        if found := tab.evaluate(UNSCROLLABLE_TABLES):
            bare[page] = found
    assert not bare


def test_print_pins_nothing_and_leaves_navigation_out(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.emulate_media(media="print")
    for page in site.kinds.values():
        tab.goto(site.url + page)
        assert tab.evaluate(PINNED) == [], page
        assert tab.evaluate(SHOWN_NAVIGATION) == [], page
        assert tab.locator("h1").first.is_visible(), page
