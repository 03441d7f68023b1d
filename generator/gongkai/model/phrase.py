"""How texts speak of a form's figures: words, and the cells that they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """Words by which a text gives a figure, and the cells whose sum it is."""

    words: tuple[str, ...]
    cells: tuple[str, ...]
