"""Every check, by name: those of one report and those of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.check.agreement import check_life, check_organ, check_title
from gongkai.check.archive import check_archive
from gongkai.check.arithmetic import check_arithmetic
from gongkai.check.copying import check_copying
from gongkai.check.foreign import check_foreign
from gongkai.check.narrative import check_narrative
from gongkai.check.plausibility import check_plausibility
from gongkai.check.portal import check_highlights, check_names, check_portal, check_texts, check_topics
from gongkai.check.preface import check_preface
from gongkai.check.privacy import check_privacy
from gongkai.check.prose import check_prose
from gongkai.check.publication import check_articles, check_publication
from gongkai.check.quotes import check_braces, check_quotes
from gongkai.check.rollup import check_rollups
from gongkai.check.sections import check_sections
from gongkai.check.selves import check_selves
from gongkai.check.stale import check_stale
from gongkai.check.typed_tables import check_typed_tables
from gongkai.check.unfilled import check_unfilled
from gongkai.check.wants import check_wants
from gongkai.check.years import check_years
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.model.records import Report, Site

OF_REPORT: tuple[Callable[[Report, Site], Iterator[Diagnostic]], ...] = (
    check_arithmetic,
    check_sections,
    check_title,
    check_organ,
    check_life,
    check_years,
    check_plausibility,
    check_wants,
    check_preface,
    check_unfilled,
    check_typed_tables,
    check_selves,
    check_stale,
    check_foreign,
    check_quotes,
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
    check_braces,
    check_rollups,
    check_copying,
    check_privacy,
    check_archive,
    check_articles,
)


def check_site(site: Site) -> Problems:
    """Run every check."""
    found = [problem for check in OF_SITE for problem in check(site)]
    found += [problem for report in site.reports for check in OF_REPORT for problem in check(report, site)]
    return tuple(found)
