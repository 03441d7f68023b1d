"""The map of the site, the search page's choices, and the accessibility statement."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from portals import article, organ, read, topic, views_of

from gongkai.assemble.frame import Made
from gongkai.assemble.statement import audit
from gongkai.model.records import Identifier, Site
from gongkai.model.views import Branch, SearchView, SiteMapView, StatementView, View


@pytest.fixture
def toy(site: Path) -> Site:
    return read(site)


def labels(branch: Branch) -> list[object]:
    return [branch.link.label, *map(labels, branch.below)]


def test_the_map_has_every_part_down_to_columns_years_and_organs(toy: Site) -> None:
    below = topic("b", articles=(article("x"),))
    site = toy._replace(topics=topic("", topic("a", below), topic("none"), title="栏目"))
    page = views_of(site)["sitemap/index.html"]
    assert isinstance(page, SiteMapView)
    assert [labels(part) for part in page.parts] == [
        ["栏目", ["a栏", ["b栏"]]],
        ["政府信息公开年报", ["1987年"], ["其他机关", ["北岬灯塔"]]],
        ["守灯须知"],
        ["无障碍声明"],
    ]


def test_every_link_of_the_map_leads_to_a_page(toy: Site) -> None:
    views = views_of(toy)
    page = views["sitemap/index.html"]
    assert isinstance(page, SiteMapView)
    waiting = list(page.parts)
    while waiting:
        branch = waiting.pop()
        assert branch.link.href.removeprefix("../").partition("#")[0] in views, branch.link
        waiting += branch.below


def test_the_search_page_is_there_with_its_index_only(toy: Site) -> None:
    assert "search/index.html" not in views_of(toy)
    assert views_of(toy)["index.html"].chrome.search == ""
    views = views_of(toy, made=Made(index="search/index.js"))
    page = views["search/index.html"]
    assert isinstance(page, SearchView)
    assert page.index == "index.js"
    assert views["articles/october.html"].chrome.search == "../search/index.html"


def test_filters_offer_what_there_is_as_trees(toy: Site) -> None:
    organs = (
        organ("city", "government"),
        organ("empty", "government", "city"),
        organ("north-light", "department", "empty"),
        organ("unheard", "department", "city"),
    )
    below = topic("b", articles=(article("x", organ="city"),))
    site = toy._replace(
        organs=organs, topics=topic("", topic("a", below, articles=(article("y"),)), topic("none"))
    )
    page = views_of(site, made=Made(index="search/index.js"))["search/index.html"]
    assert isinstance(page, SearchView)
    assert [(option.value, option.label, option.depth) for option in page.topics] == [
        ("a", "a栏", 0),
        ("a/b", "b栏", 1),
    ]
    assert [option.value for option in page.years][-1] == "1987"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_statement_says_what_the_tests_run(toy: Site, language: str) -> None:
    contact = (Identifier("电话", "0000-1"),)
    site = toy._replace(portal=toy.portal._replace(language=language, contact=contact))
    page = views_of(site)["accessibility/index.html"]
    assert isinstance(page, StatementView)
    said = [item for part in page.tested for item in part.items]
    assert any("WCAG" in item for item in said)
    for width in audit()["widths"]:
        assert any(str(width) in item for item in said)
    assert page.limits
    assert all(item.strip() for item in (*said, *page.limits))
    assert [item.text for item in page.contact] == ["0000-1"]


def test_every_kind_of_page_is_audit() -> None:
    assert [kind["id"] for kind in audit()["page_kinds"]] == [view.kind for view in _by_statement()]


def _by_statement() -> list[type]:
    order = [kind["id"] for kind in audit()["page_kinds"]]
    return sorted(get_args(View), key=lambda view: order.index(view.kind))
