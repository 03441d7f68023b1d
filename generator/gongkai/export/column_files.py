"""The columns of 法定主动公开内容, as files: those that the Regulation lists, by level of organ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

import yaml

from gongkai.export.scaffold import quoted

LEVELS = ("county", "department", "township")
COLUMN = "column.yaml"
_TOP = "content/columns"


class ColumnFile(NamedTuple):
    """A column to be made: its id, its title, its folder from the site's root, what its file says."""

    id: str
    title: str
    folder: str
    lines: tuple[str, ...]


def column_files(level: str, there: Mapping[str, str]) -> Iterator[ColumnFile]:
    """Give the columns of a level that the site has not, each after the one above it.

    `there` has the folders of the columns of the site by id; the root's id is empty. What stands below
    a column that was moved is put where it stands now.
    """
    data = _data()
    top = there.get("", _TOP)
    if "" not in there:
        yield ColumnFile("", data["title"], top, tuple(_lines(data, {}, 0)))
    yield from _below(data, data, top, level, there)


def _below(
    data: dict[str, Any], column: dict[str, Any], folder: str, level: str, there: Mapping[str, str]
) -> Iterator[ColumnFile]:
    order = 0
    for child in column.get("columns", ()):
        if level not in child.get("levels", LEVELS):
            continue
        order += 1
        name = child["id"]
        here = there.get(name, f"{folder}/{name}")
        if name not in there:
            yield ColumnFile(name, child["title"], here, tuple(_lines(child, data, order)))
        yield from _below(data, child, here, level, there)


def _lines(column: dict[str, Any], data: dict[str, Any], order: int) -> Iterator[str]:
    for key in ("title", "summary", "kind"):
        if column.get(key):
            yield f"{key}: {quoted(column[key])}"
    if order:
        yield f"order: {order}"
    if column.get("basis"):
        yield f"basis: {quoted(data['law'] + column['basis'])}"
    if column.get("counts"):
        yield f"counts: {column['counts']}"


def _data() -> dict[str, Any]:
    text = (resources.files("gongkai") / "export" / "columns.yaml").read_text("utf-8")
    return dict(yaml.safe_load(text))
