"""An organ (机关), and what became of it over the years."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Place
from gongkai.model.record import Record


class Succession(Record):
    """A change in an organ's life, in force from `year` on (机构改革).

    `predecessors` are the organs that it took over, whole or in part; `parent` and `name` are those
    that it had until the year before, or empty where they stayed.
    """

    year: int
    predecessors: tuple[str, ...]
    parent: str
    name: str
    place: Place


class Organ(Record):
    """An organ (机关): `parent` is the id of the organ above it, or empty.

    It is there from `from_year` to `to_year`, as far as they are stated. `makes_rules` says whether it
    may make 规章; None where the register does not say. `makes_reports` is False where its figures stand in
    another's report.
    """

    id: str
    name: str
    short_name: str
    kind: str
    parent: str
    place: Place
    name_place: Place
    from_year: int | None = None
    to_year: int | None = None
    lineage: tuple[Succession, ...] = ()
    makes_rules: bool | None = None
    makes_reports: bool = True

    def is_active(self, year: int) -> bool:
        """Tell whether the organ was there in a year, as far as the register says."""
        return (self.from_year is None or self.from_year <= year) and (
            self.to_year is None or year <= self.to_year
        )

    def name_in(self, year: int) -> str:
        """Give the name that the organ had in a year."""
        later = [change for change in self.lineage if change.name and year < change.year]
        return min(later, key=lambda change: change.year).name if later else self.name

    def parent_in(self, year: int) -> str:
        """Give the id of the organ above it in a year, or nothing."""
        later = [change for change in self.lineage if change.parent and year < change.year]
        return min(later, key=lambda change: change.year).parent if later else self.parent
