"""What every article of an organ starts from: its words, its signs, the years it has worked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.register import DemoOrgan

_NAME = 2


@dataclass(frozen=True)
class Desk:
    """An organ that writes: `place` is its number in the register, `words` are those of its reports."""

    organ: DemoOrgan
    top: DemoOrgan
    place: int
    years: Sequence[int]
    words: Mapping[str, Sequence[str]]
    seed: int

    def chance(self, purpose: str) -> Chance:
        """Give draws for one purpose, which change no report."""
        return Chance(self.seed, self.organ.id, purpose)

    @property
    def business(self) -> str:
        """Give what it does, as its id says."""
        return self.organ.id.rpartition("-")[2]

    @property
    def is_host_s_office(self) -> bool:
        """Tell whether it is the office of the portal's own government."""
        return self.organ.role == "government_office" and self.organ.level == self.top.level

    @cached_property
    def businesses(self) -> frozenset[str]:
        """What the departments of the portal's own government do."""
        return frozenset(child.id.rpartition("-")[2] for child in self.top.children)

    @cached_property
    def sign(self) -> str:
        """Give the characters that its numbers of documents start with."""
        signs = read_data("documents")["signs"]
        area = self.organ.area
        if self.organ.role in ("township", "subdistrict"):
            return area[-_NAME:] + str(signs[self.organ.role])
        return area[:-1][-_NAME:] + str(signs.get(self.business, signs["government"]))

    def number(self, year: int, serial: int) -> str:
        """Give the number of a document that is no rule of law (文号)."""
        return f"{self.sign}〔{year}〕{serial}号"

    def index(self, year: int, serial: int) -> str:
        """Give the number of a piece of information (索引号)."""
        return f"{self.place:06}/{year}-{serial:05}"
