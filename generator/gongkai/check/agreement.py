"""Checks that a report's title agrees with its organ and year, and the organ with the register."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.records import Report, Site


def check_organ(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The organ stands in the register."""
    if report.organ not in site.organ_by_id and not site.register_is_troubled:
        arguments: dict[str, Argument] = {
            "organ": report.organ,
            "advice": nearest(report.organ, list(site.organ_by_id)),
        }
        yield Diagnostic("D225", report.organ_place, arguments)


def check_title(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The title is organ, year and the report's name, in one of the form's two orders."""
    organ = site.organ_by_id.get(report.organ)
    if not organ or not report.title:
        return
    wanted = report.form.titles(organ.name, report.year)
    if wanted and report.title not in wanted:
        either = Text("” 或 “".join(wanted), "” or “".join(wanted))
        yield Diagnostic("D234", report.title_place, {"found": report.title, "wanted": either})
