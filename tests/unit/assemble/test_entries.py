"""What can be found: every page with a text of its own, with figures filled in; names that mean one organ."""

from __future__ import annotations

from pathlib import Path

import pytest
from portals import article, organ, read, topic

from gongkai.assemble.entries import choices, entries, synonyms
from gongkai.assemble.holdings import hold
from gongkai.model.records import Site
from gongkai.model.search import Synonym


@pytest.fixture
def toy(site: Path) -> Site:
    return read(site)


def test_every_page_with_a_text_of_its_own_is_there(toy: Site) -> None:
    below = topic("b", articles=(article("x", organ="city", published="2024-03-01 09:30"),))
    found = {
        entry.path: entry
        for entry in entries(toy._replace(topics=topic("", topic("a", below), topic("none"))))
    }
    report = toy.reports[0]
    assert set(found) == {
        *(f"{page.id}/index.html" for page in toy.pages),
        "columns/index.html",
        "columns/a/index.html",
        "columns/b/index.html",
        "articles/x.html",
        *(f"reports/{organ.id}/index.html" for organ in hold(toy).organs),
        f"reports/{report.organ}/{report.year}/index.html",
    }
    item = found["articles/x.html"]
    assert (item.kind, item.organ, item.year, item.topic, item.date) == (
        "article",
        "city",
        2024,
        "a/b",
        "2024-03-01 09:30",
    )
    assert found["columns/index.html"].topic == ""


def test_an_article_is_found_by_its_keywords(toy: Site) -> None:
    item = article("x", organ="city", keywords=("雾笛", "灯号"))
    texts = [entry.text for entry in entries(toy._replace(topics=topic("", topic("a", articles=(item,)))))]
    assert any(text.endswith("雾笛\n灯号") for text in texts)


def test_what_an_organ_published_is_found_by_its_names_of_today(toy: Site) -> None:
    renamed = tuple(
        one._replace(name="新设机关", short_name="新机") if one.id == toy.reports[0].organ else one
        for one in toy.organs
    )
    item = article("x", organ=toy.reports[0].organ)
    site = Site(toy.portal, renamed, toy.forms, toy.reports, None, toy.pages)
    found = entries(site._replace(topics=topic("", topic("a", articles=(item,)))))
    of_it = [entry for entry in found if entry.organ == toy.reports[0].organ]
    assert {entry.kind for entry in of_it} == {"report", "article", "organ"}
    for entry in of_it:
        assert "新设机关" in entry.title + entry.text
        assert "新机" in entry.text


def test_a_report_s_text_has_its_headings_and_no_marks(toy: Site) -> None:
    report = toy.reports[0]
    entry = next(entry for entry in entries(toy) if entry.kind == "report")
    assert (entry.title, entry.year, entry.organ) == (report.title, report.year, report.organ)
    assert report.form.sections[0].heading in entry.text.split("\n")
    assert "{{" not in entry.text
    assert "#" not in entry.text


def test_organs_are_offered_as_the_register_has_them(toy: Site) -> None:
    assert [choice.value for choice in choices(toy)] == [organ.id for organ in toy.organs]


@pytest.mark.parametrize(
    ("short", "full", "pair"),
    [
        ("云汉市卫健委", "云汉市卫生健康委员会", ("卫健委", "卫生健康委员会")),
        ("岚壑县卫健委", "云汉市岚壑县卫生健康委员会", ("卫健委", "卫生健康委员会")),
        ("云汉市市监局", "云汉市市场监督管理局", ("市监局", "市场监督管理局")),
        ("云汉市政府", "云汉市人民政府", ("市政府", "市人民政府")),
        ("帆渚区政府办", "云汉市帆渚区人民政府办公室", ("区政府办", "区人民政府办公室")),
        ("发改委", "发展和改革委员会", ("发改委", "发展和改革委员会")),
        ("帆渚区司法局", "云汉市帆渚区司法局", None),
        ("", "云汉市司法局", None),
    ],
)
def test_short_names_serve_every_place(
    toy: Site, short: str, full: str, pair: tuple[str, str] | None
) -> None:
    organs = tuple(organ(own, short_name=short, name=full) for own in ("one", "two"))
    found = synonyms(toy._replace(organs=organs))
    assert found == ((Synonym(*pair),) if pair else ())
