"""What a grid's look depends on: how much room it wants, and which marks need a legend."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.grid import DataCell, Grid

# In rem, as the style sheet sets them: the label columns of a grid by how many there are.
LABELS = {0: 0.0, 1: 9.0, 2: 15.0, 3: 21.0}
NARROWEST_FIGURE = 3.25
DIGIT, PADDING = 0.55, 1.0
STEPS = {"s": 20, "m": 32, "l": 44, "xl": 56}


def fit(grid: Grid) -> str:
    """Name the step of width from which on a grid is shown whole; below it, it scrolls by itself."""
    figures = grid.width - grid.label_columns
    longest = max((len(cell.text + cell.unit) / cell.colspan for cell in _cells(grid)), default=1)
    labels = LABELS.get(grid.label_columns, 7.5 * grid.label_columns)
    wanted = labels + figures * max(NARROWEST_FIGURE, longest * DIGIT + PADDING)
    return next((step for step, width in STEPS.items() if wanted <= width), "never")


def marks(grid: Grid) -> tuple[str, ...]:
    """Give the states other than figures that a grid shows, each once, in a fixed order."""
    shown = {cell.state for cell in _cells(grid)}
    return tuple(state for state in ("blank", "not-applicable") if state in shown)


def _cells(grid: Grid) -> Iterator[DataCell]:
    for block in grid.blocks:
        for row in block.rows:
            yield from (cell for cell in row.cells if isinstance(cell, DataCell))
