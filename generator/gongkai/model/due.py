"""When a report is due by law, and which years an organ's archive has no report on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gongkai.model.records import Organ, Report, Site

# 条例第四十九条: the latest month and day of the next year, for the kinds of organs that it speaks of.
_LATEST: Mapping[str, str] = {"department": "01-31", "government": "03-31"}
# What is below one of these is no department of a government at county level or above.
_TOWNSHIPS = ("township", "subdistrict")
# The first year reported on under these dates.
_SINCE = 2019


class Gap(NamedTuple):
    """Years without a report, and the report that follows them, or none."""

    years: tuple[int, ...]
    report: Report | None


def latest_day(kind: str, year: int) -> str:
    """Give the last day on which an organ of a kind may publish its report on a year, or nothing."""
    latest = _LATEST.get(kind, "")
    return f"{year + 1}-{latest}" if latest and year >= _SINCE else ""


def day_due(organ: Organ, year: int, site: Site) -> str:
    """Give the last day on which an organ may publish its report on a year by law, or nothing."""
    return latest_day(organ.kind, year) if _is_named(organ, site) else ""


def _is_named(organ: Organ, site: Site) -> bool:
    """Tell whether the law names the organ: a government, or a department of one, not of a township."""
    return organ.kind in _LATEST and all(one.kind not in _TOWNSHIPS for one in _line(organ, site))


def _line(organ: Organ, site: Site) -> Iterator[Organ]:
    """Give an organ and those above it in today's register, each once where they stand in a circle."""
    seen: set[str] = set()
    one: Organ | None = organ
    while one and one.id not in seen:
        seen.add(one.id)
        yield one
        one = site.organ_by_id.get(one.parent)


def last_due(organ: Organ, site: Site) -> int | None:
    """Give the last year whose report the organ has to have published by today, where the law says."""
    if not site.today:
        return None
    year = int(site.today[:4]) - 1
    latest = day_due(organ, year, site)
    if not latest:
        return None
    if site.today <= latest:
        year -= 1
    # Who reports on an organ's last year is not said.
    return year if organ.to_year is None else min(year, organ.to_year - 1)


def latest_due(site: Site) -> int | None:
    """Give the last year whose report any organ of the register has to have published by today."""
    years = (last_due(organ, site) for organ in site.organs if organ.makes_reports)
    return max((year for year in years if year is not None), default=None)


def is_expected(organ: Organ, site: Site) -> bool:
    """Tell whether the portal is where the report of an organ is looked for that the law names.

    The register also lists organs above the portal's host, or beside it, that publish elsewhere.
    """
    if not organ.makes_reports or not _is_named(organ, site):
        return False
    host = site.organ_by_id.get(site.portal.organ)
    if site.portal.organ and not host:
        return False
    return not host or any(one.id == host.id for one in _line(organ, site))


def first_edition(site: Site) -> int:
    """Give the first year for which there is a form with tables: before it there was no such report."""
    return min((form.from_year for form in site.forms.values() if form.tables), default=_SINCE)


def gaps(organ: Organ, by_year: Mapping[int, Report], first: int, last: int) -> Iterator[Gap]:
    """Give the years from `first` to `last` in which the organ was there and has no report."""
    wanting: list[int] = []
    for year in range(first, last + 1):
        report = by_year.get(year)
        if not report and organ.is_active(year):
            wanting.append(year)
        if report and wanting:
            yield Gap(tuple(wanting), report)
            wanting = []
    if wanting:
        yield Gap(tuple(wanting), None)


def missing_years(organ: Organ, by_year: Mapping[int, Report], site: Site, earliest: int) -> tuple[int, ...]:
    """Give the years for which the public is told that the organ's report is missing.

    `earliest` is the first year that the portal has any report on. Before an organ's first report, years
    count only where the register says since when it is there; after its last one, as far as the law
    names a day that has passed. Of an organ that the law names and that has no report at all, only the
    last year that is due is missing, unless the register says since when it is there. A gap that the
    report after it accounts for (`accept`) is none; years after the last report no report accounts for.
    """
    if not organ.makes_reports:
        return ()
    due = last_due(organ, site) or 0
    if organ.from_year is not None:
        first = max(organ.from_year, earliest, first_edition(site))
    elif by_year:
        first = min(by_year)
    elif is_expected(organ, site):
        first = max(earliest, first_edition(site), due)
    else:
        return ()
    found = gaps(organ, by_year, first, max((*by_year, due)))
    return tuple(year for gap in found if not _is_accounted_for(gap) for year in gap.years)


def _is_accounted_for(gap: Gap) -> bool:
    return any(accepted.code == "D513" for accepted in gap.report.accepted) if gap.report else False
