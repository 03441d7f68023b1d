"""Finds personal data and marks of secrecy in everything that a writer types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from gongkai.check.long_numbers import BANK_CARD, IDENTITY_CARD, long_numbers
from gongkai.check.number_runs import has_run
from gongkai.check.personal_data import personal_data
from gongkai.check.secrecy import marks_of_secrecy
from gongkai.check.written_page import Page
from gongkai.diagnostics.diagnostic import Diagnostic, Place
from gongkai.model.facts import State
from gongkai.model.records import Report, Site
from gongkai.model.source import Source

_FIRST, _LAST = 3, 2


def check_privacy(site: Site) -> Iterator[Diagnostic]:
    """Look through every file as it was written, and through the names of files and folders."""
    figures = _Figures(site)
    told: set[str] = set()
    for source in site.sources():
        page = Page(source)
        if has_run(source.text):
            for code, number in long_numbers(page):
                if not figures.has(code, page.place(number.start, number.end)):
                    told.add(number.digits)
                    yield _named(code, number.digits, page.place(number.start, number.end))
        yield from personal_data(page)
        yield from marks_of_secrecy(page)
    yield from _names(site, told)


def _names(site: Site, told: set[str]) -> Iterator[Diagnostic]:
    """Look through names of files and folders; what a text says too is told there."""
    files = {source.file for source in site.sources()}
    for file in sorted({*files, *site.attachments, *site.troubled, *site.unread}):
        if not has_run(file):
            continue
        for code, number in long_numbers(Page(Source(file, file))):
            if number.digits not in told:
                told.add(number.digits)
                yield _named(code, number.digits, Place(file))


def _named(code: str, digits: str, place: Place) -> Diagnostic:
    """The message goes into logs that others read: it shows the ends of the number only."""
    return Diagnostic(code, place, {"found": f"{digits[:_FIRST]}…{digits[-_LAST:]}"})


class _Figures:
    """Where the figures of the reports stand: a count of eleven digits is no telephone number."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def _reports(self) -> Mapping[str, Report]:
        return {report.place.file: report for report in self._site.reports}

    def has(self, code: str, place: Place) -> bool:
        report = self._reports.get(place.file)
        if not report or code in (IDENTITY_CARD, BANK_CARD):
            return False
        start, end = (place.span.line, place.span.column), (place.span.end_line, place.span.end_column)
        return any(
            (span.line, span.column) <= start and end <= (span.end_line, span.end_column)
            for span in (fact.place.span for fact in report.facts.values() if fact.state is State.FIGURE)
        )
