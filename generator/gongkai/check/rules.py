"""Every check, by name: those of one report and those of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from gongkai.check.agreement import check_life, check_organ, check_title
from gongkai.check.archive import check_archive
from gongkai.check.columns import check_columns
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
from gongkai.check.sections import check_sections
from gongkai.check.seldom import (
    check_arithmetic,
    check_counts,
    check_documents,
    check_fragments,
    check_rollups,
    check_years,
)
from gongkai.check.selves import check_selves
from gongkai.check.stale import check_stale
from gongkai.check.typed_tables import check_typed_tables
from gongkai.check.unfilled import check_unfilled
from gongkai.check.wants import check_wants
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
    check_columns,
    check_documents,
    check_fragments,
    check_counts,
)


# Fewer are checked sooner than a process is divided.
_MANY = 100
_PIECES = 100


def check_site(site: Site) -> Problems:
    """Run every check."""
    if len(site.reports) < _MANY:
        return tuple(problem for piece in _pieces(site, 1) for problem in piece())
    from gongkai.model.in_two import in_two  # noqa: PLC0415 - what it needs loads slowly

    # The first report is checked before: what the checks make once for a form is then there for both.
    _of_reports(site.reports[:1], site)
    return tuple(problem for found in in_two(_pieces(site, _PIECES), site.forms) for problem in found)


def _pieces(site: Site, count: int) -> list[Callable[[], list[Diagnostic]]]:
    """Divide the checks into pieces of work, which in their order give the problems in theirs."""
    size = -(-len(site.reports) // count) or 1
    starts = range(0, len(site.reports), size)
    return [
        *(partial(_of_site, check, site) for check in OF_SITE),
        *(partial(_of_reports, site.reports[start : start + size], site) for start in starts),
    ]


def _of_site(check: Callable[[Site], Iterator[Diagnostic]], site: Site) -> list[Diagnostic]:
    return list(check(site))


def _of_reports(reports: Sequence[Report], site: Site) -> list[Diagnostic]:
    return [problem for report in reports for check in OF_REPORT for problem in check(report, site)]
