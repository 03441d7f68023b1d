"""Reads the reports: `reports/<organ>/<year>/report.yaml` and `report.md`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Text
from gongkai.load.acceptances import ACCEPTANCE, read_acceptances
from gongkai.load.attached import ATTACHMENT, read_attached
from gongkai.load.fields import Field, Shape, date, read_fields, text
from gongkai.load.files import folders, missing, read_text, relative, written_by
from gongkai.load.limits import MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.markdown_doc import read_narrative
from gongkai.load.review import REVIEW, read_review
from gongkai.load.rollup import ROLLUP, read_rollup
from gongkai.load.tables import read_tables
from gongkai.load.yaml_text import read_yaml
from gongkai.model.arithmetic import equations, fill_totals
from gongkai.model.facts import Facts, State, others
from gongkai.model.form import Form, cell_labels
from gongkai.model.pattern import pattern
from gongkai.model.records import Narrative, Report
from gongkai.model.source import Document

DATA = "report.yaml"
NARRATIVE = "report.md"

REPORT: Shape = {
    "format": Field(required=True),
    "organ": Field(required=True),
    "year": Field("integer", required=True),
    "title": Field(required=True),
    "published": Field(),
    "source": Field(),
    "accept": Field("records", of=ACCEPTANCE),
    "rollup": Field("mapping", of=ROLLUP),
    "review": Field("mapping", of=REVIEW),
    "attachments": Field("records", of=ATTACHMENT),
}
_YEAR = pattern(r"[12][0-9]{3}")
_YEAR_WANTED = Text("应为四位数的年度", "a year of four digits is wanted")


def read_reports(
    root: Path, organs: Sequence[Path], forms: Mapping[str, Form]
) -> tuple[tuple[Report, ...], Problems]:
    """Read every report of some organs, each by its folder; a broken one hides no other."""
    reports: list[Report] = []
    gathered: list[Diagnostic] = []
    for organ in organs:
        years, problems = folders(root, organ, _is_year, _YEAR_WANTED)
        gathered += problems
        for year in years:
            report, problems = _report(root, year, forms)
            gathered += problems
            if report:
                reports.append(report)
    return tuple(reports), tuple(gathered)


def _is_year(name: str) -> bool:
    return _YEAR.fullmatch(name) is not None


def _report(root: Path, folder: Path, forms: Mapping[str, Form]) -> tuple[Report | None, Problems]:
    organ, year = folder.parent.name, int(folder.name)
    narrative, problems = _narrative(root, folder)
    path = folder / DATA
    source, trouble = read_text(root, path, YAML_BYTES, is_folder_inside=True)
    if not source:
        is_missing = not os.path.lexists(path)
        return None, (*problems, *((_missing(root, path, organ, year),) if is_missing else trouble))
    document, more = read_yaml(source)
    problems = (*problems, *trouble, *more)
    if not document:
        return None, problems
    report, more = _data(document, narrative, organ, year, forms)
    return report, (*problems, *more)


def _narrative(root: Path, folder: Path) -> tuple[Narrative | None, Problems]:
    path = folder / NARRATIVE
    source, problems = read_text(root, path, MARKDOWN_BYTES, is_folder_inside=True)
    if source:
        return read_narrative(source), problems
    if not os.path.lexists(path):
        return None, (_missing(root, path, folder.parent.name, int(folder.name)),)
    return None, problems


def _data(
    document: Document, narrative: Narrative | None, organ: str, year: int, forms: Mapping[str, Form]
) -> tuple[Report | None, Problems]:
    data = document.data if isinstance(document.data, dict) else {}
    spans = document.spans
    form = forms.get(str(data.get("format")))
    # With an unknown form nothing can be said of the tables.
    rest = [table.id for table in form.tables] if form else list(data)
    values, problems = read_fields(document, (), REPORT, rest)
    gathered = [*problems]
    if not form:
        if "format" in values:
            known = ", ".join(forms)
            place = spans.value("format")
            gathered.append(Diagnostic("D223", place, {"form": text(values, "format"), "known": known}))
        return None, tuple(gathered)
    gathered += _folder_problems(document, values, organ, year)
    accepted, problems = read_acceptances(document, form)
    gathered += problems
    if not form.holds_for(year) and values.get("year") == year:
        unfitting = _unfitting(document, form, year, forms)
        gathered.append(unfitting)
        if all(acceptance.code != unfitting.code for acceptance in accepted):
            # With a form of other years every table would be called wrong: one thing to mend comes first.
            return None, tuple(gathered)
    published, problems = date(document, values, (), "published")
    gathered += problems
    facts, problems = read_tables(document, form)
    gathered += problems
    filled = fill_totals(form, facts)
    gathered += _undetermined(form, filled)
    rollup, problems = read_rollup(document, form)
    gathered += problems
    review, problems = read_review(document)
    gathered += problems
    attachments, problems = read_attached(document, values) if "attachments" in values else ((), ())
    gathered += problems
    report = Report(
        organ=organ,
        year=year,
        form=form,
        title=text(values, "title"),
        published=published,
        source=text(values, "source"),
        facts=filled,
        narrative=narrative,
        place=Place(document.source.file),
        title_place=spans.value("title"),
        organ_place=spans.value("organ"),
        published_place=spans.value("published") if published else None,
        accepted=accepted,
        rollup=rollup,
        review=review,
        attachments=attachments,
        written=document.source,
    )
    return report, tuple(gathered)


def _unfitting(document: Document, form: Form, year: int, forms: Mapping[str, Form]) -> Diagnostic:
    fitting = ", ".join(other.id for other in forms.values() if other.holds_for(year)) or "—"
    arguments = {"form": form.id, "basis": form.basis, "year": str(year), "known": fitting}
    return Diagnostic("D224", document.spans.value("format"), arguments)


def _folder_problems(document: Document, values: Mapping[str, object], organ: str, year: int) -> Problems:
    spans, problems = document.spans, []
    written = values.get("year")
    if isinstance(written, int) and written != year:
        arguments = {"found": str(written), "wanted": str(year)}
        problems.append(Diagnostic("D226", spans.value("year"), arguments))
    named = values.get("organ")
    if isinstance(named, str) and named != organ:
        problems.append(Diagnostic("D227", spans.value("organ"), {"found": named, "wanted": organ}))
    return tuple(problems)


def _undetermined(form: Form, facts: Facts) -> Problems:
    """Say which `=` cannot be added up because of a blank; other gaps have a problem of their own."""
    if not any(fact.state is State.COMPUTED and fact.number is None for _, fact in others(facts)):
        return ()
    unknown = [
        (equation, total)
        for equation in equations(form)
        if (total := equation.total) and facts[total].state is State.COMPUTED and facts[total].number is None
    ]
    waiting = {cell for cell, fact in facts.items() if fact.state is State.MISSING}
    while more := {total for equation, total in unknown if not waiting.isdisjoint(equation.parts)} - waiting:
        waiting |= more
    problems: dict[str, Diagnostic] = {}
    for equation, total in unknown:
        if total not in waiting:
            row, column = cell_labels(equation.table, total)
            arguments = {"row": row, "column": column}
            problems.setdefault(total, Diagnostic("D221", facts[total].place, arguments, total))
    return tuple(problems.values())


def _missing(root: Path, path: Path, organ: str, year: int) -> Diagnostic:
    return missing(relative(root, path), written_by(f"gongkai new report {organ} {year}"))
