"""Writes the columns of the portal, with the articles of all organs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.demo.articles import articles, interpretations
from gongkai.demo.data import read_data
from gongkai.demo.desk import Desk
from gongkai.demo.documents import Draft, documents
from gongkai.demo.item import Content, Item, scalar
from gongkai.demo.ledger import Ledger
from gongkai.demo.register import DemoOrgan

_ROOT = "content/columns"
_KEYS = ("title", "kind", "summary", "basis")

Column = Mapping[str, Any]


def column_files(
    top: DemoOrgan, years: Sequence[int], ledger: Ledger, seed: int
) -> Iterator[tuple[str, Content]]:
    """Give all files of the columns by path; every report has to be in the ledger."""
    columns = [each for each in read_data("columns")["columns"] if top.role in each.get("hosts", (top.role,))]
    folders = dict(_folders(columns, _ROOT))
    places = {id_: folder.removeprefix("content/") for id_, folder in folders.items()}
    counted = {kind: _is_counted(kind, top, ledger) for kind in read_data("documents")["kinds"]}
    used: set[str] = set()
    for place, organ in enumerate(top.walk(), 1):
        desk = Desk(organ, top, place, years, ledger.words(organ.id), seed)
        for item in _items(desk, ledger, counted, places):
            used.add(item.column)
            yield from item.files(folders[item.column])
    root = read_data("columns")["root"]
    yield f"{_ROOT}/column.yaml", f"title: {root['title']}\nsummary: {root['summary']}\n"
    yield from _columns(columns, folders, used, counted)


def _items(
    desk: Desk, ledger: Ledger, counted: Mapping[str, bool], places: Mapping[str, str]
) -> Iterator[Item]:
    organ = desk.organ
    if organ.is_government:
        return
    drafts: list[Draft] = []
    for kind, all_ in counted.items():
        if all_ or desk.is_host_s_office:
            for draft, item in documents(desk, kind, ledger.years(organ.id, kind)):
                drafts += [draft] if item.organ == organ.id else []
                yield item
    if desk.place <= read_data("columns")["writers"]:
        yield from interpretations(desk, drafts, places)
        yield from articles(desk, places)


def _is_counted(kind: str, top: DemoOrgan, ledger: Ledger) -> bool:
    """Tell whether the column holds all of the host's documents, and may say so."""
    noted = ledger.years(top.id, kind)
    return not noted or noted[-1].in_force <= read_data("documents")["most"]


def _folders(columns: Sequence[Column], above: str) -> Iterator[tuple[str, str]]:
    for column in columns:
        folder = f"{above}/{column['id']}"
        yield column["id"], folder
        yield from _folders(column.get("columns", ()), folder)


def _columns(
    columns: Sequence[Column], folders: Mapping[str, str], used: set[str], counted: Mapping[str, bool]
) -> Iterator[tuple[str, str]]:
    for order, column in enumerate(columns, 1):
        below = list(_columns(column.get("columns", ()), folders, used, counted))
        if not (below or column["id"] in used or column.get("empty")):
            continue
        lines = [f"{key}: {scalar(column[key])}" for key in _KEYS if key in column]
        kind = column.get("counts")
        if kind and counted[kind]:
            lines.append(f"counts: {read_data('documents')['kinds'][kind]['cells']['in_force']}")
        if "formerly" in column:
            lines.append(f"formerly: [{', '.join(column['formerly'])}]")
        yield f"{folders[column['id']]}/column.yaml", "\n".join([*lines, f"order: {order}", ""])
        yield from below
