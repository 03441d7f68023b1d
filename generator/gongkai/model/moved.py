"""Finds what a link means after it was moved to another column.

Ids are unique over the portal, and so mostly are names of files: a link that names the folder of then still
says which article or column is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_COLUMNS = "content/columns/"
_OF_COLUMN = "column.yaml"


def name_of(file: str) -> str:
    """Give the name by which an article or a column is known wherever it stands, or nothing."""
    if not file.startswith(_COLUMNS):
        return ""
    *above, folder, name = file.split("/")
    if name == _OF_COLUMN:
        return f"{folder}/{name}" if len(above) > 1 else ""
    return name if name.endswith(".md") else ""


def by_name(files: Iterable[str]) -> Mapping[str, str]:
    """Give the file of each name that only one has."""
    found: dict[str, str | None] = {}
    for file in files:
        name = name_of(file)
        if name:
            found[name] = None if name in found else file
    return {name: file for name, file in found.items() if file}
