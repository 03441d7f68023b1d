"""The lines of a file that a problem is about, with what to underline: shared by terminal and preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import START, Diagnostic, Span
from gongkai.diagnostics.width import TAB, text_width, visible

# The lines of a file, without their ends; None when it cannot be read, is too big or not text.
LineSource = Callable[[str], Sequence[str] | None]

MOST_LINES = 12


class Mark(IntEnum):
    """How a piece of a line takes part in the problem."""

    NONE = 0
    PART = 1
    FAULT = 2


class Piece(NamedTuple):
    """A stretch of a line that is marked alike; its text is safe to print."""

    text: str
    mark: Mark = Mark.NONE


class Line(NamedTuple):
    """A line of an excerpt; without a number it stands for lines left out."""

    number: int | None
    pieces: tuple[Piece, ...] = ()


GAP = Line(None)


class _Cell(NamedTuple):
    """One character of a line, as printed."""

    text: str
    width: int
    mark: Mark


_CUT = _Cell("…", 1, Mark.NONE)


def excerpt(diagnostic: Diagnostic, lines: LineSource, width: int) -> tuple[Line, ...]:
    """Give the lines that a problem marks, each at most `width` cells wide; none if there is none to show."""
    fault = diagnostic.place.span
    text = None if fault == START else lines(diagnostic.place.file)
    if text is None or fault.line > len(text):
        return ()
    spans = [span for span in (fault, *diagnostic.marks) if span.line <= len(text)]
    numbers = sorted({span.line for span in spans}, key=lambda number: abs(number - fault.line))[:MOST_LINES]
    shown: list[Line] = []
    for number in sorted(numbers):
        if shown and shown[-1].number != number - 1:
            shown.append(GAP)
        marks = [(span, Mark.FAULT if span == fault else Mark.PART) for span in spans if span.line == number]
        shown.append(Line(number, _pieces(_line(text[number - 1], marks, width))))
    return tuple(shown)


def _line(text: str, marks: Sequence[tuple[Span, Mark]], width: int) -> list[_Cell]:
    """Lay a line out in `width` cells."""
    ranges = [(*_range(span, text), mark) for span, mark in marks]
    gravest = max(mark for _, _, mark in ranges)
    fault = min(start for start, _, mark in ranges if mark is gravest)
    # A line can be a megabyte long: only what may be seen is laid out.
    low, high = max(0, fault - 1 - width), fault + width
    cells = list(_cells(text, range(low, min(high, len(text) + 1)), ranges))
    cut_before, cut_after = low > 0, high < len(text)
    if sum(cell.width for cell in cells) <= width and not cut_before and not cut_after:
        return cells
    first, last = _window(cells, fault - 1 - low, gravest, width - 2)
    return [
        *([_CUT] if cut_before or first else []),
        *cells[first : last + 1],
        *([_CUT] if cut_after or last + 1 < len(cells) else []),
    ]


def _range(span: Span, text: str) -> tuple[int, int]:
    """Give the columns to mark: at least one, and none beyond the end of the line."""
    start = min(span.column, len(text) + 1)
    end = span.end_column if span.end_line == span.line else len(text.rstrip()) + 1
    return start, max(min(end, len(text) + 1), start + 1)


def _cells(text: str, stretch: range, ranges: Sequence[tuple[int, int, Mark]]) -> Iterator[_Cell]:
    """Give each character as printed: tabs expanded, the invisible made visible, and how it is marked."""
    at = 0
    for index in stretch:
        mark = max((mark for start, end, mark in ranges if start <= index + 1 < end), default=Mark.NONE)
        if index == len(text):  # a span may stand at the very end of its line
            if mark is not Mark.NONE:
                yield _Cell(" ", 1, mark)
            return
        shown = " " * (TAB - at % TAB) if text[index] == "\t" else visible(text[index])
        cell = _Cell(shown, text_width(shown), mark)
        at += cell.width
        yield cell


def _window(cells: Sequence[_Cell], fault: int, gravest: Mark, room: int) -> tuple[int, int]:
    """Choose the first and last cell to show: the mark in the middle, no room wasted at the line's ends."""
    first = last = fault
    end = fault
    while end + 1 < len(cells) and cells[end + 1].mark is gravest and end - fault < room:
        end += 1
    centre = (fault + end) / 2
    used = cells[fault].width
    while True:
        leftwards = first > 0 and (last + 1 == len(cells) or centre - first < last - centre)
        if not leftwards and last + 1 == len(cells):
            return first, last
        used += cells[first - 1 if leftwards else last + 1].width
        if used > room:
            return first, last
        first, last = (first - 1, last) if leftwards else (first, last + 1)


def _pieces(cells: Sequence[_Cell]) -> tuple[Piece, ...]:
    """Join neighbours that are marked alike."""
    groups = groupby(cells, key=lambda cell: cell.mark)
    return tuple(Piece("".join(cell.text for cell in group), mark) for mark, group in groups)
