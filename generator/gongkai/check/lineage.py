"""Says which reports of the year before a report goes on from, through mergers and splits (机构改革)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.check.rollup_years import has_other_members
from gongkai.model.facts import Facts, Figures, Number
from gongkai.model.form import Compared
from gongkai.model.records import Report, Site


class Years(NamedTuple):
    """Reports of one year, and those of the year before that their figures follow from, all together.

    Mostly one and one. After a merger `before` are several; after a split `now` are all that took a
    part, for only together can they be compared.
    """

    now: tuple[Report, ...]
    before: tuple[Report, ...]


def years_of(report: Report, site: Site) -> Years | None:
    """Give what a report can be compared with; None where a report that is needed is not there."""
    if has_other_members(report, site):
        return None
    changes = site.successions.get(report.year)
    if not changes:
        last = site.last_year_of(report)
        return Years((report,), (last,)) if last else None
    now, before = _connected(report, changes, site)
    year = report.year
    if any((organ, year) not in site.report_by_key for organ in now):
        return None
    if not before or any((organ, year - 1) not in site.report_by_key for organ in before):
        return None
    if any(_is_silent(organ, year, site) for organ in (*now, *before)):
        return None
    return Years(
        tuple(site.report_by_key[organ, year] for organ in sorted(now)),
        tuple(site.report_by_key[organ, year - 1] for organ in sorted(before)),
    )


def _connected(
    report: Report, changes: tuple[tuple[str, tuple[str, ...]], ...], site: Site
) -> tuple[set[str], set[str]]:
    """Follow who took over whom until nobody comes in: organs of this year, organs of the last."""
    known, year = site.report_by_key, report.year
    now, before = {report.organ}, set[str]()
    size = 0
    while size != len(now) + len(before):
        size = len(now) + len(before)
        before |= {organ for organ in now if (organ, year - 1) in known}
        for organ, predecessors in changes:
            if organ in now or not before.isdisjoint(predecessors):
                now.add(organ)
                before.update(predecessors)
        now |= {organ for organ in before if (organ, year) in known}
    return now, before


def _is_silent(name: str, year: int, site: Site) -> bool:
    """Tell whether the register has the organ in a year from which there is no report."""
    organ = site.organ_by_id.get(name)
    if not organ:
        return False
    was_there = organ.from_year is not None and organ.from_year < year
    is_there = organ.to_year is not None and organ.to_year >= year
    return (was_there and (name, year - 1) not in site.report_by_key) or (
        is_there and organ.is_active(year) and (name, year) not in site.report_by_key
    )


def facts_of(reports: Sequence[Report]) -> tuple[Facts, ...]:
    """Give the figures of several reports."""
    return tuple(report.facts for report in reports)


def added_up(cells: Sequence[str], reports: Sequence[Facts], units: set[str]) -> Number | None:
    """Add cells up over several reports, gathering units; None where one is not there or has no figure."""
    total: Number = 0
    for facts in reports:
        for cell in cells:
            plain = facts.plain(cell) if isinstance(facts, Figures) else None
            if plain is not None:
                total += plain
                continue
            fact = facts.get(cell)
            if fact is None:
                return None
            addend = fact.addend
            if addend is None:
                return None
            if addend and fact.unit:
                units.add(fact.unit)
            total += addend
    return total


def figures_elsewhere(report: Report, site: Site) -> dict[str, Number]:
    """Give the figures that neighbouring years state for cells of a report.

    A carried-over figure stands in last year's report, and a carried-forward one in next year's.
    """
    found: dict[str, Number] = {}
    years = years_of(report, site)
    if years and len(years.now) == 1:
        for compared in _plain_pairs(report):
            number = added_up(compared.right_previous, facts_of(years.before), set())
            if number is not None:
                found[compared.left[0]] = number
    following = site.report_by_key.get((report.organ, report.year + 1))
    years = years_of(following, site) if following else None
    if following and years and len(years.now) == len(years.before) == 1:
        for compared in _plain_pairs(following):
            number = added_up(compared.left, (following.facts,), set())
            if number is not None and compared.right_previous[0] in report.facts:
                found.setdefault(compared.right_previous[0], number)
    return found


def _plain_pairs(report: Report) -> Iterator[Compared]:
    for table in report.form.tables:
        for compared in table.compared:
            sides = (compared.left, compared.left_previous, compared.right, compared.right_previous)
            if compared.comparison.relation == "=" and tuple(map(len, sides)) == (1, 0, 0, 1):
                yield compared
