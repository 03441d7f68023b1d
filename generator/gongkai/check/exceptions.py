"""Takes out the problems that a report lawfully excuses, and names excuses that excuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Problems, Text
from gongkai.model.records import Acceptance, Report, Site

_TAKE_OUT = Text(
    "问题已经改正的，删去这一条；说的是某一格的，用 cell 写明格的标识",
    "Take it out where the problem is mended; where it is about a cell, give the cell's id",
)


def excuse(site: Site, problems: Problems) -> Problems:
    """Give the problems that no `accept` speaks of, and one for each `accept` that speaks of none."""
    excusing = {_folder(report): report for report in site.reports if report.accepted}
    if not excusing:
        return problems
    used: set[Acceptance] = set()
    left = []
    for problem in problems:
        found = _acceptance(problem, excusing)
        if found:
            used.add(found)
        else:
            left.append(problem)
    # While something cannot be read, what an `accept` speaks of may be there and not be seen.
    stale = () if site.troubled else _stale(excusing.values(), used, left)
    return (*left, *stale)


def _folder(report: Report) -> str:
    return report.place.file.rpartition("/")[0]


def _acceptance(problem: Diagnostic, excusing: Mapping[str, Report]) -> Acceptance | None:
    report = excusing.get(problem.place.file.rpartition("/")[0])
    for acceptance in report.accepted if report else ():
        if acceptance.code == problem.code and report and _speaks_of(acceptance, problem, report):
            return acceptance
    return None


def _speaks_of(acceptance: Acceptance, problem: Diagnostic, report: Report) -> bool:
    """A problem at a cell is excused only by the cell's id: nobody excuses figures wholesale."""
    if acceptance.cell or problem.cell:
        return acceptance.cell == problem.cell
    return not acceptance.text or any(acceptance.text in words for words in _words(problem, report))


def _words(problem: Diagnostic, report: Report) -> Iterator[str]:
    """Give the words of a problem: what its message quotes, and the line it stands in."""
    for argument in problem.arguments.values():
        yield argument.zh if isinstance(argument, Text) else str(argument)
    for prose in report.narrative.texts() if report.narrative else ():
        lines = prose.text.split("\n")
        at = problem.place.span.line - prose.line
        if problem.place.file == prose.file and 0 <= at < len(lines):
            yield lines[at]


def _stale(
    reports: Iterable[Report], used: set[Acceptance], left: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    for report in reports:
        for acceptance in report.accepted:
            if acceptance not in used:
                about = acceptance.cell or acceptance.text or "—"
                advice = _advice(acceptance, [problem for problem in left if _is_in(problem, report)])
                arguments: dict[str, Argument] = {"code": acceptance.code, "about": about, "advice": advice}
                yield Diagnostic("D515", acceptance.place, arguments)


def _is_in(problem: Diagnostic, report: Report) -> bool:
    return problem.place.file.rpartition("/")[0] == _folder(report)


def _advice(acceptance: Acceptance, problems: Sequence[Diagnostic]) -> Text:
    """Name the cell of which the rule speaks; of several, one in the row that was meant."""
    cells = [problem.cell for problem in problems if problem.code == acceptance.code and problem.cell]
    row = acceptance.cell.rpartition("/")[0]
    cells.sort(key=lambda cell: cell.rpartition("/")[0] != row)
    if cells:
        return Text(
            f"{acceptance.code} 说的是 {cells[0]}；要说明的是那一格的，cell 改为它",
            f"{acceptance.code} speaks of {cells[0]}; if that is meant, give it as the cell",
        )
    return _TAKE_OUT
