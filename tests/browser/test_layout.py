"""How pages fill their room: no holes, no half-empty columns, nothing cut; and what forced colours leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Choose, Sample, Site

WIDTHS = (360, 768, 1280)
# What a reader may choose.
CHOICES = ({}, {"size": "large"}, {"mode": "elder"})
# Lines of boxes that end before the others do.
RAGGED = """() => {
  return [...document.querySelectorAll('.figures ul, .roomy')].flatMap(list => {
    const right = {}
    for (const box of list.children) {
      const { top, right: end } = box.getBoundingClientRect()
      right[Math.round(top)] = Math.max(right[Math.round(top)] || 0, Math.round(end))
    }
    const most = Math.max(...Object.values(right))
    return Object.values(right).filter(end => end < most - 2).map(end => `${end} of ${most}`)
  })
}"""
# Figures and numbers that are cut in two, or stick out of their boxes.
BROKEN_FIGURES = """() => [...document.querySelectorAll('.figure-number')]
  .filter(e => e.getClientRects().length > 1
    || e.getBoundingClientRect().right > e.closest('li').getBoundingClientRect().right)
  .map(e => e.textContent)"""
# What stands side by side: the heights of its columns.
COLUMNS = """() => [...document.querySelectorAll('.halves, .stacked > .reports')]
  .map(row => [...row.children].map(child => child.getBoundingClientRect()))
  .filter(boxes => boxes.length > 1 && Math.abs(boxes[0].top - boxes[1].top) < 9)
  .map(boxes => boxes.map(box => box.height))"""
CUT_GROUPS = """() => [...document.querySelectorAll('.directory > div, .sitemap ul > li:has(> ul)')]
  .filter(group => group.getClientRects().length > 1)
  .map(group => group.textContent.trim().slice(0, 20))"""
LINE = """selector => {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  return box && { left: box.left, right: box.right, top: box.top }
}"""
# Signs of the way that stand at the end of a line, and what would fit on a line and does not stand there.
CRUMBS = """() => [...document.querySelectorAll('.crumbs li')].map(item => {
  const { top, left } = item.getBoundingClientRect()
  return { top: Math.round(top), left, sign: getComputedStyle(item, '::after').content }
})"""
UNMARKED = """() => [...document.querySelectorAll(':is(.modules, .tree, .chips) [aria-current]')]
  .filter(e => e.checkVisibility() && getComputedStyle(e).outlineStyle === 'none')
  .map(e => e.textContent.trim())"""


def test_a_list_of_a_thousand_names_its_pages_with_gaps(small: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(width=360)
    tab.goto(small.at("columns/supervision/page-26.html"))
    assert tab.locator(".entries > li").count() == 20
    words = tab.locator(".pages").inner_text().split()
    assert "26" in words
    assert words.count("…") == 2
    assert len(words) < 15


@pytest.mark.parametrize("width", WIDTHS)
def test_the_home_page_has_no_hole_and_no_half_empty_column(
    small: Site, demo: Site, open_tab: Callable[..., Page], choose: Choose, width: int
) -> None:
    tab = open_tab(width=width)
    for site in (small, demo):
        tab.goto(site.at("index.html"))
        for choices in CHOICES:
            choose(tab, choices)
            assert tab.evaluate(RAGGED) == [], choices
            assert tab.evaluate(BROKEN_FIGURES) == [], choices
            for heights in tab.evaluate(COLUMNS):
                assert min(heights) > max(heights) / 2, choices


@pytest.mark.parametrize("width", WIDTHS)
def test_columns_cut_no_group(demo: Site, open_tab: Callable[..., Page], width: int) -> None:
    tab = open_tab(width=width)
    for page in ("index.html", "sitemap/index.html"):
        tab.goto(demo.at(page))
        assert tab.evaluate(CUT_GROUPS) == []


def test_an_article_uses_the_whole_width_its_facts_beside_the_text(
    small: Site, open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(width=1280)
    tab.goto(small.at("articles/hard.html"))
    whole, facts, text = (tab.evaluate(LINE, at) for at in (".crumbs", ".with-aside > .facts", ".prose"))
    assert whole["left"] == pytest.approx(facts["left"], abs=1)
    assert whole["right"] == pytest.approx(text["right"], abs=1)
    assert facts["right"] < text["left"]
    assert facts["top"] == pytest.approx(text["top"], abs=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_sign_ends_a_line_of_the_way(small: Site, open_tab: Callable[..., Page], width: int) -> None:
    tab = open_tab(width=width)
    tab.goto(small.at("articles/hard.html"))
    items = tab.evaluate(CRUMBS)
    assert {item["sign"] for item in items} <= {"none", "normal"}
    lines = {item["top"] for item in items}
    starts = {min(item["left"] for item in items if item["top"] == top) for top in lines}
    assert len(starts) == 1
    assert len(lines) == 1 or width < max(WIDTHS)


def test_what_is_current_is_marked_in_forced_colours_on_every_kind_of_page(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page]
) -> None:
    tab = open_tab(stay=True, forced_colors="active")
    for sample in {sample.kind: sample for sample in samples}.values():
        tab.goto(sample.url)
        assert tab.evaluate(UNMARKED) == [], sample.name
