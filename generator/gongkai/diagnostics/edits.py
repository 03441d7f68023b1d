"""Puts the repairs that problems carry into a file's text, and changes nothing else in it.

A repair is taken whole or not at all, of two that meet the first one counts, and one that would change
a figure is never taken, whoever proposed it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from gongkai.diagnostics.diagnostic import Diagnostic, Edit
from gongkai.diagnostics.half_width import NARROW

_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HALF_WIDTH = NARROW | {ord("。"): "."}
_THOUSANDS = re.compile(r"(?<=[0-9])[,'_\s](?=[0-9]{3}(?![0-9]))")

# Where an edit begins and ends in the text, and what goes there.
_Change = tuple[int, int, str]


def files_to_mend(problems: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Name the files that a repair is known for, each once."""
    return tuple(dict.fromkeys(edit.place.file for problem in problems for edit in problem.edits))


def mended(texts: Mapping[str, str], problems: Iterable[Diagnostic]) -> dict[str, str]:
    """Give the new text of each file that a repair changes; `texts` are the files as they stand."""
    taken: dict[str, list[_Change]] = {file: [] for file in texts}
    starts = {file: _line_starts(text) for file, text in texts.items()}
    for problem in problems:
        if not problem.edits or any(edit.place.file not in texts for edit in problem.edits):
            continue
        changes = [(edit.place.file, _change(starts[edit.place.file], edit)) for edit in problem.edits]
        own: dict[str, list[_Change]] = {}
        for file, change in changes:
            others = own.setdefault(file, [])
            if not (
                _is_free(taken[file], change) and _is_free(others, change) and _keeps(texts[file], change)
            ):
                break
            insort(others, change)
        else:
            for file, change in changes:
                insort(taken[file], change)
    new = {file: _changed(texts[file], changes) for file, changes in taken.items() if changes}
    return {file: text for file, text in new.items() if text != texts[file]}


def _line_starts(text: str) -> Sequence[int]:
    """Give where each line begins; a byte order mark stands before the first column."""
    first = len(text) - len(text.lstrip(_MARK))
    return [first, *(found.end() for found in _END.finditer(text)), len(text)]


def _change(starts: Sequence[int], edit: Edit) -> _Change:
    span = edit.place.span

    def offset(line: int, column: int) -> int:
        start = starts[min(line, len(starts)) - 1]
        return min(start + column - 1, starts[-1])

    return offset(span.line, span.column), offset(span.end_line, span.end_column), edit.text


def _is_free(taken: Sequence[_Change], change: _Change) -> bool:
    """Tell whether a change meets none of those taken, which are in order and apart from each other."""
    start, end, _ = change
    at = bisect_left(taken, change)
    beside = taken[max(at - 1, 0) : at + 1]
    return all((end <= first or last <= start) and start != first for first, last, _ in beside)


def _keeps(text: str, change: _Change) -> bool:
    """Tell whether what is taken out and what is put in have the same figures, and the lines stay."""
    start, end, new = change
    old = text[start:end]
    return start <= end and not _END.search(old + new) and figures(old) == figures(new)


def figures(text: str) -> tuple[str, ...]:
    """Give the figures of a text, however their digits, points and thousands are written."""
    plain = text.translate(_HALF_WIDTH)
    return tuple(_FIGURE.findall(_THOUSANDS.sub("", plain)))


def _changed(text: str, changes: Sequence[_Change]) -> str:
    pieces, at = [], 0
    for start, end, new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
