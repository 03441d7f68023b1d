"""Reads how texts speak of a form's figures."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Problems
from gongkai.model.form import Table
from gongkai.model.phrase import Phrase
from gongkai.model.source import Document


def read_phrases(document: Document, tables: tuple[Table, ...]) -> tuple[tuple[Phrase, ...], Problems]:
    """Read `phrases:` of a form."""
    del document, tables
    return (), ()
