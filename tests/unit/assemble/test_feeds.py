"""What feeds tell of: what has a date, the latest first, of a column with all below it, of an organ."""

from __future__ import annotations

from pathlib import Path

import pytest
from portals import article, frame_of, read, topic

from gongkai.assemble.feeds import LENGTH
from gongkai.model.records import Site


@pytest.fixture
def toy(site: Path) -> Site:
    return read(site)


def told(site: Site) -> dict[str, list[str]]:
    return {path: [entry.path for entry in feed.entries] for path, feed in frame_of(site).feeds.items()}


def test_columns_tell_of_what_is_below_them_and_organs_of_what_is_theirs(toy: Site) -> None:
    below = topic("b", articles=(article("y", published="1988-01-02", organ="north-light"),))
    site = toy._replace(
        topics=topic("", topic("a", below, articles=(article("x", published="1988-01-01"), article("z")))),
        reports=(toy.reports[0]._replace(published="1988-01-01 08:00"),),
    )
    report = "reports/north-light/1987/index.html"
    assert told(site) == {
        "feed.xml": ["articles/y.html", report, "articles/x.html"],
        "columns/a/feed.xml": ["articles/y.html", "articles/x.html"],
        "columns/b/feed.xml": ["articles/y.html"],
        "reports/north-light/feed.xml": ["articles/y.html", report],
    }


def test_a_feed_has_the_latest_entries_only(toy: Site) -> None:
    articles = tuple(article(f"n{i:03}", published=f"1988-01-{i % 28 + 1:02}") for i in range(300))
    site = toy._replace(topics=topic("", topic("a", articles=articles)))
    entries = frame_of(site).feeds["columns/a/feed.xml"].entries
    assert len(entries) == LENGTH
    assert entries[0].published == "1988-01-28"
    assert entries[-1].published >= "1988-01-23"


def test_nothing_without_a_date_is_told_and_no_empty_feed_is_made(toy: Site) -> None:
    assert set(told(toy)) == {"feed.xml", "columns/fog/feed.xml"}
    assert frame_of(toy, base_url="").feeds == {}


def test_an_article_of_no_organ_is_by_the_portal_s_own_and_a_repeal_is_news(toy: Site) -> None:
    articles = (
        article("a", published="1988-01-02 09:30", repealed="1989-03-04"),
        article("b", published="1988-01-01", organ="north-light"),
        article("c", published="1987-12-31", source="港务局"),
    )
    entries = (
        frame_of(toy._replace(topics=topic("", topic("x", articles=articles)))).feeds["feed.xml"].entries
    )
    names = [site_organ.name for site_organ in toy.organs if site_organ.id == toy.portal.organ]
    assert [entry.author for entry in entries] == [*names, toy.organ_by_id["north-light"].name, "港务局"]
    assert [entry.updated for entry in entries] == ["1989-03-04", "1988-01-01", "1987-12-31"]
