"""Checks that seldom have anything to say: each is imported only where a look shows that it has.

Finding out that all sums hold takes less time than importing what explains why one does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.check.comparisons import broken_comparisons
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.facts import Facts
from gongkai.model.records import Report, Site

# ruff: noqa: PLC0415 - as the first lines say


def check_arithmetic(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every identity of the report's form."""
    if not report.is_balanced:
        from gongkai.check import arithmetic

        yield from arithmetic.check_arithmetic(report, site)


def mended(report: Report, site: Site) -> Facts:
    """Give a report's figures with those put right that its sums show to be wrong."""
    if report.is_balanced:
        return report.facts
    from gongkai.check import arithmetic

    return arithmetic.mended(report, site)


def check_years(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every comparison of the report's form."""
    if broken_comparisons(report, site):
        from gongkai.check import years

        yield from years.check_years(report, site)


def check_rollups(site: Site) -> Iterator[Diagnostic]:
    """Check every report that adds up others, and ask of the others that may."""
    if any(report.rollup for report in site.reports):
        from gongkai.check import rollup

        yield from rollup.check_rollups(site)
    above = {organ.parent for organ in site.organs}
    unstated = [report for report in site.reports if report.organ in above and not report.rollup]
    if unstated:
        from gongkai.check import rollup_unstated

        yield from rollup_unstated.ask_for_rollups(unstated, site)


def check_counts(site: Site) -> Iterator[Diagnostic]:
    """Compare the columns that say so with the cells that count what they list."""
    if any(topic.counts for topic in site.every_topic()):
        from gongkai.check import in_force

        yield from in_force.check_counts(site)


def check_documents(site: Site) -> Iterator[Diagnostic]:
    """Check what articles say of themselves as documents."""
    if any(one.organ or one.made or one.validity or one.repealed for one in site.every_article()):
        from gongkai.check import documents

        yield from documents.check_documents(site)


def check_fragments(site: Site) -> Iterator[Diagnostic]:
    """Check every link that leads to a heading."""
    if any("#" in link.text for prose, _ in site.texts() for link in prose.links):
        from gongkai.check import fragments

        yield from fragments.check_fragments(site)
