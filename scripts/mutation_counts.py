"""How a measurement went: what was tried, caught and named, by setting and class; and what is asked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mutations import (
    COPIED,
    DOUBLED,
    DROPPED,
    SAME,
    SHIFTED,
    SINGLE,
    SINGLE_ELSEWHERE,
    SWAPPED,
    TRANSPOSED,
    UNSEEN,
    YUAN,
)

# A report among all of the portal, governments adding up their organs'; and an organ's reports alone.
PORTAL, ALONE = "in a whole portal", "one organ's reports alone"
SETTINGS = (PORTAL, ALONE)
KINDS = (SINGLE, TRANSPOSED, SWAPPED, SHIFTED, COPIED, YUAN, DROPPED, DOUBLED, SINGLE_ELSEWHERE)
SILENT = tuple(f"{kind}{UNSEEN}" for kind in (TRANSPOSED, SWAPPED, SHIFTED, COPIED))

# Least shares of caught, and of right cells named first. Alone, nothing tells of figures that stand in no
# sum; and where a figure stands in one sum only, just the text, if it speaks of it, tells part from total.
_OTHERS = (TRANSPOSED, SWAPPED, SHIFTED, COPIED, YUAN)
THRESHOLDS: Mapping[tuple[str, str], tuple[float, float]] = {
    (PORTAL, SINGLE): (1.0, 0.99),
    (ALONE, SINGLE): (1.0, 0.98),
    **{(PORTAL, kind): (0.98, 0.0) for kind in (*_OTHERS, SINGLE_ELSEWHERE, *SILENT)},
    **{(PORTAL, kind): (0.98, 0.98) for kind in (DROPPED, DOUBLED)},
    **{(ALONE, kind): (0.98, 0.0) for kind in _OTHERS},
}
_SHOWN = 5


@dataclass
class Count:
    """How a class went; `missed` and `misnamed` are a few examples.

    In a sample each mutation stands for several, and they are counted as caught or right with it.
    """

    tried: int = 0
    stands_for: Fraction = Fraction(0)
    caught: Fraction = Fraction(0)
    right: Fraction = Fraction(0)
    missed: tuple[str, ...] = ()
    misnamed: tuple[str, ...] = ()
    of_tables: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def note(self, mutation: tuple[str, Fraction, bool], shown: str, first: str) -> None:
        """Count one: its table, how many it stands for, whether the cell is right; and the first problem."""
        table, weight, is_right = mutation
        self.tried += 1
        self.stands_for += weight
        self.caught += weight * bool(first)
        self.right += weight * is_right
        self.of_tables[table, is_right] += 1
        if not first:
            self.missed = (*self.missed, shown)[:_SHOWN]
        elif not is_right:
            self.misnamed = (*self.misnamed, f"{shown} → {first}")[:_SHOWN]

    def add(self, other: Count) -> None:
        """Count another's in."""
        self.tried += other.tried
        self.stands_for += other.stands_for
        self.caught += other.caught
        self.right += other.right
        self.of_tables.update(other.of_tables)
        self.missed = (*self.missed, *other.missed)[:_SHOWN]
        self.misnamed = (*self.misnamed, *other.misnamed)[:_SHOWN]


@dataclass
class Result:
    """All classes by setting, slips that change nothing, and the untouched reports with their problems."""

    counts: dict[tuple[str, str], Count] = field(
        default_factory=lambda: {
            (setting, kind): Count() for setting in SETTINGS for kind in (*KINDS, *SILENT)
        }
    )
    same: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    problems: tuple[str, ...] = ()

    def add(self, other: Result) -> None:
        """Count another's in."""
        for key, count in other.counts.items():
            self.counts[key].add(count)
        self.same.update(other.same)
        self.reports += other.reports
        self.problems += other.problems

    def failures(self) -> list[str]:
        """Say which thresholds are not met."""
        found = [f"untouched: {len(self.problems)} problems"] if self.problems else []
        for key, (caught, right) in THRESHOLDS.items():
            count = self.counts[key]
            if count.caught < caught * count.stands_for or count.right < right * count.stands_for:
                found.append(f"{', '.join(key)}: {_rates(count)}")
        return found

    def lines(self) -> Iterator[str]:
        """Show the result as tables."""
        width = max(map(len, (*KINDS, *SILENT)))
        for setting in SETTINGS:
            yield f"{setting:{width}}   tried  caught   right cell first"
            for kind in (*KINDS, *SILENT):
                count = self.counts[setting, kind]
                if count.tried:
                    yield f"{kind:{width}} {_rates(count)}"
                if kind == SINGLE:
                    yield from _by_table(count, width)
            yield ""
        yield "slips that would leave the same figures, not counted above:"
        yield from (f"{kind.removesuffix(SAME):{width}} {count:7}" for kind, count in self.same.items())
        yield f"untouched: {self.reports} reports, {len(self.problems)} problems"
        yield from (f"  {problem}" for problem in self.problems[:_SHOWN])

    def examples(self) -> Iterator[str]:
        """Show some of what was missed and misnamed."""
        for (setting, kind), count in self.counts.items():
            yield from (f"missed, {setting}, {kind}: {example}" for example in count.missed)
            yield from (f"misnamed, {setting}, {kind}: {example}" for example in count.misnamed)


def _rates(count: Count) -> str:
    every = float(count.stands_for)
    return f"{count.tried:7} {float(count.caught) / every:7.2%} {float(count.right) / every:7.2%}"


def _by_table(count: Count, width: int) -> Iterator[str]:
    for table in sorted({table for table, _ in count.of_tables}):
        right, wrong = count.of_tables[table, True], count.of_tables[table, False]
        named = f"  of them in {table}"
        yield f"{named:{width}} {right + wrong:7} {'':7} {right / (right + wrong):7.2%}"
