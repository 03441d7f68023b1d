"""The archive: every organ and due year, what is missing, levels, neighbours, an organ's life."""

from __future__ import annotations

from pathlib import Path

import pytest
from portals import NOWHERE, article, organ, read, topic, views_of

from gongkai.assemble.levels import grouped
from gongkai.model.records import Organ, Report, Site, Succession
from gongkai.model.views import ArchiveView, HomeView, OrganView, ReportView, YearView

CITY = organ("city", "government")
OFFICE = organ("office", "government_office", "city")
WATER = organ("water", "department", "city")
COUNTY = organ("county", "government", "city")
SCHOOLS = organ("schools", "department", "county")
VILLAGE = organ("village", "township", "county")
REGISTER = (WATER, CITY, OFFICE, COUNTY, SCHOOLS, VILLAGE)


@pytest.fixture
def toy(site: Path) -> Site:
    return read(site)


def portal(
    toy: Site, organs: tuple[Organ, ...], reports: dict[str, tuple[int, ...]], today: str = "2024-02-10"
) -> Site:
    first = toy.reports[0]
    made = [
        first._replace(organ=name, year=year, title=f"{name}{year}")
        for name in reports
        for year in reports[name]
    ]
    return toy._replace(
        portal=toy.portal._replace(organ="city", highlights=()),
        organs=organs,
        reports=tuple(made),
        today=today,
        topics=None,
    )


def report_at(site: Site, name: str, year: int, **more: object) -> Site:
    changed: list[Report] = [
        r._replace(**more) if r.key == (name, year) else r  # type: ignore[arg-type]
        for r in site.reports
    ]
    return site._replace(reports=tuple(changed))


def test_organs_stand_by_level_then_by_kind_then_as_registered(toy: Site) -> None:
    site = portal(
        toy, REGISTER, dict.fromkeys(("city", "office", "water", "county", "schools", "village"), (2022,))
    )
    archive = views_of(site)["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert [(group.id, group.heading, [o.name for o in group.organs]) for group in archive.groups] == [
        ("level-city-government-office", "city名：政府及其办公厅（室）", ["city名", "office名"]),
        ("level-city-department", "city名：政府部门", ["water名"]),
        ("level-county-government-office", "county名：人民政府", ["county名"]),
        ("level-county-department", "county名：政府部门", ["schools名"]),
        ("level-county-township", "county名：乡镇", ["village名"]),
    ]


def test_the_host_s_level_comes_first_even_below_another(toy: Site) -> None:
    site = portal(toy, REGISTER, {})
    site = site._replace(portal=site.portal._replace(organ="county"))
    assert [group.head.id for group in grouped(site, REGISTER) if group.head] == ["county"] * 3 + ["city"] * 2


def test_without_governments_organs_stand_by_kind_alone(toy: Site) -> None:
    organs = (organ("a", "township"), organ("b", "department"), organ("c"), organ("d", "department", "b"))
    groups = grouped(portal(toy, organs, {}), organs)
    assert [(group.kind, [o.id for o in group.organs]) for group in groups] == [
        ("department", ["b", "d"]),
        ("township", ["a"]),
        ("", ["c"]),
    ]


def test_a_circle_of_parents_does_not_hang(toy: Site) -> None:
    organs = (organ("a", "government", "b"), organ("b", "government", "a"))
    assert [o.id for group in grouped(portal(toy, organs, {}), organs) for o in group.organs] == ["a", "b"]


def test_missing_reports_stand_at_their_places_with_the_day_they_were_due(toy: Site) -> None:
    register = (WATER, CITY, OFFICE, VILLAGE)
    site = portal(toy, register, {"city": (2022,), "water": (2020, 2022), "office": (2020, 2022)})
    pages = views_of(site)
    year = pages["reports/2021/index.html"]
    assert isinstance(year, YearView)
    assert (year.published, year.missing) == (0, 2)
    assert [[(i.organ, i.href, i.missing, i.due) for i in group.reports] for group in year.groups] == [
        [("office名", "", True, "")],
        [("water名", "", True, "2022-01-31")],
    ]
    assert year.groups[1].reports[0].title == "water名2021年政府信息公开工作年度报告"
    water = pages["reports/water/index.html"]
    assert isinstance(water, OrganView)
    assert [(item.year, item.missing) for item in water.reports] == [
        (2023, True),
        (2022, False),
        (2021, True),
        (2020, False),
    ]
    archive = pages["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert [(item.year, item.published, item.due) for item in archive.years] == [
        (2023, 0, 1),
        (2022, 3, 3),
        (2021, 0, 2),
        (2020, 2, 2),
    ]
    assert (archive.published, archive.missing) == (5, 3)
    home = pages["index.html"]
    assert isinstance(home, HomeView)
    assert [item.organ for item in home.missing] == ["water名"]
    assert home.missing_count == 1


def test_an_organ_that_has_never_reported_is_there_once_it_should_have(toy: Site) -> None:
    late = WATER._replace(from_year=2022)
    site = portal(toy, (CITY, late, OFFICE), {"city": (2022,)})
    page = views_of(site)["reports/water/index.html"]
    assert isinstance(page, OrganView)
    assert [(item.year, item.due) for item in page.reports] == [(2023, "2024-01-31"), (2022, "2023-01-31")]
    assert "reports/office/index.html" not in views_of(site)


def test_an_organ_without_any_report_is_listed_by_year_by_organ_and_at_home(toy: Site) -> None:
    site = portal(toy, REGISTER, {"city": (2021, 2022), "office": (2022,), "water": (2021, 2022, 2023)})
    pages = views_of(site)
    year = pages["reports/2022/index.html"]
    assert isinstance(year, YearView)
    listed = [(item.organ, item.due) for group in year.groups for item in group.reports if item.missing]
    assert listed == [("county名", "2023-03-31")]
    page = pages["reports/schools/index.html"]
    assert isinstance(page, OrganView)
    assert [(item.year, item.missing, item.due) for item in page.reports] == [(2023, True, "2024-01-31")]
    archive = pages["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert [(o.name, o.published, o.missing) for g in archive.groups for o in g.organs if o.missing] == [
        ("county名", 0, 1),
        ("schools名", 0, 1),
    ]
    home = pages["index.html"]
    assert isinstance(home, HomeView)
    assert [(item.organ, item.year) for item in home.missing] == [("schools名", 2023)]
    assert "reports/village/index.html" not in pages, "the law names no day for townships"


def test_the_home_page_names_what_is_missing_of_the_last_year_that_is_due(toy: Site) -> None:
    register = (CITY, WATER, SCHOOLS._replace(parent="city"))
    reports = {"city": (2022,), "water": (2021, 2022, 2023), "schools": (2021,)}

    def named(today: str) -> list[tuple[str, int]]:
        home = views_of(portal(toy, register, reports, today))["index.html"]
        assert isinstance(home, HomeView)
        return [(item.organ, item.year) for item in home.missing]

    # A report that was published early opens its year before any is due.
    assert named("2024-01-31") == [("schools名", 2022)]
    assert named("2024-02-01") == [("schools名", 2023)]
    assert named("2024-04-01") == [("city名", 2023), ("schools名", 2023)]


def test_neighbours_of_a_report(toy: Site) -> None:
    names = ("city", "office", "water", "county", "schools")
    site = portal(toy, REGISTER, dict.fromkeys(names, (2021, 2022)))
    page = views_of(site)["reports/city/2022/index.html"]
    assert isinstance(page, ReportView)
    assert page.previous
    assert (page.previous.href, page.following, page.parent) == ("../2021/index.html", None, None)
    assert [link.href for link in page.children] == [
        f"../../{name}/2022/index.html" for name in ("water", "office", "county")
    ]
    school = views_of(site)["reports/schools/2022/index.html"]
    assert isinstance(school, ReportView)
    assert school.parent
    assert (school.parent.label, school.parent.href) == ("county名", "../../county/2022/index.html")


def in_time(site: Site, name: str, year: int) -> list[tuple[str, str] | None]:
    page = views_of(site)[f"reports/{name}/{year}/index.html"]
    assert isinstance(page, ReportView)
    return [(link.label, link.href) if link else None for link in (page.previous, page.following)]


def test_a_year_that_is_missing_is_named_between_two_reports(toy: Site) -> None:
    site = portal(toy, (CITY, WATER), {"city": (2022,), "water": (2019, 2022)})
    assert in_time(site, "water", 2022) == [("2019年（2020年、2021年未公布）", "../2019/index.html"), None]
    assert in_time(site, "water", 2019) == [None, ("2022年（2020年、2021年未公布）", "../2022/index.html")]


def test_a_merger_is_followed_from_report_to_report(toy: Site) -> None:
    old, older = WATER._replace(to_year=2021), organ("older", "department", "city", to_year=2021)
    formed = organ("new", "department", "city", from_year=2022)
    took_over = formed._replace(lineage=(Succession(2022, ("water",), "", "", NOWHERE),))
    reports = {"water": (2020, 2021), "older": (2020, 2021), "new": (2022, 2023)}
    site = portal(toy, (CITY, old, older, took_over), reports)
    assert in_time(site, "water", 2021) == [
        ("2020年", "../2020/index.html"),
        ("2022年（new名）", "../../new/2022/index.html"),
    ]
    assert in_time(site, "water", 2020)[1] == ("2021年", "../2021/index.html")
    assert in_time(site, "new", 2022)[0] == ("2021年（water名）", "../../water/2021/index.html")
    assert in_time(site, "new", 2023)[0] == ("2022年", "../2022/index.html")
    assert in_time(site, "older", 2021)[1] is None
    # Of several that it was formed from none is the one before.
    both = formed._replace(lineage=(Succession(2022, ("water", "older"), "", "", NOWHERE),))
    site = portal(toy, (CITY, old, older, both), reports)
    assert in_time(site, "new", 2022)[0] is None
    assert in_time(site, "older", 2021)[1] == ("2022年（new名）", "../../new/2022/index.html")
    archive = views_of(site)["reports/index.html"]
    assert isinstance(archive, ArchiveView)
    assert {o.name: o.until for g in archive.groups for o in g.organs if o.until} == {
        "water名": 2021,
        "older名": 2021,
    }


def test_a_report_names_few_of_many_reports_below_it_and_how_many_there_are(toy: Site) -> None:
    below = tuple(organ(f"d{i}", "department", "city") for i in range(300))
    site = portal(toy, (CITY, *below), {o.id: (2022,) for o in (CITY, *below)})
    page = views_of(site)["reports/city/2022/index.html"]
    assert isinstance(page, ReportView)
    assert len(page.children) < 50
    assert page.children_count == 300


def test_a_report_s_parent_is_that_of_its_year(toy: Site) -> None:
    moved = SCHOOLS._replace(lineage=(Succession(2022, (), "city", "", NOWHERE),))
    site = portal(toy, (CITY, COUNTY, moved), dict.fromkeys(("city", "county", "schools"), (2021, 2022)))
    pages = views_of(site)
    labels = []
    for year in (2021, 2022):
        page = pages[f"reports/schools/{year}/index.html"]
        assert isinstance(page, ReportView)
        assert page.parent
        labels.append(page.parent.label)
    assert labels == ["city名", "county名"]


def test_an_organ_s_page_has_those_above_and_below_it_its_articles_and_its_life(toy: Site) -> None:
    formed = COUNTY._replace(from_year=2020, lineage=(Succession(2020, ("old", "older"), "", "", NOWHERE),))
    old = organ("old", "government", "city", to_year=2019)
    older = organ("older", "government", "city", to_year=2019)
    site = portal(
        toy,
        (CITY, formed, old, older, SCHOOLS),
        {"city": (2019, 2020), "county": (2020,), "old": (2018,), "schools": (2020, 2021)},
        today="2021-06-01",
    )
    site = site._replace(topics=topic("", topic("a", articles=(article("x", organ="county"), article("y")))))
    pages = views_of(site)
    page = pages["reports/county/index.html"]
    assert isinstance(page, OrganView)
    assert page.parent
    assert page.parent.label == "city名"
    assert [(child.name, child.published, child.latest, child.missing) for child in page.children] == [
        ("schools名", 2, 2021, 0)
    ]
    assert [item.title for item in page.articles] == ["x"]
    assert page.history == ("2020年，由old名、older名组建",)
    before = pages["reports/old/index.html"]
    assert isinstance(before, OrganView)
    assert before.history == ("2019年以后不再设置，有关职责由county名承接",)


def test_the_latest_reports_are_those_published_last(toy: Site) -> None:
    names = {"city": (2021,), "office": (2022,), "water": (2020,)}
    site = portal(toy, REGISTER, names)
    site = report_at(site, "water", 2020, published="2023-05-01")
    home = views_of(site)["index.html"]
    assert isinstance(home, HomeView)
    assert [item.organ for item in home.reports] == ["water名", "office名", "city名"]


def test_an_organ_s_name_is_text_whatever_is_in_it(toy: Site) -> None:
    odd = CITY._replace(name='县“<b>水</b>&"务局')
    page = views_of(portal(toy, (odd,), {"city": (2022,)}))["reports/city/index.html"]
    assert isinstance(page, OrganView)
    assert page.name == odd.name
