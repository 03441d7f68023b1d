"""Finds tables that were drawn in the text: the program prints them from the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.headings import section_of
from gongkai.model.pattern import pattern
from gongkai.model.records import Prose, Report, Site

_RULED = pattern(r"^[ ]{0,3}\|?(?:[ ]?:?-{2,40}:?[ ]?\|){1,40}(?:[ ]?:?-{2,40}:?)?[ ]*$", re.MULTILINE)
_FEW = 3
_FIGURE = pattern(r"[\d/][\d.,/\s|]*$")
_PIPES = Text("用竖线画了表格，网页上不会成为表格", "a table is drawn with bars, and would not show as one")
_ROWS = Text("逐行写了表格的内容", "rows of a table are typed line by line")
_IMAGE = Text(
    "用图片代替了表格，读屏软件读不到", "an image stands for the table, and no screen reader reads it"
)


def check_typed_tables(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report: one problem for each text."""
    del site
    narrative = report.narrative
    if not narrative:
        return
    for prose in narrative.texts():
        yield from _typed(prose, report.form.row_labels)
    for written in narrative.sections:
        section = section_of(report.form, written.heading.text) if written.prose.images else None
        for image in written.prose.images if section and section.tables else ():
            if "表" in image.alternative:
                yield Diagnostic("D253", image.place, {"detail": _IMAGE})


def _typed(prose: Prose, labels: frozenset[str]) -> Iterator[Diagnostic]:
    ruled = _RULED.search(prose.text) if "|" in prose.text and "--" in prose.text else None
    if ruled:
        yield Diagnostic("D253", prose.place(ruled.start(), ruled.end()), {"detail": _PIPES})
        return
    run, at = 0, 0
    for line in prose.text.split("\n"):
        figure = (
            _FIGURE.search(line, max(0, len(line) - 80)) if line[-1:].isdigit() or line[-1:] == "|" else None
        )
        label = line[: figure.start()].strip(" |\t：:") if figure else ""
        run = run + 1 if label in labels else 0 if line.strip() else run
        if run == _FEW:
            start = at + len(line) - len(line.lstrip())
            yield Diagnostic("D253", prose.place(start, at + len(line)), {"detail": _ROWS})
            return
        at += len(line) + 1
