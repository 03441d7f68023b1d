"""When a report is due by law, and which years an organ's archive has no report on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gongkai.model.records import Organ, Report, Site

# 条例第四十九条: the latest month and day of the next year, for the kinds of organs that it speaks of.
_LATEST: Mapping[str, str] = {"department": "01-31", "government": "03-31"}
# The first year reported on under these dates.
_SINCE = 2019


class Gap(NamedTuple):
    """Years without a report, and the report that follows them, or the last one, or none at all."""

    years: tuple[int, ...]
    report: Report | None


def latest_day(kind: str, year: int) -> str:
    """Give the last day on which an organ of a kind may publish its report on a year, or nothing."""
    latest = _LATEST.get(kind, "")
    return f"{year + 1}-{latest}" if latest and year >= _SINCE else ""


def last_due(organ: Organ, today: str) -> int | None:
    """Give the last year whose report the organ has to have published by today, where the law says."""
    if not today:
        return None
    year = int(today[:4]) - 1
    latest = latest_day(organ.kind, year)
    if not latest:
        return None
    if today <= latest:
        year -= 1
    # Who reports on an organ's last year is not said.
    return year if organ.to_year is None else min(year, organ.to_year - 1)


def latest_due(site: Site) -> int | None:
    """Give the last year whose report any organ of the register has to have published by today."""
    years = (last_due(organ, site.today) for organ in site.organs if organ.makes_reports)
    return max((year for year in years if year is not None), default=None)


def is_expected(organ: Organ, site: Site) -> bool:
    """Tell whether the portal is where the report of an organ is looked for that the law names.

    The register also lists organs above the portal's host, or beside it, that publish elsewhere.
    """
    if organ.kind not in _LATEST or not organ.makes_reports:
        return False
    host = site.organ_by_id.get(site.portal.organ)
    if site.portal.organ and not host:
        return False
    seen: set[str] = set()
    above: Organ | None = organ
    while host and above and above.id != host.id and above.id not in seen:
        seen.add(above.id)
        above = site.organ_by_id.get(above.parent)
    return not host or (above is not None and above.id == host.id)


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
        yield Gap(tuple(wanting), by_year[max(by_year)] if by_year else None)


def missing_years(organ: Organ, by_year: Mapping[int, Report], site: Site, earliest: int) -> tuple[int, ...]:
    """Give the years for which the public is told that the organ's report is missing.

    `earliest` is the first year that the portal has any report on. Of an organ that the law names and
    that has no report at all, every year since then is missing. Before an organ's first report, years
    count only where the register says since when it is there; after its last one, as far as the law
    names a day that has passed. A gap that the next report accounts for (`accept`) is none.
    """
    if not organ.makes_reports:
        return ()
    if organ.from_year is not None:
        first = max(organ.from_year, earliest, first_edition(site))
    elif by_year:
        first = min(by_year)
    elif is_expected(organ, site):
        first = max(earliest, first_edition(site))
    else:
        return ()
    last = max((*by_year, last_due(organ, site.today) or 0))
    found = gaps(organ, by_year, first, last)
    return tuple(year for gap in found if not _is_accounted_for(gap) for year in gap.years)


def _is_accounted_for(gap: Gap) -> bool:
    return any(accepted.code == "D513" for accepted in gap.report.accepted) if gap.report else False
