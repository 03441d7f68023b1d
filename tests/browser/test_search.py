"""Search in a real browser: exact, under the site's own policy, from the disk, with the keyboard."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from conftest import Site

SEARCH = "search/index.html"
URLS = "([query, filters]) => gongkaiSearch(query, {synonyms: false, ...filters}).then(found => found.urls())"
# A text as one reads it, without spaces and as narrow as it can be, as the index has it.
TEXTS = """() => [...document.querySelectorAll('main .prose :is(p, li):not(:has(p))')]
  .map(e => e.textContent.replace(/\\s/g, '')).filter(text => text.length > 12)"""
KINDS = ("page", "article", "report")


@pytest.fixture
def searching(site: Site, open_tab: Callable[..., Page]) -> Page:
    tab = open_tab()
    tab.goto(site.url + SEARCH)
    return tab


def texts_of(site: Site, tab: Page) -> dict[str, list[str]]:
    found = {}
    for page in (page for kind in KINDS for page in site.of_kind(kind)[:15]):
        tab.goto(site.at(page))
        found[page] = tab.evaluate(TEXTS)
    return found


def test_any_substring_finds_its_pages(site: Site, open_tab: Callable[..., Page], searching: Page) -> None:
    texts = texts_of(site, open_tab())
    chance = random.Random(2026)
    paragraphs = [text for page in texts.values() for text in page]
    assert paragraphs
    for _ in range(60):
        text, size = chance.choice(paragraphs), chance.randint(2, 12)
        start = chance.randint(0, len(text) - size)
        query = text[start : start + size]
        found = set(searching.evaluate(URLS, [query, {}]))
        holding = {page for page, own in texts.items() if any(query in text for text in own)}
        assert holding <= found, query


def test_what_stands_nowhere_is_not_found(searching: Page) -> None:
    for query in ("鑫鑫鑫", "的的的的的的的的的的的的的的的", "", " "):
        assert searching.evaluate(URLS, [query, {}]) == []


def test_a_filter_leaves_its_own_and_one_that_is_unknown_nothing(site: Site, searching: Page) -> None:
    year = site.of_kind("report")[0].split("/")[2]
    everything = searching.evaluate(URLS, ["公开", {}])
    narrowed = searching.evaluate(URLS, ["公开", {"year": year}])
    assert {page for page in everything if f"/{year}/" in page} <= set(narrowed) < set(everything)
    for name in ("year", "topic", "organ"):
        assert searching.evaluate(URLS, ["公开", {name: "none"}]) == []


def test_the_result_is_said_shown_and_can_be_linked_and_gone_back_to(searching: Page) -> None:
    status, results = searching.locator("#search-status"), searching.locator("#search-results li")
    searching.get_by_label("查找内容").fill("公开")
    searching.keyboard.press("Enter")
    expect(results.first).to_be_visible()
    expect(status).to_contain_text("找到")
    assert searching.locator("#search-results mark").first.inner_text() == "公开"
    first, address = status.inner_text(), searching.url
    searching.get_by_label("查找内容").fill("鑫鑫鑫")
    searching.keyboard.press("Enter")
    expect(status).to_contain_text("没有找到")
    searching.go_back()
    expect(status).to_have_text(first)
    assert searching.url == address
    assert searching.get_by_label("查找内容").input_value() == "公开"


def test_a_word_from_another_page_is_looked_for_at_once(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.goto(site.url + site.of_kind("report")[0])
    tab.locator("header").get_by_role("searchbox").fill("公开")
    tab.keyboard.press("Enter")
    expect(tab.locator("#search-results li").first).to_be_visible()


def test_more_results_go_on_where_the_focus_is(searching: Page) -> None:
    results, more = searching.locator("#search-results li"), searching.locator("#search-more")
    searching.get_by_label("查找内容").fill("公开")
    searching.keyboard.press("Enter")
    expect(results.first).to_be_visible()
    before = results.count()
    if more.is_hidden():
        assert before <= 10
        return
    more.click()
    expect(results.nth(before)).to_be_visible()
    expect(results.nth(before).locator("a")).to_be_focused()


def test_a_part_that_does_not_come_is_said_and_can_be_asked_for_again(searching: Page) -> None:
    searching.route("**/search/k*.js*", lambda route: route.abort())
    searching.get_by_label("查找内容").fill("公开")
    searching.keyboard.press("Enter")
    expect(searching.locator("#search-status")).to_contain_text("没有下载成功")
    searching.unroute("**/search/k*.js*")
    searching.locator("#search-again").click()
    expect(searching.locator("#search-results li").first).to_be_visible()


def test_it_works_from_the_disk(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.goto((site.folder / SEARCH).as_uri() + "#q=公开")
    expect(tab.locator("#search-results li").first).to_be_visible()
    tab.locator("#search-results a").first.click()
    expect(tab.locator("main h1")).to_have_count(1)


def test_without_javascript_it_says_so_and_leads_on(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto(site.url + SEARCH)
    assert tab.locator("#search").is_hidden()
    assert tab.locator("noscript a").first.get_attribute("href") == "../sitemap/index.html"
    tab.goto(site.url + site.of_kind("report")[0])
    assert tab.locator("form[role=search]").is_hidden()


@pytest.mark.parametrize("sign", ["?", "#"])
@pytest.mark.parametrize("name", ["year", "topic", "organ"])
def test_a_link_with_a_filter_is_followed_cold(
    site: Site, open_tab: Callable[..., Page], searching: Page, name: str, sign: str
) -> None:
    value = a_choice(searching, name)
    if not value:
        return
    narrowed = searching.evaluate(URLS, ["", {name: value}])
    tab = open_tab()
    tab.goto(f"{site.url}{SEARCH}{sign}{name}={value}")
    expect(tab.locator("#search-results li")).to_have_count(min(len(narrowed), 10))
    assert tab.locator(f"[name={name}]").input_value()


def a_choice(tab: Page, name: str) -> str:
    """Give a filter's value that has pages."""
    if name == "organ":
        page = next(page for page in tab.evaluate(URLS, ["公开", {}]) if page.startswith("reports/"))
        return page.split("/")[1]
    values = tab.locator(f"[name={name}] option").evaluate_all("all => all.map(one => one.value)")
    return next((value for value in values if value and tab.evaluate(URLS, ["", {name: value}])), "")


@pytest.mark.parametrize("name", ["year", "topic", "organ"])
def test_a_filter_that_is_not_there_is_said_and_can_be_lifted(
    site: Site, open_tab: Callable[..., Page], name: str
) -> None:
    tab = open_tab()
    tab.goto(f"{site.url}{SEARCH}?q=公开&{name}=constructor")
    expect(tab.locator("#search-status")).to_contain_text("constructor")
    assert tab.locator("#search-results li").count() == 0
    tab.get_by_role("button", name="取消筛选再查").click()
    expect(tab.locator("#search-results li").first).to_be_visible()


def test_where_a_filter_leaves_nothing_it_can_be_lifted(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.goto(f"{site.url}{SEARCH}#q=鑫鑫鑫")
    expect(tab.locator("#search-status")).to_contain_text("没有找到")
    assert tab.locator("#search-lift").is_hidden()
    tab.locator("[name=year]").select_option(index=1)
    expect(tab.locator("#search-lift")).to_be_visible()
    tab.locator("#search-lift").click()
    expect(tab.locator("[name=year]")).to_have_value("")
    expect(tab.locator("#search-status")).to_be_focused()


def test_no_word_of_many_is_passed_over(searching: Page) -> None:
    words = "公开 公 开 政府 政 府 信息 信"
    found = searching.evaluate(URLS, [words, {}])
    assert found
    assert set(searching.evaluate(URLS, [words + " 息", {}])) == set(found)
    assert searching.evaluate(URLS, [words + " 鑫鑫鑫", {}]) == []


def test_a_search_can_be_emptied(site: Site, open_tab: Callable[..., Page]) -> None:
    tab = open_tab()
    tab.goto(f"{site.url}{SEARCH}?q=公开")
    expect(tab.locator("#search-results h2 a").first).to_be_visible()
    tab.get_by_label("查找内容").fill("")
    tab.keyboard.press("Enter")
    expect(tab.locator("#search-results li")).to_have_count(0)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("棋盘区政府办", "棋盘区人民政府办公室"),
        ("棋盘区政府办公室", "棋盘区人民政府办公室"),
        ("棋盘区政府办公文", "棋盘区人民政府办公室公文"),
        ("棋盘区人民政府办公室", "棋盘区政府办"),
    ],
)
def test_another_name_ends_once(searching: Page, word: str, other: str) -> None:
    pair = '[["区政府办","区人民政府办公室"]]'
    index = f'{{"pages":0,"depth":12,"texts":"","synonyms":{pair},"strings":""}}'
    part = f'gongkaiSearch.take("cafe","index",{index})'
    empty = 'gongkaiSearch.take("cafe","k0","")'
    for name, body in (("index", part), ("k0", empty)):
        searching.route(f"**/search/{name}.js*", lambda route, _, body=body: route.fulfill(body=body))
    searching.reload()
    asked = "word => gongkaiSearch(word).then(found => found.also)"
    assert searching.evaluate(asked, word) == [other]


def test_nothing_is_refused_by_the_policy(site: Site, open_tab: Callable[..., Page]) -> None:
    tab, said = open_tab(), []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(site.url + SEARCH + "#q=公开")
    expect(tab.locator("#search-results li").first).to_be_visible()
    assert said == []
