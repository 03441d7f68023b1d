"""What a reader may choose: 长者模式, the size of type, light or dark. Kept, shown, and never needed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Sample, Site

ELDER = '[data-set="mode"]'
LARGE = '[data-set="size"][data-to="large"]'
SMALL = '[data-set="size"][data-to="small"]'
DARK = '[data-set="look"]'
KEPT = "() => JSON.parse(localStorage.getItem('gongkai'))"
# The size of every text, and the place of every target that does not stand within a sentence.
TEXTS = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility() && !e.closest('.visually-hidden'))
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(e => [parseFloat(getComputedStyle(e).fontSize), e.outerHTML.slice(0, 90)])"""
TARGETS = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter(e => e.checkVisibility() && !e.closest('.skip'))
  .filter(e => getComputedStyle(e).display !== 'inline')
  .map(e => [(e.closest('.card') ?? e).getBoundingClientRect().height, e.outerHTML.slice(0, 90)])"""
# The uppermost paragraph, item or row in view, and where it begins.
READ = """() => {
  const bar = document.querySelector('.bar').getBoundingClientRect().bottom
  window.read ??= [...document.querySelectorAll('main :is(p, li, tr, h2, h3)')]
    .filter(e => !(e.closest('.table-scroll')?.scrollHeight > e.closest('.table-scroll')?.clientHeight + 1))
    .find(e => e.getBoundingClientRect().top >= bar)
  return window.read.getBoundingClientRect().top
}"""
# Was the choice there when the body began?
WATCH = """new MutationObserver((_, watch) => {
  if (!document.body) return
  window.atFirst = document.documentElement.dataset.mode
  watch.disconnect()
}).observe(document, {childList: true, subtree: true})"""
REFUSE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"


def test_without_script_there_are_no_buttons(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto(site.url)
    assert tab.locator("[data-set]").count() == 5
    assert not any(button.is_visible() for button in tab.locator("[data-set]").all())


@pytest.mark.parametrize("place", ["web", "disk"])
def test_a_choice_is_shown_and_kept_from_page_to_page(
    site: Site, open_tab: Callable[..., Page], place: str
) -> None:
    origin = site.url if place == "web" else f"{site.folder.as_uri()}/"
    tab = open_tab()
    tab.add_init_script(WATCH)
    tab.goto(f"{origin}index.html")
    assert tab.get_attribute(ELDER, "aria-pressed") == "false"
    tab.click(LARGE)
    tab.click(DARK)
    tab.click(ELDER)
    assert tab.get_attribute(ELDER, "aria-pressed") == "true"
    kept = {"mode": "elder", "size": "large", "look": "dark"}
    for page in site.kinds.values():
        if place == "web" and not site.is_bound(page):
            tab.goto(origin + page)
            assert tab.evaluate("() => ({...document.documentElement.dataset})") == {"script": "", **kept}, (
                page
            )
    tab.goto(origin + site.kinds["report"])
    assert tab.evaluate("() => window.atFirst") == "elder"
    assert tab.get_attribute(ELDER, "aria-pressed") == "true"
    tab.click(ELDER)
    tab.reload()
    assert tab.evaluate("() => window.atFirst ?? ''") == ""


def test_large_print_is_large_and_easy_to_hit(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=360, chosen={"mode": "elder"}, stay=True)
    for sample in samples:
        tab.goto(sample.url)
        small = [text for size, text in tab.evaluate(TEXTS) if size < 24]
        assert not small, f"{sample.name}: less than 18 pt"
        low = [target for height, target in tab.evaluate(TARGETS) if height < 60]
        assert not low, f"{sample.name}: less than 60 px"


def test_targets_that_stand_alone_are_as_tall_as_a_finger(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=360, stay=True)
    for sample in samples:
        tab.goto(sample.url)
        low = [target for height, target in tab.evaluate(TARGETS) if height < 24]
        assert not low, f"{sample.name}: less than 24 px"


@pytest.mark.parametrize("button", [LARGE, SMALL, ELDER])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_place_read_stays_when_type_changes(
    site: Site, open_tab: Callable[..., Page], width: int, button: str
) -> None:
    tab = open_tab(width=width)
    tab.goto(site.url + site.kinds["report"])
    tab.evaluate("() => scrollTo(0, document.body.scrollHeight * .6)")
    before = tab.evaluate(READ)
    size = tab.evaluate("() => getComputedStyle(document.body).fontSize")
    tab.click(button)
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert tab.evaluate("() => getComputedStyle(document.body).fontSize") != size
    assert abs(tab.evaluate(READ) - before) < 60


def test_one_size_is_pressed_at_a_time(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.goto(site.url)
    pressed = tab.locator('[data-set="size"][aria-pressed="true"]')
    for button in (LARGE, SMALL, '[data-set="size"][data-to=""]'):
        tab.click(button)
        assert pressed.count() == 1
        assert pressed.first.get_attribute("data-to") == tab.get_attribute(button, "data-to")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_look_follows_the_system_until_it_is_chosen(
    site: Site, open_tab: Callable[..., Page], scheme: str
) -> None:
    tab = open_tab(scheme=scheme)
    tab.goto(site.url)
    paper = "() => getComputedStyle(document.body).backgroundColor"
    first = tab.evaluate(paper)
    assert (tab.get_attribute(DARK, "aria-pressed") == "true") is (scheme == "dark")
    tab.click(DARK)
    assert tab.evaluate(paper) != first
    assert tab.evaluate(KEPT)["look"] == {"light": "dark", "dark": "light"}[scheme]
    tab.click(DARK)
    assert tab.evaluate(paper) == first
    assert tab.evaluate(KEPT)["look"] == ""


@pytest.mark.parametrize("kept", ["not json", "null", "[1]", json.dumps({"mode": 5, "size": None})])
def test_what_is_kept_wrongly_is_passed_over(site: Site, open_tab: Callable[..., Page], kept: str) -> None:
    tab = open_tab()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.add_init_script(f"localStorage.setItem('gongkai', {json.dumps(kept)})")
    tab.goto(site.url)
    tab.click(LARGE)
    assert tab.get_attribute(LARGE, "aria-pressed") == "true"
    assert not complaints


def test_where_nothing_can_be_kept_the_buttons_work_all_the_same(
    site: Site, open_tab: Callable[..., Page]
) -> None:
    tab = open_tab()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.add_init_script(REFUSE)
    tab.goto(site.url)
    tab.click(ELDER)
    assert tab.get_attribute("html", "data-mode") == "elder"
    assert not complaints
