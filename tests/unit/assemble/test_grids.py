"""Tables as grids: every cell of the form once, its heads in order, and no hole and no overlap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gongkai.assemble.grids import anchor, make_grid
from gongkai.assemble.heads import letters
from gongkai.diagnostics.diagnostic import Place
from gongkai.load.site import form_of, shipped_forms
from gongkai.model.facts import Fact, State
from gongkai.model.form import Form, Section
from gongkai.model.grid import Block, Corner, DataCell, Grid, GridRow, HeadCell
from gongkai.model.source import Source
from toy import FORM as TOY

toy, _ = form_of(Source("toy.yaml", TOY))
assert toy
# The head of the rows beside heads of columns on two levels.
GROUPED = TOY.replace("id: toy\n", "id: grouped\n").replace(
    "      - {id: white, label: 白光}\n      - {id: red, label: 红光}\n",
    "      - {label: 光色, columns: [{id: white, label: 白光}, {id: red, label: 红光}]}\n",
)
grouped, _ = form_of(Source("grouped.yaml", GROUPED))
assert grouped
FORMS = {form.id: form for form in (*shipped_forms(), toy, grouped)}
SECTIONS = [(form, section) for form in FORMS.values() for section in form.sections if section.tables]
each_section = pytest.mark.parametrize(("form", "section"), SECTIONS, ids=lambda value: value.id)


def grid_of(form: Form, section: Section, state: State = State.FIGURE) -> Grid:
    place = Place("report.yaml")
    facts = {
        cell: Fact(state, place, number if state is State.FIGURE else None)
        for number, cell in enumerate(form.cells)
    }
    grid = make_grid(form, section, facts)
    assert grid
    return grid


def rows_of(grid: Grid, block: Block) -> list[GridRow]:
    """Give a block's rows as the page has them: the title of a stacked block is its first row."""
    title = GridRow((HeadCell(block.id, block.title, "colgroup", grid.width),))
    return [*([title] if is_titled(grid, block) else []), *block.heads, *block.rows]


def is_titled(grid: Grid, block: Block) -> bool:
    return len(grid.blocks) > 1 and bool(block.title)


def cells_of(grid: Grid) -> Iterator[HeadCell | DataCell | Corner]:
    for block in grid.blocks:
        for row in rows_of(grid, block):
            yield from row.cells


def laid_out(grid: Grid, rows: list[GridRow]) -> list[list[int]]:
    """Lay cells out as a browser does; each slot has the number of its cell, -1 where it is a hole."""
    slots = [[-1] * grid.width for _ in rows]
    number = 0
    for y, row in enumerate(rows):
        for cell in row.cells:
            x = slots[y].index(-1)
            tall = cell.rowspan if not isinstance(cell, DataCell) else 1
            for below in range(y, y + tall):
                for right in range(x, x + cell.colspan):
                    assert slots[below][right] == -1, f"{cell} overlaps"
                    slots[below][right] = number
            number += 1
    return slots


@each_section
def test_every_row_is_filled_exactly(form: Form, section: Section) -> None:
    grid = grid_of(form, section)
    for block in grid.blocks:
        for part in (rows_of(grid, block)[: -len(block.rows)], list(block.rows)):
            assert all(-1 not in line for line in laid_out(grid, part))


@each_section
def test_every_cell_of_the_tables_stands_once_in_the_form_s_order(form: Form, section: Section) -> None:
    shown = [cell.cell for cell in cells_of(grid_of(form, section)) if isinstance(cell, DataCell)]
    assert shown == [cell for table in section.tables for cell in form.table_by_id[table].cells]


@each_section
def test_ids_are_unique_and_headers_name_heads(form: Form, section: Section) -> None:
    named = [cell for cell in cells_of(grid_of(form, section)) if not isinstance(cell, Corner)]
    ids = [cell.id for cell in named]
    assert len(set(ids)) == len(ids)
    heads = {cell.id for cell in named if isinstance(cell, HeadCell)}
    for cell in named:
        assert set(cell.headers.split()) <= heads
        assert cell.id not in cell.headers.split()


@each_section
def test_links_to_a_cell_name_its_id(form: Form, section: Section) -> None:
    shown = [cell for cell in cells_of(grid_of(form, section)) if isinstance(cell, DataCell)]
    assert [anchor(form, cell.cell) for cell in shown] == [cell.id for cell in shown]


@each_section
def test_the_heads_of_a_cell_are_title_row_and_column_outermost_first(form: Form, section: Section) -> None:
    grid = grid_of(form, section)
    labels = {cell.id: cell.label for cell in cells_of(grid) if isinstance(cell, HeadCell)}
    for block in grid.blocks:
        for cell in (cell for row in block.rows for cell in row.cells if isinstance(cell, DataCell)):
            name, row, column = cell.cell.split("/")
            table = form.table_by_id[name]
            title = [table.title] if is_titled(grid, block) else []
            expected = [*title, *table.row_by_path[row].labels, *table.column_by_id[column].labels]
            assert [labels[name] for name in cell.headers.split()] == expected


@each_section
def test_a_head_refers_to_the_heads_above_it(form: Form, section: Section) -> None:
    grid = grid_of(form, section)
    heads = {cell.id: cell for cell in cells_of(grid) if isinstance(cell, HeadCell)}
    for head in heads.values():
        above = head.headers.split()
        for i, name in enumerate(above):
            assert heads[name].headers.split() == above[:i]


def test_ids_of_heads_are_short_since_every_cell_repeats_them() -> None:
    form = FORMS["cn-2021"]
    cells = [cell for section in form.sections if section.tables for cell in cells_of(grid_of(form, section))]
    repeated = [cell.headers for cell in cells if isinstance(cell, DataCell)]
    assert sum(len(headers) for headers in repeated) / len(repeated) < 30
    assert [letters(number) for number in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_ids_are_unique_on_a_whole_page() -> None:
    for form in FORMS.values():
        grids = [grid_of(form, section) for section in form.sections if section.tables]
        ids = [cell.id for grid in grids for cell in cells_of(grid) if not isinstance(cell, Corner)]
        ids += [grid.id for grid in grids]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("state", "shown"),
    [(State.BLANK, "blank"), (State.MISSING, "blank"), (State.NOT_APPLICABLE, "not-applicable")],
)
def test_empty_and_inapplicable_cells_are_told_apart(state: State, shown: str) -> None:
    grid = grid_of(FORMS["toy"], FORMS["toy"].sections[1], state)
    assert {cell.state for cell in cells_of(grid) if isinstance(cell, DataCell)} == {shown}


def test_a_zero_is_a_zero_and_a_figure_is_as_written() -> None:
    grid = grid_of(FORMS["toy"], FORMS["toy"].sections[1])
    shown = [(cell.text, cell.state) for cell in cells_of(grid) if isinstance(cell, DataCell)]
    assert shown[:3] == [("0", "zero"), ("1", "figure"), ("2", "figure")]


def test_totals_are_marked_in_rows_and_in_columns() -> None:
    form = FORMS["cn-2021"]
    grid = grid_of(form, form.sections[2])
    totals = {cell.cell for cell in cells_of(grid) if isinstance(cell, DataCell) and cell.total}
    table = form.table_by_id["requests"]
    assert totals == {
        cell for cell in table.cells if cell.endswith("/total") or cell.split("/")[1] == "results.total"
    }
