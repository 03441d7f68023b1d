"""Plants known mistakes in a demonstration: at most one in a report, each with where and what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.demo import DemoReport
from gongkai.demo.portal import File
from gongkai.demo.register import DemoOrgan
from gongkai.demo.slip import Planted, Slip, Within
from gongkai.demo.slips_in_rows import ROW_SLIPS
from gongkai.demo.slips_in_texts import TEXT_SLIPS

SLIPS: Mapping[str, Slip] = {**ROW_SLIPS, **TEXT_SLIPS}
LIST = "mistakes.json"


@dataclass(frozen=True)
class Mistake:
    """A planted mistake: `line` is 0 and `cell` empty where it has none; any of `codes` names it."""

    file: str
    line: int
    cell: str
    kind: str
    codes: tuple[str, ...]


def plant(
    reports: Iterable[DemoReport],
    keys: Sequence[tuple[str, int]],
    wanted: int,
    seed: int,
    organs: Sequence[DemoOrgan],
) -> Iterator[tuple[list[File], Mistake | None]]:
    """Give each report's files, some with a mistake; `keys` are organ and year of all of them."""
    chance = Chance(seed, "mistakes")
    chosen = _chosen(keys, wanted, chance)
    done = dict.fromkeys(SLIPS, 0)
    spoilt: set[tuple[str, int]] = set()
    before: DemoReport | None = None
    for report in reports:
        key = (report.organ.id, report.year)
        last_year = before if before and before.organ.id == report.organ.id else None
        before = report
        if key not in chosen:
            yield list(report.files()), None
            continue
        within = Within(report, last_year, chance, organs, frozenset(spoilt))
        kind, slip = _first(within, sorted(done, key=lambda kind: done[kind]))
        done[kind] += 1
        spoilt |= {key} if read_data("mistakes")[kind].get("hides") else set()
        files: list[File] = [(f"{report.folder}/{name}", text) for name, text in slip.files.items()]
        yield files, _mistake(report, kind, slip)


def listed(mistakes: Sequence[Mistake]) -> str:
    """Write the list of mistakes."""
    return json.dumps([asdict(mistake) for mistake in mistakes], ensure_ascii=False, indent=2) + "\n"


def _chosen(keys: Sequence[tuple[str, int]], wanted: int, chance: Chance) -> frozenset[tuple[str, int]]:
    """Choose reports: not of two years in a row, as long as there are others."""
    latest = max(year for _, year in keys)
    mixed = sorted(chance.shuffled(keys), key=lambda key: (latest - key[1]) % 2)
    return frozenset(mixed[:wanted])


def _first(within: Within, kinds: Sequence[str]) -> tuple[str, Planted]:
    """Take the first kind for which the report has something; what was planted least comes first."""
    for kind in kinds:
        slip = SLIPS[kind](within)
        if slip:
            return kind, slip
    raise AssertionError(within.report.folder)


def mistake_of(file: str, line: int, kind: str, cell: str = "") -> Mistake:
    """Give a mistake with the rules that may name it."""
    return Mistake(file, line, cell, kind, tuple(read_data("mistakes")[kind]["codes"]))


def _mistake(report: DemoReport, kind: str, slip: Planted) -> Mistake:
    file = f"{report.folder}/{slip.name}" if slip.name else report.folder
    return mistake_of(file, slip.line, kind, slip.cell)
