"""Checks that the narrative speaks of what its form asks for."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Report, Site


def check_wants(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Checks that the narrative speaks of what its form asks for."""
    del report, site
    yield from ()
