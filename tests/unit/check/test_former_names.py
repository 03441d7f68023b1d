"""A title with a name that the register does not have: a former one, or a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.check.agreement import check_title
from gongkai.check.selves import check_selves
from gongkai.load.site import read_site
from gongkai.model.records import Report, Site
from gongkai.model.titles import name_in_title
from toy import YAML, report_of, write_site

ORGANS = "content/organs.yaml"
NOW = "北岬灯塔"
OTHERS = """\
  - {id: harbour, name: 群岛港, short_name: 港}
  - {id: south, name: 南岬灯塔, lineage: [{year: 1970, name: 老灯塔}]}
"""


def site_of(root: Path, titles: dict[int, str], more: str = "", text: str = "") -> Site:
    files: dict[str, str | None] = {YAML: None, YAML.replace(".yaml", ".md"): None}
    for year, name in titles.items():
        for path, content in report_of(year).items():
            files[path] = content.replace(f"title: {NOW}{year}年", f"title: {name}{year}年")
            if text and path.endswith(".md"):
                files[path] = content.replace("雾多。", text)
    short = "" if "short_name" in more else ", short_name: 北岬"
    files[ORGANS] = f"organs:\n{OTHERS}  - {{id: north-light, name: {NOW}{short}{more}}}\n"
    site, _ = read_site(write_site(root, files))
    assert site
    assert len(site.reports) == len(titles)
    return site


def found(site: Site) -> list[str]:
    problems = [problem for report in site.reports for problem in check_title(report, site)]
    return [f"{p.place.file.split('/')[-2]} {p.code}" for p in problems]


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        # A name that is not in the texts is asked about once, at the last title.
        ({1985: "望海塔", 1986: "望海塔", 1987: "望海塔"}, ["1987 D545"]),
        ({1985: "望海塔", 1986: "望海塔", 1987: NOW}, ["1986 D545"]),
        # So is the present one with characters left out, or put in.
        ({1985: "北岬塔", 1986: "北岬塔"}, ["1986 D545"]),
        ({1985: "岬灯塔", 1986: "岬灯塔", 1987: NOW}, ["1986 D545"]),
        ({1985: "新北岬灯塔", 1986: "新北岬灯塔"}, ["1986 D545"]),
        ({1986: "北岬塔"}, ["1986 D545"]),
        # It had its present name before: it cannot have had another one after.
        ({1985: NOW, 1986: "望海塔", 1987: "望海塔"}, ["1986 D234", "1987 D234"]),
        ({1985: NOW, 1986: "望海塔"}, ["1986 D234"]),
        ({1986: "望海塔"}, ["1986 D545"]),
        ({1986: "望海塔", 1987: NOW}, ["1986 D545"]),
        ({1985: "望海塔", 1986: "观海塔", 1987: NOW}, ["1985 D545", "1986 D545"]),
        # A title before the present name is asked about, one after it is wrong.
        ({1985: "望海塔", 1986: NOW, 1987: "望海塔"}, ["1985 D545", "1987 D234"]),
        # A short name, a slip, no name, another year: once or in all of them.
        ({1986: "北岬"}, ["1986 D234"]),
        ({1986: "北岬", 1987: "北岬"}, ["1986 D234", "1987 D234"]),
        ({1986: "“北岬灯塔”"}, ["1986 D234"]),
        ({1986: "“北岬灯塔”", 1987: "“北岬灯塔”"}, ["1986 D234", "1987 D234"]),
        ({1986: "北岬 灯塔", 1987: "北岬 灯塔"}, ["1986 D234", "1987 D234"]),
        ({1986: "", 1987: ""}, ["1986 D234", "1987 D234"]),
        ({1986: "望海塔1985年", 1987: "望海塔1985年"}, ["1986 D234", "1987 D234"]),
        # Another organ's name, of today or of then, or its short one.
        ({1986: "南岬灯塔", 1987: "南岬灯塔"}, ["1986 D234", "1987 D234"]),
        ({1986: "老灯塔", 1987: "老灯塔"}, ["1986 D234", "1987 D234"]),
        ({1986: "港", 1987: "港"}, ["1986 D234", "1987 D234"]),
    ],
)
def test_a_name_that_is_not_the_organ_s(tmp_path: Path, titles: dict[int, str], wanted: list[str]) -> None:
    assert found(site_of(tmp_path, titles)) == wanted


@pytest.mark.parametrize(
    ("titles", "text", "wanted"),
    [
        # All have another name, or all up to some year: it was renamed. That is told once.
        ({1985: "望海塔", 1986: "望海塔", 1987: "望海塔"}, "望海塔雾多。", ["content D544"]),
        ({1985: "望海塔", 1986: "望海塔", 1987: NOW}, "望海塔雾多。", ["content D544"]),
        # Also where the former name is the present one with characters left out, or put in.
        ({1985: "北岬塔", 1986: "北岬塔"}, "北岬塔雾多。", ["content D544"]),
        ({1985: "岬灯塔", 1986: "岬灯塔", 1987: NOW}, "岬灯塔雾多。", ["content D544"]),
        ({1985: "新北岬灯塔", 1986: "新北岬灯塔"}, "新北岬灯塔雾多。", ["content D544"]),
        # One report alone does not tell.
        ({1986: "望海塔"}, "望海塔雾多。", ["1986 D545"]),
        ({1986: "北岬塔"}, "北岬塔雾多。", ["1986 D545"]),
        # Texts have short names; one in the titles is no former name.
        ({1985: "北岬", 1986: "北岬"}, "北岬雾多。", ["1986 D545"]),
        # The texts have the present name: characters were left out of the titles.
        ({1986: "北岬塔"}, f"{NOW}雾多。", ["1986 D234"]),
        ({1985: "北岬塔", 1986: "北岬塔"}, f"{NOW}雾多。", ["1985 D234", "1986 D234"]),
        ({1986: "北岬塔"}, f"{NOW}又称北岬塔。", ["1986 D234"]),
        ({1985: "望海塔", 1986: "望海塔"}, f"{NOW}又称望海塔。", ["1986 D545"]),
    ],
)
def test_what_the_texts_call_the_organ_tells_whether_it_had_that_name(
    tmp_path: Path, titles: dict[int, str], text: str, wanted: list[str]
) -> None:
    assert found(site_of(tmp_path, titles, text=text)) == wanted


def test_a_short_name_that_was_the_organ_s_of_then_is_a_former_one(tmp_path: Path) -> None:
    def told(short: str, root: str, text: str) -> list[str]:
        titles = {1985: "望海塔", 1986: "望海塔"}
        return found(site_of(tmp_path / root, titles, f", short_name: {short}", text))

    assert told("望海塔", "a", "望海塔雾多。") == ["content D544"]
    assert told("望海塔", "b", "雾多。") == ["1985 D234", "1986 D234"]


def test_the_other_titles_with_the_name_are_named_where_it_is_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {1985: "望海塔", 1986: "望海塔", 1987: NOW})
    (problem,) = (problem for report in site.reports for problem in check_title(report, site))
    assert [other.place.file.split("/")[-2] for other in problem.related] == ["1985"]


def test_a_former_name_that_the_register_has_is_nothing_to_tell_of(tmp_path: Path) -> None:
    lineage = ", lineage: [{year: 1987, name: 望海塔}]"
    titles = {1985: "望海塔", 1986: "望海塔", 1987: NOW}
    assert found(site_of(tmp_path / "a", titles, lineage)) == []
    # What is not of its time stays wrong.
    assert found(site_of(tmp_path / "b", {1985: "望海塔", 1988: "望海塔"}, lineage)) == ["1988 D234"]


def test_who_is_told_is_given_the_line_to_write(tmp_path: Path) -> None:
    titles = {1985: "望海塔", 1986: "望海塔", 1987: NOW}
    site = site_of(tmp_path, titles, text="望海塔雾多。")
    (problem,) = (problem for report in site.reports for problem in check_title(report, site))
    assert problem.place.file == ORGANS
    assert {name: str(getattr(value, "zh", value)) for name, value in problem.arguments.items()} == {
        "organ": NOW,
        "found": "望海塔",
        "year": "1987",
        "count": "2",
        "years": "1985、1986",
    }


def test_a_text_that_has_the_name_of_its_title_speaks_for_itself(tmp_path: Path) -> None:
    text = "望海县守灯局编制了本报告。我局雾多。"

    def told(name: str, root: str) -> list[str]:
        site = site_of(tmp_path / root, {1986: name, 1987: name}, text=text)
        return [problem.code for report in site.reports for problem in check_selves(report, site)]

    assert told("望海县守灯局", "a") == []
    assert told(NOW, "b") == ["D631", "D630"] * 2


@pytest.mark.parametrize(
    ("title", "patterns", "name"),
    [
        ("水务局2022年报告", ("{organ}{year}年报告", "{year}年{organ}报告"), "水务局"),
        ("2022年水务局报告", ("{organ}{year}年报告", "{year}年{organ}报告"), "水务局"),
        ("2022年报告", ("{organ}{year}年报告", "{year}年{organ}报告"), ""),
        ("水务局2021年报告", ("{organ}{year}年报告", "{year}年{organ}报告"), ""),
        ("2022年水务局2021年报告", ("{year}年{organ}报告",), ""),
        ("水务局2022年度报告", ("{organ}{year}年报告", "{organ}{year}年度报告"), "水务局"),
        ("报告", (), ""),
        ("年报", ("{organ}年报", "年报{organ}"), ""),
    ],
)
def test_the_name_in_a_title(tmp_path: Path, title: str, patterns: tuple[str, ...], name: str) -> None:
    site = site_of(tmp_path, {1987: NOW})
    (report,) = site.reports
    form = report.form._replace(title_patterns=patterns)
    made: Report = report._replace(title=title, year=2022, form=form)
    assert name_in_title(made) == name
