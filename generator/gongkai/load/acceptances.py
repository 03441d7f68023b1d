"""Reads `accept:` of a report: lawful exceptions from rules, each with its reason."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Problems
from gongkai.model.form import Form
from gongkai.model.records import Acceptance
from gongkai.model.source import Document


def read_acceptances(document: Document, form: Form) -> tuple[tuple[Acceptance, ...], Problems]:
    """Read `[{code, cell, text, reason}]`."""
    del document, form
    return (), ()
