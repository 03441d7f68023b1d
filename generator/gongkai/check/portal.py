"""Checks the portal as a whole: its organ, its highlights, columns without items."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.check.prose import UNFILLED
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.records import Article, Prose, Site, StandingPage, Topic

# As many are told each at its place.
_FEW = 5


def check_portal(site: Site) -> Iterator[Diagnostic]:
    """The host organ is registered and there is a report to show."""
    portal = site.portal
    if portal.organ not in site.organ_by_id and not site.register_is_troubled:
        arguments: dict[str, Argument] = {
            "organ": portal.organ,
            "advice": nearest(portal.organ, list(site.organ_by_id)),
        }
        yield Diagnostic("D225", portal.place, arguments)
    # A report that cannot be read yet is one all the same.
    waiting = any(file.startswith("content/reports/") for file in site.troubled)
    if not site.reports and not waiting:
        yield Diagnostic("D509", portal.place)


def check_names(site: Site) -> Iterator[Diagnostic]:
    """The names are written, not still those of a blank site."""
    for organ in site.organs:
        found = UNFILLED.search(organ.name)
        if found:
            yield Diagnostic("D241", organ.name_place, {"found": found[0], "more": ""})


def check_highlights(site: Site) -> Iterator[Diagnostic]:
    """Every highlight is a cell of the form of the report that it is taken from."""
    latest = site.latest_report
    if not latest:
        return
    for highlight in site.portal.highlights:
        # A form is read when it is asked for: the latest report's, which mostly has the cell, comes first.
        if highlight.cell not in latest.form.cells and not _is_in_any_form(highlight.cell, site):
            advice = nearest(highlight.cell, latest.form.cells)
            arguments: dict[str, Argument] = {
                "form": latest.form.id,
                "cell": highlight.cell,
                "advice": advice,
            }
            yield Diagnostic("D506", highlight.place, arguments)


def _is_in_any_form(cell: str, site: Site) -> bool:
    return any(cell in form.cells for form in site.forms.values())


def check_texts(site: Site) -> Iterator[Diagnostic]:
    """Every article and standing page says something."""
    written: list[tuple[Prose, StandingPage | Article]] = [
        *((p.prose, p) for p in site.pages),
        *((a.prose, a) for a in site.every_article()),
    ]
    for prose, record in written:
        if prose.is_empty:
            yield Diagnostic("D605", record.place, {"title": record.title})


def check_topics(site: Site) -> Iterator[Diagnostic]:
    """A column without items is not published: its editor is told, not the public.

    All columns of the Regulation are empty at first: many are told as one.
    """
    empty: list[Topic] = []
    within: set[Place] = set()  # of an empty column that was named already
    for topic in site.every_topic():
        folder = topic.place.file.removesuffix("column.yaml")
        # An article that cannot be read yet is one all the same.
        waiting = any(file.startswith(folder) for file in site.troubled) or topic.articles
        if not topic.size and topic.title and not waiting and topic.place not in within:
            within |= {below.place for below in topic.walk()}
            empty.append(topic)
    if len(empty) <= _FEW:
        yield from (Diagnostic("D501", topic.place, {"title": topic.title, "more": ""}) for topic in empty)
        return
    first, *others = empty
    more = Text(f"等 {len(empty)} 个栏目", f" and {len(others)} more")
    related = tuple(Related(topic.place, Text(f"“{topic.title}”", f"“{topic.title}”")) for topic in others)
    yield Diagnostic("D501", first.place, {"title": first.title, "more": more}, related=related)
