"""Heads of a table: the trees of rows and columns as header cells with ids and spans.

A page repeats the ids of heads at every cell, so they are as short as they can be: the letter of the
table, `r` or `c`, and a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

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


def letters(number: int) -> str:
    """Name the form's table of a number, from 0: A, B, … Z, AA, AB ….

    No other id of a page begins with a capital letter.
    """
    before, last = divmod(number, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def row_heads(table: Table, name: str = "") -> tuple[Head, ...]:
    """Give the heads of rows in reading order: a group before what it spans."""
    return tuple(_heads(table.rows, f"{name}r", count(1), 0, ()))


def column_heads(table: Table, name: str = "") -> tuple[Head, ...]:
    """Give the heads of columns in reading order."""
    return tuple(_heads(table.columns, f"{name}c", count(1), 0, ()))


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
    nodes: tuple[Row, ...] | tuple[Column, ...],
    prefix: str,
    numbers: Iterator[int],
    level: int,
    way: tuple[str, ...],
) -> Iterator[Head]:
    every: Sequence[Row | Column] = nodes
    for node in every:
        here = f"{prefix}{next(numbers)}"
        below = tuple(_heads(node.children, prefix, numbers, level + 1, (*way, here)))
        spanned = sum(head.last for head in below) or 1
        yield Head(here, node.label, level, spanned, (*way, here), last=not below)
        yield from below
