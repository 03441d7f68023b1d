"""Checks that the narrative speaks of what its form asks for, and says enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.check.prose import UNFILLED
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place
from gongkai.model.form import Section, Want
from gongkai.model.headings import section_of
from gongkai.model.pattern import pattern
from gongkai.model.records import NarrativeSection, Report, Site

# The rules that a form can name: `ASKED` of the catalogue.
_CODES: Mapping[str, str] = {
    "aspects-missing": "D243",
    "supervision-missing": "D244",
    "improvements-missing": "D245",
    "fee-statement": "D246",
    "period-missing": "D247",
    "lapsed-fee": "D254",
}
_MARKS = pattern(r"[\s#*_>|-]+")


def check_wants(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check each section, then the whole text, against what the form asks of them."""
    narrative, form = report.narrative, report.form
    if not narrative or not (form.wants or any(s.wants or s.least or s.most for s in form.sections)):
        return
    found = False
    for written in narrative.sections:
        section = section_of(form, written.heading.text)
        if not section or written.prose.is_empty:
            continue
        found = True
        if section.wants or section.least or section.most:
            yield from _section(section, written, report, site)
    whole = "\n".join(prose.text for prose in narrative.texts())
    if found and not _is_unfinished(whole):
        place = narrative.sections[0].heading.place
        yield from _unmet(form.wants, whole, place, report, site, "")


def _section(section: Section, written: NarrativeSection, report: Report, site: Site) -> Iterator[Diagnostic]:
    text, place = written.prose.text, written.heading.place
    if _is_unfinished(text):
        return
    if len(text) < 2 * section.least:
        count = len(_MARKS.sub("", text))
        if count < section.least:
            arguments: dict[str, Argument] = {
                "section": section.heading,
                "count": count,
                "least": section.least,
            }
            yield Diagnostic("D242", place, arguments)
            return
    most = (site.portal.longest or section.most) if section.most else 0
    if 0 < most < len(text) and (count := len(_MARKS.sub("", text))) > most:
        yield Diagnostic("D257", place, {"section": section.heading, "count": count, "most": most})
    yield from _unmet(section.wants, text, place, report, site, section.heading)


def _unmet(
    wants: Iterable[Want], text: str, place: Place, report: Report, site: Site, heading: str
) -> Iterator[Diagnostic]:
    """Give one problem for each rule, with all that is missing; one want is told once."""
    missing: dict[str, list[str]] = {}
    told: set[str] = set()
    for want in wants:
        if _has_one(want.words, text) or want.name in told:
            continue
        if _is_asked(want, report, site):
            missing.setdefault(want.rule, []).append(want.name)
            told.add(want.name)
    for rule, names in missing.items():
        arguments: dict[str, Argument] = {
            "section": heading,
            "missing": "、".join(names),
            "year": report.year,
        }
        yield Diagnostic(_CODES[rule], place, arguments)


def _has_one(words: Iterable[str], text: str) -> bool:
    for word in words:  # noqa: SIM110 - `any` takes twice as long
        if word[:1] in text and word in text:  # a character is sought in a tenth of the time
            return True
    return False


def _is_asked(want: Want, report: Report, site: Site) -> bool:
    if want.kinds:
        organ = site.organ_by_id.get(report.organ)
        if not organ or organ.kind not in want.kinds:
            return False
    if want.when:
        fact = report.facts.get(want.when)
        return bool(fact and fact.number)
    return True


def _is_unfinished(text: str) -> bool:
    """A text that is still to be written is asked for nothing yet; that it is, is said elsewhere."""
    return "【" in text and UNFILLED.search(text) is not None
