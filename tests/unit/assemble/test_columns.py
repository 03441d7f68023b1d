"""Columns: ids and not folders make addresses; lists in pages, trees opened to the page, former addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from portals import article, frame_of, read, topic, views_of

from gongkai.assemble.addresses import clashes
from gongkai.assemble.former import check_former
from gongkai.assemble.frame import Made
from gongkai.assemble.pagination import pagination
from gongkai.model.records import Attachment, Site, Topic
from gongkai.model.views import ArticleView, Branch, HomeView, MovedView, TopicView


@pytest.fixture
def toy(site: Path) -> Site:
    return read(site)


def with_topics(toy: Site, *below: Topic) -> Site:
    return toy._replace(topics=topic("", *below, title="栏目"))


def many(count: int) -> Topic:
    return topic("long", articles=tuple(article(f"n{i}") for i in range(count)))


def test_a_long_list_is_cut_into_pages_of_twenty(toy: Site) -> None:
    views = views_of(with_topics(toy, many(41)))
    pages = [views[f"columns/long/{name}.html"] for name in ("index", "page-2", "page-3")]
    assert "columns/long/page-4.html" not in views
    shown = []
    for page in pages:
        assert isinstance(page, TopicView)
        assert page.count == 41
        assert page.title == "long栏"
        shown.append([item.title for item in page.articles])
    assert [len(titles) for titles in shown] == [20, 20, 1]
    assert [title for titles in shown for title in titles] == [f"n{i}" for i in range(41)]
    assert pages[1].chrome.page_title == "long栏（第2页）"
    assert [crumb.label for crumb in pages[1].chrome.crumbs] == ["首页", "栏目", "long栏", "long栏（第2页）"]


def test_a_list_of_5000_articles_has_250_pages(toy: Site) -> None:
    views = views_of(with_topics(toy, many(5000)))
    assert sum(isinstance(view, TopicView) and view.count == 5000 for view in views.values()) == 250
    last = views["columns/long/page-250.html"]
    assert isinstance(last, TopicView)
    assert last.articles[-1].title == "n4999"


@pytest.mark.parametrize(
    ("number", "count", "wanted"),
    [
        (1, 2, "[1] 2"),
        (1, 5, "[1] 2 3 4 5"),
        (1, 6, "[1] 2 3 … 6"),
        (4, 7, "1 2 3 [4] 5 6 7"),
        (10, 250, "1 … 8 9 [10] 11 12 … 250"),
        (250, 250, "1 … 248 249 [250]"),
        (5, 250, "1 2 3 4 [5] 6 7 … 250"),
    ],
)
def test_pagination_has_gaps(number: int, count: int, wanted: str) -> None:
    pages = pagination("a", number, count)
    assert pages
    marked = (
        "…" if link is None else f"[{link.label}]" if link.current else link.label for link in pages.links
    )
    assert " ".join(marked) == wanted
    assert (bool(pages.previous), bool(pages.following)) == (number > 1, number < count)


def test_pagination_leads_to_the_pages() -> None:
    pages = pagination("a", 2, 3)
    assert pages
    assert [link and link.href for link in pages.links] == ["index.html", "page-2.html", "page-3.html"]
    assert (pages.previous, pages.following) == ("index.html", "page-3.html")
    assert pagination("a", 1, 1) is None


def test_moving_a_column_changes_no_address(toy: Site) -> None:
    deep = with_topics(toy, topic("a", topic("b", articles=(article("x"),))))
    flat = with_topics(toy, topic("a", articles=(article("y"),)), topic("b", articles=(article("x"),)))
    wanted = {"columns/a/index.html", "columns/b/index.html", "articles/x.html"}
    assert wanted <= views_of(deep).keys()
    assert wanted <= views_of(flat).keys()


def test_the_tree_is_opened_down_to_the_page_and_has_no_empty_column(toy: Site) -> None:
    site = with_topics(
        toy,
        topic("a", topic("b", topic("c", articles=(article("x"),)), articles=(article("y"),)), topic("none")),
        topic("d", topic("e", articles=(article("z"),))),
    )
    page = views_of(site)["columns/b/index.html"]
    assert isinstance(page, TopicView)

    def shown(branch: Branch) -> list[object]:
        mark = "*" if branch.link.current else "+" if branch.link.within else ""
        return [f"{mark}{branch.link.label} {branch.count}", *map(shown, branch.below)]

    assert [shown(branch) for branch in page.tree] == [
        ["+a栏 2", ["*b栏 2", ["c栏 1"]]],
        ["d栏 1"],
    ]
    assert [branch.link.href for branch in page.tree] == ["../a/index.html", "../d/index.html"]


def test_the_columns_below_are_grouped_by_kind_on_the_first_page_only(toy: Site) -> None:
    below = [
        topic(name, articles=(article(name),), kind=kind) for name, kind in (("a", ""), ("b", "专题专栏"))
    ]
    top = topic("top", *below, articles=many(21).articles)
    views = views_of(with_topics(toy, top))
    first, second = views["columns/top/index.html"], views["columns/top/page-2.html"]
    assert isinstance(first, TopicView)
    assert isinstance(second, TopicView)
    assert [(g.heading, [c.title for c in g.topics]) for g in first.groups] == [
        ("公开事项", ["a栏"]),
        ("专题专栏", ["b栏"]),
    ]
    assert second.groups == ()


def test_an_article_shows_what_is_stated_of_it(toy: Site) -> None:
    file = "content/columns/a/plan.pdf"
    stated = article(
        "x",
        published="1989-05-06 10:20",
        organ="north-light",
        number="灯发〔1989〕1号",
        index="000-1",
        made="1989-05-01",
        validity="repealed",
        repealed="1990-01-01",
        summary="摘要",
        keywords=("灯", "油"),
        attachments=(
            Attachment(file, "计划", article("x").place),
            Attachment("content/b.pdf", "", article("x").place),
        ),
    )
    site = with_topics(toy, topic("a", articles=(stated,), kind="政策"))
    site = site._replace(attachments=(file,))
    page = views_of(site, made=Made({file: 12}))["articles/x.html"]
    assert isinstance(page, ArticleView)
    assert page.organ
    assert (page.organ.label, page.organ.href) == ("北岬灯塔", "../reports/north-light/index.html")
    assert (page.source, page.index, page.made, page.validity, page.repealed) == (
        "北岬灯塔",
        "000-1",
        "1989-05-01",
        "repealed",
        "1990-01-01",
    )
    # An attachment that could not be read is not offered.
    assert [(d.kind, d.title, d.size, d.href) for d in page.attachments] == [
        ("PDF", "计划", 12, "../columns/a/plan.pdf")
    ]
    meta = dict(page.chrome.meta)
    assert meta["PubDate"] == "1989-05-06 10:20"
    assert meta["ColumnType"] == "政策"
    assert meta["Keywords"] == "灯,油"
    assert meta["Description"] == "摘要"
    assert meta["Url"] == "https://a.example/x/articles/x.html"


def test_meta_tags_are_those_of_the_kind_of_page(toy: Site) -> None:
    site = with_topics(toy, topic("a", articles=(article("x", published="1989-05-06"),)))
    views = views_of(site)

    def groups(path: str) -> set[str]:
        names = {name for name, _ in views[path].chrome.meta}
        kinds = {"SiteName": "site", "ColumnName": "column", "ArticleTitle": "article"}
        return {kind for name, kind in kinds.items() if name in names}

    assert groups("index.html") == {"site"}
    for path in ("columns/a/index.html", "reports/index.html", "reports/1987/index.html", "guide/index.html"):
        assert groups(path) == {"site", "column"}, path
    for path in ("articles/x.html", "reports/north-light/1987/index.html"):
        assert groups(path) == {"site", "column", "article"}, path
    for path, view in views.items():
        assert all(content.strip() for _, content in view.chrome.meta), path


def test_the_latest_articles_of_all_columns_stand_on_the_home_page(toy: Site) -> None:
    days = ["1989-01-01", "1989-03-01 09:00", "", "1988-01-01"]
    one = topic("a", articles=tuple(article(f"a{i}", published=day) for i, day in enumerate(days)))
    two = topic("b", articles=(article("b0", published="1989-02-01"),))
    home = views_of(with_topics(toy, one, two))["index.html"]
    assert isinstance(home, HomeView)
    assert [item.title for item in home.articles] == ["a1", "b0", "a0", "a3"]


def test_a_former_address_leads_to_the_present_one(toy: Site) -> None:
    moved = article("x", title="十月", formerly=("columns/fog/october.html", "/old/list.shtml"))
    site = with_topics(toy, topic("a", articles=(moved,), formerly=("columns/fog/",)))
    views = views_of(site)
    page = views["columns/fog/october.html"]
    assert isinstance(page, MovedView)
    assert (page.to.label, page.to.href) == ("十月", "../../articles/x.html")
    assert page.chrome.canonical == "https://a.example/x/articles/x.html"
    column = views["columns/fog/index.html"]
    assert isinstance(column, MovedView)
    assert column.to.href == "../a/index.html"
    # No page of HTML can stand for an address that a server takes for something else.
    assert "old/list.shtml" not in views


def test_a_former_address_that_has_a_page_is_named(toy: Site) -> None:
    site = with_topics(toy, topic("a", articles=(article("x", formerly=("articles/y.html",)), article("y"))))
    assert [(p.code, p.arguments["path"], p.place.file) for p in check_former(site)] == [
        ("D536", "articles/y.html", "content/columns/x.md")
    ]


def test_what_programs_read_keeps_its_address(toy: Site) -> None:
    site = with_topics(toy, topic("a", articles=(article("x", formerly=("/feed.xml", "sitemap.xml")),)))
    assert [str(problem.arguments["path"]) for problem in check_former(site)] == ["feed.xml", "sitemap.xml"]


def test_an_article_and_a_page_of_the_portal_s_own_do_not_share_an_address(toy: Site) -> None:
    pages = [
        toy.pages[0]._replace(id=name) for name in ("search", "accessibility", "sitemap", "reports", "notes")
    ]
    site = toy._replace(pages=tuple(pages))
    assert {str(p.arguments["path"]) for p in clashes(site)} == {
        "search/index.html",
        "accessibility/index.html",
        "sitemap/index.html",
        "reports/index.html",
    }


def test_what_all_pages_share_is_made_once(toy: Site) -> None:
    frame = frame_of(toy)
    assert frame.contact is frame.contact
    assert frame.site_meta is frame.site_meta
