"""Heads of a table: the trees of rows and columns as header cells with ids and spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.model.form import Column, Row, Table
from gongkai.model.grid import HeadCell, Scope


@dataclass(frozen=True, slots=True)
class Head:
    """A head in its tree: how deep it stands, how many leaves it spans, and all ids down to it."""

    id: str
    label: str
    depth: int
    leaves: int
    way: tuple[str, ...]
    last: bool

    @property
    def is_group(self) -> bool:
        """Tell whether heads stand below it."""
        return not self.last


def row_heads(table: Table) -> tuple[Head, ...]:
    """Give the heads of rows in reading order: a group before what it spans."""
    return tuple(_heads(table.rows, f"head.{table.id}.r", 0, ()))


def column_heads(table: Table) -> tuple[Head, ...]:
    """Give the heads of columns in reading order."""
    return tuple(_heads(table.columns, f"head.{table.id}.c", 0, ()))


def depth(heads: Sequence[Head]) -> int:
    """Give how many levels of heads there are."""
    return max((head.depth + 1 for head in heads), default=0)


def leaves(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Give the heads that have cells, in the form's order."""
    return tuple(head for head in heads if head.last)


def cell_of_column(head: Head, levels: int, above: tuple[str, ...], extra: int = 0) -> HeadCell:
    """Make a column's header cell among `levels` rows of heads; `extra` columns widen it."""
    scope: Scope = "colgroup" if head.is_group else "col"
    rowspan = 1 if head.is_group else levels - head.depth
    return HeadCell(
        head.id, head.label, scope, head.leaves + extra, rowspan, " ".join((*above, *head.way[:-1]))
    )


def cell_of_row(head: Head, levels: int, above: tuple[str, ...]) -> HeadCell:
    """Make a row's header cell among `levels` columns of heads."""
    scope: Scope = "rowgroup" if head.is_group else "row"
    colspan = 1 if head.is_group else levels - head.depth
    return HeadCell(head.id, head.label, scope, colspan, head.leaves, " ".join((*above, *head.way[:-1])))


def _heads(
    nodes: tuple[Row, ...] | tuple[Column, ...], prefix: str, level: int, way: tuple[str, ...]
) -> Iterator[Head]:
    every: Sequence[Row | Column] = nodes
    for i, node in enumerate(every, 1):
        here = f"{prefix}.{node.id or i}"
        below = tuple(_heads(node.children, here, level + 1, (*way, here)))
        count = sum(head.last for head in below) or 1
        yield Head(here, node.label, level, count, (*way, here), last=not below)
        yield from below
