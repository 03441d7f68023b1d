"""Which pages there are, and what is on them: columns with items only, neighbours, organs, meta tags."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from gongkai.assemble.pages import assemble
from gongkai.load.site import read_site
from gongkai.model.views import (
    ArchiveView,
    ArticleView,
    HomeView,
    ReportView,
    TopicView,
    View,
    YearView,
)
from gongkai.pipeline import build
from gongkai.render.environment import words_of
from gongkai.render.theme import open_theme
from toy import FILES, report_of, write_files


def views(root: Path, base_url: str = "") -> dict[str, View]:
    site, _ = read_site(root)
    assert site
    words = words_of(open_theme("default", root), "zh-CN")
    return {path: view for path, view, _ in assemble(site, base_url, words, defaultdict(dict))}


def test_the_pages_of_the_toy_site(site: Path) -> None:
    assert sorted(views(site)) == [
        "404.html",
        "accessibility/index.html",
        "articles/october.html",
        "columns/fog/index.html",
        "columns/index.html",
        "guide/index.html",
        "index.html",
        "reports/1987/index.html",
        "reports/index.html",
        "reports/north-light/1987/index.html",
        "reports/north-light/index.html",
        "sitemap/index.html",
    ]


def test_no_empty_column_is_published_and_none_is_linked_to(site: Path) -> None:
    write_files(
        site,
        {
            "content/columns/wind/column.yaml": "title: 风讯\n",
            "content/columns/wind/gale/column.yaml": "title: 大风\n",
        },
    )
    pages = views(site)
    assert not [path for path in pages if "wind" in path]
    build(site, site / "output")
    assert not [p for p in (site / "output").rglob("*.html") if "风讯" in p.read_text("utf-8")]


def test_a_column_with_items_below_it_only_is_published(site: Path) -> None:
    write_files(
        site,
        {
            "content/columns/wind/column.yaml": "title: 风讯\nkind: 海上\n",
            "content/columns/wind/gale/column.yaml": "title: 大风\n",
            "content/columns/wind/gale/may.md": "---\ntitle: 五月\n---\n\n大。\n",
        },
    )
    pages = views(site)
    top = pages["columns/index.html"]
    assert isinstance(top, TopicView)
    assert [(g.heading, [(c.title, c.href, c.count) for c in g.topics]) for g in top.groups][-1] == (
        "海上",
        [("风讯", "wind/index.html", 1)],
    )
    article = pages["articles/may.html"]
    assert isinstance(article, ArticleView)
    assert [crumb.label for crumb in article.chrome.crumbs][1:] == ["灯塔通告", "风讯", "大风", "五月"]


def test_a_site_without_columns_and_reports_has_neither_in_its_navigation(site: Path) -> None:
    bare = {name: None for name in FILES if name.startswith(("content/columns", "content/reports"))}
    write_files(site, bare)
    for folder in ("content/columns/fog", "content/columns", "content/reports/north-light/1987"):
        (site / folder).rmdir()
    pages = views(site)
    assert sorted(pages) == [
        "404.html",
        "accessibility/index.html",
        "guide/index.html",
        "index.html",
        "sitemap/index.html",
    ]
    assert [link.label for link in pages["index.html"].chrome.navigation] == ["守灯须知"]


def test_reports_know_their_neighbours_in_time_of_the_same_organ(site: Path) -> None:
    write_files(site, {**report_of(1989), **report_of(1985), **report_of(1988, "harbour", "群岛港")})
    pages = views(site)

    def neighbours(organ: str, year: int) -> list[str | None]:
        view = pages[f"reports/{organ}/{year}/index.html"]
        assert isinstance(view, ReportView)
        return [link and link.href for link in (view.previous, view.following)]

    assert neighbours("north-light", 1985) == [None, "../1987/index.html"]
    assert neighbours("north-light", 1987) == ["../1985/index.html", "../1989/index.html"]
    assert neighbours("north-light", 1989) == ["../1987/index.html", None]
    assert neighbours("harbour", 1988) == [None, None]


def test_the_archive_has_latest_years_first_and_organs_as_in_the_register(site: Path) -> None:
    write_files(site, {**report_of(1989), **report_of(1989, "harbour", "群岛港")})
    pages = views(site)
    archive = pages["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert [(year.year, year.href, year.published, year.due) for year in archive.years] == [
        (1989, "1989/index.html", 2, 2),
        (1988, "1988/index.html", 0, 1),
        (1987, "1987/index.html", 1, 1),
    ]
    assert [[organ.name for organ in group.organs] for group in archive.groups] == [["群岛港", "北岬灯塔"]]
    year = pages["reports/1989/index.html"]
    assert isinstance(year, YearView)
    assert [[item.organ for item in group.reports] for group in year.groups] == [["群岛港", "北岬灯塔"]]
    assert [item.current for item in year.years] == [True, False, False]


def test_an_organ_without_reports_has_no_page_and_no_entry(site: Path) -> None:
    archive = views(site)["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert [organ.name for group in archive.groups for organ in group.organs] == ["北岬灯塔"]


def test_figures_of_the_home_page_are_of_the_host_organ_s_latest_report(site: Path) -> None:
    later = report_of(1990)
    name = "content/reports/north-light/1990/report.yaml"
    later[name] = later[name].replace("[2, 1, 3]", "[20, 10, 30]")
    write_files(site, {**later, **report_of(1999, "harbour", "群岛港")})
    home = views(site)["index.html"]
    assert isinstance(home, HomeView)
    assert [(f.label, f.text, f.unit, f.href) for f in home.figures] == [
        ("上层灯数", "30", "", "reports/north-light/1990/index.html#A3"),
        ("存油", "12.00", "升", "reports/north-light/1990/index.html#B9"),
    ]


@pytest.mark.parametrize("path", ["index.html", "guide/index.html", "articles/october.html", "404.html"])
def test_no_meta_tag_is_empty_and_all_have_the_site_s_name(site: Path, path: str) -> None:
    meta = views(site)[path].chrome.meta
    assert dict(meta)["SiteName"] == "群岛灯塔"
    assert all(content for _, content in meta)
    assert len({name for name, _ in meta}) == len(meta)


def test_meta_tags_of_an_article(site: Path) -> None:
    meta = dict(views(site)["articles/october.html"].chrome.meta)
    assert meta["ColumnName"] == "雾讯"
    assert meta["ArticleTitle"] == "十月的雾"
    assert meta["PubDate"] == "1987-10-03"
    assert meta["ContentSource"] == "北岬灯塔"


def test_a_link_in_a_text_leads_to_the_page_of_the_file_it_names(site: Path) -> None:
    build(site, site / "output")
    report = (site / "output/reports/north-light/1987/index.html").read_text("utf-8")
    assert re.search(r'<a href="../../../guide/index.html">守灯须知</a>', report)
    guide = (site / "output/guide/index.html").read_text("utf-8")
    assert 'href="../reports/north-light/1987/index.html"' in guide
