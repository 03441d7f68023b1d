"""Leaves one problem of a line whose brackets or quotes are wrong: the others follow from it."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Diagnostic

_BROKEN = frozenset(("D105", "D119"))
# What is wrong whatever the brackets are.
_APART = frozenset(("D106", "D107", "D109", "D110", "D111", "D112", "D117"))
_Line = tuple[str, int]


def told_once(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the problems without those that a broken line has led to."""
    broken: dict[_Line, Diagnostic] = {}
    for problem in problems:
        if problem.code in _BROKEN:
            broken.setdefault(_line(problem), problem)
    return [problem for problem in problems if not _follows(problem, broken)]


def _line(problem: Diagnostic) -> _Line:
    return problem.place.file, problem.place.span.line


def _follows(problem: Diagnostic, broken: dict[_Line, Diagnostic]) -> bool:
    cause = broken.get(_line(problem))
    if cause is problem or problem.code in _APART:
        return False
    if problem.code == "D118" and cause:  # the one bracket that was put in parts the key from its space
        return cause.place.span.column == problem.place.span.end_column + 1
    return cause is not None
