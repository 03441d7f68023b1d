"""Finds the organ that explains why a roll-up's sums fail: left out, counted twice, or last year's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from gongkai.check.lineage import figures_elsewhere
from gongkai.check.narrative_said import stated_in_text
from gongkai.check.rollup_sums import Vector
from gongkai.diagnostics.diagnostic import Place, Text
from gongkai.model.facts import Number
from gongkai.model.records import Report, Site

# So many organs are sought together, in so many steps; fewer cells could agree by chance, though two
# do not where they are all that an organ has.
_MOST = 8
_MOST_TRIES = 500
_FEWEST = 3
_FEWEST_OF_ALL = 2
_MOST_READ = 50
_TEXT = Text("的正文写的是", "its text has")
_YEARS = Text("按相邻年度的报告应为", "by its neighbouring year's report it is")


class Way(Enum):
    """How an organ's figures came to be wrong in a sum."""

    OMITTED = Text("漏计", "left out")
    TWICE = Text("重复计入", "counted twice")
    COUNTED = Text("不在汇总之列而计入", "counted although it is not to be")
    LAST_YEAR = Text("计入了上一年的数", "counted with last year's figures")


class Suspect(NamedTuple):
    """An organ, one way in which it may be wrong in the sums, and how the sums would then differ."""

    organ: str
    place: Place
    way: Way
    figures: Vector


class Contradicted(NamedTuple):
    """An organ whose cell has another figure in its own text, or in a neighbouring year: how to say where."""

    report: Report
    wanted: Number
    where: Text


class Explained(NamedTuple):
    """A suspect that is named, and the cells of the roll-up that differ because of it."""

    suspect: Suspect
    cells: tuple[str, ...]


def suspects(
    inside: Iterable[tuple[Place, Report, Report | None]],
    outside: Iterable[tuple[Place, Report]],
    cells: Iterable[str],
) -> list[Suspect]:
    """Give every way in which one organ could be wrong; `inside` has last year's report as well."""
    wanted = tuple(cells)
    found: list[Suspect] = []
    for place, report, last in inside:
        figures = _figures(report, wanted)
        found.append(Suspect(report.organ, place, Way.OMITTED, {c: -n for c, n in figures.items()}))
        found.append(Suspect(report.organ, place, Way.TWICE, figures))
        if last and last.form == report.form:
            before = _figures(last, wanted)
            change = {c: n for c in wanted if (n := before.get(c, 0) - figures.get(c, 0))}
            found.append(Suspect(report.organ, place, Way.LAST_YEAR, change))
    for place, report in outside:
        found.append(Suspect(report.organ, place, Way.COUNTED, _figures(report, wanted)))
    return [suspect for suspect in found if suspect.figures]


def explain(apart: Mapping[str, Number], named: Sequence[str], candidates: list[Suspect]) -> list[Explained]:
    """Find the organs that explain every difference together, or the one that explains most of them.

    `apart` is how the cells differ, `named` those that would be named one by one.
    """
    whole = [suspect for suspect in candidates if suspect.figures == apart]
    ways = (Way.OMITTED, Way.COUNTED)
    if len({suspect.organ for suspect in whole}) > 1:
        return []  # any of them could be meant
    taken = whole[:1] or next(
        (found for way in ways if (found := _cover(apart, [c for c in candidates if c.way is way]))), []
    )
    if taken and all(_shared(named, suspect) > 1 for suspect in taken):
        return [_explained(suspect, named) for suspect in taken]
    ranked = sorted(candidates, key=lambda suspect: _mended(apart, suspect), reverse=True)
    if not ranked or (ranked[1:] and _mended(apart, ranked[0]) == _mended(apart, ranked[1])):
        return []
    best = ranked[0]
    mended = tuple(cell for cell in named if best.figures.get(cell) == apart[cell])
    is_whole = all(apart.get(cell) == number for cell, number in best.figures.items())
    is_most = len(mended) >= (_FEWEST_OF_ALL if is_whole else _FEWEST) and 2 * len(mended) >= len(named)
    return [Explained(best, mended)] if is_most else []


def _cover(apart: Mapping[str, Number], candidates: Sequence[Suspect]) -> list[Suspect]:
    """Find the organs whose figures make up all differences; each step looks where fewest organs fit."""
    tries = 0
    waiting: list[tuple[dict[str, Number], list[Suspect], list[Suspect]]] = [
        (dict(apart), [], list(candidates))
    ]
    while waiting and tries < _MOST_TRIES:
        tries += 1
        left, taken, others = waiting.pop()
        if not left:
            return taken
        fitting = [suspect for suspect in others if _fits(left, suspect.figures)]
        if len(taken) == _MOST or not fitting:
            continue
        by_cell = {cell: [s for s in fitting if cell in s.figures] for cell in left}
        for suspect in min(by_cell.values(), key=len):
            rest = [other for other in fitting if other is not suspect]
            waiting.append((_without(left, suspect.figures), [*taken, suspect], rest))
    return []


def _fits(left: Mapping[str, Number], figures: Vector) -> bool:
    """Tell whether figures are nowhere more than what is left, whichever its sign."""
    for cell, number in figures.items():
        rest = left.get(cell, 0)
        if (rest < number) if number > 0 else (rest > number):
            return False
    return True


def cause(cell: str, stated: Number, computed: Number, candidates: Sequence[Suspect]) -> Suspect | None:
    """Give the one organ whose figure is just the difference of a cell; None where there are several."""
    apart = stated - computed
    found = [suspect for suspect in candidates if suspect.figures.get(cell) == apart]
    return found[0] if len({suspect.organ for suspect in found}) == 1 else None


def contradicted(cell: str, apart: Number, parts: Sequence[Report], site: Site) -> Contradicted | None:
    """Give the one organ whose own text, or a report of its beside this year's, has what the sum lacks."""
    found: list[Contradicted] = []
    for part in parts[:_MOST_READ]:
        figure = part.facts[cell].addend
        if figure is None or figure + apart < 0:
            continue
        wanted = figure + apart
        if wanted in (said := stated_in_text(part, site).get(cell, ())) and figure not in said:
            found.append(Contradicted(part, wanted, _TEXT))
        elif figures_elsewhere(part, site).get(cell) == wanted:
            found.append(Contradicted(part, wanted, _YEARS))
    return found[0] if len(found) == 1 else None


def _figures(report: Report, cells: Iterable[str]) -> Vector:
    return {cell: number for cell in cells if (number := report.facts[cell].addend)}


def _mended(apart: Mapping[str, Number], suspect: Suspect) -> int:
    """Count the cells that would hold, less those that would no longer."""
    figures = suspect.figures
    held = sum(cell not in apart for cell in figures)
    return sum(apart.get(cell) == number for cell, number in figures.items()) - held


def _without(left: Mapping[str, Number], figures: Vector) -> dict[str, Number]:
    return {cell: n for cell in {**left, **figures} if (n := left.get(cell, 0) - figures.get(cell, 0))}


def _shared(named: Iterable[str], suspect: Suspect) -> int:
    return sum(cell in suspect.figures for cell in named)


def _explained(suspect: Suspect, named: Iterable[str]) -> Explained:
    return Explained(suspect, tuple(cell for cell in named if cell in suspect.figures))
