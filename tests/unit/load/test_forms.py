"""A form with a mistake in it is refused, with the mistake's place and a code of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.load.site import form_of
from gongkai.model.form import Comparison
from gongkai.model.source import Source
from shown import located, problems_of
from toy import FORM, replaced, write_files

# What is changed in the form, what it becomes, and the problems: line:column and code.
MISTAKES = [
    ("no id", "id: toy\n", "", "1:1 D901"),
    ("no tables", FORM[FORM.index("tables:\n") :], "", "1:1 D901"),
    ("no section", FORM[FORM.index("  - {id: weather") : FORM.index("\ntables:")], "", "9:10 D901"),
    ("a key misspelt", "basis: 守灯人", "bases: 守灯人", "3:1 D901, 1:1 D901"),
    ("years without a first", "{from: 1950}", "{until: 1950}", "4:9 D901, 4:8 D901"),
    ("a year that is a text", "{from: 1950}", "{from: 五零年}", "4:15 D901"),
    ("titles not a list", 'titles:\n  - "{organ}{year}年守灯报告"\n  - ', "titles: ", "5:9 D901"),
    ("a section without a heading", ", heading: 四、守灯人的愿望", "", "13:5 D901"),
    ("a section twice", "{id: wishes,", "{id: weather,", "13:10 D904"),
    ("a section of an unknown table", "[visits]", "[visit]", "12:61 D905"),
    ("a table in two sections", "[visits]", "[visits, oil]", "29:5 D901"),
    ("a table in no section", "[lamps, oil]", "[lamps]", "29:5 D901"),
    ("a table twice", "- id: oil", "- id: lamps", "29:9 D904, 11:63 D905"),
    ("a table without rows",
     "    rows:\n      - {id: upper, label: 上层}\n      - {id: lower, label: 下层}\n",
     "    rows: []\n", "23:11 D901"),
    ("a layout that there is not", "layout: across", "layout: acros", "50:13 D901"),
    ("a row without a label", "{id: upper, label: 上层}", "{id: upper}", "24:9 D901"),
    ("a row without an id", "{id: upper, label: 上层}", "{label: 上层}", "24:9 D901"),
    ("a row's id with a full stop", "{id: upper,", "{id: up.per,", "24:14 D901"),
    ("a row twice", "{id: lower,", "{id: upper,", "25:14 D904"),
    ("a column without an id", "{id: cans, label: 罐数}", "{label: 罐数}", "33:9 D901"),
    ("a column twice", "{id: cans, label: 罐数}", "{id: litres, label: 罐数}", "33:14 D904"),
    ("a type that there is not", "type: amount", "type: money", "32:39 D901"),
    ("a title with an unknown word", "{organ}{year}年守灯", "{organ}{yaer}年守灯", "6:5 D901"),
    ("a title with an open brace", "{organ}{year}年守灯", "{organ}{year年守灯", "6:5 D901"),
    ("a title that looks inside", "{organ}{year}年守灯", "{organ.__class__}{year}年守灯", "6:5 D901"),
    ("an identity without its axis", "{each: row, sum: vessels = total}", "{sum: vessels = total}",
     "65:9 D901"),
    ("an axis that there is not", "{each: row, sum: vessels", "{each: cell, sum: vessels", "65:9 D901"),
    ("an identity without an equals sign", "white + red = both", "white + red", "27:26 D902"),
    ("an identity with two equals signs", "white + red = both", "white = red = both", "27:26 D902"),
    ("an identity with an empty side", "white + red = both", "'white + = both'", "27:26 D902"),
    ("an identity of unknown columns", "white + red = both", "white + rod = bath",
     "27:26 D903, 27:26 D903"),
    ("an identity of rows where columns are wanted", "{each: row, sum: white", "{each: column, sum: white",
     "27:29 D903, 27:29 D903, 27:29 D903"),
    ("an identity with one column twice", "vessels = total", "vessels + boats = total", "65:26 D902"),
    ("a bound the wrong way round", "white + red = both", "'both >= white'", "27:26 D902"),
    ("a bound without its equals sign", "white + red = both", "'white < both'", "27:26 D902"),
    ("an equals sign beside a bound", "white + red = both", "'white <= red = both'", "27:26 D902"),
    ("a difference", "white + red = both", "'both - red = white'", "27:26 D902"),
    ("last year alone", "white + red = both", "previous.white + previous.red = previous.both", "27:26 D902"),
    ("last year of nothing", "white + red = both", "white + red = previous.", "27:26 D902"),
    ("last year of an unknown column", "white + red = both", "white = previous.rod", "27:26 D903"),
    ("last year twice", "white + red = both", "white = previous.white + previous.white", "27:26 D902"),
    ("a rule that there is not", "white + red = both", "white <= both, rule: bounds", "27:47 D907"),
    ("a rule of another kind", "white + red = both", "white <= both, rule: row-total", "27:47 D907"),
    ("only in an unknown row", "white + red = both", "white <= both, only: [attic]", "27:48 D903"),
    ("only in a column of its own", "white + red = both", "white <= both, only: [red]", "27:48 D903"),
    ("only nowhere", "white + red = both", "white <= both, only: []", "27:47 D902"),
    ("only in one row twice", "white + red = both", "white <= both, only: [upper, upper]", "27:47 D902"),
    ("only that is no list", "white + red = both", "white <= both, only: upper", "27:9 D901"),
    ("an identity with an unknown key", "white + red = both", "white <= both, when: upper", "27:9 D901"),
    ("a row that is called as last year is", "{id: lower,", "{id: previous,", "25:14 D901"),
    ("a question that there is not", "row_head: 灯室", "row_head: 灯室\n    watch: [leap]", "19:13 D901"),
    ("a power that there is not", "{id: upper,", "{id: upper, needs: magic,", "24:28 D901"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_located(old: str, new: str, expected: str) -> None:
    form, problems = form_of(Source("toy.yaml", replaced(FORM, old, new)))
    assert located(problems) == expected.split(", ")
    assert form is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("visits", "vis/its", "48:9"),
        ("visits", "title", "48:9"),  # a key of every report
        ("cans", "ca/ns", "33:14"),
        ("white", "wh ite", "20:14"),
        ("kept", "ke pt", "44:18"),
        ("weather", "wea ther", "10:10"),
    ],
)
def test_an_id_that_cannot_be_part_of_a_cell_s_name_is_refused(old: str, new: str, place: str) -> None:
    form, problems = form_of(Source("toy.yaml", FORM.replace(old, new)))
    assert f"{place} D901" in located(problems)
    assert form is None


def test_the_form_without_a_mistake_is_read() -> None:
    form, problems = form_of(Source("toy.yaml", FORM))
    assert problems == ()
    assert form is not None
    assert [table.id for table in form.tables] == ["lamps", "oil", "visits"]


def test_a_refused_form_leaves_the_other_reports_checked(site: Path) -> None:
    write_files(
        site,
        {
            "content/formats/broken.yaml": FORM.replace("id: toy", "id: broken").replace("= both", "= bath"),
            "content/reports/north-light/1987/report.md": "## 四、守灯人的愿望\n\n无\n",
        },
    )
    assert problems_of(site) == ["broken.yaml:27:26 D903", "report.md:1:1 D228"]


def test_a_shipped_form_cannot_be_replaced(site: Path) -> None:
    write_files(site, {"content/formats/mine.yaml": FORM.replace("id: toy\n", "id: cn-2021\n")})
    assert problems_of(site) == ["mine.yaml:1:1 D906"]


def test_a_report_of_a_refused_form_is_not_called_wrong_for_it(site: Path) -> None:
    write_files(site, {"content/formats/toy.yaml": "id: toy\n"})
    codes = [line.split()[1] for line in problems_of(site)]
    assert set(codes) == {"D901"}


def comparisons_of(written: str) -> list[Comparison]:
    form, problems = form_of(Source("toy.yaml", replaced(FORM, "sum: white + red = both", f"sum: {written}")))
    assert problems == ()
    assert form
    return [*form.table_by_id["lamps"].comparisons]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("white <= both", "white <= both usual-relation"),
        ("red = previous.both", "red = .both last-year-relation"),
        ("previous.red + white <= both + previous.white", "white .red <= both .white last-year-relation"),
        ("white + red = both, rule: carry-over", "white red = both carry-over"),
        ("white + red = both, only: [upper]", "white red = both usual-relation upper"),
        ("red = previous.both, rule: carry-over-total, only: [lower]", "red = .both carry-over-total lower"),
    ],
)
def test_what_need_not_always_hold_is_a_comparison(written: str, expected: str) -> None:
    (comparison,) = comparisons_of(written)
    left = [*comparison.left.terms, *(f".{term}" for term in comparison.left_previous.terms)]
    right = [*comparison.right.terms, *(f".{term}" for term in comparison.right_previous.terms)]
    assert " ".join([*left, comparison.relation, *right, comparison.rule, *comparison.only]) == expected


def test_an_equation_inside_the_report_is_an_identity_and_no_comparison() -> None:
    assert comparisons_of("white + red = both") == []


def test_groups_stand_for_their_leaves_in_both_years_and_in_only() -> None:
    written = "{each: row, sum: vessels <= total + previous.vessels}"
    form, problems = form_of(Source("toy.yaml", replaced(FORM, "{each: row, sum: vessels = total}", written)))
    assert problems == ()
    assert form
    (comparison,) = form.table_by_id["visits"].comparisons
    assert comparison.left.terms == comparison.right_previous.terms == ("boats", "ships")
    assert [compared.blamed for compared in form.table_by_id["visits"].compared] == [
        f"visits/{row}/boats" for row in ("spring", "autumn", "winter")
    ]
