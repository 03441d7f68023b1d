from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.check.archive import check_archive
from gongkai.check.publication import check_articles, check_publication
from gongkai.load.site import read_site
from shown import shown
from toy import FILES, YAML, replaced, report_of, write_site

TODAY = "2023-02-10"
ORGANS = "content/organs.yaml"


def problems(
    root: Path, lines: str = "", *, kind: str = "", organ: str = "", site: str = "", today: str = TODAY
) -> list[str]:
    """Check dates of the toy's report, on 2022 and with more lines, on a day."""
    data = FILES[YAML].replace("1987", "2022")
    register = f"kind: {kind}, {organ}" if kind else organ
    files = {
        YAML: None,
        YAML.replace("report.yaml", "report.md"): None,
        YAML.replace("1987", "2022"): replaced(data, "\nlamps:", f"{lines}\n\nlamps:"),
        YAML.replace("1987", "2022").replace(".yaml", ".md"): "灯。\n",
        ORGANS: replaced(FILES[ORGANS], "short_name: 北岬,", f"short_name: 北岬, {register}"),
        "content/site.yaml": FILES["content/site.yaml"] + site,
    }
    read, _ = read_site(write_site(root, files), today)
    assert read
    found = [problem for report in read.reports for problem in check_publication(report, read)]
    return [line.partition(":")[2] for line in shown([*found, *check_archive(read), *check_articles(read)])]


@pytest.mark.parametrize(
    ("published", "kind", "wanted"),
    [
        ("2023-01-31", "department", ""),
        ("2023-01-31 23:59", "department", ""),
        ("2023-02-01", "department", "D512"),
        ("2023-02-01", "government", ""),
        ("2023-02-01", "township", ""),
        ("2023-02-01", "subdistrict", ""),
        ("2023-02-01", "", ""),
        ("2022-12-31", "department", "D511"),
        ("2023-01-01", "department", ""),
        ("2023-02-10 23:59", "government", ""),
        ("2023-02-11", "government", "D510"),
        ("2023-02-11", "department", "D510"),
        ("2021-02-11", "township", "D511"),
    ],
)
def test_a_date_of_publication_is_compared_with_its_year_today_and_the_law(
    tmp_path: Path, published: str, kind: str, wanted: str
) -> None:
    found = problems(tmp_path, f"published: {published}", kind=kind)
    assert found == ([f"5:12 {wanted}"] if wanted else [])


def test_a_government_is_late_after_march(tmp_path: Path) -> None:
    found = problems(tmp_path, "published: 2023-04-01", kind="government", today="2023-05-01")
    assert found == ["5:12 D512"]


def test_a_report_without_a_date_is_not_called_late(tmp_path: Path) -> None:
    assert problems(tmp_path, kind="department", today="2026-01-01") == []


def test_reports_on_years_before_the_dates_held_are_not_called_late(tmp_path: Path) -> None:
    files = {
        YAML: replaced(FILES[YAML], "\nlamps:", "published: 1988-05-01\n\nlamps:"),
        ORGANS: FILES[ORGANS].replace("short_name: 北岬", "kind: department, short_name: 北岬"),
    }
    read, _ = read_site(write_site(tmp_path, files), TODAY)
    assert read
    assert list(check_publication(read.reports[0], read)) == []


def test_an_article_is_not_published_in_the_future(tmp_path: Path) -> None:
    for today, wanted in (("1987-10-02", ["october.md:3:12 D510"]), ("1987-10-03", [])):
        read, _ = read_site(write_site(tmp_path, {}), today)
        assert read
        assert shown(check_articles(read)) == wanted


def review(day: str) -> str:
    return f"published: 2023-01-18 10:00\nreview: {{reviewer: 守灯人, date: {day}, conclusion: 可以公开}}"


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2023-01-17", False),
        ("2023-01-18", False),
        ("2023-01-18 09:59", False),
        ("2023-01-18 10:01", True),
        ("2023-01-19", True),
    ],
)
def test_a_review_comes_before_publication(tmp_path: Path, day: str, *, late: bool) -> None:
    assert problems(tmp_path, review(day)) == (["6:31 D518"] if late else [])


def test_a_review_is_not_in_the_future_where_nothing_is_published_yet(tmp_path: Path) -> None:
    lines = "review: {reviewer: 守灯人, date: 2023-02-11, conclusion: 可以公开}"
    assert problems(tmp_path, lines) == ["5:31 D518"]


def test_a_review_is_wanted_only_where_the_portal_asks_for_one(tmp_path: Path) -> None:
    asked = "required: [review]\n"
    assert problems(tmp_path / "a") == []
    assert problems(tmp_path / "b", site=asked) == ["1:1 D514"]
    assert problems(tmp_path / "c", review("2023-01-17"), site=asked) == []
    # One that cannot be read has a problem of its own, and is not called missing.
    assert problems(tmp_path / "d", review("2023-13-17"), site=asked) == []


def gaps(root: Path, years: tuple[int, ...], organ: str = "", today: str = "1995-02-10") -> list[str]:
    files: dict[str, str | None] = {YAML: None, YAML.replace(".yaml", ".md"): None}
    for year in years:
        files |= report_of(year)
    files[ORGANS] = replaced(FILES[ORGANS], "short_name: 北岬,", f"short_name: 北岬, {organ}")
    read, _ = read_site(write_site(root, files), today)
    assert read
    return [f"{year_or_register(p.place.file)} {p.arguments['years'].zh}" for p in check_archive(read)]  # type: ignore[union-attr] - an argument may be a number


def year_or_register(file: str) -> str:
    """Give the year of a report's file, or the name of the register."""
    return file.split("/")[3] if file.endswith("report.yaml") else file.rpartition("/")[2]


def test_years_between_two_reports_are_wanted(tmp_path: Path) -> None:
    assert gaps(tmp_path / "a", (1987, 1988, 1989)) == []
    assert gaps(tmp_path / "b", (1987, 1989, 1992)) == ["1989 1988", "1992 1990、1991"]


def test_years_before_and_after_are_wanted_only_where_the_register_says_from_when(tmp_path: Path) -> None:
    assert gaps(tmp_path / "a", (1987,), "kind: department,") == []
    assert gaps(tmp_path / "b", (1987,), "from: 1985,") == ["1987 1985、1986"]
    assert gaps(tmp_path / "c", (1987,), "from: 1900,")[0].startswith("1987 1950、1951")


@pytest.mark.parametrize(
    ("kind", "today", "wanted"),
    [
        ("department", "2023-01-31", ["organs.yaml 2021"]),
        ("department", "2023-02-01", ["organs.yaml 2021、2022"]),
        ("government", "2023-03-31", ["organs.yaml 2021"]),
        ("government", "2023-04-01", ["organs.yaml 2021、2022"]),
        ("township", "2023-12-31", []),
    ],
)
def test_a_year_is_due_only_once_its_date_has_passed(
    tmp_path: Path, kind: str, today: str, wanted: list[str]
) -> None:
    assert gaps(tmp_path, (2020,), f"kind: {kind}, from: 2020,", today) == wanted


def test_years_in_which_the_organ_was_not_there_are_not_wanted(tmp_path: Path) -> None:
    register = "kind: department, from: 2020, to: 2022,"
    assert gaps(tmp_path, (2020, 2021), register, "2026-01-01") == []


def test_a_report_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    files: dict[str, str] = {**report_of(1987), **report_of(1988), **report_of(1989)}
    files["content/reports/north-light/1988/report.yaml"] = "format: [\n"
    read, _ = read_site(write_site(tmp_path, files), TODAY)
    assert read
    assert list(check_archive(read)) == []


def told(
    root: Path, register: str, reports: dict[str, tuple[int, ...]], today: str = "2024-02-10"
) -> list[str]:
    """Give what is said of an archive: the code, the organ or organs, the years or the year."""
    lines = "".join(f"  - {{{line}}}\n" for line in register.split("\n"))
    files: dict[str, str | None] = {YAML: None, YAML.replace(".yaml", ".md"): None}
    for organ, years in reports.items():
        for year in years:
            for name, text in report_of(year).items():
                title = f"title: 北岬灯塔{year}年"
                own = text.replace("organ: north-light", f"organ: {organ}").replace(
                    title, f"title: {organ}{year}年"
                )
                files[name.replace("north-light", organ)] = own
    files["content/site.yaml"] = replaced(FILES["content/site.yaml"], "organ: north-light", "organ: city")
    read, _ = read_site(write_site(root, {**files, ORGANS: f"organs:\n{lines}"}), today)
    assert read
    found = [(p.code, p.arguments) for p in check_archive(read)]
    return [
        " ".join(
            str(getattr(a, "zh", a))
            for a in (code, given.get("organ") or given["organs"], given.get("years") or given["year"])
        )
        for code, given in found
    ]


CITY = "id: city, name: city, kind: government"
TOWN = "id: town, name: town, kind: township, parent: city"
WATER = "id: water, name: water, kind: department, parent: city"


@pytest.mark.parametrize(
    ("register", "reports", "wanted"),
    [
        (f"{CITY}\n{WATER}", {"city": (2021, 2022)}, ["D542 water 2023"]),
        (f"{CITY}\n{WATER}", {"city": (2018, 2019, 2020, 2021, 2022)}, ["D542 water 2023"]),
        (f"{CITY}\n{WATER}, from: 2019", {"city": (2021, 2022)}, ["D542 water 2021、2022、2023"]),
        (f"{CITY}\n{TOWN}\n{WATER.replace('city', 'town')}", {"city": (2021, 2022)}, []),
        (f"{CITY}\n{WATER}, makes_reports: false", {"city": (2021, 2022)}, []),
        (f"{CITY}\n{WATER.replace('department', 'township')}", {"city": (2021, 2022)}, []),
        # The end of an archive, once others have gone on.
        (f"{CITY}\n{WATER}", {"city": (2021, 2022), "water": (2021,)}, ["D513 water 2022"]),
        (f"{CITY}\n{WATER}", {"city": (2021, 2022), "water": (2021, 2022)}, []),
        (
            f"{CITY}\n{WATER}, from: 2019",
            {"city": (2019, 2020, 2021, 2022), "water": (2019, 2021)},
            ["D513 water 2020", "D513 water 2022、2023"],
        ),
        # Its beginning: nobody knows, if the register does not say.
        (f"{CITY}\n{WATER}", {"city": (2021, 2022), "water": (2022,)}, ["D543 water 2021"]),
        (f"{CITY}\n{WATER}, from: 2022", {"city": (2021, 2022), "water": (2022, 2023)}, []),
        (
            f"{CITY}\n{WATER}, from: 2020",
            {"city": (2021, 2022), "water": (2022, 2023)},
            ["D513 water 2020、2021"],
        ),
        (f"{CITY}\n{WATER}", {}, []),
    ],
)
def test_an_editor_is_told_of_all_that_the_public_is_told_is_missing(
    tmp_path: Path, register: str, reports: dict[str, tuple[int, ...]], wanted: list[str]
) -> None:
    assert told(tmp_path, register, reports) == wanted


def test_many_organs_whose_beginning_is_unknown_are_told_of_once(tmp_path: Path) -> None:
    others = [f"id: d{i}, name: d{i}, kind: department, parent: city" for i in range(5)]
    reports = {"city": (2021, 2022), **{f"d{i}": (2022, 2023) for i in range(5)}}
    assert told(tmp_path, "\n".join((CITY, *others)), reports) == ["D543 d0、d1、d2 等 2021"]
