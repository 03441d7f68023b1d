"""What a page weighs: a report opens on a slow line, and no page loads style sheets that it does not use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Site

REPORT = 60_000
STYLE = 25_000
SCRIPT = 5_000
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
# The search page's own script is not one that every page has.
SEARCH = re.compile(r"/search\.\w+\.js")
SOURCE = re.compile(r'<script src="([^"]+)"')


def test_a_report_is_light(site: Site) -> None:
    reports = site.of_kind("report")
    assert reports
    weights = {page: (site.folder / page).stat().st_size for page in reports}
    assert {page: weight for page, weight in weights.items() if weight > REPORT} == {}


def test_the_style_sheets_and_scripts_of_a_page_are_light(site: Site) -> None:
    for kind, page in site.kinds.items():
        text = (site.folder / page).read_text(encoding="utf-8")
        for pattern, limit in ((SHEET, STYLE), (SOURCE, SCRIPT)):
            # The page for wrong addresses names them from the domain's root, so the name alone is looked up.
            names = [name for name in pattern.findall(text) if not SEARCH.search(name)]
            files = [site.folder / "assets" / name.rpartition("/")[2] for name in names]
            assert files
            assert sum(file.stat().st_size for file in files) <= limit, kind
