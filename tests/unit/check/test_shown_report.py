"""The report that this repository publishes: any single figure changed is the first problem found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import gongkai
from gongkai.check.arithmetic import check_arithmetic
from gongkai.diagnostics.catalogue import in_order, severity
from gongkai.diagnostics.diagnostic import Severity
from gongkai.load.site import read_site
from gongkai.load.tables import read_tables
from gongkai.load.yaml_text import read_yaml
from gongkai.model.arithmetic import fill_totals
from gongkai.model.records import Report, Site
from gongkai.model.source import Source

REPOSITORY = Path(gongkai.__file__).parents[2]


def site() -> Site:
    found, problems = read_site(REPOSITORY)
    assert problems == ()
    assert found
    return found


SITE = site()
REPORT = next(report for report in SITE.reports if report.key == ("shifanqu", 2022))
TEXT = (REPOSITORY / REPORT.place.file).read_text("utf-8")
SUMMED = [table for table in REPORT.form.tables if table.identities]


def first_problem(report: Report, text: str) -> str:
    """Check the text's figures and give place and severity of what comes first."""
    document, problems = read_yaml(Source(report.place.file, text))
    assert document
    facts, more = read_tables(document, report.form)
    wrong = report._replace(facts=fill_totals(report.form, facts))
    found = in_order((*problems, *more, *check_arithmetic(wrong, SITE)))
    assert severity(found[0]) is Severity.ERROR
    return f"{found[0].place.span.line}:{found[0].place.span.column}"


def changes(figure: str) -> Iterator[str]:
    yield from (value for value in ("0", "1", "2", "7", "10", "365") if value != figure)


def test_it_has_190_figures_in_two_tables() -> None:
    assert len(SUMMED) == 2
    assert sum(len(table.cells) for table in SUMMED) == 190


@pytest.mark.parametrize(
    "row", [(table.id, row.path) for table in SUMMED for row in table.leaf_rows], ids="/".join
)
def test_any_figure_changed_is_the_first_problem(row: tuple[str, str]) -> None:
    table = REPORT.form.table_by_id[row[0]]
    lines = TEXT.split("\n")
    for column in table.leaf_columns:
        span = REPORT.facts[table.cell(row[1], column.id)].place.span
        line = lines[span.line - 1]
        before, figure = line[: span.column - 1], line[span.column - 1 : span.end_column - 1]
        after = line[span.end_column - 1 :]
        assert re.fullmatch(r"\d+", figure)
        for value in changes(figure):
            text = "\n".join([*lines[: span.line - 1], before + value + after, *lines[span.line :]])
            assert first_problem(REPORT, text) == f"{span.line}:{span.column}", f"{figure} → {value}"
