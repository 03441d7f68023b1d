"""Which organs a roll-up stands for: those listed, those below them, and those it says nothing of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.records import Organ, Report, Rollup, Site

_SHOWN = 8
_RELATED = 5
_LISTED = Text("列在这里", "listed here")
_REGISTER = Text("名录", "the register")

Key = tuple[str, int]


@dataclass(frozen=True)
class Members:
    """The roll-ups of a site by organ and year, and what lies below each."""

    site: Site
    rollups: dict[Key, Rollup]

    @cached_property
    def below(self) -> dict[Key, frozenset[str]]:
        """Give the organs that each roll-up adds up, directly or through another roll-up."""
        found: dict[Key, frozenset[str]] = {}
        for organ, year in self.rollups:
            reached: set[str] = set()
            waiting = [organ]
            while waiting:
                rollup = self.rollups.get((waiting.pop(), year))
                for name, _ in rollup.organs if rollup else ():
                    if name not in reached:
                        reached.add(name)
                        waiting.append(name)
            found[organ, year] = frozenset(reached)
        return found

    @cached_property
    def listed(self) -> dict[Key, list[tuple[Report, Place]]]:
        """Give the roll-ups that list an organ, with the place of it in each."""
        found: dict[Key, list[tuple[Report, Place]]] = {}
        for (organ, year), rollup in self.rollups.items():
            for name, place in rollup.organs:
                whole = self.site.report_by_key[organ, year]
                found.setdefault((name, year), []).append((whole, place))
        return found

    @cached_property
    def children(self) -> dict[Key, list[Organ]]:
        """Give the organs that were directly below another in each year that is rolled up."""
        found: dict[Key, list[Organ]] = {}
        for year in {year for _, year in self.rollups}:
            for organ in self.site.organs:
                parent = organ.parent_in(year)
                if parent and organ.is_active(year):
                    found.setdefault((parent, year), []).append(organ)
        return found

    def name(self, organ: str, year: int) -> str:
        """Give the name that an organ had in a year; its id where the register does not have it."""
        known = self.site.organ_by_id.get(organ)
        return known.name_in(year) if known else organ

    def names(self, organs: Sequence[str], year: int) -> Text:
        """Name organs, and how many more there are."""
        shown = [self.name(organ, year) for organ in organs[:_SHOWN]]
        more = len(organs) - len(shown)
        zh, en = "、".join(shown), ", ".join(shown)
        return Text(f"{zh} 等", f"{en} and {more} more") if more else Text(zh, en)

    def strangers(self, report: Report, rollup: Rollup) -> Iterator[Diagnostic]:
        """Say which organs are not in the register."""
        if self.site.register_is_troubled:
            return
        known = self.site.organ_by_id
        for organ, place in (*rollup.organs, *((left.organ, left.place) for left in rollup.left_out)):
            if organ not in known:
                advice = nearest(organ, [name for name in known if name != report.organ])
                yield Diagnostic("D225", place, {"organ": organ, "advice": advice})

    def uncovered(self, report: Report, rollup: Rollup) -> list[Organ]:
        """Give the organs directly below that are neither added up nor said to be left out."""
        if self.site.register_is_troubled:
            return []
        left_out = {left.organ for left in rollup.left_out}
        covered = self.below[report.key] | left_out | {report.organ}
        return [organ for organ in self.children.get(report.key, ()) if organ.id not in covered]

    def coverage(self, report: Report, rollup: Rollup, organs: Sequence[Organ]) -> Diagnostic:
        """Say which organs have no status."""
        related = [Related(organ.place, _REGISTER) for organ in organs[:_RELATED]]
        arguments: dict[str, Argument] = {
            "count": len(organs),
            "year": str(report.year),
            "organs": self.names([organ.id for organ in organs], report.year),
        }
        return Diagnostic("D420", rollup.place, arguments, related=tuple(related))

    def circles(self, report: Report, rollup: Rollup) -> Iterator[Diagnostic]:
        """Say which listed organs add up the very report that adds them up."""
        for organ, place in rollup.organs:
            if report.organ in self.below.get((organ, report.year), ()):
                detail = Text("它的汇总里又有本机关", "its own roll-up has this organ in it")
                here = self.name(organ, report.year)
                yield Diagnostic("D424", place, {"organ": here, "detail": detail})

    def doubled(self, report: Report, rollup: Rollup) -> Iterator[tuple[str, Diagnostic]]:
        """Say which listed organs would be counted twice; each with its problem."""
        year = report.year
        below = set[str]().union(*(self.below.get((organ, year), ()) for organ, _ in rollup.organs))
        for organ, place in rollup.organs:
            if organ not in below:
                continue
            here = self.name(organ, year)
            for other, at in rollup.organs:
                if other != organ and organ in self.below.get((other, year), ()):
                    name = self.name(other, year)
                    detail = Text(f"“{name}”的汇总里已经有它", f"the roll-up of “{name}” has it already")
                    related = (Related(at, _LISTED),)
                    yield organ, Diagnostic("D424", place, {"organ": here, "detail": detail}, related=related)
                    break

    def under_two(self) -> Iterator[Diagnostic]:
        """Say which organs stand in two roll-ups of one year of which neither is above the other."""
        for (organ, year), listing in self.listed.items():
            if len(listing) == 1:
                continue
            known = self.site.organ_by_id.get(organ)
            parent = known.parent_in(year) if known else ""
            # Of two, the one that is not its parent's is the likelier mistake.
            ranked = sorted(listing, key=lambda entry: entry[0].organ != parent)
            for i, (whole, place) in enumerate(ranked):
                rival = next((e for e in ranked[:i] if not self._one_above(e[0], whole)), None)
                if rival:
                    name = self.name(rival[0].organ, year)
                    detail = Text(f"“{name}”的汇总里也有它", f"the roll-up of “{name}” has it as well")
                    arguments: dict[str, Argument] = {"organ": self.name(organ, year), "detail": detail}
                    yield Diagnostic("D424", place, arguments, related=(Related(rival[1], _LISTED),))

    def _one_above(self, one: Report, other: Report) -> bool:
        return self._is_above(one, other) or self._is_above(other, one)

    def _is_above(self, one: Report, other: Report) -> bool:
        if other.organ in self.below[one.key]:
            return True
        seen: set[str] = set()
        name = other.organ
        while name in self.site.organ_by_id and name not in seen:
            seen.add(name)
            name = self.site.organ_by_id[name].parent_in(one.year)
        return name == one.organ or one.organ in seen
