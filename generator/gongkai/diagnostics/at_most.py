"""Leaves out what a file says again and again: nobody reads the same problem 30,000 times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Related, Text

# More than anybody mends in one go, and fewer than a file that is not a text can bring forth.
_MOST = 500
_TO_FILL_IN = ("D210", "D241", "D258")


def at_most(problems: Iterable[Diagnostic]) -> Problems:
    """Keep of each rule the first 500 problems of a file, the last of them saying how many more there are.

    A figure at fault is always named, and a problem that can be mended is kept for that. Of a file with
    many blanks to fill in the first one stands for all.
    """
    kept: list[Diagnostic] = []
    problems = tuple(problems)
    if any(problem.code in _TO_FILL_IN for problem in problems):
        from gongkai.diagnostics.untouched import first_of_many  # noqa: PLC0415 - no report to publish has any

        problems = first_of_many(problems)
    places: dict[tuple[str, str], list[int]] = {}
    more: dict[int, list[Diagnostic]] = {}
    for problem in problems:
        if not problem.cell and not problem.edits:
            same = places.setdefault((problem.place.file, problem.code), [])
            if len(same) == _MOST:
                more.setdefault(same[-1], []).append(problem)
                continue
            same.append(len(kept))
        kept.append(problem)
    for at, others in more.items():
        count = len(others)
        label = Text(f"另有 {count} 处", f"{count} more like this, from here on")
        kept[at] = replace(kept[at], related=(*kept[at].related, Related(others[0].place, label)))
    return tuple(kept)
