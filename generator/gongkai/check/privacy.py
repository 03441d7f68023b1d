"""Finds personal data and marks of secrecy in everything that a writer types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from gongkai.check.long_numbers import BANK_CARD, IDENTITY_CARD, long_numbers
from gongkai.check.number_runs import Written, has_run
from gongkai.check.personal_data import personal_data
from gongkai.check.secrecy import marks_of_secrecy
from gongkai.check.written_page import Page
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Text
from gongkai.model.facts import State
from gongkai.model.pattern import any_of, pattern
from gongkai.model.records import Report, Site
from gongkai.model.source import Source

_FIRST, _LAST = 3, 2
_OLD_LENGTH = 15
_DATA, _ROW = ".yaml", pattern(r"^\s*[A-Za-z0-9_]+\s*:\s*\[[0-9,.\s/~=-]*$")
_speaks_of_cards = any_of("身份")
_FITS = Text("出生日期和校验码都对得上", "date of birth and check digit fit")
_OLD = Text("十五位的旧号，旁边写明是身份证", "an old one of fifteen digits, said to be one beside it")
_SAID = Text(
    "前面写明是身份证号；号码打错了，也认得出是谁",
    "the words before it say so; though mistyped, it still tells whose it is",
)


def check_privacy(site: Site) -> Iterator[Diagnostic]:
    """Look through every file as it was written, and through the names of files and folders."""
    told: set[str] = set()
    yield from _in_texts(site.sources(), _Figures(site.reports), told)
    yield from _names(site, told)


def look_through(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Look through files as they were written, where they make no site together."""
    yield from _in_texts(sources, _Figures(()), set())


def _in_texts(sources: Iterable[Source], figures: _Figures, told: set[str]) -> Iterator[Diagnostic]:
    for source in sources:
        page = Page(source)
        said = _said(page)
        for number in said:
            told.add(number.digits)
            yield _named(IDENTITY_CARD, number.digits, page.place(number.start, number.end), _SAID)
        if has_run(source.text):
            for code, number in long_numbers(page, said):
                if not figures.has(code, number, page):
                    told.add(number.digits)
                    yield _named(code, number.digits, page.place(number.start, number.end))
        yield from personal_data(page)
        yield from marks_of_secrecy(page)


def _said(page: Page) -> Sequence[Written]:
    if not _speaks_of_cards(page.source.text):
        return ()
    from gongkai.check.said_numbers import said_numbers  # noqa: PLC0415 - hardly a report speaks of them

    return tuple(said_numbers(page.source.text))


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


def _named(code: str, digits: str, place: Place, why: Text | None = None) -> Diagnostic:
    """The message goes into logs that others read: it shows the ends of the number only."""
    arguments: dict[str, Argument] = {"found": f"{digits[:_FIRST]}…{digits[-_LAST:]}"}
    if code == IDENTITY_CARD:
        arguments["why"] = why or (_OLD if len(digits) == _OLD_LENGTH else _FITS)
    return Diagnostic(code, place, arguments)


class _Figures:
    """Where the figures of the reports stand: a count of eleven digits is no telephone number."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._all = reports

    @cached_property
    def _reports(self) -> Mapping[str, Report]:
        return {report.place.file: report for report in self._all}

    def has(self, code: str, number: Written, page: Page) -> bool:
        if code in (IDENTITY_CARD, BANK_CARD) or not page.source.file.endswith(_DATA):
            return False
        report = self._reports.get(page.source.file)
        if not report:  # it could not be read: a row of figures can still be told
            return _ROW.search(page.before(number.start)) is not None
        place = page.place(number.start, number.end)
        start, end = (place.span.line, place.span.column), (place.span.end_line, place.span.end_column)
        return any(
            (span.line, span.column) <= start and end <= (span.end_line, span.end_column)
            for span in (fact.place.span for fact in report.facts.values() if fact.state is State.FIGURE)
        )
