"""axe-core, with the rules of WCAG 2.2 AA and its best practices, on every kind of page."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Site

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(r => r.violations)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_on_any_kind_of_page(
    site: Site, open_tab: Callable[..., Page], width: int, scheme: str
) -> None:
    tab = open_tab(width=width, scheme=scheme)
    found = []
    for kind, page in site.kinds.items():
        tab.goto(site.url + page)
        tab.evaluate(AXE)
        for rule in tab.evaluate(RUN, TAGS):
            for node in rule["nodes"]:
                target = " ".join(map(str, node["target"]))
                found.append(f"{page} ({kind}): {rule['id']} at {target}\n    {node['failureSummary']}")
    assert not found, "\n".join(found)
