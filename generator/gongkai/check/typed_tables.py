"""Finds tables that were drawn in the text: the program prints them from the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.form import Section
from gongkai.model.headings import section_of
from gongkai.model.pattern import pattern
from gongkai.model.records import Mention, Prose, Report, Site

_RULED = pattern(r"^[ ]{0,3}\|?(?:[ ]?:?-{2,40}:?[ ]?\|){1,40}(?:[ ]?:?-{2,40}:?)?[ ]*$", re.MULTILINE)
_FEW = 3
_FIGURE = pattern(r"[\d/][\d.,/\s|]*$")
_PIPES = Text("用竖线画了表格，网页上不会成为表格", "a table is drawn with bars, and would not show as one")
_ROWS = Text("逐行写了表格的内容", "rows of a table are typed line by line")
_IMAGE = Text(
    "用图片代替了表格，读屏软件读不到", "an image stands for the table, and no screen reader reads it"
)
# What says of a picture that it is one of a table, in its words or its file's name; and that it is not.
_SHEET = "(?<![钟手怀腕秒仪电水外代发])表(?![彰扬态率示达演面决明现会白格壳盘])|表格"
_TABLE = pattern(rf"{_SHEET}|截图|截屏|扫描")
_TABLE_FILE = pattern(
    rf"(?<![a-z])(?:tables?|excel|screen-?_?shots?|biaoge|jietu)(?![a-z])|{_SHEET}|截图|截屏|扫描"
)
_WHOLE_TABLE = pattern(r"(?:统计表|情况表|数据表|报表)(?![彰扬态率示达演面决明现])")
# A chart, and what else is no table, whatever it is of.
_OTHER = pattern(
    r"(?<!截)图(?=\Z|[0-9一二三四五六七八九十（(：:]|[示解])|(?:趋势|变化|走势)(?!.{0,20}表\Z)"
    r"|示意|流程|海报|照片|合影|现场|二维码|代表"
)
_SAYS_NOTHING = pattern(r"(?:图片|图像|插图|image|img|picture)[\s\d]*\Z")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


def check_typed_tables(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report: one problem for each text."""
    del site
    narrative = report.narrative
    if not narrative or not report.form.tables:  # a document's tables are nowhere else
        return
    if _may_have_table(narrative.whole):
        for prose in narrative.texts():
            yield from _typed(prose, report.form.row_labels)
    for written in narrative.sections:
        if written.prose.images or written.prose.links:
            section = section_of(report.form, written.heading.text)
            found = _pictured(written.prose, section)
            if found:
                yield Diagnostic("D253", found.place, {"detail": _IMAGE})


def _pictured(prose: Prose, section: Section | None) -> Mention | None:
    """Find a table that is published as a picture; where the form has its tables, pictures are suspect."""
    images = [image for image in prose.images if not _OTHER.search(image.alternative)]
    if not section or not section.tables:
        return next((image for image in images if _WHOLE_TABLE.search(image.alternative)), None)
    linked = [link for link in prose.links if link.text.lower().endswith(_IMAGES)]
    for one in (*images, *linked):
        name = unquote(one.text.rpartition("/")[2]).lower()
        words = one.alternative
        if (
            _TABLE.search(words)
            or _TABLE_FILE.search(name)
            or section.caption in words
            or _SAYS_NOTHING.match(words)
        ):
            return one
    return images[0] if len(images) > 1 else None


def _may_have_table(text: str) -> bool:
    if "|" in text:
        return True
    ends = [line[-1:] for line in text.split("\n")]
    return sum(map(str.isdigit, ends)) >= _FEW


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
