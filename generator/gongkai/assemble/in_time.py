"""The reports before and after one: the organ's own, or through a merger those of another (机构改革)."""

from __future__ import annotations

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame
from gongkai.assemble.listings import year_label
from gongkai.model.records import Report
from gongkai.model.views import Link


def neighbours(frame: Frame, report: Report, here: str) -> tuple[Link | None, Link | None]:
    """Lead to the organ's nearest reports; from its first and its last one, to its sources and heirs."""
    own = frame.archive.by_organ[report.organ]
    at = [other.year for other in own].index(report.year)
    before, after = own[at + 1 : at + 2], own[at - 1 : at] if at else ()
    return (
        _link(frame, report, before or _sources(frame, report), here),
        _link(frame, report, after or _heirs(frame, report), here),
    )


def _link(frame: Frame, report: Report, others: tuple[Report, ...], here: str) -> Link | None:
    """Lead to the other report if it is one alone, and say what its year does not."""
    if len(others) != 1:
        return None
    other = others[0]
    year = year_label(frame, other.year)
    between = range(min(report.year, other.year) + 1, max(report.year, other.year))
    missing = [gone for gone in between if gone in frame.archive.missing.get(report.organ, ())]
    if other.organ != report.organ:
        name = frame.site.organ_by_id[other.organ].name_in(other.year)
        year = frame.words["neighbour_of"].format(year=year, organ=name)
    elif missing:
        years = frame.words["joint"].join(year_label(frame, gone) for gone in missing)
        year = frame.words["neighbour_gap"].format(year=year, years=years)
    return Link(year, urls.between(here, urls.report(other.organ, other.year)))


def _sources(frame: Frame, report: Report) -> tuple[Report, ...]:
    """Give last year's reports of those that the organ was formed from, where it is in its first year."""
    organ = frame.site.organ_by_id[report.organ]
    if organ.from_year != report.year:
        return ()
    before = [name for change in organ.lineage if change.year == report.year for name in change.predecessors]
    return _reports(frame, before, report.year - 1)


def _heirs(frame: Frame, report: Report) -> tuple[Report, ...]:
    """Give next year's reports of those that took the organ over, where it was its last."""
    organ, year = frame.site.organ_by_id[report.organ], report.year + 1
    if organ.to_year is None or organ.to_year > year:
        return ()
    changes = (*frame.site.successions.get(year - 1, ()), *frame.site.successions.get(year, ()))
    return _reports(frame, [heir for heir, before in changes if organ.id in before], year)


def _reports(frame: Frame, organs: list[str], year: int) -> tuple[Report, ...]:
    known = frame.site.report_by_key
    return tuple(known[name, year] for name in dict.fromkeys(organs) if (name, year) in known)
