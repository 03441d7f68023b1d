"""Checks that a report's title agrees with its organ and year, and the organ with the register."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.life import life
from gongkai.model.records import Report, Site


def check_organ(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The organ stands in the register."""
    if report.organ not in site.organ_by_id and not site.register_is_troubled:
        arguments: dict[str, Argument] = {
            "organ": report.organ,
            "advice": nearest(report.organ, list(site.organ_by_id)),
        }
        yield Diagnostic("D225", report.organ_place, arguments)


def check_life(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The organ was there in the year reported on."""
    organ = site.organ_by_id.get(report.organ)
    if organ and not organ.is_active(report.year):
        arguments: dict[str, Argument] = {"organ": organ.name, "year": str(report.year), "life": life(organ)}
        label = Text("名录中的这个机关", "the organ in the register")
        yield Diagnostic("D431", report.organ_place, arguments, related=(Related(organ.place, label),))


def check_title(report: Report, site: Site) -> Iterator[Diagnostic]:
    """The title is organ, year and the report's name, in one of the form's two orders."""
    organ = site.organ_by_id.get(report.organ)
    if not organ or not report.title:
        return
    # A report is published in the year after its own: it may bear a name that came into force by then.
    names = dict.fromkeys(organ.name_in(year) for year in (report.year, report.year + 1))
    wanted = [title for name in names for title in report.form.titles(name, report.year)]
    if wanted and report.title not in wanted:
        from gongkai.check.former_names import judge  # noqa: PLC0415 - seldom wanted

        either = Text("” 或 “".join(wanted), "” or “".join(wanted))
        problem = judge(report, organ, site, either)
        if problem:
            yield problem
