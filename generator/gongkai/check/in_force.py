"""Compares lists of documents with the report: how many are in force (现行有效).

What counts is the end of the report's year, as far as the articles tell; the number of today will do
as well. A document whose validity is not stated may be either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.key_places import key_place
from gongkai.model.records import DAY, REPEALED, Article, Report, Site, Topic

_NEVER = "9999-12-31"
_COLUMN = Text("这个栏目", "this column")
_BESIDE = Text("另有", "besides")


class _Listed(NamedTuple):
    """How many documents are in force, and of how many that is not stated."""

    sure: int
    unknown: int

    def can_be(self, figure: int) -> bool:
        return self.sure <= figure <= self.sure + self.unknown


def check_counts(site: Site) -> Iterator[Diagnostic]:
    """Each column with `counts` names a cell, and lists as many documents in force as the cell says."""
    for topic in site.every_topic():
        if topic.counts:
            yield from _unknown(topic, site)
            yield from _compared(topic, site)


def _unknown(topic: Topic, site: Site) -> Iterator[Diagnostic]:
    latest = site.latest_report
    if not latest or topic.counts in latest.form.cells:
        return
    # A form is read when it is asked for, so that the others come last.
    if not any(topic.counts in form.cells for form in site.forms.values()):
        arguments: dict[str, Argument] = {
            "form": latest.form.id,
            "cell": topic.counts,
            "advice": nearest(topic.counts, latest.form.cells),
        }
        yield Diagnostic("D506", key_place(topic, "counts"), arguments)


def _compared(topic: Topic, site: Site) -> Iterator[Diagnostic]:
    articles = [a for below in topic.walk() for a in below.articles if not a.prose.is_empty]
    folder = topic.place.file.removesuffix("column.yaml")
    if not articles or any(file.startswith(folder) for file in site.troubled):
        return  # an empty column is not published, and of one that cannot be read whole nothing is known
    makers = {article.organ or site.portal.organ for article in articles} | {site.portal.organ}
    for maker in sorted(makers):
        report = _latest(maker, topic.counts, site)
        if report:
            whose = _members(report, site)
            own = [article for article in articles if (article.organ or site.portal.organ) in whose]
            yield from _differing(topic, report, own)


def _latest(organ: str, cell: str, site: Site) -> Report | None:
    """Give an organ's latest report that has the cell."""
    own = [report for report in site.reports if report.organ == organ and cell in report.facts]
    return max(own, key=lambda report: report.year, default=None)


def _members(report: Report, site: Site) -> set[str]:
    """Give the organ of a report and those whose figures it adds up."""
    found: set[str] = set()
    waiting = [report]
    while waiting:
        each = waiting.pop()
        if each.organ in found:
            continue
        found.add(each.organ)
        for organ, _ in each.rollup.organs if each.rollup else ():
            member = site.report_by_key.get((organ, report.year))
            if member:
                waiting.append(member)
            else:
                found.add(organ)
    return found


def _differing(topic: Topic, report: Report, articles: list[Article]) -> Iterator[Diagnostic]:
    fact = report.facts[topic.counts]
    if fact.number is None:
        return
    then = _listed(articles, f"{report.year}-12-31")
    figure = int(fact.number)
    if then.can_be(figure) or _listed(articles, _NEVER).can_be(figure):
        return
    arguments: dict[str, Argument] = {
        "figure": str(figure),
        "title": topic.title,
        "count": str(then.sure),
    }
    told = Text(f"{then.unknown} 件没有写 validity", f"{then.unknown} without validity")
    notes = (Note(_BESIDE, told),) if then.unknown else ()
    related = (Related(key_place(topic, "counts"), _COLUMN),)
    yield Diagnostic("D533", fact.place, arguments, topic.counts, notes=notes, related=related)


def _listed(articles: list[Article], day: str) -> _Listed:
    sure = unknown = 0
    for article in articles:
        made = (article.made or article.published)[:DAY]
        if made > day:
            continue
        if article.validity == REPEALED:
            sure += article.repealed[:DAY] > day
        elif article.validity:
            sure += 1
        else:
            unknown += 1
    return _Listed(sure, unknown)
