"""A harbour's report as the sum of its lighthouses' reports: who is in it, what differs, and why."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rollups import Figures, added, changed, figures, found, register, report, said, site_with

from gongkai.check.rollup import check_rollups
from gongkai.diagnostics.catalogue import sentence, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Severity, Text
from gongkai.load.site import read_site
from gongkai.model.facts import Fact, State
from gongkai.model.records import Rollup, Site
from gongkai.pipeline import check
from shown import problems_of
from toy import write_site

EAST, WEST, SOUTH = figures(4), figures(9), figures(11)
ALL = "organs: [east, west, south]"
TOTAL = added(EAST, WEST, SOUTH)


@pytest.fixture
def harbour(site: Path) -> Path:
    """Three lighthouses below a port, with reports on 1987 and none of the port's own yet."""
    return site_with(
        site,
        register(["east", "west", "south"]),
        report("east", 1987, EAST),
        report("west", 1987, WEST),
        report("south", 1987, SOUTH),
    )


def found_all(root: Path, code: str) -> list[Diagnostic]:
    return [problem for problem in check(root).problems if problem.code == code]


def port(whole: Figures, rollup: str = ALL, year: int = 1987) -> dict[str, str]:
    return report("port", year, whole, rollup)


def test_a_sum_that_holds_is_said_nothing_of(harbour: Path) -> None:
    assert problems_of(site_with(harbour, port(TOTAL))) == []


def test_a_report_without_a_roll_up_is_not_added_up(harbour: Path) -> None:
    assert problems_of(site_with(harbour, port(figures(50), ""))) == []


def test_computed_totals_and_cells_that_do_not_apply_add_up(harbour: Path) -> None:
    east = changed(EAST, visits_winter_0="/", lamps_upper_2="=")
    total = changed(TOTAL, visits_winter_0="/", lamps_upper_2="=")
    assert problems_of(site_with(harbour, report("east", 1987, east), port(total))) == []


def test_a_wrong_cell_is_named_with_its_parts_and_its_total_is_not_told_again(harbour: Path) -> None:
    wrong = changed(TOTAL, visits_spring_0=37, visits_spring_2=85)
    assert said(site_with(harbour, port(wrong))) == [
        "port:18 D421 “春天”的“小船”应为 33（3 个机关之和），实为 37，相差 4"
    ]
    problem = found(harbour, "D421")
    assert problem.cell == "visits/spring/boats"
    assert [note.sentence.zh for note in problem.notes] == ["south 14 + west 12 + east 7 = 33"]
    assert [related.label.zh for related in problem.related] == ["south", "west", "east"]


def test_a_wrong_total_alone_is_the_report_s_own_sum_and_not_said_twice(harbour: Path) -> None:
    assert [
        line.split()[1] for line in said(site_with(harbour, port(changed(TOTAL, visits_spring_2=99))))
    ] == ["D301"]


def test_at_most_five_parts_are_shown_and_the_rest_together(site: Path) -> None:
    ids = [f"l{k}" for k in range(8)]
    parts = [figures(k) for k in range(2, 10)]
    total = changed(added(*parts), oil_bought_1=39, oil_stored_1=45)
    reports = [report(organ, 1987, part) for organ, part in zip(ids, parts, strict=True)]
    site_with(site, register(ids), *reports, port(total, f"organs: [{', '.join(ids)}]"))
    problem = next(p for p in check(site).problems if p.cell == "oil/bought/cans")
    assert problem.notes[0].sentence.zh == "l0 5 + l1 5 + l2 5 + l3 5 + l4 5 + 另 3 个机关 15 = 40"
    assert problem.notes[0].sentence.en == "l0 5 + l1 5 + l2 5 + l3 5 + l4 5 + 3 more 15 = 40"
    assert len(problem.related) == 5


def test_organs_that_cannot_be_told_apart_are_not_guessed_at(harbour: Path) -> None:
    site_with(harbour, report("west", 1987, EAST), port(added(EAST, SOUTH)))
    assert {problem.code for problem in check(harbour).problems} == {"D439"}


@pytest.mark.parametrize(
    ("whole", "rollup", "way"),
    [
        (added(EAST, WEST), ALL, "6:24 D422 像是漏计"),
        (added(EAST, WEST, SOUTH, SOUTH), ALL, "6:24 D422 像是重复计入"),
        (
            TOTAL,
            "organs: [east, west]\nleft_out: [{organ: south, reason: 停用}]",
            "7:22 D422 像是不在汇总之列而计入",
        ),
    ],
)
def test_one_organ_that_explains_every_difference_is_named_once(
    harbour: Path, whole: Figures, rollup: str, way: str
) -> None:
    site_with(harbour, port(whole, rollup))
    (problem,) = check(harbour).problems
    place = problem.place.span
    where, code, words = way.split()
    assert (f"{place.line}:{place.column}", problem.code) == (where, code)
    assert "“south”" in sentence(problem, "zh-CN")
    assert words in sentence(problem, "zh-CN")
    assert len(problem.related) == 5


def test_last_year_s_figures_of_one_organ_are_recognised(harbour: Path) -> None:
    last = figures(30)
    site_with(harbour, report("west", 1986, last), port(added(EAST, last, SOUTH)))
    (line,) = said(harbour)
    assert "D422" in line
    assert "上一年" in line
    assert "“west”" in line


def test_several_organs_left_out_are_each_named(site: Path) -> None:
    ids = [f"l{k}" for k in range(6)]
    parts = [figures(k) for k in (2, 5, 9, 14, 20, 27)]
    reports = [report(organ, 1987, part) for organ, part in zip(ids, parts, strict=True)]
    site_with(site, register(ids), *reports, port(added(*parts[:4]), f"organs: [{', '.join(ids)}]"))
    problems = check(site).problems
    assert [(p.code, p.arguments["organ"]) for p in problems] == [("D422", "l4"), ("D422", "l5")]
    assert "连同l5" in problems[0].notes[0].sentence.zh


def test_beside_an_organ_left_out_a_wrong_cell_is_named_too(harbour: Path) -> None:
    wrong = changed(added(EAST, WEST), visits_autumn_0=90, visits_autumn_2=90)
    site_with(harbour, port(wrong))
    assert [(p.code, p.cell) for p in check(harbour).problems] == [
        ("D422", None),
        ("D421", "visits/autumn/boats"),
    ]


@pytest.mark.parametrize(("times", "way"), [(0, "漏计"), (2, "重复计入")])
def test_two_cells_tell_an_organ_that_has_no_others_beside_another_slip(
    harbour: Path, times: int, way: str
) -> None:
    few = {row: [0] * len(cells) for row, cells in EAST.items()} | {"oil/bought": [5, 0], "oil/kept": [5, 0]}
    whole = changed(added(EAST, WEST, *[few] * times), visits_autumn_0=90, visits_autumn_2=90)
    site_with(harbour, report("south", 1987, few), port(whole))
    first, second = check(harbour).problems
    assert f"“south”像是{way}：有 2 格" in sentence(first, "zh-CN")
    assert second.cell == "visits/autumn/boats"


def test_a_cell_that_differs_by_one_organ_s_figure_says_so(harbour: Path) -> None:
    wrong = changed(TOTAL, visits_autumn_0=218 - 81, visits_autumn_2=218 - 81)
    site_with(harbour, port(wrong))
    assert [note.sentence.zh for note in found(harbour, "D421").notes][1] == (
        "差额正好是“west”的数，像是漏计"
    )


def test_where_several_organs_could_be_meant_none_is_named(harbour: Path) -> None:
    wrong = changed(TOTAL, oil_bought_1=10, oil_stored_1=29)
    site_with(harbour, port(wrong))
    notes = [note.sentence.zh for p in check(harbour).problems for note in p.notes]
    assert not any("差额" in note for note in notes)


def test_swapped_digits_are_recognised(harbour: Path) -> None:
    site_with(harbour, port(changed(TOTAL, visits_autumn_0=281, visits_autumn_2=281)))
    assert "颠倒" in found(harbour, "D421").notes[1].sentence.zh


def test_very_many_wrong_cells_are_one_problem(site: Path) -> None:
    form = (site / "content/formats/toy.yaml").read_text("utf-8")
    rows = "".join(f"      - {{id: r{k}, label: 行{k}}}\n" for k in range(25))
    table = f"\n  - id: many\n    title: 杂项\n    columns:\n      - {{id: n, label: 数}}\n    rows:\n{rows}"
    own = "\nmany:\n" + "".join(f"  r{k}: 1\n" for k in range(25))
    off = "\nmany:\n" + "".join(f"  r{k}: {k + 3}\n" for k in range(25))
    form = form.replace("tables: [lamps, oil]", "tables: [lamps, oil, many]")
    files = {"content/formats/toy.yaml": form + table}
    toy = (site / "content/reports/north-light/1987/report.yaml").read_text("utf-8")
    files["content/reports/north-light/1987/report.yaml"] = toy + own
    whole = port(added(EAST), "organs: [east]")
    parts = report("east", 1987, EAST)
    for some, more in ((whole, off), (parts, own)):
        name = next(iter(some))
        files |= {**some, name: some[name] + more}
    site_with(site, register(["east"]), files)
    (line,) = said(site)
    assert "D439 有 25 格与各机关之和不符，如“行24”的“数”应为 1，实为 27" in line


@pytest.mark.parametrize(
    ("lines", "rollup", "expected"),
    [
        # South is below, and nothing is said of it; its figures are not in the sums.
        ({}, "organs: [east, west]", ["D420"]),
        ({}, "organs: [east, west]\nleft_out: [{organ: south, reason: 停用}]", []),
        # It was founded later, gone before, or below another then.
        ({"south": "parent: port, from: 1988"}, "organs: [east, west]", ["D431"]),
        ({"south": "parent: port, to: 1986"}, "organs: [east, west]", ["D431"]),
        ({"south": "parent: port, to: 1987"}, "organs: [east, west]", ["D420"]),
        (
            {"south": "parent: port, lineage: [{year: 1988, parent: north-light}]"},
            "organs: [east, west]",
            [],
        ),
        (
            {"south": "parent: north-light, lineage: [{year: 1988, parent: port}]"},
            "organs: [east, west]",
            ["D420"],
        ),
        (
            {"south": "parent: north-light, lineage: [{year: 1987, parent: port}]"},
            "organs: [east, west]",
            [],
        ),
    ],
)
def test_every_organ_below_in_that_year_has_a_status(
    harbour: Path, lines: dict[str, str], rollup: str, expected: list[str]
) -> None:
    known = dict.fromkeys(("east", "west", "south"), "parent: port")
    site_with(harbour, register({**known, **lines}), port(added(EAST, WEST), rollup))
    assert [problem.code for problem in check(harbour).problems] == expected


def test_all_organs_without_a_status_are_one_problem(site: Path) -> None:
    ids = [f"l{k:02}" for k in range(12)]
    site_with(site, register(["east", *ids]), report("east", 1987, EAST), port(EAST, "organs: [east]"))
    assert said(site) == [
        "port:6 D420 1987 年有 12 个下级机关没有说明是否汇总：l00、l01、l02、l03、l04、l05、l06、l07 等"
    ]


def test_an_organ_without_a_status_that_is_in_the_figures_is_said_once(harbour: Path) -> None:
    site_with(harbour, port(TOTAL, "organs: [east, west]"))
    (problem,) = check(harbour).problems
    assert problem.code == "D420"
    assert "已经计入“south”" in problem.notes[0].sentence.zh


def test_listed_organs_without_a_report_are_one_problem_and_no_sum_is_called_wrong(harbour: Path) -> None:
    known = dict.fromkeys(("east", "west", "south", "rock", "reef"), "parent: port")
    rollup = "organs: [east, rock, west, south, reef]"
    site_with(harbour, register({**known, "reef": "parent: port, to: 1980"}), port(added(EAST), rollup))
    assert said(harbour) == ["port:6 D438 列入汇总的 2 个机关没有 1987 年的报告：rock、reef"]
    assert [note.sentence.zh for note in found(harbour, "D438").notes] == ["名录中“reef”至 1980 年止"]
    assert found(harbour, "D438").arguments["advice"] == Text(
        "当年没有这个机关的，从 organs 删去；其余的，补上报告；不汇总的，移到 left_out 并说明原因",
        "Take an organ that was not there in that year out of organs; for the others: "
        "Add the reports, or move the organs to left_out with the reason",
    )
    site_with(harbour, port(TOTAL, rollup))
    assert "没有计入这些机关" in found(harbour, "D438").notes[-1].sentence.zh


def test_a_report_that_cannot_be_read_is_one_question(harbour: Path) -> None:
    site_with(harbour, {"content/reports/west/1987/report.yaml": "format: toy\n  organ"}, port(TOTAL))
    assert [line.split(" ", 1)[1] for line in said(harbour, "D4")] == [
        "D427 west的报告有误，没有读出来，有关的汇总数无法核对"
    ]
    assert severity(found(harbour, "D427")) is Severity.INFO


def test_a_blank_below_leaves_its_cell_open_and_no_other(harbour: Path) -> None:
    west = changed(WEST, visits_autumn_1="~")
    wrong = changed(TOTAL, visits_spring_0=37, visits_spring_2=85, visits_autumn_1=50, visits_autumn_2=268)
    site_with(harbour, report("west", 1987, west), port(wrong))
    assert [line.split(" ", 1)[1] for line in said(harbour, "D42")] == [
        "D421 “春天”的“小船”应为 33（3 个机关之和），实为 37，相差 4",
        "D421 “风季 秋天”的“总数”应为 218（3 个机关之和），实为 268，相差 50",
        "D427 有 1 格在west的报告里是空的或者有误，有关的汇总数无法核对",
    ]


def test_what_an_organ_s_own_sums_explain_is_said_there_only(harbour: Path) -> None:
    west = changed(WEST, visits_spring_1=19)  # its own total is still that of 18
    site_with(harbour, report("west", 1987, west), port(TOTAL))
    assert {line.split(":")[0] for line in said(harbour)} == {"west"}


def test_adjustments_count_and_their_totals_follow(harbour: Path) -> None:
    whole = changed(TOTAL, visits_spring_0=34, visits_spring_2=82)
    rollup = ALL + "\nadjustments: [{cell: visits/spring/boats, by: 1, reason: 港务处另有一艘}]"
    assert problems_of(site_with(harbour, port(whole, rollup))) == []


def test_adjustments_may_be_less_than_nothing_and_decimal(harbour: Path) -> None:
    whole = changed(TOTAL, oil_stored_0="24.5", oil_kept_0="2.75")
    rollup = (
        ALL + "\nadjustments:\n  - {cell: oil/stored/litres, by: -0.25, reason: 重复入账}"
        "\n  - {cell: oil/kept/litres, by: -0.25, reason: 重复入账}"
    )
    assert problems_of(site_with(harbour, port(whole, rollup))) == []
    wrong = changed(whole, oil_stored_0="24.25", oil_kept_0="2.5")
    assert said(site_with(harbour, port(wrong, rollup)))[0] == (
        "port:14 D421 “年初存油”的“升数”应为 24.5（3 个机关之和加上调整），实为 24.25，相差 0.25"
    )


@pytest.mark.parametrize(("apart", "is_told"), [("0.01", False), ("-0.015", False), ("0.02", True)])
def test_amounts_may_be_off_by_what_rounding_does(harbour: Path, apart: str, *, is_told: bool) -> None:
    # Two places and three organs: half a hundredth for each.
    stored, calm = (Decimal(TOTAL[row][0]) + Decimal(apart) for row in ("oil/stored", "oil/burnt.calm"))
    whole = changed(TOTAL, oil_stored_0=stored, oil_burnt_calm_0=calm)
    cells = [
        problem.cell for problem in check(site_with(harbour, port(whole))).problems if problem.code == "D421"
    ]
    assert cells == (["oil/stored/litres", "oil/burnt.calm/litres"] if is_told else [])


def test_an_adjustment_without_which_the_sum_holds_is_stale(harbour: Path) -> None:
    rollup = ALL + "\nadjustments: [{cell: visits/spring/boats, by: 1, reason: 港务处另有一艘}]"
    site_with(harbour, port(TOTAL, rollup))
    assert said(harbour) == ["port:7 D426 “春天”的“小船”不加调整（1）正好等于各机关之和"]
    assert severity(found(harbour, "D426")) is Severity.WARNING


def test_of_two_adjustments_of_a_cell_only_the_one_that_is_not_needed_is_stale(harbour: Path) -> None:
    whole = changed(TOTAL, visits_spring_0=34, visits_spring_2=82)
    rollup = (
        ALL + "\nadjustments:\n  - {cell: visits/spring/boats, by: 1, reason: 港务处}"
        "\n  - {cell: visits/spring/boats, by: 4, reason: 渔船}"
    )
    site_with(harbour, port(whole, rollup))
    assert said(harbour) == ["port:9 D426 “春天”的“小船”不加调整（4）正好等于各机关之和"]


THREE = {
    "east-bay": "parent: port",
    "west-bay": "parent: port",
    "e1": "parent: east-bay",
    "e2": "parent: east-bay",
    "w1": "parent: west-bay",
}
E1, E2, W1 = figures(3), figures(8), figures(13)


@pytest.fixture
def three_levels(site: Path) -> Path:
    return site_with(
        site,
        register(THREE),
        report("e1", 1987, E1),
        report("e2", 1987, E2),
        report("w1", 1987, W1),
        report("east-bay", 1987, added(E1, E2), "organs: [e1, e2]"),
        report("west-bay", 1987, added(W1), "organs: [w1]"),
        port(added(E1, E2, W1), "organs: [east-bay, west-bay]"),
    )


def test_three_levels_add_up(three_levels: Path) -> None:
    assert problems_of(three_levels) == []


def test_a_wrong_figure_in_the_middle_is_named_there_and_not_above(three_levels: Path) -> None:
    wrong = changed(added(E1, E2), visits_winter_0=5, visits_winter_2=7)
    site_with(three_levels, report("east-bay", 1987, wrong, "organs: [e1, e2]"))
    assert [line.split()[:2] for line in said(three_levels)] == [["east-bay:20", "D421"]]


def test_an_organ_beside_the_roll_up_that_has_it_is_doubled_and_the_sums_are_still_judged(
    three_levels: Path,
) -> None:
    site_with(three_levels, port(added(E1, E2, W1), "organs: [east-bay, west-bay, e2]"))
    assert said(three_levels) == ["port:6 D424 “e2”会重复计算：“east-bay”的汇总里已经有它"]
    site_with(three_levels, port(added(E1, E2, W1, E2), "organs: [east-bay, west-bay, e2]"))
    assert [line.split()[1] for line in said(three_levels)] == ["D424"]


def test_an_organ_in_two_roll_ups_side_by_side_is_told_at_the_one_that_is_not_above_it(
    three_levels: Path,
) -> None:
    site_with(
        three_levels,
        report("west-bay", 1987, added(W1, E2), "organs: [w1, e2]"),
        port(added(E1, E2, W1, E2), "organs: [east-bay, west-bay]"),
    )
    assert said(three_levels) == ["west-bay:6 D424 “e2”会重复计算：“east-bay”的汇总里也有它"]


def test_roll_ups_that_go_round_are_told_and_end(three_levels: Path) -> None:
    site_with(three_levels, report("east-bay", 1987, added(E1, E2), "organs: [e1, e2, port]"))
    assert {line.split()[1] for line in said(three_levels)} == {"D424"}
    assert len(said(three_levels)) == 2


def test_an_organ_below_that_a_listed_roll_up_has_in_it_needs_no_status(three_levels: Path) -> None:
    lines = {**THREE, "e2": "parent: port"}
    assert said(site_with(three_levels, register(lines))) == []


@pytest.mark.parametrize(
    ("rollup", "expected"),
    [
        ("organs: [east, west, sout]", "6:24 D225"),
        ("organs: [east, west, south]\nleft_out: [{organ: rock, reason: 停用}]", "7:22 D225"),
    ],
)
def test_an_unknown_organ_is_named_alone(harbour: Path, rollup: str, expected: str) -> None:
    site_with(harbour, port(figures(50), rollup))
    assert problems_of(harbour) == [f"report.yaml:{expected}"]


def test_with_a_register_that_cannot_be_read_nothing_is_said_of_organs(harbour: Path) -> None:
    site_with(harbour, {"content/organs.yaml": "organs: [\n"}, port(TOTAL, "organs: [east, west, sout]"))
    assert not {line.split()[1] for line in said(harbour)} & {"D225", "D420"}


def test_reports_on_another_form_cannot_be_added_up(harbour: Path) -> None:
    form = (harbour / "content/formats/toy.yaml").read_text("utf-8")
    west = report("west", 1987, WEST)
    name = "content/reports/west/1987/report.yaml"
    site_with(
        harbour,
        {"content/formats/toy-2.yaml": form.replace("id: toy\n", "id: toy-2\n", 1)},
        {**west, name: west[name].replace("format: toy", "format: toy-2")},
        port(figures(50)),
    )
    assert said(harbour) == ["port:6 D423 west的报告用的是 toy-2，本报告用的是 toy，不能相加"]


def test_neighbouring_years_on_two_forms_are_added_up_each_by_itself(harbour: Path) -> None:
    form = (harbour / "content/formats/toy.yaml").read_text("utf-8")
    old = form.replace("id: toy\n", "id: toy-old\n", 1).replace("from: 1950", "from: 1950, to: 1986")
    older = [report(organ, 1986, figures(20)) for organ in ("east", "west", "south")]
    older.append(port(added(figures(20), figures(20), figures(20)), ALL, 1986))
    site_with(
        harbour,
        {
            "content/formats/toy.yaml": form.replace("from: 1950", "from: 1987"),
            "content/formats/toy-old.yaml": old,
        },
        *({name: text.replace("format: toy", "format: toy-old") for name, text in f.items()} for f in older),
        port(added(figures(20), WEST, SOUTH)),
    )
    # On another form last year's figures are not looked for in this year's sums.
    assert {p.code for p in check(harbour).problems if "port" in p.place.file} == {"D439"}
    assert {p.place.file.split("/")[3] for p in check(harbour).problems} == {"1987"}


def test_a_roll_up_of_forty_organs_on_the_official_form_is_checked_in_milliseconds() -> None:
    site = official(40)
    best = min(_seconds(site) for _ in range(7))
    assert list(check_rollups(site)) == []
    assert best < 0.05  # some 4 ms on an idle core


def test_figures_of_any_length_are_added_exactly() -> None:
    site = official(2)
    *parts, whole = site.reports
    long, total = "12345678901234567890123456789012345.25", "24691357802469135780246913578024690.50"
    fees = "art20_8/administrative_fees/amount"

    def checked(number: str) -> list[Diagnostic]:
        reports = [
            one._replace(facts={**one.facts, fees: Fact(State.FIGURE, Place("x"), Decimal(figure))})
            for one, figure in ((parts[0], long), (parts[1], long), (whole, number))
        ]
        return list(check_rollups(site._replace(reports=tuple(reports))))

    assert checked(total) == []
    assert [problem.cell for problem in checked(total.replace(".50", ".51"))] == [fees]


def _seconds(site: Site) -> float:
    started = time.perf_counter()
    list(check_rollups(site))
    return time.perf_counter() - started


def official(count: int) -> Site:
    """Make a site of many organs on the form with 200 cells, without reading a file."""
    with TemporaryDirectory() as folder:
        site, _ = read_site(write_site(Path(folder)))
    assert site
    form = next(form for form in site.forms.values() if form.id == "cn-2021")
    nowhere, organ, model = Place("x"), site.organs[0], site.reports[0]
    ids = [f"l{k}" for k in range(count)]
    facts = {cell: Fact(State.FIGURE, nowhere, 2) for cell in form.cells}
    total = {cell: Fact(State.FIGURE, nowhere, 2 * count) for cell in form.cells}
    rollup = Rollup(tuple((name, nowhere) for name in ids), (), (), nowhere)
    reports = [model._replace(organ=name, year=2022, form=form, facts=facts) for name in ids]
    reports.append(model._replace(organ="port", year=2022, form=form, facts=total, rollup=rollup))
    organs = [organ._replace(id="port", parent="")]
    organs += [organ._replace(id=name, parent="port") for name in ids]
    return site._replace(organs=tuple(organs), reports=tuple(reports))


CARRIES = "\n      - {each: column, sum: stored = previous.kept, rule: carry-over}"


def two_harbours(site: Path, moved: str) -> Path:
    """Two harbours on two years; what each lighthouse keeps it starts the next year with."""
    form = (site / "content/formats/toy.yaml").read_text("utf-8")
    balance = "{each: column, sum: stored + bought = burnt + kept}"
    before = {"east": EAST, "west": WEST, "south": SOUTH}
    after = {
        name: changed(whole, oil_stored_0=1, oil_stored_1=2, oil_kept_0=1, oil_kept_1=2)
        for name, whole in before.items()
    }
    bays = {"bay": "organs: [east]", "cape": "organs: [west, south]"}
    later = {"bay": "organs: [east, west]", "cape": "organs: [south]"} if moved else bays
    lines = {"bay": "", "cape": "", "east": "parent: bay", "west": moved or "parent: cape"}
    return site_with(
        site,
        {"content/formats/toy.yaml": form.replace(balance, balance + CARRIES)},
        register({**lines, "south": "parent: cape"}),
        *(report(organ, 1987, whole) for organ, whole in before.items()),
        *(report(organ, 1988, whole) for organ, whole in after.items()),
        report("bay", 1987, EAST, bays["bay"]),
        report("cape", 1987, added(WEST, SOUTH), bays["cape"]),
        report("bay", 1988, added(after["east"], after["west"]) if moved else after["east"], later["bay"]),
        report(
            "cape", 1988, after["south"] if moved else added(after["west"], after["south"]), later["cape"]
        ),
    )


def test_what_an_organ_carries_moves_with_it_from_one_government_to_another(site: Path) -> None:
    two_harbours(site, "parent: bay, lineage: [{year: 1988, parent: cape}]")
    assert not [line for line in said(site, "D4") if line.split()[1] not in {"D411", "D412"}]


def test_where_nobody_moved_a_roll_up_goes_on_from_its_own_last_year(site: Path) -> None:
    two_harbours(site, "")
    name = "content/reports/cape/1988/report.yaml"
    text = (site / name).read_text("utf-8")
    wrong = text.replace("stored: [2, 4]", "stored: [3, 4]").replace("storm: [42, 6]", "storm: [43, 6]")
    assert wrong.count("3, ") == text.count("3, ") + 2
    site_with(site, {name: wrong})
    assert "D402" in {line.split()[1] for line in said(site, "D4") if line.startswith("cape")}


def test_what_follows_from_a_wrong_sum_is_not_told_against_the_years_beside(site: Path) -> None:
    two_harbours(site, "")
    wrong = changed(added(WEST, SOUTH), oil_kept_1=5, oil_burnt_storm_1=5)
    site_with(site, report("cape", 1987, wrong, "organs: [west, south]"))
    assert [line.split()[1] for line in said(site, "D4") if line.startswith("cape")] == ["D421", "D421"]


OTHERS = {
    f"{row}_{at}": 99
    for row in ("visits_spring", "visits_autumn", "lamps_upper", "lamps_lower")
    for at in range(3)
}


@pytest.mark.parametrize(
    ("whole", "count"),
    [
        (TOTAL, 23),
        (changed(TOTAL, visits_autumn_0=90, visits_autumn_2=90), 21),
        # An organ of its own is in it, or it is no sum at all.
        (added(TOTAL, figures(2)), 0),
        (EAST, 0),
        (changed(TOTAL, **OTHERS), 0),
    ],
)
def test_a_report_of_just_the_sums_of_those_below_is_asked_whether_it_is_a_roll_up(
    harbour: Path, whole: Figures, count: int
) -> None:
    site_with(harbour, port(whole, rollup=""))
    wanted = [f"port:1 D440 有 {count} 格正好是east、west、south的报告之和，却没有写 rollup"]
    assert said(harbour, "D440") == (wanted if count else [])


def test_one_organ_below_is_no_reason_to_ask_for_a_roll_up(site: Path) -> None:
    site_with(site, register(["east"]), report("east", 1987, EAST), port(EAST, rollup=""))
    assert said(site, "D440") == []


def test_a_question_for_a_roll_up_can_be_excused(harbour: Path) -> None:
    files = port(TOTAL, rollup="")
    name = "content/reports/port/1987/report.yaml"
    files[name] += "accept:\n  - {code: D440, reason: 只是碰巧相同}\n"
    assert said(site_with(harbour, files)) == []


def test_organs_that_merged_are_added_up_under_their_names_of_each_year(harbour: Path) -> None:
    joint = "parent: port, from: 1988, lineage: [{year: 1988, from: [east, west]}]"
    gone = "parent: port, to: 1987"
    site_with(
        harbour,
        register({"east": gone, "west": gone, "south": "parent: port", "joint": joint}),
        port(TOTAL),
        report("joint", 1988, figures(40)),
        report("south", 1988, figures(41)),
        port(added(figures(40), figures(41)), "organs: [joint, south]", 1988),
    )
    assert said(harbour, "D4") == []
    site_with(harbour, port(figures(41), "organs: [south]", 1988))
    assert [line.split(" ", 1)[1] for line in said(harbour, "D4")] == [
        "D420 1988 年有 1 个下级机关没有说明是否汇总：joint"
    ]


def test_an_organ_that_split_is_followed_by_all_that_came_of_it(harbour: Path) -> None:
    part = "parent: port, from: 1988, lineage: [{year: 1988, from: [west]}]"
    site_with(
        harbour,
        register({"east": "parent: port", "west": "parent: port", "south": "parent: port", "west-2": part}),
        port(TOTAL),
        *(report(organ, 1988, figures(k)) for organ, k in (("east", 5), ("west", 6), ("west-2", 7))),
        port(
            added(figures(5), figures(6)),
            "organs: [east, west]\nleft_out: [{organ: south, reason: 停}]",
            1988,
        ),
    )
    assert [line.split(" ", 1)[1] for line in said(harbour, "D4")] == [
        "D420 1988 年有 1 个下级机关没有说明是否汇总：west-2"
    ]
