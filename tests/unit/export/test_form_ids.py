"""The ids of tables, rows and columns can be looked up, each beside the form's own words."""

from __future__ import annotations

import pytest

from gongkai.diagnostics.diagnostic import LANGUAGES
from gongkai.export.form_ids import ids_of, known_ids
from gongkai.load.forms import read_form
from gongkai.load.site import shipped_forms
from gongkai.load.yaml_data import read_any
from gongkai.model.form import Form, cell_labels
from gongkai.model.source import Source
from toy import FORM

FORMS = shipped_forms()


def read(text: str) -> Form:
    document, _ = read_any(Source("toy.yaml", text))
    assert document
    form, _ = read_form(document)
    assert form
    return form


@pytest.fixture(name="toy")
def form_of_toys() -> Form:
    return read(FORM)


def test_a_form_lists_its_tables(toy: Form) -> None:
    shown = ids_of("toy", [toy], "zh-CN")
    assert shown
    assert shown.split("\n")[0] == "toy  守灯年报（守灯人手册第七页）"
    assert "  lamps   灯" in shown.split("\n")
    assert shown.endswith("gongkai explain lamps")


def test_a_table_lists_its_rows_and_columns_and_how_a_cell_is_written(toy: Form) -> None:
    assert ids_of("lamps", [toy], "zh-CN") == (
        "lamps  灯（toy）\n行\n  upper  上层\n  lower  下层\n"
        "列\n  white  白光\n  red    红光\n  both   合计\n"
        "格号（accept、rollup 用）：lamps/upper/white\n引用（report.md 用）：{{ lamps.upper.white }}"
    )


def test_a_cell_is_told_in_words(toy: Form) -> None:
    assert ids_of("oil/burnt.calm/litres", [toy], "en") == (
        "oil/burnt.calm/litres（toy）\n  tables   灯油\n  rows     去向 点用 风平时\n  columns  升数\n"
        "cell id (accept, rollup): oil/burnt.calm/litres\nquote (report.md): {{ oil.burnt.calm.litres }}"
    )


def test_of_two_forms_with_a_table_the_later_is_told_of_and_the_other_named(toy: Form) -> None:
    later = read(FORM.replace("id: toy\n", "id: toy-2\n").replace("from: 1950", "from: 1990"))
    shown = ids_of("lamps", [toy, later], "en")
    assert shown
    assert "lamps  灯（toy-2）" in shown
    assert shown.endswith(": gongkai explain toy/lamps")
    assert (ids_of("toy/lamps", [toy, later], "en") or "").startswith("lamps  灯（toy）")


def test_what_is_no_id_is_not_told_of(toy: Form) -> None:
    for name in ("", "lamp", "lamps/upper", "toy/", "toy/lamp", "D301"):
        assert ids_of(name, [toy], "zh-CN") is None
    assert known_ids([toy]) == ("toy", "lamps", "oil", "visits")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_cell_of_the_shipped_forms_can_be_looked_up(form: Form) -> None:
    for table in form.tables:
        listed = ids_of(f"{form.id}/{table.id}", FORMS, "zh-CN")
        assert listed
        for leaf in (*table.leaf_rows, *table.leaf_columns):
            assert leaf.labels[-1] in listed
    for cell in form.cells:
        for language in LANGUAGES:
            told = ids_of(f"{form.id}/{cell}", FORMS, language)
            assert told
            for label in cell_labels(form.table_by_id[cell.split("/")[0]], cell):
                assert label in told
