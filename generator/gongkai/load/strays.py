"""Finds files in `content/` that nothing reads: a mistyped name would else be lost in silence."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.attachments import SUFFIXES
from gongkai.model.pattern import pattern

_READ = pattern(
    r"site\.yaml|organs\.yaml|formats/[^/]+\.yaml|pages/[^/]+\.md"
    r"|reports/[^/]+/[^/]+/report\.(?:yaml|md)|columns/(?:.+/)?(?:column\.yaml|[^/]+\.md)"
)
_FOLDERS = ("columns", "formats", "pages", "reports")
_NAMES = ("site.yaml", "organs.yaml", "report.yaml", "report.md", "column.yaml")
_IGNORED = pattern(
    r"[.~].*|README.*|.*~|4913|.*\.(?:sw[a-z]|tmp|bak|orig)|Thumbs\.db|desktop\.ini", re.IGNORECASE
)

_UNLINKED = Text(
    "没有文字链接到它，故没有公开：在正文中链接它，或移到 content 之外",
    "No text links to it, so it was not published: link to it, or move it out of content/",
)


def strays(root: Path, known: Collection[str]) -> Iterator[Diagnostic]:
    """Name every file below `content/` that has no place in a site; a whole folder is named once.

    `known` are files, relative to the site, that are used or have a problem of their own.
    """
    content = root / "content"
    for folder, below, files in os.walk(content):
        here = Path(folder)
        below[:] = sorted(name for name in below if not _IGNORED.fullmatch(name))
        if here == content:
            for name in [name for name in below if name not in (*_FOLDERS, *_NAMES)]:
                if any(file.startswith(f"content/{name}/") for file in known):
                    continue
                below.remove(name)
                yield _stray(f"content/{name}/", nearest(name, _FOLDERS))
        for name in sorted(files):
            path = (here / name).relative_to(content).as_posix()
            if f"content/{path}" in known:
                continue
            if not _READ.fullmatch(path) and not _IGNORED.fullmatch(name):
                yield _stray(f"content/{path}", _advice(name))


def _stray(path: str, advice: Text) -> Diagnostic:
    return Diagnostic("D120", Place(path), {"path": path, "advice": advice})


def _advice(name: str) -> Text:
    lower = name.lower()
    # Notepad adds .txt to every name, and Windows hides it.
    if lower.endswith((".yaml.txt", ".md.txt")):
        new = lower.removesuffix(".txt")
        return Text(f"是否应改名为“{new}”？", f"Should it be named “{new}”?")
    if PurePosixPath(lower).suffix in SUFFIXES:
        return _UNLINKED
    for wrong, right in ((".yml", ".yaml"), (".markdown", ".md")):
        if lower.endswith(wrong):
            new = lower.removesuffix(wrong) + right
            return Text(f"是否应改名为“{new}”？", f"Should it be named “{new}”?")
    if lower != name and lower.endswith((".yaml", ".md")):
        return Text(f"是否应改名为“{lower}”？", f"Should it be named “{lower}”?")
    if lower.endswith((".yaml", ".md")):
        return nearest(name, _NAMES)
    return _UNLINKED
