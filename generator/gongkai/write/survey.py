"""What stands in the output now, found without reading more bytes than needed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gongkai.write.manifest import Manifest, Seal, seal_file
from gongkai.write.paths import JOURNAL, LOCK, MANIFEST, STAGE, all_above

Kind = Literal["file", "folder", "link", "other"]

_OWN = frozenset({MANIFEST, STAGE, JOURNAL, LOCK})


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in the output. A foreign folder that we may not look into (`lost+found`) is an "other".

    `seal` is that of a wanted file, None where its bytes surely differ.
    """

    kind: Kind
    seal: Seal | None = None


def survey(output: Path, wanted: Mapping[str, Seal], published: Manifest) -> dict[str, Entry]:
    """List the output by path, apart from the generator's own records. Links are not followed."""
    present: dict[str, Entry] = {}
    ours = all_above(published.files)
    pending = [""] if output.is_dir() else []
    while pending:
        prefix = pending.pop()
        try:
            entries = _entries(output / prefix)
        except PermissionError:
            if not prefix or prefix[:-1] in ours:
                raise
            present[prefix[:-1]] = Entry("other")
            continue
        for entry in entries:
            path = prefix + entry.name
            kind = kind_of(entry)
            if path in _OWN and kind != "link" and (kind == "file") == (path != STAGE):
                continue
            present[path] = Entry(kind, _seal(entry, wanted.get(path), path, published))
            if kind == "folder":
                pending.append(f"{path}/")
    return present


def kind_of(entry: os.DirEntry[str]) -> Kind:
    """Tell what an entry is itself, not what a link leads to."""
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _seal(entry: os.DirEntry[str], wanted: Seal | None, path: str, published: Manifest) -> Seal | None:
    """Trust the manifest for files older than it; read the others, where the size leaves it open."""
    if wanted is None or not entry.is_file(follow_symlinks=False):
        return None
    info = entry.stat(follow_symlinks=False)
    known = published.files.get(path)
    if known and info.st_size == known.size and info.st_mtime_ns < published.written_ns:
        return known
    return seal_file(entry.path) if info.st_size == wanted.size else None
