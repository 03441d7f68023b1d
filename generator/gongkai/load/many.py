"""Reads the files of which a portal has many, reports and articles, in two processes where that is sooner."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.diagnostics.diagnostic import Problems
from gongkai.load.files import folders
from gongkai.load.prose_files import ReadArticle, read_articles
from gongkai.load.reports import read_reports
from gongkai.load.strays import unlisted
from gongkai.model.form import Form
from gongkai.model.records import Report

# Fewer organs are read sooner than a process is divided.
_MANY = 30
_PIECES = 100

_Reports = tuple[tuple[Report, ...], Problems]


class Many(NamedTuple):
    """What a portal has many of: reports, perhaps articles already, by the path of each; and files unread."""

    reports: tuple[Report, ...]
    problems: Problems
    articles: Mapping[Path, ReadArticle]
    unlisted: tuple[str, ...]


def read_many(root: Path, forms: Mapping[str, Form]) -> Many:
    """Read every report of the site, perhaps its articles, and list the files that have no place in it."""
    organs, problems = folders(root, root / "content" / "reports")
    if len(organs) < _MANY:
        reports, more = read_reports(root, organs, forms)
        return Many(reports, (*problems, *more), {}, unlisted(root))
    from gongkai.model.in_two import in_two  # noqa: PLC0415 - what it needs loads slowly

    first = read_reports(root, organs[:1], forms)  # the forms are then there for both processes
    of_reports = [partial(read_reports, root, part, forms) for part in _parts(organs[1:])]
    of_articles = [partial(read_articles, root, part) for part in _parts([*_markdown(root)])]
    work: list[Any] = [partial(unlisted, root), *of_reports, *of_articles]
    read: list[Any] = in_two(work, forms)
    listed, read = read[0], read[1:]
    found: list[_Reports] = [first, *read[: len(of_reports)]]
    articles = {path: article for part in read[len(of_reports) :] for path, article in part.items()}
    reports = tuple(report for part, _ in found for report in part)
    return Many(reports, (*problems, *(problem for _, part in found for problem in part)), articles, listed)


def _parts(things: Sequence[Path]) -> Iterator[Sequence[Path]]:
    size = -(-len(things) // _PIECES)
    return (things[start : start + size] for start in range(0, len(things), size or 1))


def _markdown(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root / "content" / "columns"):
        yield from (Path(folder, name) for name in names if name.endswith(".md"))
