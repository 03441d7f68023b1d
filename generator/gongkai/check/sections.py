"""Checks that the sections of the form are in the narrative, in order, under their headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.prose import meant_headings
from gongkai.diagnostics.diagnostic import Diagnostic, Related, Text
from gongkai.model.form import Form, Section
from gongkai.model.headings import section_of
from gongkai.model.records import Narrative, NarrativeSection, Report, Site

_TOP = 2


def check_sections(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check `report.md` against the form's sections; sections of tables may be left out of it."""
    del site
    narrative, form = report.narrative, report.form
    if not narrative:
        return
    order = "、".join(section.heading for section in form.sections)
    found: list[tuple[Section, NarrativeSection]] = []
    for written in narrative.sections:
        heading = written.heading
        section = section_of(form, heading.text)
        if heading.level < _TOP:
            detail = Text("只有报告的标题是一级", "only the report's title is of the first level")
            yield Diagnostic("D239", heading.place, {"detail": detail})
        elif not section:
            yield Diagnostic("D231", heading.place, {"found": heading.text, "order": order})
        else:
            found.append((section, written))
            yield from _wording(section, written)
    yield from _doubled(found)
    yield from _out_of_order(form, found, order)
    yield from _missing(form, narrative, found)


def _wording(section: Section, written: NarrativeSection) -> Iterator[Diagnostic]:
    heading = written.heading
    if heading.text != section.heading:
        arguments = {"found": heading.text, "section": section.heading}
        yield Diagnostic("D232", heading.place, arguments)
    if section.is_narrative and written.prose.is_empty:
        yield Diagnostic("D233", heading.place, {"section": section.heading})


def _doubled(found: Sequence[tuple[Section, NarrativeSection]]) -> Iterator[Diagnostic]:
    first: dict[str, NarrativeSection] = {}
    for section, written in found:
        if section.id in first:
            related = Related(first[section.id].heading.place, Text("第一次出现", "given first here"))
            arguments = {"section": section.heading}
            yield Diagnostic("D229", written.heading.place, arguments, related=(related,))
        first.setdefault(section.id, written)


def _out_of_order(
    form: Form, found: Sequence[tuple[Section, NarrativeSection]], order: str
) -> Iterator[Diagnostic]:
    ranks = {section.id: rank for rank, section in enumerate(form.sections)}
    highest: Section | None = None
    for section, written in found:
        if highest and ranks[section.id] < ranks[highest.id]:
            arguments = {"section": section.heading, "before": highest.heading, "order": order}
            yield Diagnostic("D230", written.heading.place, arguments)
        else:
            highest = section


def _missing(
    form: Form, narrative: Narrative, found: Sequence[tuple[Section, NarrativeSection]]
) -> Iterator[Diagnostic]:
    present = {section.id for section, _ in found}
    for section in form.sections:
        if section.is_narrative and section.id not in present and not _is_meant(form, narrative, section):
            yield Diagnostic("D228", narrative.place, {"section": section.heading})


def _is_meant(form: Form, narrative: Narrative, section: Section) -> bool:
    """Tell whether its heading is there with a bad mark, which is a problem of its own."""
    texts = (narrative.preface, *(written.prose for written in narrative.sections))
    lines = (line for text in texts for _, _, line in meant_headings(text))
    return any(section_of(form, line.lstrip(" #＃")) == section for line in lines)
