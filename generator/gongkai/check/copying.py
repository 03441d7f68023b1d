"""Finds text that was copied from another organ or another year."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.records import Site


def check_copying(site: Site) -> Iterator[Diagnostic]:
    """Finds text that was copied from another organ or another year."""
    del site
    yield from ()
