"""Every check, by name: those of one report and those of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.check.agreement import check_organ, check_title
from gongkai.check.archive import check_archive
from gongkai.check.arithmetic import check_arithmetic
from gongkai.check.copying import check_copying
from gongkai.check.narrative import check_narrative
from gongkai.check.plausibility import check_plausibility
from gongkai.check.portal import check_highlights, check_names, check_portal, check_texts, check_topics
from gongkai.check.privacy import check_privacy
from gongkai.check.prose import check_prose
from gongkai.check.publication import check_publication
from gongkai.check.rollup import check_rollup
from gongkai.check.sections import check_sections
from gongkai.check.wants import check_wants
from gongkai.check.years import check_years
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.model.records import Report, Site

OF_REPORT: tuple[Callable[[Report, Site], Iterator[Diagnostic]], ...] = (
    check_arithmetic,
    check_sections,
    check_title,
    check_organ,
    check_years,
    check_plausibility,
    check_rollup,
    check_wants,
    check_narrative,
    check_publication,
)
OF_SITE: tuple[Callable[[Site], Iterator[Diagnostic]], ...] = (
    check_portal,
    check_names,
    check_highlights,
    check_texts,
    check_topics,
    check_prose,
    check_copying,
    check_privacy,
    check_archive,
)


def check_site(site: Site) -> Problems:
    """Run every check."""
    found = [problem for check in OF_SITE for problem in check(site)]
    found += [problem for report in site.reports for check in OF_REPORT for problem in check(report, site)]
    return tuple(found)
