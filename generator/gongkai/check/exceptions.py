"""Takes out the problems that a report lawfully excuses, and names excuses that excuse nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.model.records import Acceptance, Report, Site


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
    stale = () if site.troubled else _stale(excusing.values(), used)
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


def _stale(reports: Iterable[Report], used: set[Acceptance]) -> Iterator[Diagnostic]:
    for report in reports:
        for acceptance in report.accepted:
            if acceptance not in used:
                about = acceptance.cell or acceptance.text
                yield Diagnostic("D515", acceptance.place, {"code": acceptance.code, "about": about or "—"})
