"""A section's tables laid out as one HTML table: every cell with its heads, by id.

A grid is made of blocks, one for each table of the section. A section with one table has one
block, shown as thead and tbody; several are stacked, each with its own title and heads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["col", "colgroup", "row", "rowgroup"]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A header cell. `headers` are the ids of the heads above it, outermost first, by spaces."""

    id: str
    label: str
    scope: Scope
    colspan: int = 1
    rowspan: int = 1
    headers: str = ""


@dataclass(frozen=True, slots=True)
class DataCell:
    """A data cell. `text` is the figure as shown; `state` tells 0, empty and `/` apart."""

    id: str
    cell: str
    headers: str
    text: str
    state: Literal["figure", "zero", "blank", "not-applicable"]
    unit: str = ""
    colspan: int = 1
    total: bool = False


@dataclass(frozen=True, slots=True)
class Corner:
    """The empty cell where row heads and column heads meet."""

    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """One `tr`: the corner or row heads first, then heads or data."""

    cells: tuple[HeadCell | DataCell | Corner, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One table of the form: rows of heads, then rows of data.

    Where several blocks are stacked, the title is a head over the block, and `id` is its id.
    """

    id: str
    title: str
    heads: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as shown: `label_columns` are the columns of row heads on the left."""

    id: str
    caption: str
    note: str
    width: int
    label_columns: int
    blocks: tuple[Block, ...]
