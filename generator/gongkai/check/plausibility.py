"""Asks about figures that are possible but unlikely beside last year's."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Report, Site


def check_plausibility(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Asks about figures that are possible but unlikely beside last year's."""
    del report, site
    yield from ()
