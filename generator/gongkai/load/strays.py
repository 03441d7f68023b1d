"""Finds files in `content/` that nothing reads: a mistyped name would else be lost in silence."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.file_kinds import SUFFIXES
from gongkai.load.files import no_utf_8
from gongkai.model.file_names import is_utf_8, shown

_FOLDERS = ("columns", "formats", "pages", "reports")
_NAMES = ("site.yaml", "organs.yaml", "report.yaml", "report.md", "column.yaml")
# What editors, systems and people leave beside the content.
_BEGINNINGS = (".", "~", "readme")
_ENDS = ("~", ".tmp", ".bak", ".orig")
_LEFT = ("4913", "thumbs.db", "desktop.ini")

_UNLINKED = Text(
    "没有文字链接到它，故没有公开：在正文中链接它、列入 attachments，或移到 content 之外",
    "No text links to it, so it was not published: link to it, list it in attachments, or move it away",
)


def unlisted(root: Path) -> tuple[str, ...]:
    """List the files below `content/` that a site has none of by that name, relative to the site.

    A folder in `content/` that is none of a site, and one whose name is no UTF-8, stands with a final
    slash before what is in it. Names are as the disk has them.
    """
    content = root / "content"
    found: list[str] = []
    for folder, below, files in os.walk(content):
        within = folder[len(str(content)) + 1 :].replace(os.sep, "/")  # taking paths apart is slow
        before = f"{within}/" if within else ""
        below[:] = sorted(name for name in below if not _is_ignored(name))
        known = (*_FOLDERS, *_NAMES) if not before else below
        found += [f"content/{before}{name}/" for name in below if name not in known or not is_utf_8(name)]
        found += [
            f"content/{before}{name}"
            for name in sorted(files)
            if not (is_utf_8(name) and is_read(f"{before}{name}")) and not _is_ignored(name)
        ]
    return tuple(found)


def strays(found: Sequence[str], known: Collection[str]) -> Iterator[Diagnostic]:
    """Name every file that has no place in a site; a whole folder is named once.

    `known` are files, relative to the site, that are used or have a problem of their own.
    """
    folders = [path for path in found if path.endswith("/")]
    whole = tuple(folder for folder in folders if not any(file.startswith(shown(folder)) for file in known))
    for path in found:
        name = path.rstrip("/").rpartition("/")[2]
        if not is_utf_8(name):
            file, above = shown(path.rstrip("/")), tuple(folder for folder in whole if folder != path)
            if file not in known and not path.startswith(above):
                yield no_utf_8(file, name)
        elif path in whole:
            yield _stray(path, nearest(path.split("/")[1], _FOLDERS))
        elif path not in folders and shown(path) not in known and not path.startswith(whole):
            yield _stray(shown(path), _advice(name))


def is_read(path: str) -> bool:
    """Tell whether a file, relative to `content/`, is one of a site."""
    *folders, name = path.split("/")
    match folders:
        case []:
            return name in ("site.yaml", "organs.yaml")
        case ["formats"]:
            return name[1:].endswith(".yaml")
        case ["pages"]:
            return name[1:].endswith(".md")
        case ["reports", _, _]:
            return name in ("report.yaml", "report.md")
        case ["columns", *_]:
            return name == "column.yaml" or name[1:].endswith(".md")
    return False


def _is_ignored(name: str) -> bool:
    lower = name.lower()
    is_swap = lower[-4:-1] == ".sw" and "a" <= lower[-1] <= "z"
    return is_swap or lower in _LEFT or lower.startswith(_BEGINNINGS) or lower.endswith(_ENDS)


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
