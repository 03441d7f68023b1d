"""Reads the documents and pictures that texts link to, as they will be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.load.files import read_bytes
from gongkai.load.limits import ATTACHMENT_BYTES


def read_contents(root: Path, files: Iterable[str]) -> tuple[Mapping[str, bytes], Problems]:
    """Give the bytes of files by their path from the site's root; what cannot be read is a problem."""
    found: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for file in files:
        content, trouble = read_bytes(root, root / file, ATTACHMENT_BYTES)
        problems += trouble
        if content is not None:
            found[file] = content
    return found, tuple(problems)
