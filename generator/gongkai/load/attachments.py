"""Finds the images and documents that texts link to; a file that nothing links to stays private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems
from gongkai.load.files import bad_name, is_address, is_inside, outside, too_large
from gongkai.load.limits import ATTACHMENT_BYTES
from gongkai.model.records import Site
from gongkai.model.references import is_external, target

# What a browser shows or saves, and never runs: no HTML, no SVG, no script.
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_DOCUMENTS = (".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".csv")
_OTHERS = (".ppt", ".pptx", ".txt", ".zip")
SUFFIXES = frozenset((*_IMAGES, *_DOCUMENTS, *_OTHERS))


def read_attachments(root: Path, site: Site) -> tuple[tuple[str, ...], Problems]:
    """Give the files that texts link to, relative to the site, and say which cannot be taken."""
    kept: list[str] = []
    problems: list[Diagnostic] = []
    for file in sorted(set(_linked(site))):
        path = root / file
        if not file.startswith("content/") or PurePosixPath(file).suffix.lower() not in SUFFIXES:
            continue
        if not (path.is_file() or path.is_symlink()):
            continue
        if not is_inside(root, path):
            problems.append(outside(root, path))
        elif not is_address(path.stem):
            problems.append(bad_name(root, path, path.stem))
        elif path.stat().st_size > ATTACHMENT_BYTES:
            problems.append(too_large(Place(file), path.stat().st_size, ATTACHMENT_BYTES))
        else:
            kept.append(file)
    return tuple(kept), tuple(problems)


def _linked(site: Site) -> Iterator[str]:
    for prose, _ in site.texts():
        for mention in (*prose.links, *prose.images):
            if not is_external(mention.text):
                yield target(prose.file, mention.text)
