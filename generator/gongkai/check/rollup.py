"""Checks a government's report as the sum of its organs' reports."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Report, Site


def check_rollup(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Checks a government's report as the sum of its organs' reports."""
    del report, site
    yield from ()
