"""Checks when a report or an article was published and reviewed, against the day and the law's dates."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.due import day_due
from gongkai.model.records import DAY, Article, Report, Site


def check_publication(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The report was published after its year, by today, in time, and reviewed before."""
    yield from _published(report, site)
    yield from _reviewed(report, site)


def check_articles(site: Site) -> Iterator[Diagnostic]:
    """No article was published later than today."""
    for article in site.every_article():
        yield from _in_future(article, site.today)


def _published(report: Report, site: Site) -> Iterator[Diagnostic]:
    day, place = report.published[:DAY], report.published_place
    if not day or not place:
        return
    organ = site.organ_by_id.get(report.organ)
    latest = day_due(organ, report.year, site) if organ else ""
    if day <= f"{report.year}-12-31":
        yield Diagnostic("D511", place, {"found": report.published, "year": str(report.year)})
    elif site.today and day > site.today:
        yield from _in_future(report, site.today)
    elif latest and day > latest:
        yield Diagnostic("D512", place, {"found": day, "latest": latest})


def _in_future(record: Report | Article, today: str) -> Iterator[Diagnostic]:
    place = record.published_place
    if today and place and record.published[:DAY] > today:
        yield Diagnostic("D510", place, {"found": record.published, "today": today})


def _reviewed(report: Report, site: Site) -> Iterator[Diagnostic]:
    review = report.review
    if not review:
        # A review that cannot be read has a problem of its own.
        if "review" in site.portal.required and report.place.file not in site.troubled:
            yield Diagnostic("D514", report.place)
        return
    day, published = review.date[:DAY], report.published[:DAY]
    # Where both have a time of day, the times count.
    timed = len(review.date) > DAY and len(report.published) > DAY
    late = review.date > report.published if timed else day > published
    if published and late:
        yield Diagnostic("D518", review.place, {"found": review.date, "latest": report.published})
    elif site.today and day > site.today:
        yield Diagnostic("D518", review.place, {"found": review.date, "latest": site.today})
