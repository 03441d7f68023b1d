"""The heads that assistive technology reads for each cell are the form's, from the outside in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from playwright.sync_api import Page

if TYPE_CHECKING:
    from conftest import Site

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
FORMS = Path(__file__).resolve().parents[2] / "generator" / "gongkai" / "forms"
HEADS_BY_CELL = """() => {
  axe.setup(document.body)
  const cells = [...document.querySelectorAll('td[data-cell]')].map(cell => [
    cell.dataset.cell,
    axe.commons.table.getHeaders(cell).map(head => head.textContent.replace(/\\s/g, '')),
  ])
  axe.teardown()
  return cells
}"""


def paths(nodes: list[dict], below: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield the ids and the labels on the way to each leaf of a tree of rows or of columns."""
    for node in nodes:
        own = (node["id"],) if "id" in node else ()
        if below not in node:
            yield own, [node["label"]]
        for ids, labels in paths(node.get(below, []), below):
            yield own + ids, [node["label"], *labels]


def heads_of_form(name: str) -> list[tuple[str, list[str]]]:
    """Return each cell of a form with its heads: the table's title, then the row's, then the column's."""
    form = yaml.safe_load((FORMS / f"{name}.yaml").read_text(encoding="utf-8"))
    return [
        (f"{table['id']}/{'.'.join(row)}/{column[-1]}", [*title, *row_labels, *column_labels])
        for table in form["tables"]
        for title in [[table["title"]] if "title" in table else []]
        for row, row_labels in paths(table["rows"], "rows")
        for column, column_labels in paths(table["columns"], "columns")
    ]


def test_every_cell_of_a_report_has_the_heads_of_the_form_in_its_order(
    site: Site, open_tab: Callable[..., Page]
) -> None:
    tab = open_tab()
    # The first and the last, some between, and of each form the first one.
    of_form = {site.data(page)["format"]: page for page in reversed(site.of_kind("report"))}
    assert set(of_form) >= ({"cn-2019", "cn-2021"} if site.of_kind("moved") else {"cn-2021"})
    for page in dict.fromkeys([*site.spread("report"), *of_form.values()]):
        data = json.loads((site.folder / page).with_name("report.json").read_text(encoding="utf-8"))
        expected = heads_of_form(data["format"])
        tab.goto(site.at(page))
        tab.evaluate(AXE)
        found = [(cell, heads) for cell, heads in tab.evaluate(HEADS_BY_CELL)]
        assert [cell for cell, _ in found] == [cell for cell, _ in expected], page
        for (cell, heads), (_, wanted) in zip(found, expected, strict=True):
            assert heads == ["".join(head.split()) for head in wanted], f"{page}: {cell}"
