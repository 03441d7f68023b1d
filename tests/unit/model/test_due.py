"""When reports are due, and which years the public is told are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.load.site import read_site
from gongkai.model.due import day_due, is_expected, last_due, latest_day, latest_due, missing_years
from gongkai.model.records import Site
from toy import FILES, YAML, replaced, report_of, write_site

ORGANS = "content/organs.yaml"


def site_of(root: Path, years: tuple[int, ...], register: str = "", today: str = "2024-02-10") -> Site:
    files: dict[str, str | None] = {YAML: None, YAML.replace(".yaml", ".md"): None}
    for year in years:
        files |= report_of(year)
    files[ORGANS] = replaced(FILES[ORGANS], "short_name: 北岬,", f"short_name: 北岬, {register}")
    site, _ = read_site(write_site(root, files), today)
    assert site
    return site


def missing(site: Site, earliest: int = 0) -> tuple[int, ...]:
    own = {report.year: report for report in site.reports if report.organ == "north-light"}
    return missing_years(site.organ_by_id["north-light"], own, site, earliest or min(own, default=1950))


@pytest.mark.parametrize(
    ("kind", "year", "day"),
    [
        ("department", 2022, "2023-01-31"),
        ("government", 2022, "2023-03-31"),
        ("township", 2022, ""),
        ("", 2022, ""),
        ("department", 2018, ""),
    ],
)
def test_the_law_names_a_day_for_departments_and_governments(kind: str, year: int, day: str) -> None:
    assert latest_day(kind, year) == day


@pytest.mark.parametrize(
    ("register", "today", "last"),
    [
        ("kind: department,", "2024-01-31", 2022),
        ("kind: department,", "2024-02-01", 2023),
        ("kind: government,", "2024-02-01", 2022),
        ("kind: department, to: 2022,", "2024-02-01", 2021),
        ("kind: township,", "2024-02-01", None),
        ("kind: department,", "", None),
    ],
)
def test_the_last_year_that_is_due(tmp_path: Path, register: str, today: str, last: int | None) -> None:
    site = site_of(tmp_path, (2020,), register)._replace(today=today)
    assert last_due(site.organ_by_id["north-light"], site) == last


@pytest.mark.parametrize(
    ("register", "years", "wanted"),
    [
        ("kind: department,", (2020, 2023), (2021, 2022)),
        # After the last report, where the law names a day that has passed, whatever the register says.
        ("kind: department,", (2020, 2021), (2022, 2023)),
        ("kind: government,", (2020, 2021), (2022,)),
        ("kind: township,", (2020, 2021), ()),
        ("kind: township,", (2020, 2022), (2021,)),
        # Before the first report, only where the register says since when the organ is there.
        ("kind: department, from: 2018,", (2021, 2023), (2018, 2019, 2020, 2022)),
        ("kind: department, from: 2018, to: 2021,", (2019,), (2018, 2020)),
        ("kind: department, from: 2022,", (), (2022, 2023)),
        # Without any report, the last year that is due, if the law names the kind.
        ("kind: department,", (), (2023,)),
        ("kind: government,", (), (2022,)),
        ("kind: government, to: 2022,", (), (2021,)),
        ("kind: township,", (), ()),
        ("kind: department, makes_reports: false,", (), ()),
        ("kind: department, makes_reports: false,", (2020, 2022), ()),
    ],
)
def test_missing_years(
    tmp_path: Path, register: str, years: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    assert missing(site_of(tmp_path, years, register), earliest=2010) == wanted


def test_no_year_is_missing_before_the_portal_has_any_report(tmp_path: Path) -> None:
    site = site_of(tmp_path, (2021,), "kind: department, from: 1990,", today="2023-01-01")
    assert missing(site, earliest=2019) == (2019, 2020)


def test_of_organs_that_are_not_below_the_host_no_report_is_looked_for_here(tmp_path: Path) -> None:
    site = site_of(tmp_path, (), "kind: department,")
    (harbour, light) = site.organs
    harbour = harbour._replace(kind="government")

    def expected(host: str, above: str = "harbour") -> list[bool]:
        portal = site.portal._replace(organ=host)
        organs = (harbour, light._replace(parent=above))
        made = site._replace(portal=portal, organs=organs)
        return [is_expected(organ, made) for organ in organs]

    assert expected("harbour") == [True, True]
    assert expected("north-light") == [False, True]
    assert expected("harbour", above="") == [True, False]
    assert expected("") == [True, True]
    assert expected("unknown") == [False, False]
    assert expected("north-light", above="north-light") == [False, True]


@pytest.mark.parametrize(
    ("today", "year"), [("2024-01-31", 2022), ("2024-02-01", 2023), ("2024-04-01", 2023), ("", None)]
)
def test_the_latest_year_that_any_organ_owes(tmp_path: Path, today: str, year: int | None) -> None:
    site = site_of(tmp_path, (), "kind: department,")
    (harbour, light) = site.organs
    site = site._replace(organs=(harbour._replace(kind="government"), light), today=today)
    assert latest_due(site) == year
    silent = site._replace(organs=tuple(o._replace(makes_reports=False) for o in site.organs))
    assert latest_due(silent) is None


@pytest.mark.parametrize(
    ("kind", "named"),
    [("township", False), ("subdistrict", False), ("department", True), ("government", True), ("", True)],
)
def test_the_law_names_no_office_of_a_township(tmp_path: Path, kind: str, *, named: bool) -> None:
    site = site_of(tmp_path, (), "kind: department,")
    (harbour, light) = site.organs
    quay = light._replace(id="quay", parent="north-light")
    organs = (harbour._replace(kind=kind), light._replace(parent="harbour"), quay)
    site = site._replace(portal=site.portal._replace(organ=""), organs=organs)
    for organ in organs[1:]:
        assert is_expected(organ, site) is named
        assert (last_due(organ, site) == 2023) is named
        assert day_due(organ, 2022, site) == ("2023-01-31" if named else "")
        assert missing_years(organ, {}, site, 2010) == ((2023,) if named else ())


def test_an_accepted_gap_excuses_no_year_after_the_report(tmp_path: Path) -> None:
    site = accepting(tmp_path, (2019, 2021), 2021, today="2024-02-10")
    assert missing(site) == (2022, 2023)


def test_a_gap_that_a_report_accounts_for_is_not_missing(tmp_path: Path) -> None:
    assert missing(accepting(tmp_path, (2020, 2022), 2022, today="2023-01-10")) == ()


def accepting(root: Path, years: tuple[int, ...], at: int, today: str) -> Site:
    """Read a department with reports on the years, of which one accepts the gap before it."""
    files: dict[str, str | None] = {YAML: None, YAML.replace(".yaml", ".md"): None}
    for year in years:
        files |= report_of(year)
    name = f"content/reports/north-light/{at}/report.yaml"
    files[name] = replaced(
        files[name] or "",
        "\nlamps:",
        "\naccept:\n  - {code: D513, reason: 机构改革期间没有单独编制}\n\nlamps:",
    )
    files[ORGANS] = replaced(FILES[ORGANS], "short_name: 北岬,", "short_name: 北岬, kind: department,")
    site, _ = read_site(write_site(root, files), today)
    assert site
    return site
