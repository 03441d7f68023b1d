"""The keyboard alone is enough: Tab reaches everything, and shows where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Site

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
    skips: e.matches('a[href^="#"]'),
    inMain: Boolean(e.closest('main')),
  }
}"""
NOT_VISITED = """stops => [...document.querySelectorAll(stops)]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && !('visited' in e.dataset))
  .map(e => e.outerHTML.slice(0, 90))"""


def test_the_first_stop_skips_to_the_content(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    for page in site.kinds.values():
        tab.goto(site.url + page)
        tab.keyboard.press("Tab")
        first = tab.evaluate(FOCUSED)
        assert first, f"{page}: Tab stops nowhere"
        assert first["skips"], f"{page}: the first stop is {first['name']}"
        assert first["onScreen"], f"{page}: the skip link is not shown when focused"
        tab.keyboard.press("Enter")
        assert tab.evaluate("() => Boolean(document.querySelector('main:target, main :target'))"), page
        if tab.locator("main").locator(STOPS).count():
            tab.keyboard.press("Tab")
            assert tab.evaluate(FOCUSED)["inMain"], f"{page}: the next stop is not in the content"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_tab_reaches_everything_and_shows_where_it_is(
    site: Site, open_tab: Callable[..., Page], width: int, scheme: str
) -> None:
    tab = open_tab(width=width, scheme=scheme)
    for page in site.kinds.values():
        tab.goto(site.url + page)
        for _ in range(tab.locator(STOPS).count()):
            tab.keyboard.press("Tab")
            focused = tab.evaluate(FOCUSED)
            if focused is None:
                break
            assert focused["shown"], f"{page}: no focus is shown on {focused['name']}"
            assert focused["onScreen"], f"{page}: the focus is off the screen at {focused['name']}"
        assert tab.evaluate(NOT_VISITED, STOPS) == [], f"{page}: Tab does not reach these"
