"""Reads `review:` of a report: who examined it before publication, when, with what conclusion."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Problems
from gongkai.load.fields import Field, Shape, date, read_fields, text
from gongkai.model.records import Review
from gongkai.model.source import Document

REVIEW: Shape = {
    "reviewer": Field(required=True),
    "date": Field(required=True),
    "conclusion": Field(required=True),
}


def read_review(document: Document) -> tuple[Review | None, Problems]:
    """Read `{reviewer, date, conclusion}`; None where one of them is wanting."""
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get("review"), dict):
        return None, ()  # where it is something else, the reader of the report has said so
    values, problems = read_fields(document, ("review",), REVIEW)
    day, more = date(document, values, ("review",), "date")
    if not day or len(values) < len(REVIEW):
        return None, (*problems, *more)
    place = document.spans.value("review", "date")
    return Review(text(values, "reviewer"), day, text(values, "conclusion"), place), (*problems, *more)
