"""A report of an invented organ with a text of one's own, and what the check of its figures says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from gongkai.check.narrative import check_narrative
from gongkai.diagnostics.diagnostic import Diagnostic, Place
from gongkai.load.site import read_site, shipped_forms
from gongkai.model.facts import Fact, State
from gongkai.model.form import Form
from gongkai.model.records import Heading, Narrative, NarrativeSection, Organ, Prose, Report, Site
from toy import write_site

FORMS = {form.id: form for form in shipped_forms()}
PLACE = Place("report.yaml")
YEAR = 2022

# Requests: 35 + 2 = 36 + 1. What is not here is 0.
FIGURES: Mapping[str, int | Decimal] = {
    "requests/new_received/natural_person": 30,
    "requests/new_received/commercial_enterprise": 5,
    "requests/new_received/total": 35,
    "requests/carried_over/total": 2,
    "requests/results.granted/total": 12,
    "requests/results.partially_granted/total": 4,
    "requests/results.refused.process_information/total": 2,
    "requests/results.unable_to_provide.not_held/total": 9,
    "requests/results.unable_to_provide.needs_creation/total": 3,
    "requests/results.not_processed.repeated/total": 6,
    "requests/results.total/total": 36,
    "requests/carried_forward/total": 1,
    "review_and_litigation/reconsideration/upheld": 7,
    "review_and_litigation/reconsideration/total": 7,
    "review_and_litigation/litigation_direct/upheld": 5,
    "review_and_litigation/litigation_direct/pending": 1,
    "review_and_litigation/litigation_direct/total": 6,
    "review_and_litigation/litigation_after_reconsideration/upheld": 3,
    "review_and_litigation/litigation_after_reconsideration/total": 3,
    "art20_1/normative_documents/issued": 5,
    "art20_1/normative_documents/repealed": 2,
    "art20_1/normative_documents/in_force": 40,
    "art20_5/administrative_licensing/decisions": 300,
    "art20_8/administrative_fees/amount": Decimal("227.782"),
}


@cache
def _site() -> Site:
    with TemporaryDirectory() as folder:
        found, _ = read_site(write_site(Path(folder)))
    assert found
    return found


def report(text: str, form: Form, facts: Mapping[str, Fact], section: str = "") -> Report:
    """Make a report with this text in its first section, or in the one with this heading."""
    heading = Heading(2, section or form.sections[0].heading, Place("report.md"), 2)
    prose = Prose(text, "report.md", 1)
    narrative = Narrative(Place("report.md"), Prose("", "report.md", 1), (NarrativeSection(heading, prose),))
    return Report("organ", YEAR, form, "", "", "", facts, narrative, Place("report.md"), PLACE, PLACE)


def problems(
    text: str,
    organ: str = "青山县人民政府",
    *,
    form: str = "cn-2021",
    section: str = "",
    changed: Mapping[str, int | Decimal | None] | None = None,
    units: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Check a text against the figures, some of them changed or blank, or written with a unit."""
    cells = {**dict.fromkeys(FORMS[form].cells, 0), **FIGURES, **(changed or {})}
    facts = {
        cell: Fact(
            State.BLANK if cells[cell] is None else State.FIGURE,
            PLACE,
            cells[cell],
            (units or {}).get(cell, ""),
        )
        for cell in FORMS[form].cells
    }
    site = _site()
    place = Place("organs.yaml")
    named = Organ("organ", organ, "", "government", "", place, place)
    site = Site(site.portal, (named,), site.forms, (), None, ())
    return list(check_narrative(report(text, FORMS[form], facts, section), site))


def marked(text: str, **options: object) -> list[str]:
    """Give each problem as its code and the characters that it is shown at."""
    found = problems(text, **options)  # type: ignore[arg-type]
    lines = text.split("\n")
    return [
        f"{p.code} {lines[p.place.span.line - 1][p.place.span.column - 1 : p.place.span.end_column - 1]}"
        for p in found
    ]
