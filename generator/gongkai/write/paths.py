"""Paths inside the output: relative, with forward slashes, the same on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.model.file_names import fold

OWN_FOLDER = ".gongkai"
MANIFEST = f"{OWN_FOLDER}/manifest.json"
STAGE = f"{OWN_FOLDER}/stage"
JOURNAL = f"{OWN_FOLDER}/journal.json"
LOCK = f"{OWN_FOLDER}/lock"

# Control characters, halves of characters and what Windows keeps for itself; then parts that are
# empty or end in a full stop or a blank, `.` and `..` among them.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff\\:*?"<>|]|(?:^|[/. ])(?:/|$)')


def is_safe(path: str) -> bool:
    """Tell whether a path stays inside the output, on every system, and apart from our own folder."""
    return not _UNSAFE.search(path) and fold(path.partition("/")[0]) != OWN_FOLDER


def above(path: str) -> Iterator[str]:
    """Give the folders that a path stands in, nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def all_above(paths: Iterable[str]) -> set[str]:
    """Give every folder that one of the paths stands in."""
    folders: set[str] = set()
    for path in paths:
        for folder in above(path):
            if folder in folders:
                break
            folders.add(folder)
    return folders
