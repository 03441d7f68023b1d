"""What was published keeps its address, or its editor hears of it."""

from __future__ import annotations

from pathlib import Path

from gongkai.diagnostics.diagnostic import Problems
from gongkai.pipeline import build
from toy import FILES, replaced, write_files

OCTOBER = "content/columns/fog/october.md"
BASE_URL = "https://a.example/x"


def built(site: Path, *, preview: bool = False) -> Problems:
    outcome = build(site, site / "output", base_url=BASE_URL, preview=preview)
    assert outcome.built
    return outcome.problems


def renamed(site: Path, line: str = "") -> None:
    text = replaced(FILES[OCTOBER], "title: 十月的雾\n", f"title: 十月的雾\n{line}")
    write_files(site, {OCTOBER: None, "content/columns/fog/autumn.md": text})


def test_an_address_that_no_page_has_any_more_is_named(site: Path) -> None:
    assert built(site) == ()
    renamed(site)
    (gone,) = built(site)
    assert (gone.code, gone.place.file, gone.arguments["path"]) == (
        "D541",
        "output/articles/october.html",
        "articles/october.html",
    )
    assert built(site) == ()


def test_a_former_address_leads_on_and_nothing_is_said(site: Path) -> None:
    built(site)
    renamed(site, "formerly: [/articles/october.html]\n")
    assert built(site) == ()
    page = (site / "output/articles/october.html").read_text("utf-8")
    assert 'href="autumn.html"' in page
    assert (site / "output/_redirects").read_text("utf-8") == (
        "/x/articles/october.html /x/articles/autumn.html 301\n"
    )


def test_without_former_addresses_there_are_no_redirects(site: Path) -> None:
    built(site)
    assert not (site / "output/_redirects").exists()


def test_a_preview_is_not_published(site: Path) -> None:
    built(site, preview=True)
    renamed(site)
    assert built(site, preview=True) == ()
    assert build(site, site / "output", preview=True).problems == ()


def test_of_many_addresses_that_are_gone_the_first_are_named_and_the_others_counted(site: Path) -> None:
    text = "---\ntitle: 某日\n---\n\n有雾。\n"
    days = {f"content/columns/fog/day-{i:02}.md": text for i in range(25)}
    write_files(site, days)
    built(site)
    write_files(site, dict.fromkeys(days))
    gone = built(site)
    # The 25 articles, and the second page of the column's list.
    assert [problem.code for problem in gone] == ["D541"] * 20
    (label,) = [related.label.zh for problem in gone for related in problem.related]
    assert label == "另有 6 个网址"
