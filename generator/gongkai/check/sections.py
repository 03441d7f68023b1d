"""Checks that the sections of the form are in the narrative, in order, under their headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.prose import meant_headings
from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Related, Span, Text
from gongkai.diagnostics.nearest import closest
from gongkai.model.form import Form, Section
from gongkai.model.headings import section_of
from gongkai.model.records import Heading, Narrative, NarrativeSection, Prose, Report, Site

_TOP = 2


def check_sections(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check `report.md` against the form's sections; sections of tables may be left out of it."""
    del site
    narrative, form = report.narrative, report.form
    if not narrative:
        return
    order = "、".join(section.heading for section in form.sections)
    meant: set[str] = set()  # sections that are there under another name
    found: list[tuple[Section, NarrativeSection]] = []
    for written in narrative.sections:
        heading = written.heading
        section = section_of(form, heading.text)
        if heading.level < _TOP:
            detail = Text("只有报告的标题是一级", "only the report's title is of the first level")
            meant |= {section.heading} if section else set()
            yield Diagnostic("D239", heading.place, {"detail": detail})
        elif not form.sections:
            continue  # a document has the headings that it was published with
        elif not section:
            meant.add(closest(heading.text, [section.heading for section in form.sections]))
            yield Diagnostic("D231", heading.place, {"found": heading.text, "order": order})
        else:
            found.append((section, written))
            yield from _wording(section, written)
    yield from _doubled(found)
    yield from _out_of_order(form, found, order)
    yield from _missing(form, narrative, found, meant)


def _wording(section: Section, written: NarrativeSection) -> Iterator[Diagnostic]:
    heading = written.heading
    if heading.text != section.heading:
        arguments = {"found": heading.text, "section": section.heading}
        yield Diagnostic("D232", heading.place, arguments, edits=_canonical(section, heading))
    if section.is_narrative and written.prose.is_empty:
        yield Diagnostic("D233", heading.place, {"section": section.heading})


def _canonical(section: Section, heading: Heading) -> tuple[Edit, ...]:
    """Put the form's words for the heading's own, where these stand plainly after the mark."""
    span = heading.place.span
    if span.end_column - span.column != heading.level + 1 + len(heading.text):
        return ()
    words = Span(span.line, span.end_column - len(heading.text), span.end_line, span.end_column)
    return (Edit(Place(heading.place.file, words), section.heading),)


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
    form: Form,
    narrative: Narrative,
    found: Sequence[tuple[Section, NarrativeSection]],
    meant: set[str],
) -> Iterator[Diagnostic]:
    present = {section.id for section, _ in found}
    texts = (narrative.preface, *(written.prose for written in narrative.sections))
    marked = {line.lstrip(" #＃") for text in texts for _, _, line in meant_headings(text)}
    spoken_of = {named.id for line in marked if (named := section_of(form, line))}
    for section in form.sections:
        if not section.is_narrative or section.id in present | spoken_of or section.heading in meant:
            continue
        bare = [place for text in texts for place in _bare(form, section, text)]
        if bare:
            arguments = {"found": section.heading, "wanted": f"## {section.heading}"}
            yield Diagnostic("D240", bare[0], arguments)
        else:
            yield Diagnostic("D228", narrative.place, {"section": section.heading})


def _bare(form: Form, section: Section, prose: Prose) -> Iterator[Place]:
    """Find lines that are a section's heading but for the mark, plain or in bold."""
    for number, line in enumerate(prose.text.split("\n"), prose.line):
        if line.strip() and section_of(form, line.strip(" *")) == section:
            yield Place(prose.file, Span(number, 1, number, len(line) + 1))
