"""Finds years without a report in an organ's archive, and organs without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Text
from gongkai.diagnostics.years import enumerated, span
from gongkai.model.due import first_edition, gaps, is_expected, last_due, missing_years
from gongkai.model.records import Organ, Report, Site

Archive = Mapping[str, Mapping[int, Report]]
# So many organs are named where many have the same said of them.
_NAMED = 3


def check_archive(site: Site) -> Iterator[Diagnostic]:
    """Every year that the public is told is missing is told to the editor as well."""
    archive: dict[str, dict[int, Report]] = {}
    for report in site.reports:
        archive.setdefault(report.organ, {})[report.year] = report
    if archive:
        latest = max(map(max, archive.values()))
        for name, by_year in archive.items():
            organ = site.organ_by_id.get(name)
            if organ and organ.makes_reports:
                yield from _gaps(organ, by_year, latest, site)
        earliest = min(map(min, archive.values()))
        yield from _silent(archive, earliest, site)
        yield from _begun(archive, max(earliest, first_edition(site)), site)


def _gaps(organ: Organ, by_year: Mapping[int, Report], latest: int, site: Site) -> Iterator[Diagnostic]:
    """Name the years that are wanting at the report that follows them, or in the register.

    After its last one, years are asked for that others report on, or where the register says when it began.
    No report can excuse those: they are told at the organ, which has `to` and `makes_reports` for it.
    """
    first, last = min(by_year), max(by_year)
    if organ.from_year is not None:
        first = max(organ.from_year, first_edition(site))
        last = max(last, last_due(organ, site) or 0)
    elif is_expected(organ, site):
        last = max(last, min(latest, last_due(organ, site) or 0))
    for years, report in gaps(organ, by_year, first, last):
        wanting = [year for year in years if not _waits(organ, year, site)]
        if wanting:
            place = report.place if report else organ.place
            yield Diagnostic("D513", place, _arguments(organ, wanting))


def _silent(archive: Archive, earliest: int, site: Site) -> Iterator[Diagnostic]:
    """Name each organ that has no report at all, and the years that the public is told of."""
    for organ in site.organs:
        if organ.id not in archive:
            years = missing_years(organ, {}, site, earliest)
            wanting = [year for year in years if not _waits(organ, year, site)]
            if wanting:
                arguments = _arguments(organ, wanting) | {"years": span(wanting)}
                yield Diagnostic("D542", organ.place, arguments)


def _begun(archive: Archive, first: int, site: Site) -> Iterator[Diagnostic]:
    """Say once of which organs it is not known whether they lack years before their first report."""
    late = [
        organ
        for organ in site.organs
        if organ.from_year is None
        and organ.id in archive
        and min(archive[organ.id]) > first
        and is_expected(organ, site)
        and not any(_waits(organ, year, site) for year in range(first, min(archive[organ.id])))
    ]
    if late:
        names = [organ.name for organ in late[:_NAMED]]
        more = Text(" 等", " …") if len(late) > _NAMED else Text("", "")
        organs = Text("、".join(names) + more.zh, ", ".join(names) + more.en)
        arguments: dict[str, Argument] = {"count": str(len(late)), "organs": organs, "year": str(first)}
        yield Diagnostic("D543", late[0].place, arguments)


def _waits(organ: Organ, year: int, site: Site) -> bool:
    """Tell whether there is a report that cannot be read yet."""
    folder = f"content/reports/{organ.id}/{year}/"
    return any(file.startswith(folder) for file in site.troubled)


def _arguments(organ: Organ, years: list[int]) -> dict[str, Argument]:
    return {"organ": organ.name, "id": organ.id, "years": enumerated(years), "year": str(years[0])}
