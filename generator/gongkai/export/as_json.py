"""A report as JSON: every cell by id, every section of the narrative by id."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gongkai.model.facts import Number, exported
from gongkai.model.headings import section_of
from gongkai.model.records import Organ, Report


def as_json(report: Report, organ: Organ) -> bytes:
    """Write the report as JSON in UTF-8; figures stand as they were written, never as binary floats.

    A cell is a number, null where it is empty, or "/" where it does not apply. `units` holds the
    units that a writer stated because the form names none, `preface` the
    text before the first section.
    """
    lines = [
        "{",
        f'  "format": {_text(report.form.id)},',
        f'  "year": {report.year},',
        f'  "organ": {{"id": {_text(organ.id)}, "name": {_text(organ.name)}}},',
        f'  "title": {_text(report.title)},',
    ]
    lines += [f'  "{key}": {_text(value)},' for key, value in _stated(report)]
    cells = [f"    {_text(cell)}: {_cell(exported(report.facts[cell]))}" for cell in report.form.cells]
    lines += ['  "cells": {', ",\n".join(cells), "  },"]
    units = [f"    {_text(cell)}: {_text(unit)}" for cell, unit in _units(report)]
    if units:
        lines += ['  "units": {', ",\n".join(units), "  },"]
    narrative = [f"    {_text(section)}: {_text(text)}" for section, text in _narrative(report)]
    lines += ['  "narrative": {', ",\n".join(narrative), "  }", "}"]
    return ("\n".join(line for line in lines if line) + "\n").encode()


def _stated(report: Report) -> Iterator[tuple[str, str]]:
    """Give what the source may state or not."""
    for key, value in (("published", report.published), ("source", report.source)):
        if value:
            yield key, value
    if report.narrative and not report.narrative.preface.is_empty:
        yield "preface", report.narrative.preface.text.strip()


def _units(report: Report) -> Iterator[tuple[str, str]]:
    for table in report.form.tables:
        for row in table.leaf_rows:
            for column in table.leaf_columns:
                cell = table.cell(row.path, column.id)
                if column.column.units and report.facts[cell].unit:
                    yield cell, report.facts[cell].unit


def _narrative(report: Report) -> Iterator[tuple[str, str]]:
    for written in report.narrative.sections if report.narrative else ():
        section = section_of(report.form, written.heading.text)
        if section:
            yield section.id, written.prose.text.strip()


def _cell(value: Number | str | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    return str(value) if isinstance(value, int) else format(value, "f")


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
