"""Random reports on a shipped form whose sums are right, and what the check of sums says of changed ones."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from gongkai.check.arithmetic import check_arithmetic
from gongkai.diagnostics.catalogue import in_order
from gongkai.diagnostics.diagnostic import Diagnostic, Place, Span
from gongkai.load.site import read_site, shipped_forms
from gongkai.model.arithmetic import fill_totals
from gongkai.model.facts import Fact, State
from gongkai.model.form import Form
from gongkai.model.records import Report, Site
from toy import write_site

FORM = next(form for form in shipped_forms() if form.id == "cn-2021")
TABLE, REVIEW = FORM.table_by_id["requests"], FORM.table_by_id["review_and_litigation"]
ROWS = [row.path for row in TABLE.leaf_rows]
OUTCOMES = [path for path in ROWS if path.startswith("results.") and path != "results.total"]
APPLICANTS = [column.id for column in TABLE.leaf_columns if column.id != "total"]

Cell = int | Decimal | str | None


@st.composite
def consistent(draw: st.DrawFn) -> dict[str, Cell]:
    """Fill every leaf and add up every total; nothing here is taken from the program."""
    small = st.integers(0, 3) | st.integers(0, 400)
    cells: dict[str, Cell] = {}
    for column in APPLICANTS:
        answers = [draw(small) for _ in OUTCOMES]
        forward, new = draw(small), draw(small)
        done = sum(answers) + forward
        new = min(new, done)
        for row, answer in zip(OUTCOMES, answers, strict=True):
            cells[f"requests/{row}/{column}"] = answer
        cells[f"requests/results.total/{column}"] = sum(answers)
        cells[f"requests/carried_forward/{column}"] = forward
        cells[f"requests/new_received/{column}"] = new
        cells[f"requests/carried_over/{column}"] = done - new
    for row in ROWS:
        cells[f"requests/{row}/total"] = sum(cells[f"requests/{row}/{c}"] for c in APPLICANTS)  # type: ignore[misc]
    for review in REVIEW.leaf_rows:
        parts = [draw(small) for _ in range(4)]
        for column, part in zip(("upheld", "corrected", "other", "pending"), parts, strict=True):
            cells[f"review_and_litigation/{review.path}/{column}"] = part
        cells[f"review_and_litigation/{review.path}/total"] = sum(parts)
    return {cell: cells.get(cell, 1) for cell in FORM.cells}


def problems_of(cells: Mapping[str, Cell], form: Form = FORM) -> list[Diagnostic]:
    """Check the sums: `=` is to be added up, None is a blank, `/` does not apply."""
    facts = {}
    for line, cell in enumerate(form.cells, 1):
        value, place = cells[cell], Place("report.yaml", Span(line, 1, line, 2))
        states = {"=": State.COMPUTED, "/": State.NOT_APPLICABLE, None: State.BLANK}
        if value is None or isinstance(value, str):
            facts[cell] = Fact(states[value], place)
        else:
            facts[cell] = Fact(State.FIGURE, place, value)
    report, site = _any()
    report = report._replace(form=form, facts=fill_totals(form, facts))
    return list(in_order(check_arithmetic(report, site)))


def named(cells: Mapping[str, Cell]) -> list[str]:
    """Show the code and the cell of each problem."""
    return [f"{problem.code} {problem.cell}" for problem in problems_of(cells)]


@cache
def _any() -> tuple[Report, Site]:
    with TemporaryDirectory() as folder:
        site, _ = read_site(write_site(Path(folder)))
    assert site
    return site.reports[0], site
