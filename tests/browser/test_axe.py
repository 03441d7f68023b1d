"""axe-core, with WCAG 2.2 AA and its best practices, on all that pages are made of, in every mode."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from gongkai.assemble.statement import audit

if TYPE_CHECKING:
    from conftest import Sample, Site

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# What is tested stands in one place with what the accessibility statement says of it. In 长者模式 contrast
# is that of AAA, and of large letters no less: WCAG would let them have 4.5:1.
MATRIX = audit()
MODES = {mode["id"]: mode for mode in MATRIX["modes"]}
# WCAG 2.2, 1.4.3: letters of ordinary size.
ORDINARY = 4.5
STRICT = """ratio => axe.configure({checks: [{
  id: 'color-contrast-enhanced',
  options: {contrastRatio: {normal: {expected: ratio}, large: {expected: ratio}}},
}]})"""
# Where ornaments or other boxes stand behind a text, axe does not tell its contrast: then it is that with the
# nearest background that is painted.
RUN = """async ([tags, ratio]) => {
  const {Color, getContrast} = axe.commons.color
  const read = text => { const found = new Color(); found.parseString(text); return found }
  const low = element => {
    let painted = element
    const behind = node => read(getComputedStyle(node).backgroundColor)
    while (painted && behind(painted).alpha < 1) painted = painted.parentElement
    const paper = painted ? behind(painted) : new Color(255, 255, 255)
    return getContrast(paper, read(getComputedStyle(element).color)) < ratio
  }
  const {violations, incomplete} = await axe.run(document, {
    runOnly: tags, resultTypes: ['violations', 'incomplete'], preload: false,
  })
  for (const rule of incomplete.filter(rule => rule.id.startsWith('color-contrast'))) {
    const nodes = rule.nodes.filter(node => low(document.querySelector(node.target[0])))
    if (nodes.length) violations.push({...rule, nodes})
  }
  return violations
}"""
CHOICES = ("mode", "look")
SHOWN = "() => { const {mode, look} = document.documentElement.dataset; return [innerWidth, mode, look] }"


def violations(tab: Page, mode: str, sample: Sample) -> list[str]:
    """Run axe on the page that a tab shows, at every width."""
    tags, chosen = [*MATRIX["axe_tags"], *MODES[mode]["axe_tags"]], MODES[mode]["chosen"]
    ratio = MATRIX["elder_contrast"] if chosen.get("mode") == "elder" else ORDINARY
    tab.evaluate(AXE)
    tab.evaluate(STRICT, MATRIX["elder_contrast"])
    found = []
    for width in MATRIX["widths"]:
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(SHOWN) == [width, *(chosen.get(name) for name in CHOICES)]
        for rule in tab.evaluate(RUN, [tags, ratio]):
            for node in rule["nodes"]:
                target = " ".join(map(str, node["target"]))
                place = f"{sample.name} ({sample.kind}, {width} px)"
                found.append(f"{place}: {rule['id']} at {target}\n    {node.get('failureSummary')}")
    return found


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_no_violation_on_any_kind_of_page(
    samples: tuple[Sample, ...], open_tab: Callable[..., Page], mode: str
) -> None:
    tab = open_tab(scheme=MODES[mode]["scheme"], chosen=MODES[mode]["chosen"], stay=True)
    found = []
    for sample in samples:
        tab.goto(sample.url)
        if "#q=" in sample.url:
            expect(tab.locator("#search-status")).to_contain_text("找到")
        found += violations(tab, mode, sample)
    assert not found, "\n".join(found)


def test_all_that_pages_are_made_of_is_looked_at(samples: tuple[Sample, ...], demo: Site) -> None:
    """Kinds by the statement, forms and parts by their pages."""
    assert {sample.kind for sample in samples} == {kind["id"] for kind in MATRIX["page_kinds"]}
    assert {sample.kind for sample in samples} >= set(demo.by_kind)
    assert len({sample.url for sample in samples}) == len(samples)
    forms = {demo.data(page)["format"] for page in demo.of_kind("report")}
    assert forms == {"cn-2019", "cn-2021", "document"}
