"""A text with repairs in it that still knows where each of its characters stood before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span

# Where on its line a repair begins, and how many characters it takes out and puts in.
_Change = tuple[int, int, int]
# A line of more slips than this is nobody's; each is looked at for every place on the line.
_MOST_ON_A_LINE = 50


class MendedText:
    """Lines under repair; a repair never joins or parts lines, so each keeps its number."""

    def __init__(self, text: str, changes: dict[int, tuple[_Change, ...]] | None = None) -> None:
        """Take a text, and what was done to its lines."""
        self.text = text
        self._changes = changes or {}

    def mended(self, edits: Iterable[Edit]) -> tuple[MendedText, frozenset[Edit]]:
        """Put repairs in, and say which were taken: of two that meet the first one is."""
        lines = self.text.split("\n")
        by_line: dict[int, list[Edit]] = {}
        for edit in sorted(set(edits), key=lambda edit: (edit.place.span, edit.text)):
            span = edit.place.span
            others = by_line.setdefault(span.line, [])
            if span.line != span.end_line or (
                len(others) + len(self._changes.get(span.line, ())) >= _MOST_ON_A_LINE
            ):
                continue
            last = others[-1].place.span if others else None
            if not last or last.end_column <= span.column != last.column:
                others.append(edit)
        changes = dict(self._changes)
        for number, taken in by_line.items():
            line = lines[number - 1]
            done: list[_Change] = []
            for edit in reversed(taken):
                start, end = edit.place.span.column - 1, edit.place.span.end_column - 1
                line = line[:start] + edit.text + line[end:]
                done.append((start, end - start, len(edit.text)))
            changes[number] = (*changes.get(number, ()), *done)
            lines[number - 1] = line
        return MendedText("\n".join(lines), changes), frozenset(
            e for taken in by_line.values() for e in taken
        )

    def column(self, line: int, column: int) -> int:
        """Give where a column of a line, both counted from 1, was before the repairs."""
        at = column - 1
        for start, removed, inserted in reversed(self._changes.get(line, ())):
            if at >= start + inserted:
                at += removed - inserted
            elif at > start:
                at = start + min(at - start, removed)
        return at + 1

    def before(self, problem: Diagnostic, shift: int) -> Diagnostic:
        """Give a problem at its place before; the text begins `shift` lines down its file."""
        edits = tuple(Edit(self._place(edit.place, shift), edit.text) for edit in problem.edits)
        return replace(problem, place=self._place(problem.place, shift), edits=edits)

    def _place(self, place: Place, shift: int) -> Place:
        line, column, end_line, end_column = place.span
        start, end = self.column(line, column), self.column(end_line, end_column)
        return Place(place.file, Span(line + shift, start, end_line + shift, end))
