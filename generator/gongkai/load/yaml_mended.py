"""Reads YAML with slips in it as it was meant, so that one slip hides no other problem of the file.

What is read is the text as `gongkai fix` would leave it; where a bracket is not closed, or a colon not
there, as it was surely meant. Each slip is told at the place where it stands in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Problems, Span
from gongkai.load.mended_text import MendedText
from gongkai.load.yaml_slips import COLON_MISSING, bracket_slip, explain, slips_on
from gongkai.model.source import Source

# Reading starts anew for each slip that hides another: often in a report, a few times in a file of 1 MB.
_MOST_ROUNDS, _MOST_READ = 200, 1_000_000
# Of more slips than these the others are told when these are mended.
_MOST_MENDED = 2_000


class Attempt(NamedTuple):
    """What came of reading a text: the reading so far, and why it ended before the end of the text.

    `suspects` are stretches of lines that YAML takes for texts, but which were hardly meant as such.
    """

    reading: Any
    error: yaml.YAMLError | None
    refusal: Diagnostic | None
    suspects: Sequence[tuple[int, int]]


def read_on(
    source: Source, shift: int, attempt: Attempt, read: Callable[[MendedText], Attempt]
) -> tuple[Attempt, Problems]:
    """Read a text again and again, each time with the slips mended that are known; give them too."""
    text, told, left = MendedText(source.text), list[Diagnostic](), _MOST_MENDED
    for _ in range(max(3, min(_MOST_ROUNDS, _MOST_READ // (len(source.text) + 1)))):
        found = tuple(_found(Source(source.file, text.text), attempt))
        lines = text.text.split("\n")
        sure = [(problem, problem.edits) for problem in found if problem.edits]
        guessed = [(problem, edits) for problem in found if (edits := _guess(problem, lines))]
        last = max((problem.place.span.line for problem, _ in guessed), default=0)
        for meant in ([*sure, *guessed], sure) if guessed else (sure,):
            new, taken = text.mended(edit for _, edits in meant for edit in edits)
            again = read(new) if taken else attempt
            if not again.error or _line(again.error) > last or meant is sure:
                break  # a guess was right if what stands after it can be read
        if not taken:
            break
        left -= len(taken)
        if again.error and not attempt.error:
            return attempt, tuple(told)  # what was suspected is a text after all
        told += (text.before(p, shift) for p, edits in meant if taken.issuperset(edits))
        text, attempt = new, again
        if left < 0:
            found = tuple(_found(Source(source.file, text.text), attempt))
            break
    else:
        found = tuple(_found(Source(source.file, text.text), attempt))
    if attempt.error:
        told += (text.before(problem, shift) for problem in found)
    return attempt, tuple(told)


def _found(source: Source, attempt: Attempt) -> Iterator[Diagnostic]:
    if attempt.error:
        yield from explain(source, attempt.error, 0)
    elif not attempt.refusal:
        numbers = {number for first, last in attempt.suspects for number in range(first, last + 1)}
        yield from (problem for problem in slips_on(source, sorted(numbers)) if problem.edits)


def _line(error: yaml.YAMLError) -> int:
    """Give the line on which the parser gave up, counted from 1."""
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 0


def _guess(problem: Diagnostic, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Give what was surely meant where a person has to decide, for reading on."""
    if problem.edits:
        return ()
    file, span = problem.place
    line = lines[span.line - 1]
    found, after = line[span.column - 1 : span.end_column - 1], line[span.end_column - 1 :]
    if problem.code == "D119":
        slip = bracket_slip(line)
        if not slip or not slip.meant:
            return ()
        start, end, wanted = slip.meant
        return (Edit(Place(file, Span(span.line, start + 1, span.line, end + 1)), wanted),)
    if problem.arguments.get("detail") == COLON_MISSING and after.lstrip().startswith("["):
        return (Edit(problem.place, ": "),)
    is_open = problem.code == "D105" and found in ("'", '"') and found not in after
    return (Edit(problem.place, ""),) if is_open else ()
