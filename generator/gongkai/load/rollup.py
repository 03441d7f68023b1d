"""Reads `rollup:` of a report: which organs' reports it adds up, and stated adjustments."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Problems
from gongkai.model.form import Form
from gongkai.model.records import Rollup
from gongkai.model.source import Document


def read_rollup(document: Document, form: Form) -> tuple[Rollup | None, Problems]:
    """Read `{organs: [id …], left_out: [{organ, reason}], adjustments: [{cell, by, reason}]}`."""
    del document, form
    return None, ()
