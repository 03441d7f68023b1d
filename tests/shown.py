"""Problems in one line each, as tests write them: `report.yaml:7:12 D301 lamps/upper/both`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.pipeline import check


def shown(problems: Iterable[Diagnostic]) -> list[str]:
    """Show file, line, column, code and the cell at fault, if any."""
    return [_shown(problem) for problem in problems]


def located(problems: Iterable[Diagnostic]) -> list[str]:
    """Show line, column and code only, for tests of one file."""
    return [f"{p.place.span.line}:{p.place.span.column} {p.code}" for p in problems]


def problems_of(root: Path) -> list[str]:
    """Check a site and show its problems."""
    return shown(check(root).problems)


def _shown(problem: Diagnostic) -> str:
    span = problem.place.span
    name = PurePosixPath(problem.place.file).name
    cell = f" {problem.cell}" if problem.cell else ""
    return f"{name}:{span.line}:{span.column} {problem.code}{cell}"
