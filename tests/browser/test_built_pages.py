"""What a reader meets on the pages: whole files, no sideways scrolling, no need of script, clean paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Choose, Sample, Site

# What sticks out of a container is not part of what can be scrolled to: so every box is looked at.
WIDER_THAN_THE_WINDOW = """() => {
  const root = document.documentElement
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && e.checkVisibility())
    .filter(e => !e.parentElement.closest('.table-scroll, .hero, .visually-hidden, pre'))
    .map(e => e.tagName.toLowerCase() + '.' + e.className).slice(0, 5).concat(`${root.scrollWidth} px`)
    .filter((_, i, all) => all.length > 1 || root.scrollWidth > root.clientWidth)
}"""
PINNED = """() => [...document.querySelectorAll('body, body *')]
  .filter(e => e.checkVisibility() && ['fixed', 'sticky'].includes(getComputedStyle(e).position))
  .map(e => e.tagName.toLowerCase() + '.' + e.className)"""
# What a reader may choose.
CHOICES = ({}, {"size": "large"}, {"mode": "elder"}, {"mode": "elder", "size": "large", "look": "dark"})
# What stands on the screen and not on paper: only what leads on, or is there to be pressed.
NOT_PRINTED = """() => [...document.querySelectorAll('main *')]
  .filter(e => !e.closest('nav, form, button, .visually-hidden, .downloads, .see-also, .more, .search-box'))
  .filter(e => e.textContent.trim() && !e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map(e => e.outerHTML.slice(0, 90))"""
# What stands in a box that is smaller: it is cut off, since nothing scrolls on paper.
CUT_OFF = """() => [...document.querySelectorAll('main, main *')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, svg'))
  .filter(e => !['visible', 'clip visible'].includes(getComputedStyle(e).overflow))
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map(e => e.outerHTML.slice(0, 90))"""
HEADS_THAT_DO_NOT_REPEAT = """() => [...document.querySelectorAll('main thead')]
  .filter(head => head.checkVisibility() && (getComputedStyle(head).display !== 'table-header-group'
    || getComputedStyle(head).position !== 'static'
    || getComputedStyle(head.parentElement).display !== 'table'))
  .map(head => head.outerHTML.slice(0, 90))"""
# The text of a page but for the search, which alone needs a script.
READ = """() => {
  const hidden = [...document.querySelectorAll('main .search-box')]
  hidden.forEach(box => { box.style.display = 'none' })
  return document.querySelector('main').innerText
}"""
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
        if place != "root" and site.is_bound(page):
            continue
        tab.goto(origin + page)
        assert tab.evaluate("() => document.styleSheets.length"), f"{page}: no style sheet"
    assert not complaints, "\n".join(complaints)


def test_no_page_scrolls_sideways_at_320_px(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(width=320, height=640)
    wide = {}
    for page in site.looked_at:
        tab.goto(site.at(page))
        if culprits := tab.evaluate(WIDER_THAN_THE_WINDOW):
            wide[page] = culprits
    assert not wide


@pytest.mark.parametrize("density", [1, 4], ids=["", "400-percent"])
def test_nothing_that_pages_are_made_of_scrolls_sideways_in_any_mode(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page], choose: Choose, density: int
) -> None:
    # At 400 percent, 1280 px are 320, and few fit below one another.
    tab = open_tab(height=1024 // density, device_scale_factor=density, stay=True)
    wide = {}
    for sample in samples:
        tab.goto(sample.url)
        for width in (320, 360) if density == 1 else (320,):
            tab.set_viewport_size({"width": width, "height": 1024 // density})
            for choices in CHOICES:
                choose(tab, choices)
                if culprits := tab.evaluate(WIDER_THAN_THE_WINDOW):
                    wide[f"{sample.name} ({width} px, {choices})"] = culprits
    assert not wide


def test_long_titles_wide_pictures_and_long_lists_do_not_scroll_sideways(
    small: Site, open_tab: Callable[..., Page], choose: Choose
) -> None:
    tab = open_tab(width=360)
    lists = ("columns/plans/index.html", "columns/supervision/page-26.html", "index.html")
    for page in ("articles/hard.html", *lists):
        tab.goto(small.at(page))
        for width in (320, 360):
            tab.set_viewport_size({"width": width, "height": 780})
            for choices in CHOICES:
                choose(tab, choices)
                assert tab.evaluate(WIDER_THAN_THE_WINDOW) == [], (page, width, choices)


def test_pages_say_the_same_without_javascript(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    with_script, without = open_tab(stay=True), open_tab(stay=True, java_script_enabled=False)
    for sample in samples:
        texts = []
        for tab in (with_script, without):
            tab.goto(sample.url)
            texts.append(tab.evaluate(READ).split())
        assert texts[1], f"{sample.name}: nothing is shown"
        assert texts[0] == texts[1] or sample.kind == "search", sample.name
        assert without.locator("h1").first.is_visible(), sample.name


def test_tables_stand_in_a_named_region_that_the_keyboard_can_scroll(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=360, stay=True)
    bare, tables = {}, 0
    for sample in samples:
        tab.goto(sample.url)
        tables += tab.locator("main table").count()
        if found := tab.evaluate(UNSCROLLABLE_TABLES):
            bare[sample.name] = found
    assert tables
    assert not bare


def test_paper_holds_all_that_the_screen_does_but_what_is_to_be_pressed(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=794, stay=True)
    for sample in samples:
        tab.goto(sample.url)
        hidden = set(tab.evaluate(NOT_PRINTED))
        tab.emulate_media(media="print")
        assert set(tab.evaluate(NOT_PRINTED)) <= hidden, sample.name
        assert tab.evaluate(CUT_OFF) == [], sample.name
        assert tab.evaluate(HEADS_THAT_DO_NOT_REPEAT) == [], sample.name
        assert tab.evaluate(PINNED) == [], sample.name
        assert tab.evaluate(SHOWN_NAVIGATION) == [], sample.name
        assert tab.locator("h1").first.is_visible(), sample.name
        tab.emulate_media(media="screen")
