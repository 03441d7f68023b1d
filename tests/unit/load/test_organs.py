"""The register over time: organs that were founded, merged, split, renamed or moved, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import advice, in_order, sentence
from gongkai.load.site import read_site
from gongkai.pipeline import check
from shown import problems_of
from toy import FILES, YAML, replaced, write_files


def register(site: Path, *lines: str) -> Path:
    listed = "".join(f"  - {line}\n" for line in ("{id: north-light, name: 北岬灯塔}", *lines))
    return write_files(site, {"content/organs.yaml": f"organs:\n{listed}"})


def codes(site: Path) -> list[str]:
    return [line.removeprefix("organs.yaml:") for line in problems_of(site)]


def test_an_organ_s_life_and_lineage_are_read(site: Path) -> None:
    register(
        site,
        "{id: old, name: 旧灯塔, to: 1970}",
        "{id: quay, name: 码头}",
        "{id: new, name: 新灯塔, from: 1971, makes_rules: true, parent: north-light, lineage: ["
        "{year: 1971, from: [old]}, {year: 1980, name: 灯塔处}, {year: 1985, parent: quay, name: 灯塔局}]}",
    )
    read, problems = read_site(site)
    assert problems == ()
    assert read
    new, old = read.organ_by_id["new"], read.organ_by_id["old"]
    assert (new.from_year, new.to_year, new.makes_rules) == (1971, None, True)
    assert (old.from_year, old.to_year, old.makes_rules) == (None, 1970, None)
    assert [new.is_active(year) for year in (1970, 1971, 2020)] == [False, True, True]
    assert [new.name_in(year) for year in (1979, 1980, 1984, 1985)] == [
        "灯塔处",
        "灯塔局",
        "灯塔局",
        "新灯塔",
    ]
    assert [new.parent_in(year) for year in (1984, 1985)] == ["quay", "north-light"]
    assert new.lineage[0].predecessors == ("old",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # What may be: a split, where the predecessor stays; years without an end; a change in the last year.
        (["{id: a, name: 甲}", "{id: b, name: 乙, from: 1980, lineage: [{year: 1980, from: [a]}]}"], []),
        (["{id: a, name: 甲, to: 1980, lineage: [{year: 1980, name: 丙}]}"], []),
        (["{id: a, name: 甲, to: 1980}", "{id: b, name: 乙, lineage: [{year: 1980, from: [a]}]}"], []),
        # Part of one went to the other, and part of it back again later.
        (
            [
                "{id: a, name: 甲, lineage: [{year: 1980, from: [b]}]}",
                "{id: b, name: 乙, lineage: [{year: 1990, from: [a]}]}",
            ],
            [],
        ),
        (["{id: a, name: 甲, lineage: [{year: 1980, name: 丙}, {year: 1980, parent: north-light}]}"], []),
        # Years.
        (["{id: a, name: 甲, from: 1990, to: 1980}"], ["3:10 D432"]),
        (["{id: a, name: 甲, from: 1980, to: 1980}"], []),
        (["{id: a, name: 甲, from: 80}"], ["3:28 D203"]),
        (["{id: a, name: 甲, from: 1980年}"], ["3:28 D203"]),
        (["{id: a, name: 甲, makes_rules: 是}"], ["3:35 D203"]),
        (["{id: a, name: 甲, makes_rules: 1}"], ["3:35 D203"]),
        (["{id: a, name: 甲, lineage: [{year: 1980.5, name: 丙}]}"], ["3:39 D203"]),
        (["{id: a, name: 甲, lineage: [{name: 丙}]}"], ["3:32 D201"]),
        (["{id: a, name: 甲, lineage: [{year: 1980, nam: 丙}]}"], ["3:45 D202"]),
        (["{id: a, name: 甲, lineage: 1980}"], ["3:31 D203"]),
        (["{id: a, name: 甲, lineage: [1980]}"], ["3:32 D203"]),
        (["{id: a, name: 甲, from: 1980, lineage: [{year: 1979, name: 丙}]}"], ["3:44 D433"]),
        (["{id: a, name: 甲, from: 1980, lineage: [{year: 1980, name: 丙}]}"], ["3:44 D433"]),
        (["{id: a, name: 甲, to: 1980, lineage: [{year: 1981, name: 丙}]}"], ["3:42 D433"]),
        # Predecessors.
        (["{id: a, name: 甲, lineage: [{year: 1980, from: [north-lihgt]}]}"], ["3:52 D434"]),
        (["{id: a, name: 甲, lineage: [{year: 1980, from: [a]}]}"], ["3:52 D435"]),
        (
            ["{id: a, name: 甲, lineage: [{year: 1980, from: [north-light, north-light]}]}"],
            ["3:65 D436"],
        ),
        (
            ["{id: a, name: 甲, to: 1978}", "{id: b, name: 乙, lineage: [{year: 1980, from: [a]}]}"],
            ["4:52 D433"],
        ),
        (
            ["{id: a, name: 甲, from: 1981}", "{id: b, name: 乙, lineage: [{year: 1980, from: [a]}]}"],
            ["4:52 D433"],
        ),
        (
            [
                "{id: a, name: 甲, lineage: [{year: 1980, from: [b]}]}",
                "{id: b, name: 乙, lineage: [{year: 1980, from: [c]}]}",
                "{id: c, name: 丙, lineage: [{year: 1980, from: [a]}]}",
            ],
            ["3:32 D435", "4:32 D435", "5:32 D435"],
        ),
        # Parents.
        (["{id: a, name: 甲, lineage: [{year: 1980, parent: quay}]}"], ["3:53 D236"]),
        (
            [
                "{id: a, name: 甲, parent: b}",
                "{id: b, name: 乙, lineage: [{year: 1980, parent: a}]}",
            ],
            ["3:10 D237", "4:10 D237"],
        ),
        (["{id: a, name: 甲, lineage: [{year: 1980, parent: a}]}"], ["3:10 D237"]),
        # One above the other then, and the other way round now.
        (
            [
                "{id: a, name: 甲, parent: b, lineage: [{year: 1980, parent: north-light}]}",
                "{id: b, name: 乙, parent: north-light, lineage: [{year: 1980, parent: a}]}",
            ],
            [],
        ),
        # What says nothing, or twice.
        (["{id: a, name: 甲, lineage: [{year: 1980}]}"], ["3:32 D437"]),
        (["{id: a, name: 甲, lineage: [{year: 1980, from: []}]}"], ["3:32 D437"]),
        (["{id: a, name: 甲, lineage: [{year: 1980, name: 甲}]}"], ["3:32 D437"]),
        (
            ["{id: a, name: 甲, lineage: [{year: 1980, name: 丙}, {year: 1980, name: 丁}]}"],
            ["3:55 D436"],
        ),
        (["{id: a, name: 甲, lineage: []}"], []),
    ],
)
def test_what_the_register_may_say_of_an_organ(site: Path, lines: list[str], expected: list[str]) -> None:
    register(site, *lines)
    assert codes(site) == expected


def test_the_nearest_organ_is_offered_for_an_unknown_predecessor(site: Path) -> None:
    register(site, "{id: a, name: 甲, lineage: [{year: 1980, from: [north-lihgt]}]}")
    (problem,) = check(site).problems
    assert "是否想写“north-light”" in advice(problem, "zh-CN")
    assert "north-lihgt" in sentence(problem, "en")


def test_a_chain_of_a_thousand_predecessors_and_parents_ends(site: Path) -> None:
    lines = [
        f"{{id: a{i}, name: 甲, parent: a{i + 1}, lineage: [{{year: 1980, from: [a{i + 1}]}}]}}"
        for i in range(1000)
    ]
    assert codes(register(site, *lines, "{id: a1000, name: 甲}")) == []
    round_ = in_order(check(register(site, *lines, "{id: a1000, name: 甲, parent: a0}")).problems)
    assert {problem.code for problem in round_} == {"D237"}


@pytest.mark.parametrize(
    ("more", "title", "is_right"),
    [
        ("", "北岬灯塔", True),
        ("lineage: [{year: 1990, name: 北岬老灯塔}]", "北岬老灯塔", True),
        ("lineage: [{year: 1990, name: 北岬老灯塔}]", "北岬灯塔", False),
        ("lineage: [{year: 1980, name: 北岬老灯塔}]", "北岬老灯塔", False),
        ("lineage: [{year: 1987, name: 北岬老灯塔}]", "北岬灯塔", True),
        # A report on 1987 is published in 1988, and may bear the name that came into force by then.
        ("lineage: [{year: 1988, name: 北岬老灯塔}]", "北岬灯塔", True),
        ("lineage: [{year: 1988, name: 北岬老灯塔}]", "北岬老灯塔", True),
    ],
)
def test_a_title_has_the_name_that_the_organ_had_then(
    site: Path, more: str, title: str, *, is_right: bool
) -> None:
    text = replaced(FILES[YAML], "title: 北岬灯塔", f"title: {title}")
    listed = f"  - {{id: north-light, name: 北岬灯塔{', ' if more else ''}{more}}}\n"
    write_files(site, {"content/organs.yaml": f"organs:\n{listed}", YAML: text})
    assert codes(site) == ([] if is_right else ["report.yaml:4:8 D234"])


@pytest.mark.parametrize(
    ("life", "is_there"),
    [("from: 1987", True), ("to: 1987", True), ("from: 1988", False), ("to: 1986", False)],
)
def test_a_report_is_on_a_year_in_which_its_organ_was_there(site: Path, life: str, *, is_there: bool) -> None:
    listed = f"  - {{id: north-light, name: 北岬灯塔, {life}}}\n"
    write_files(site, {"content/organs.yaml": f"organs:\n{listed}"})
    assert codes(site) == ([] if is_there else ["report.yaml:2:8 D431"])
