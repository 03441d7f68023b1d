"""What a planted mistake is: a report's files with one slip in them, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gongkai.demo.chance import Chance
from gongkai.demo.demo import DemoReport
from gongkai.demo.register import DemoOrgan


@dataclass(frozen=True)
class Planted:
    """A report's files by name, with a slip; `name` is the file that it is in, `line` 0 where it has none.

    Without files the report is missing.
    """

    files: dict[str, str]
    name: str
    line: int = 0
    cell: str = ""


@dataclass(frozen=True)
class Within:
    """What a slip may use: the report, last year's of the same organ, the portal's other organs.

    `spoilt` are the reports, by organ and year, whose figures a slip has hidden.
    """

    report: DemoReport
    before: DemoReport | None
    chance: Chance
    others: Sequence[DemoOrgan]
    spoilt: frozenset[tuple[str, int]] = frozenset()


# Gives None where a report has nothing for such a slip.
Slip = Callable[[Within], Planted | None]

DATA = "report.yaml"
TEXT = "report.md"


def in_data(report: DemoReport, data: str, line: int, cell: str = "") -> Planted:
    """Give a report with another data file."""
    return Planted({DATA: data, TEXT: report.text}, DATA, line, cell)


def in_text(report: DemoReport, text: str, line: int) -> Planted:
    """Give a report with another text."""
    return Planted({DATA: report.data, TEXT: text}, TEXT, line)
