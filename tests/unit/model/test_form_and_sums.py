"""A form's trees, its identities in every row and column, and totals that are left to the program."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.diagnostics.diagnostic import Place
from gongkai.load.site import form_of
from gongkai.model.arithmetic import definitions, equations, fill_totals
from gongkai.model.facts import Fact, Number, State, exported
from gongkai.model.form import Form
from gongkai.model.headings import section_of
from gongkai.model.source import Source
from toy import FORM


def form(text: str = FORM) -> Form:
    found, problems = form_of(Source("toy.yaml", text))
    assert problems == ()
    assert found
    return found


def fact(value: Number | str | None) -> Fact:
    place = Place("report.yaml")
    if isinstance(value, int | Decimal):
        return Fact(State.FIGURE, place, value)
    return Fact({"=": State.COMPUTED, "/": State.NOT_APPLICABLE, None: State.BLANK}[value], place)


def test_rows_and_columns_with_cells_have_all_labels_above_them() -> None:
    oil, visits = form().table_by_id["oil"], form().table_by_id["visits"]
    assert [(row.path, row.labels) for row in oil.leaf_rows][2:] == [
        ("burnt.calm", ("去向", "点用", "风平时")),
        ("burnt.storm", ("去向", "点用", "起风时")),
        ("kept", ("去向", "年末存油")),
    ]
    assert [(column.id, column.labels) for column in visits.leaf_columns] == [
        ("boats", ("船", "小船")),
        ("ships", ("船", "大船")),
        ("total", ("总数",)),
    ]


def litres(rows: str) -> str:
    return " + ".join(f"oil/{row}/litres" for row in rows.split())


def test_every_identity_in_every_row_or_column() -> None:
    assert [f"{' + '.join(e.left)} = {' + '.join(e.right)}" for e in equations(form())] == [
        "lamps/upper/white + lamps/upper/red = lamps/upper/both",
        "lamps/lower/white + lamps/lower/red = lamps/lower/both",
        f"{litres('stored bought')} = {litres('burnt.calm burnt.storm kept')}",
        "oil/stored/cans + oil/bought/cans = oil/burnt.calm/cans + oil/burnt.storm/cans + oil/kept/cans",
        "visits/spring/boats + visits/spring/ships = visits/spring/total",
        "visits/autumn/boats + visits/autumn/ships = visits/autumn/total",
        "visits/winter/boats + visits/winter/ships = visits/winter/total",
    ]


@pytest.mark.parametrize(
    ("white", "red", "total"),
    [
        (2, 1, 3),
        (Decimal("0.1"), Decimal("0.2"), Decimal("0.3")),
        (2, "/", 2),
        ("/", "/", 0),
        (2, None, None),
    ],
)
def test_a_total_left_to_the_program(
    white: Number | str, red: Number | str | None, total: Number | None
) -> None:
    cells = dict.fromkeys(form().cells, fact(0))
    cells |= {"lamps/upper/white": fact(white), "lamps/upper/red": fact(red), "lamps/upper/both": fact("=")}
    assert fill_totals(form(), cells)["lamps/upper/both"].number == total


CHAIN = FORM.replace(
    "{each: row, sum: white + red = both}",
    "{each: row, sum: white + red = both}\n      - {each: column, sum: upper = lower}",
)


def test_totals_of_totals_are_added_up_in_turn() -> None:
    cells = {**dict.fromkeys(form().cells, fact(1)), "lamps/lower/both": fact(2)}
    cells |= {f"lamps/upper/{column}": fact("=") for column in ("white", "red", "both")}
    filled = fill_totals(form(CHAIN), cells)
    assert [filled[f"lamps/upper/{column}"].number for column in ("white", "red", "both")] == [1, 1, 2]


def test_totals_that_define_each_other_stay_undetermined() -> None:
    cells = dict.fromkeys(form().cells, fact(1))
    cells |= {f"lamps/{row}/white": fact("=") for row in ("upper", "lower")}
    assert definitions(form(CHAIN), cells) == {}


def test_the_four_kinds_of_cells_are_told_apart_in_data() -> None:
    assert [exported(fact(value)) for value in (0, "/", None, Decimal("1.50"))] == [
        0,
        "/",
        None,
        Decimal("1.50"),
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("一、这一年的天气", "weather"),
        ("一 、 这一年的天气", "weather"),
        ("一，这一年的天气", "weather"),
        ("一.这一年的天气", "weather"),
        ("三、来访的船", "visits"),
        ("这一年的天气", None),
        ("二、这一年的天气", None),
        ("", None),
    ],
)
def test_a_heading_stands_for_a_section(heading: str, section: str | None) -> None:
    found = section_of(form(), heading)
    assert (found.id if found else None) == section
