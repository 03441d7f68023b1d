"""What changes in the content changes on every page, list, feed and map that shows it, by a build alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from program import gongkai, public
from toy import FILES, report_of, write_files, write_site

HOME = "https://light.example/"
OLD, NEW = "北岬灯塔", "南岬灯塔"
ARTICLE = "---\ntitle: {title}\npublished: 1987-11-04\norgan: north-light\n{more}---\n\n浪高三尺。\n"
PORTAL = {
    "content/site.yaml": FILES["content/site.yaml"] + f"base_url: {HOME}\n",
    "content/columns/sea/column.yaml": "title: 海况\nsummary: 浪有多高\n",
    "content/columns/sea/waves.md": ARTICLE.format(title="十一月的浪", more=""),
    "content/columns/sea/swell.md": ARTICLE.format(title="十二月的涌", more=""),
}


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", PORTAL)


def built(portal: Path) -> dict[str, str]:
    """Build the portal and give its published texts, by path."""
    run = gongkai("build", cwd=portal)
    assert run.code == 0, run.said
    return {
        path: content.decode()
        for path, content in public(portal / "output").items()
        if not path.startswith("assets/")
    }


def site_map(site: dict[str, str]) -> list[str]:
    return sorted(re.findall(r"<loc>(\S+)</loc>", site["sitemap.xml"]))


def holding(site: dict[str, str], text: str) -> set[str]:
    return {path for path, content in site.items() if text in content}


def test_an_organ_takes_its_new_name_everywhere(portal: Path) -> None:
    shown = holding(built(portal), OLD)
    for path in (path for path in portal.glob("content/**/*.*") if path.is_file()):
        path.write_text(path.read_text("utf-8").replace(OLD, NEW).replace("北岬", "南岬"), "utf-8")
    after = built(portal)
    assert not holding(after, "北岬")
    lists = {"index.html", "reports/index.html", "reports/1987/index.html", "reports/north-light/index.html"}
    others = {"articles/waves.html", "feed.xml", "reports/north-light/feed.xml", "search/organs.js"}
    assert lists | others <= shown <= holding(after, NEW)


def test_a_year_comes_with_its_report_and_goes_with_it(portal: Path) -> None:
    before = built(portal)
    files = report_of(1988)
    data = next(path for path in files if path.endswith(".yaml"))
    write_files(portal, {**files, data: files[data] + "published: 1989-01-20\n"})
    after = built(portal)
    report, year = "reports/north-light/1988/index.html", "reports/1988/index.html"
    assert {report, year} <= set(after) - set(before)
    assert "1988/index.html" in after["reports/index.html"]
    assert "../1988/index.html" in after["reports/north-light/1987/index.html"], "the year before leads on"
    assert f"{HOME}reports/north-light/1988/" in after["feed.xml"]
    assert f"{HOME}reports/north-light/1988/" in after["reports/north-light/feed.xml"]
    assert f"{HOME}reports/1988/" in after["sitemap.xml"]
    assert '"1988"' in after["search/filters.js"]
    shutil.rmtree((portal / data).parent)
    assert built(portal) == before


def test_a_column_moves_below_another_and_keeps_every_address(portal: Path) -> None:
    before = built(portal)
    columns = portal / "content" / "columns"
    (columns / "sea").rename(columns / "fog" / "sea")
    after = built(portal)
    assert set(after) == set(before)
    assert after["columns/sea/feed.xml"].replace("fog/", "") == before["columns/sea/feed.xml"]
    assert "../sea/index.html" in after["columns/fog/index.html"]
    for below, site in ((True, after), (False, before)):
        top, _, _ = site["articles/waves.html"].partition("<h1")
        assert ("columns/fog/index.html" in top) is below, "the way up leads through the column above"
    assert "十一月的浪" in after["columns/fog/feed.xml"]
    assert "十一月的浪" not in before["columns/fog/feed.xml"]
    assert '"fog/sea"' in after["search/filters.js"]
    assert site_map(after) == site_map(before)


def test_a_deleted_article_leaves_nothing_behind(portal: Path) -> None:
    assert len(holding(built(portal), "十二月的涌")) > 3
    write_files(portal, {"content/columns/sea/swell.md": None})
    after = built(portal)
    assert not holding(after, "十二月的涌")
    assert not holding(after, "swell")
    write_files(portal, {"content/columns/sea/waves.md": None})
    assert not holding(built(portal), "海况"), "a column without articles is not published"


def test_what_moved_is_led_on_to_from_its_former_addresses(portal: Path) -> None:
    built(portal)
    former = "formerly: [articles/waves.html, bulletin/1987/11.html]\n"
    title = "十一月的浪（改）"
    write_files(
        portal,
        {
            "content/columns/sea/waves.md": None,
            "content/columns/sea/high-waves.md": ARTICLE.format(title=title, more=former),
            "content/columns/sea/column.yaml": "title: 海况\nid: the-sea\nformerly: [columns/sea/]\n",
        },
    )
    after = built(portal)
    assert "url=high-waves.html" in after["articles/waves.html"]
    assert "url=../../articles/high-waves.html" in after["bulletin/1987/11.html"]
    assert "url=../the-sea/index.html" in after["columns/sea/index.html"]
    lines = after["_redirects"].splitlines()
    assert "/articles/waves.html /articles/high-waves.html 301" in lines
    assert "/bulletin/1987/11.html /articles/high-waves.html 301" in lines
    assert "/columns/sea/ /columns/the-sea/ 301" in lines
    for moved in ("articles/waves.html", "bulletin/1987/11.html", "columns/sea/"):
        assert f"<loc>{HOME}{moved}</loc>" not in after["sitemap.xml"]
    assert f"<loc>{HOME}articles/high-waves.html</loc>" in after["sitemap.xml"]
