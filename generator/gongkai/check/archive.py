"""Finds years without a report."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Site


def check_archive(site: Site) -> Iterator[Diagnostic]:
    """Finds years without a report."""
    del site
    yield from ()
