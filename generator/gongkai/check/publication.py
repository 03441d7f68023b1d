"""Checks dates of publication and review."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Report, Site


def check_publication(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Checks dates of publication and review."""
    del report, site
    yield from ()
