"""A report as CSV: one line for each cell, which spreadsheets open as it is."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from gongkai.model.facts import Number, exported
from gongkai.model.records import Report

HEAD = ("cell", "section", "table", "row", "column", "value", "unit")

# A text that a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(report: Report) -> bytes:
    """Write the report as CSV: UTF-8 with a mark, for Excel, and CRLF as RFC 4180 has it.

    An empty cell is an empty value, a cell that does not apply is "/".
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    form = report.form
    for section in form.sections:
        for name in section.tables:
            table = form.table_by_id[name]
            above = [_safe(section.heading), _safe(table.title or section.caption)]
            columns = [(column, _safe(" ".join(column.labels))) for column in table.leaf_columns]
            for row in table.leaf_rows:
                labels = [*above, _safe(" ".join(row.labels))]
                for column, label in columns:
                    cell = table.cell(row.path, column.id)
                    fact = report.facts[cell]
                    writer.writerow([cell, *labels, label, _written(exported(fact)), fact.unit])
    return out.getvalue().encode("utf-8-sig")


def _written(value: Number | str | None) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def _safe(label: str) -> str:
    return f"'{label}" if label.startswith(_FORMULA) else label
