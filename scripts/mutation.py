"""Measures the check: how many slips in right reports it finds, and whether it names the right cell first.

    python scripts/mutation.py               all of it, as `make mutation` does
    python scripts/mutation.py --quick       a sample
    python scripts/mutation.py --seeds 3,4   other demonstrations
    python scripts/mutation.py --examples    with some of what was missed or misnamed

Each mutation is made in a two-year demonstration, for both editions of the form and for the years
where they meet. It is checked twice: in the whole portal, and with the organ's own reports only. The
same seeds give the same figures everywhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from gongkai.check.rollup import check_rollups
from gongkai.check.rules import OF_REPORT, check_site
from gongkai.demo.demo import Size, demo_site
from gongkai.diagnostics.catalogue import in_order
from gongkai.diagnostics.diagnostic import Diagnostic, Problems
from gongkai.load.site import read_site, shipped_forms
from gongkai.load.tables import read_tables
from gongkai.load.yaml_text import read_yaml
from gongkai.model.arithmetic import fill_totals
from gongkai.model.records import Report, Site
from gongkai.model.source import Source
from mutation_counts import ALONE, PORTAL, Count, Result
from mutations import (
    DOUBLED,
    DROPPED,
    SAME,
    SINGLE,
    Mutation,
    mutated,
    mutations,
    with_row_twice,
    without_row,
)

# The last of each pair of years: the first edition, the years where the two meet, the second edition.
LAST_YEARS = (2020, 2021, 2025)


@dataclass(frozen=True)
class Plan:
    """What to measure: demonstrations by seed, their organs, and of each class and table at most so many."""

    seeds: Sequence[int] = (1, 2)
    organs: int = 7
    most: int = 0


# Of one organ's reports alone every third is tried: they take as long, and tell less.
_ALONE_ONE_IN = 3
# A sample has so many times more of single cells, of which most is asked.
_SINGLE_TIMES = 4
QUICK = Plan(seeds=(5,), most=6)
_Mutated = tuple[Report, Mutation]
_Weighed = tuple[Report, Mutation, Fraction]


def measure(plan: Plan, jobs: int = 1) -> Result:
    """Try every mutation of the plan; the sum is the same however many processes work."""
    result = Result()
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
    result = Result()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, Size(plan.organs, 2, seed, until=until))
        site, problems = read_site(root)
        if not site:
            raise AssertionError(problems)
        result.reports = len(site.reports)
        result.problems = tuple(map(_shown, (*problems, *check_site(site))))
        one_in = 1 if plan.most else _ALONE_ONE_IN
        for i, (report, mutation, weight) in enumerate(_chosen(site, plan.most, result)):
            kind = mutation.kind
            _try(root, site, (report, mutation, weight), result.counts[PORTAL, kind])
            # A row too few or too many is seen in its own file, whatever others say.
            if kind not in (DROPPED, DOUBLED) and i % one_in == 0:
                few = (report, mutation, weight * one_in)
                _try(root, _alone(site, report), few, result.counts[ALONE, kind])
    return result


def _write(root: Path, size: Size) -> None:
    made = demo_site(size, shipped_forms())
    files = [*made.portal, *(file for report in made.reports for file in report.files())]
    for name, content in files:
        # What stands in columns is not measured here.
        if not name.startswith("content/columns/"):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def _chosen(site: Site, most: int, result: Result) -> Iterator[_Weighed]:
    """Give the mutations of a portal, or of each class and table so many, with how many each stands for."""
    by_class: dict[tuple[str, str], list[_Mutated]] = {}
    for report in site.reports:
        for mutation in mutations(report, site.last_year_of(report)):
            if mutation.kind.endswith(SAME):
                result.same[mutation.kind] += 1
            else:
                by_class.setdefault((mutation.kind, mutation.table), []).append((report, mutation))
    for (kind, _), every in by_class.items():
        wanted = most * _SINGLE_TIMES if kind == SINGLE else most
        some = every[:: -(-len(every) // wanted)] if wanted else every
        for report, mutation in some:
            yield report, mutation, Fraction(len(every), len(some))


def _alone(site: Site, report: Report) -> Site:
    """Leave one organ's reports: they are checked against each other, not against other organs'."""
    own = tuple(each._replace(rollup=None) for each in site.reports if each.organ == report.organ)
    return site._replace(reports=own)


def _try(root: Path, site: Site, chosen: _Weighed, count: Count) -> None:
    report, mutation, weight = chosen
    report = site.report_by_key[report.key]
    problems = _checked(root, site, report, mutation)
    shown = f"{report.organ} {report.year} {mutation.table}/{mutation.row} {dict(mutation.cells)}"
    first = _shown(problems[0]) if problems else ""
    is_right = bool(problems) and _is_right(problems[0], report, mutation)
    count.note((mutation.table, weight, is_right), shown, first)


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
    wrong = report._replace(facts=facts)
    reports = tuple(wrong if each.key == report.key else each for each in site.reports)
    site = site._replace(reports=reports)
    # What is wrong can show in the report itself, in the organ's next, and in the sum of a government's.
    judged = [each for each in reports if each.organ == report.organ and each.year >= report.year]
    found = [problem for each in judged for check in OF_REPORT for problem in check(each, site)]
    return in_order((*problems, *found, *check_rollups(site)))


def _is_right(problem: Diagnostic, report: Report, mutation: Mutation) -> bool:
    """Tell whether a problem names a changed cell of the report, or the row that is wrong."""
    folder = report.place.file.rpartition("/")[0]
    if problem.place.file.rpartition("/")[0] != folder:
        return False
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


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and fail where a threshold is not met."""
    plan = QUICK if "--quick" in arguments else Plan()
    if "--seeds" in arguments:
        seeds = arguments[arguments.index("--seeds") + 1]
        plan = replace(plan, seeds=[int(seed) for seed in seeds.split(",")])
    result = measure(plan, os.cpu_count() or 1)
    print("\n".join(result.lines()))
    if "--examples" in arguments:
        print("\n".join(result.examples()))
    failures = result.failures()
    print("\n".join(f"below its threshold: {failure}" for failure in failures) or "every threshold is met")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
