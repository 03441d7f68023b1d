"""Finds years without a report in an organ's archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.check.publication import latest_day
from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.records import Organ, Report, Site


def check_archive(site: Site) -> Iterator[Diagnostic]:
    """Every year between two reports has one, and every year since the organ is there, if that is stated."""
    reports: dict[str, dict[int, Report]] = {}
    for report in site.reports:
        reports.setdefault(report.organ, {})[report.year] = report
    for name, by_year in reports.items():
        organ = site.organ_by_id.get(name)
        if organ:
            yield from _gaps(organ, by_year, site)


def _gaps(organ: Organ, by_year: Mapping[int, Report], site: Site) -> Iterator[Diagnostic]:
    """Name the years that are wanting at the report that follows them, or at the last one."""
    wanting: list[int] = []
    for year in range(_first(organ, by_year, site), _last(organ, by_year, site) + 1):
        report = by_year.get(year)
        if not report and organ.is_active(year) and not _waits(organ, year, site):
            wanting.append(year)
        if report and wanting:
            yield _gap(organ, wanting, report)
            wanting = []
    if wanting:
        yield _gap(organ, wanting, by_year[max(by_year)])


def _first(organ: Organ, by_year: Mapping[int, Report], site: Site) -> int:
    if organ.from_year is None:
        return min(by_year)
    # Before the first edition there was no such report.
    return max(organ.from_year, min(form.from_year for form in site.forms.values()))


def _last(organ: Organ, by_year: Mapping[int, Report], site: Site) -> int:
    """The last year whose report is due; the last one that is there, where nothing says."""
    last = max(by_year)
    if organ.from_year is None or not site.today:
        return last
    due = int(site.today[:4]) - 1
    latest = latest_day(organ.kind, due)
    if not latest:
        return last
    if site.today <= latest:
        due -= 1
    # Who reports on an organ's last year is not said.
    return max(last, due if organ.to_year is None else min(due, organ.to_year - 1))


def _waits(organ: Organ, year: int, site: Site) -> bool:
    """Tell whether there is a report that cannot be read yet."""
    folder = f"content/reports/{organ.id}/{year}/"
    return any(file.startswith(folder) for file in site.troubled)


def _gap(organ: Organ, years: list[int], report: Report) -> Diagnostic:
    listed = [str(year) for year in years]
    shown = Text("、".join(listed), ", ".join(listed))
    return Diagnostic(
        "D513", report.place, {"organ": organ.name, "id": organ.id, "years": shown, "year": listed[0]}
    )
