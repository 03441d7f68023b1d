"""Measures the check: how many slips in right reports it finds, and whether it names the right cell first.

    python scripts/mutation.py            all of it, as `make mutation` does
    python scripts/mutation.py --quick    a sample

Each mutation is made in a two-year site of one organ of the demonstration, for both editions of the
form and for the years where they meet. The same seeds give the same figures everywhere.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gongkai.check.rules import OF_REPORT, check_site
from gongkai.demo.demo import Size, demo_site
from gongkai.diagnostics.catalogue import in_order
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.load.site import read_site, shipped_forms
from gongkai.load.tables import read_tables
from gongkai.load.yaml_data import read_yaml
from gongkai.model.arithmetic import fill_totals
from gongkai.model.records import Report, Site
from gongkai.model.source import Source
from mutations import (
    COPIED,
    DOUBLED,
    DROPPED,
    SHIFTED,
    SINGLE,
    SINGLE_ELSEWHERE,
    SWAPPED,
    TRANSPOSED,
    UNSEEN,
    YUAN,
    Mutation,
    mutated,
    mutations,
    with_row_twice,
    without_row,
)

# Least shares of caught, and of right cells named first, by class; the others are only told.
THRESHOLDS = {
    SINGLE: (1.0, 0.99),
    **dict.fromkeys((TRANSPOSED, SWAPPED, SHIFTED, COPIED, YUAN, DROPPED, DOUBLED), (0.98, 0.0)),
}
CLASSES = (
    *THRESHOLDS, SINGLE_ELSEWHERE,
    *(f"{kind}{UNSEEN}" for kind in (TRANSPOSED, SWAPPED, SHIFTED, COPIED)),
)  # fmt: skip
# The last of each pair of years: the first edition, the years where the two meet, the second edition.
LAST_YEARS = (2020, 2021, 2025)
_SHOWN = 5


@dataclass(frozen=True)
class Plan:
    """What to measure: demonstrations by seed, their organs, and of each class one mutation in so many."""

    seeds: Sequence[int] = (1, 2)
    organs: int = 7
    one_in: int = 1


QUICK = Plan(seeds=(5,), organs=6, one_in=37)


@dataclass
class Count:
    """How a class went; `missed` and `misnamed` are a few examples."""

    tried: int = 0
    caught: int = 0
    right: int = 0
    missed: tuple[str, ...] = ()
    misnamed: tuple[str, ...] = ()
    of_tables: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, other: Count) -> None:
        """Count another's in."""
        self.tried += other.tried
        self.caught += other.caught
        self.right += other.right
        self.of_tables.update(other.of_tables)
        self.missed = (*self.missed, *other.missed)[:_SHOWN]
        self.misnamed = (*self.misnamed, *other.misnamed)[:_SHOWN]


@dataclass
class Result:
    """All classes, and the untouched reports with their problems."""

    counts: dict[str, Count]
    reports: int = 0
    problems: tuple[str, ...] = ()

    def add(self, other: Result) -> None:
        """Count another's in."""
        for kind, count in other.counts.items():
            self.counts[kind].add(count)
        self.reports += other.reports
        self.problems += other.problems

    def failures(self) -> list[str]:
        """Say which thresholds are not met."""
        found = [f"untouched: {len(self.problems)} problems"] if self.problems else []
        for kind, (caught, right) in THRESHOLDS.items():
            count = self.counts[kind]
            if count.caught < caught * count.tried or count.right < right * count.tried:
                found.append(f"{kind}: caught {count.caught}, right {count.right} of {count.tried}")
        return found


def measure(plan: Plan, jobs: int = 1) -> Result:
    """Try every mutation of the plan; the sum is the same however many processes work."""
    result = Result({kind: Count() for kind in CLASSES})
    tasks = [(plan, seed, until) for seed in plan.seeds for until in LAST_YEARS]
    if jobs == 1:
        found = list(map(_measured, tasks))
    else:
        with ProcessPoolExecutor(jobs) as pool:
            found = list(pool.map(_measured, tasks))
    for part in found:
        result.add(part)
    return result


def _measured(task: tuple[Plan, int, int]) -> Result:
    plan, seed, until = task
    result = Result({kind: Count() for kind in CLASSES})
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, Size(plan.organs, 2, seed, until=until))
        site, problems = read_site(root)
        if not site:
            raise AssertionError(problems)
        result.reports = len(site.reports)
        result.problems = tuple(map(_shown, (*problems, *check_site(site))))
        seen: Counter[str] = Counter()
        for report in site.reports:
            small = _alone(site, report)
            for mutation in mutations(report, site.last_year_of(report)):
                if seen[mutation.kind] % plan.one_in == 0:
                    _try(root, small, report, mutation, result.counts[mutation.kind])
                seen[mutation.kind] += 1
    return result


def _write(root: Path, size: Size) -> None:
    made = demo_site(size, shipped_forms())
    files = [*made.portal, *(file for report in made.reports for file in report.files())]
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _alone(site: Site, report: Report) -> Site:
    """Leave one organ's reports: they are checked against each other, not against other organs'."""
    own = tuple(replace(each, rollup=None) for each in site.reports if each.organ == report.organ)
    return replace(site, reports=own)


def _try(root: Path, site: Site, report: Report, mutation: Mutation, count: Count) -> None:
    problems = _checked(root, site, report, mutation)
    count.tried += 1
    shown = f"{report.organ} {report.year} {mutation.table}/{mutation.row} {dict(mutation.cells)}"
    if not problems:
        count.missed = (*count.missed, shown)[:_SHOWN]
        return
    count.caught += 1
    is_right = _is_right(problems[0], report, mutation)
    count.of_tables[mutation.table, is_right] += 1
    if is_right:
        count.right += 1
    else:
        count.misnamed = (*count.misnamed, f"{shown} → {_shown(problems[0])}")[:_SHOWN]


def _checked(root: Path, site: Site, report: Report, mutation: Mutation) -> Problems:
    file = report.place.file
    if mutation.is_of_lines:
        lines = (root / file).read_text("utf-8").split("\n")
        text = (without_row if mutation.kind == DROPPED else with_row_twice)(lines, _line(report, mutation))
        document, problems = read_yaml(Source(file, text))
        if not document:
            return problems
        facts, more = read_tables(document, report.form)
        facts, problems = fill_totals(report.form, facts), (*problems, *more)
    else:
        facts, problems = mutated(report.facts, mutation), ()
    wrong = replace(report, facts=facts, rollup=None)
    reports = tuple(wrong if each.key == report.key else each for each in site.reports)
    site = replace(site, reports=reports)
    # What is wrong can show in the report itself and in the next year's.
    judged = [each for each in reports if each.year >= report.year]
    found = [problem for each in judged for check in OF_REPORT for problem in check(each, site)]
    return in_order((*problems, *found))


def _is_right(problem: Diagnostic, report: Report, mutation: Mutation) -> bool:
    """Tell whether a problem names a changed cell, or the row that is wrong."""
    if mutation.cells and problem.cell in mutation.cells:
        return True
    if len(mutation.cells) == 1:
        return False
    if mutation.kind == DROPPED:
        return mutation.row in problem.arguments.values()
    line = _line(report, mutation) + (mutation.kind == DOUBLED)
    return (
        problem.place.file == report.place.file
        and abs(problem.place.span.line - line) <= mutation.is_of_lines
    )


def _line(report: Report, mutation: Mutation) -> int:
    table = report.form.table_by_id[mutation.table]
    cell = table.cell(mutation.row, table.leaf_columns[0].id)
    return report.facts[cell].place.span.line


def _shown(problem: Diagnostic) -> str:
    return f"{problem.code} {problem.cell} {problem.place.file}:{problem.place.span.line}"


def lines_of(result: Result) -> Iterator[str]:
    """Show the result as a table."""
    width = max(map(len, CLASSES))
    yield f"{'':{width}}   tried  caught         right cell first"
    for kind, count in result.counts.items():
        if count.tried:
            yield (
                f"{kind:{width}} {count.tried:7} {count.caught:7} {count.caught / count.tried:7.2%}"
                f" {count.right:7} {count.right / count.tried:7.2%}"
            )
        if kind == SINGLE:
            yield from _by_table(count, width)
    yield f"untouched: {result.reports} reports, {len(result.problems)} problems"
    yield from (f"  {problem}" for problem in result.problems[:_SHOWN])


def _by_table(count: Count, width: int) -> Iterator[str]:
    for table in sorted({table for table, _ in count.of_tables}):
        right, wrong = count.of_tables[table, True], count.of_tables[table, False]
        named = f"  of them in {table}"
        yield f"{named:{width}} {'':7} {right + wrong:7} {'':7} {right:7} {right / (right + wrong):7.2%}"


def examples_of(result: Result) -> Iterator[str]:
    """Show some of what was missed and misnamed."""
    for kind, count in result.counts.items():
        yield from (f"missed, {kind}: {example}" for example in count.missed)
        yield from (f"misnamed, {kind}: {example}" for example in count.misnamed)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and fail where a threshold is not met."""
    result = measure(QUICK if "--quick" in arguments else Plan(), os.cpu_count() or 1)
    print("\n".join(lines_of(result)))
    if "--examples" in arguments:
        print("\n".join(examples_of(result)))
    failures = result.failures()
    print("\n".join(f"below its threshold: {failure}" for failure in failures) or "every threshold is met")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
