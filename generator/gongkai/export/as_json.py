"""A report as JSON: every cell by id, every section of the narrative by id."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gongkai.model.facts import Number, exported
from gongkai.model.headings import section_of
from gongkai.model.quotes import filled
from gongkai.model.records import Acceptance, Organ, Report

# Made once: making one takes longer than writing a text.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def as_json(report: Report, organ: Organ, previous: Report | None = None) -> bytes:
    """Write the report as JSON in UTF-8; figures stand as they were written, never as binary floats.

    A cell is a number, null where it is empty, or "/" where it does not apply. `units` holds the
    units that a writer stated because the form names none, `preface` the
    text before the first section. Figures that the text quotes are filled in; `previous` is last
    year's report, which it may quote as well. `accepted` are the exceptions that the authors state.
    """
    lines = [
        "{",
        f'  "format": {_text(report.form.id)},',
        f'  "year": {report.year},',
        f'  "organ": {{"id": {_text(organ.id)}, "name": {_text(organ.name_in(report.year))}}},',
        f'  "title": {_text(report.title)},',
    ]
    lines += [f'  "{key}": {_text(value)},' for key, value in _stated(report, previous)]
    cells = [f"    {_text(cell)}: {_cell(exported(report.facts[cell]))}" for cell in report.form.cells]
    lines += ['  "cells": {', ",\n".join(cells), "  },"]
    units = [f"    {_text(cell)}: {_text(unit)}" for cell, unit in _units(report)]
    if units:
        lines += ['  "units": {', ",\n".join(units), "  },"]
    narrative = [f"    {_text(section)}: {_text(text)}" for section, text in _narrative(report, previous)]
    lines += ['  "narrative": {', ",\n".join(narrative), "  }" + ("," if report.accepted else "")]
    excused = [f"    {_excused(accepted)}" for accepted in report.accepted]
    if excused:
        lines += ['  "accepted": [', ",\n".join(excused), "  ]"]
    lines.append("}")
    return ("\n".join(line for line in lines if line) + "\n").encode()


def _stated(report: Report, previous: Report | None) -> Iterator[tuple[str, str]]:
    """Give what the source may state or not."""
    for key, value in (("published", report.published), ("source", report.source)):
        if value:
            yield key, value
    if report.narrative and not report.narrative.preface.is_empty:
        yield "preface", filled(report.narrative.preface.text.strip(), report, previous)


def _units(report: Report) -> Iterator[tuple[str, str]]:
    for table in report.form.tables:
        for row in table.leaf_rows:
            for column in table.leaf_columns:
                cell = table.cell(row.path, column.id)
                if column.column.units and report.facts[cell].unit:
                    yield cell, report.facts[cell].unit


def _narrative(report: Report, previous: Report | None) -> Iterator[tuple[str, str]]:
    for written in report.narrative.sections if report.narrative else ():
        section = section_of(report.form, written.heading.text)
        # A document's sections have no ids: their headings name them.
        name = section.id if section else "" if report.form.sections else written.heading.text
        if name:
            yield name, filled(written.prose.text.strip(), report, previous)


def _excused(accepted: Acceptance) -> str:
    stated = {"code": accepted.code, "cell": accepted.cell, "text": accepted.text, "reason": accepted.reason}
    return json.dumps({key: value for key, value in stated.items() if value}, ensure_ascii=False)


def _cell(value: Number | str | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    return str(value) if isinstance(value, int) else format(value, "f")


def _text(value: str) -> str:
    return _ENCODER.encode(value)
