"""Notes, while reports are made, the figures that columns of the portal have to agree with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gongkai.demo.data import read_data
from gongkai.demo.story import Told


class Stocktaking(NamedTuple):
    """What an organ's report says of one kind of document in a year."""

    year: int
    issued: int
    repealed: int
    in_force: int


class Ledger:
    """The figures by organ and kind of document; a year whose form does not ask for them is left out."""

    def __init__(self) -> None:
        self._noted: dict[tuple[str, str], list[Stocktaking]] = {}
        self._words: dict[str, Mapping[str, Sequence[str]]] = {}

    def note(self, told: Told, year: int) -> None:
        """Note the figures of a report, and the words that the organ uses."""
        organ, plan, figures = told.organ.id, told.plan, told.figures
        self._words[organ] = told.words
        for kind, of in read_data("documents")["kinds"].items():
            cells: Mapping[str, str] = of["cells"]
            if all(cell in plan.index for cell in cells.values()):
                counted = {name: figures[plan.index[cell]] for name, cell in cells.items()}
                self._noted.setdefault((organ, kind), []).append(Stocktaking(year, **counted))

    def words(self, organ: str) -> Mapping[str, Sequence[str]]:
        """Give the words of an organ's reports."""
        return self._words[organ]

    def years(self, organ: str, kind: str) -> Sequence[Stocktaking]:
        """Give what was noted, the earliest year first."""
        return self._noted.get((organ, kind), ())
