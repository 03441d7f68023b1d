"""What the archive holds and what it lacks: reports by year and by organ, and the years that miss one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gongkai.model.due import missing_years
from gongkai.model.form import Form
from gongkai.model.records import Organ, Report, Site


@dataclass(frozen=True)
class Holdings:
    """The archive of a site. Reports stand as in lists: the latest year first, organs as registered.

    `missing` has the years by organ, the latest first; organs and years without any are left out.
    """

    site: Site
    by_year: Mapping[int, tuple[Report, ...]]
    by_organ: Mapping[str, tuple[Report, ...]]
    missing: Mapping[str, tuple[int, ...]]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year that there is a report on or one is missing, the latest first."""
        wanting = {year for years in self.missing.values() for year in years}
        return tuple(sorted(wanting | self.by_year.keys(), reverse=True))

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        """Every organ that has a report or misses one, as registered."""
        return tuple(organ for organ in self.site.organs if self.has(organ.id))

    @cached_property
    def missing_in(self) -> Mapping[int, tuple[Organ, ...]]:
        """The organs that miss a report, by year."""
        found: dict[int, list[Organ]] = {}
        for organ in self.site.organs:
            for year in self.missing.get(organ.id, ()):
                found.setdefault(year, []).append(organ)
        return {year: tuple(organs) for year, organs in found.items()}

    @cached_property
    def below(self) -> Mapping[str, tuple[Organ, ...]]:
        """The organs below each, of those that the archive speaks of."""
        found: dict[str, list[Organ]] = {}
        for organ in self.organs:
            found.setdefault(organ.parent, []).append(organ)
        return {parent: tuple(organs) for parent, organs in found.items()}

    @cached_property
    def below_in(self) -> Mapping[tuple[str, int], tuple[Report, ...]]:
        """The reports of the organs below an organ, by organ and year, as they stood that year."""
        found: dict[tuple[str, int], list[Report]] = {}
        for year, reports in self.by_year.items():
            for report in reports:
                parent = self.site.organ_by_id[report.organ].parent_in(year)
                if parent:
                    found.setdefault((parent, year), []).append(report)
        return {key: tuple(reports) for key, reports in found.items()}

    @cached_property
    def forms(self) -> Mapping[int, Form | None]:
        """The form of each year's reports; where there is none, the latest that is for the year."""
        return {year: self._form_of(year) for year in self.years}

    def _form_of(self, year: int) -> Form | None:
        if year in self.by_year:
            return self.by_year[year][0].form
        fitting = (form for form in self.site.forms.values() if form.holds_for(year))
        return max(fitting, key=lambda form: form.from_year, default=None)

    def has(self, organ: str) -> bool:
        """Tell whether the archive has a page for an organ."""
        return organ in self.by_organ or organ in self.missing


def hold(site: Site) -> Holdings:
    """Go through the reports and the register once."""
    ranks = {organ.id: rank for rank, organ in enumerate(site.organs)}
    by_year: dict[int, list[Report]] = {}
    by_organ: dict[str, list[Report]] = {}
    for report in sorted(site.reports, key=lambda report: (-report.year, ranks[report.organ])):
        by_year.setdefault(report.year, []).append(report)
        by_organ.setdefault(report.organ, []).append(report)
    earliest = min(by_year, default=0)
    missing = {}
    for organ in site.organs if by_year else ():
        own = {report.year: report for report in by_organ.get(organ.id, ())}
        years = missing_years(organ, own, site, earliest)
        if years:
            missing[organ.id] = tuple(sorted(years, reverse=True))
    return Holdings(
        site,
        {year: tuple(reports) for year, reports in by_year.items()},
        {organ: tuple(reports) for organ, reports in by_organ.items()},
        missing,
    )
