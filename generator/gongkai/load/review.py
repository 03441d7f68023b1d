"""Reads `review:` of a report: who examined it before publication, when, with what conclusion."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Problems
from gongkai.model.records import Review
from gongkai.model.source import Document


def read_review(document: Document) -> tuple[Review | None, Problems]:
    """Read `{reviewer, date, conclusion}`."""
    del document
    return None, ()
