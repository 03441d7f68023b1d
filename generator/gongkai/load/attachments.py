"""Finds the images and documents that texts link to; a file that nothing links to stays private."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.load.files import bad_name, is_address, unfit
from gongkai.load.limits import ATTACHMENT_BYTES
from gongkai.model.records import Site
from gongkai.model.references import is_external, target

# What a browser shows or saves, and never runs: no HTML, no SVG, no script.
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_DOCUMENTS = (".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".csv")
_OTHERS = (".ppt", ".pptx", ".txt", ".zip")
# Where texts stand, and what belongs to them with them.
_FOLDERS = ("content/columns/", "content/pages/", "content/reports/")
SUFFIXES = frozenset((*_IMAGES, *_DOCUMENTS, *_OTHERS))


def read_attachments(root: Path, site: Site) -> tuple[tuple[str, ...], Problems]:
    """Give the files that texts link to, relative to the site, and say which cannot be taken."""
    kept: list[str] = []
    problems: list[Diagnostic] = []
    for file in sorted(set(_linked(site))):
        path = root / file
        if not _is_attachment(file) or not os.path.lexists(path):
            continue
        parts = PurePosixPath(file).with_suffix("").parts[1:]
        bad = [part for part in parts if not is_address(part)]
        if bad:
            problems.append(bad_name(root, path, bad[0]))
            continue
        trouble = unfit(root, path, ATTACHMENT_BYTES)
        problems += trouble
        if not trouble:
            kept.append(file)
    return tuple(kept), tuple(problems)


def _is_attachment(file: str) -> bool:
    return file.startswith(_FOLDERS) and PurePosixPath(file).suffix.lower() in SUFFIXES


def _linked(site: Site) -> Iterator[str]:
    for prose, _ in site.texts():
        for mention in (*prose.links, *prose.images):
            if not is_external(mention.text):
                yield target(prose.file, mention.text)
