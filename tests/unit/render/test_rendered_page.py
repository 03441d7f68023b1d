from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import sample_views

from gongkai.model.grid import DataCell, Grid, HeadCell
from gongkai.model.views import Card, View
from gongkai.render.environment import keep, make_environment, size
from gongkai.render.page import render
from gongkai.render.table import STEPS, fit, marks
from gongkai.render.theme import open_theme, shipped_folder

THEME = open_theme("default", Path())
ENVIRONMENT = make_environment(THEME)
VIEWS = sample_views.all_views()
VOID = {"meta", "link", "img", "br", "hr", "col", "input"}
SCRIPTS = [{"src": THEME.assets["prefs.js"].path}]
HOSTILE = "\"'><script>alert(1)</script>&amp;{{ 7 * 7 }}"


class Page(HTMLParser):
    """Tags in order with their attributes, and whether every element is closed."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = render(view, ENVIRONMENT).decode()
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"{tag}: an attribute stands twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def grids() -> list[Grid]:
    return [section.grid for section in sample_views.report().sections if section.grid]


def test_the_samples_have_a_view_of_every_kind_and_each_its_template() -> None:
    assert {type(view) for view in VIEWS} == set(get_args(View))
    assert {view.template for view in get_args(View)} <= set(THEME.templates)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.kind)
def test_a_page_is_whole(view: View) -> None:
    page = Page(view)
    assert page.open == []
    assert page.text.startswith('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n')
    assert page.text.endswith("</body>\n</html>\n")
    assert "\r" not in page.text
    assert "/>" not in page.text
    assert page.all("body") == [{"data-kind": view.kind}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("footer")) == 1
    assert page.all("style") == []
    assert all("style" not in attributes for _, attributes in page.tags)
    assert re.findall(r"<script src=[^>]+>(.*)</script>", page.text) == [""] * len(page.all("script"))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.kind)
def test_ids_are_unique_and_every_reference_has_its_target(view: View) -> None:
    page = Page(view)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        for name in ("headers", "aria-labelledby"):
            assert set((attributes.get(name) or "").split()) <= set(ids)
        if (attributes.get("href") or "").startswith("#"):
            assert (attributes["href"] or "")[1:] in ids


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.kind)
def test_no_heading_level_is_skipped(view: View) -> None:
    levels = [int(found) for found in re.findall(r"<h([1-6])", Page(view).text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.kind)
def test_equal_views_give_equal_bytes(view: View) -> None:
    assert render(view, ENVIRONMENT) == render(view, make_environment(open_theme("default", Path())))


def test_hostile_text_stays_text() -> None:
    hostile = sample_views.report()
    chrome = replace(hostile.chrome, site_name=HOSTILE, notice=HOSTILE, meta=(("SiteName", HOSTILE),))
    section = replace(hostile.sections[0], heading=HOSTILE)
    grid = replace(grids()[0], caption=HOSTILE, note=HOSTILE)
    page = Page(
        replace(
            hostile,
            title=HOSTILE,
            source=HOSTILE,
            chrome=chrome,
            sections=(section, replace(hostile.sections[1], grid=grid)),
        )
    )
    assert page.all("script") == SCRIPTS
    assert "49" not in page.text.replace("17497f", "")
    assert {"name": "SiteName", "content": HOSTILE} in page.all("meta")


def test_hostile_cards_and_links_stay_text() -> None:
    home = replace(sample_views.home(), modules=(Card(HOSTILE, 'a.html?x=1&y=2"', HOSTILE),))
    page = Page(home)
    assert page.all("script") == SCRIPTS
    assert {"href": 'a.html?x=1&y=2"'} in page.all("a")


def test_carriage_returns_do_not_reach_the_page() -> None:
    assert b"\r" not in render(replace(sample_views.page(), title="甲\r\n乙\r丙"), ENVIRONMENT)


def test_a_page_without_an_address_or_a_notice_names_neither() -> None:
    bare = sample_views.page()
    text = Page(replace(bare, chrome=replace(bare.chrome, notice="", canonical=""))).text
    assert "canonical" not in text
    assert 'class="notice"' not in text
    whole = Page(replace(bare, chrome=replace(bare.chrome, canonical="https://example.gov.cn/a/")))
    assert {"rel": "canonical", "href": "https://example.gov.cn/a/"} in whole.all("link")


def test_a_fact_that_the_source_does_not_state_is_not_shown() -> None:
    text = Page(replace(sample_views.report(), published="", source="")).text
    assert THEME.strings["zh-CN"]["published"] not in text
    assert THEME.strings["zh-CN"]["source"] not in text


def test_every_cell_of_the_views_grids_is_on_the_page_with_its_heads() -> None:
    page = Page(sample_views.report())
    shown = {cell["data-cell"]: cell for cell in page.all("td") if "data-cell" in cell}
    heads = {head["id"]: head for head in page.all("th") if "id" in head}
    cells = [
        cell
        for grid in grids()
        for block in grid.blocks
        for row in (*block.heads, *block.rows)
        for cell in row.cells
    ]
    figures = [cell for cell in cells if isinstance(cell, DataCell)]
    assert len(figures) == len(shown) == 200
    assert all(shown[cell.cell]["headers"] == cell.headers for cell in figures)
    for head in (cell for cell in cells if isinstance(cell, HeadCell)):
        assert heads[head.id]["scope"] == head.scope
        assert int(heads[head.id].get("rowspan") or 1) == head.rowspan
        assert int(heads[head.id].get("colspan") or 1) == head.colspan


def test_zero_empty_and_not_applicable_are_told_apart_in_class_and_words() -> None:
    text = Page(sample_views.report()).text
    assert re.search(r'<td class="zero" [^>]*>0</td>', text)
    for state, sign, words in (("blank", "—", "未填"), ("not-applicable", "/", "不适用")):
        said = f'<span aria-hidden="true">{sign}</span><span class="visually-hidden">{words}</span></td>'
        assert re.search(f'<td class="{state}" [^>]*>{said}', text)
    assert [marks(grid) for grid in grids()] == [("not-applicable",), ("blank", "not-applicable"), ()]


def test_a_grid_is_shown_whole_where_it_has_room() -> None:
    assert [fit(grid) for grid in grids()] == ["s", "l", "xl"]
    assert fit(replace(grids()[2], width=40)) == "never"


def test_the_style_sheet_knows_every_step_of_width() -> None:
    css = (shipped_folder() / "assets" / "form.css").read_text(encoding="utf-8")
    for step, width in STEPS.items():
        assert f"@container (min-width: {width}rem) {{\n  .fit-{step} {{" in css


def test_english_pages_have_english_words() -> None:
    english = sample_views.page()
    view = replace(english, chrome=replace(english.chrome, language="en"))
    text = render(view, make_environment(THEME, "en")).decode()
    assert '<html lang="en">' in text
    assert "Skip to the content" in text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KB"), (3 * 1024**2, "3.0 MB")]
)
def test_sizes_are_written_for_people(count: int, text: str) -> None:
    assert size(count) == text


def test_years_are_kept_whole_and_entities_too() -> None:
    assert keep("甲2022年") == '甲<span class="keep">2022年</span>'
    assert keep("3.14元 A4纸 '12'") == "3.14元 A4纸 &#39;12&#39;"
