"""The problems that the tests of all formats show, and the rules they break.

The rules are the tests' own, so that a better wording in the catalogue breaks no test of a format.
"""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.catalogue import Rule
from gongkai.diagnostics.diagnostic import Diagnostic, Note, Place, Related, Severity, Span, Text

REPORT = "content/reports/shuiwu/2024/report.yaml"
NARRATIVE = "content/reports/shuiwu/2024/report.md"

RULES = (
    Rule(
        "D301",
        "row-total",
        Severity.ERROR,
        Text("行合计不符", "Row total"),
        Text(
            "“{row}”的“{column}”应为 {computed}，实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” should be {computed}, but is {stated}; the difference is {difference}",
        ),
        Text("与台账核对后改正", "Check it against the ledger"),
    ),
    Rule(
        "D604",
        "heading-skipped",
        Severity.WARNING,
        Text("标题跳级", "Heading level skipped"),
        Text("“{found}”跳过了一级标题", "“{found}” skips a level of headings"),
        Text("标题逐级加深", "Go down one level at a time"),
    ),
    Rule(
        "D501",
        "empty-topic",
        Severity.INFO,
        Text("栏目没有内容", "Column without items"),
        Text("栏目“{title}”没有内容", "The column “{title}” has no items"),
        Text("放入文章", "Add an article"),
    ),
)

SOURCES = {
    REPORT: [
        *["#"] * 40,
        "    granted: [6, 3, 2, 0, 0, 0, 12]",
    ],
    NARRATIVE: ["#### 一、总体情况"],
}

ROW_TOTAL = Diagnostic(
    "D301",
    Place(REPORT, Span(41, 33, 41, 35)),
    {
        "row": Text("予以公开", "Granted"),
        "column": Text("总计", "Total"),
        "computed": 11,
        "stated": 12,
        "difference": 1,
    },
    cell="requests/results.granted/total",
    marks=(Span(41, 15, 41, 16), Span(41, 18, 41, 19), Span(41, 21, 41, 22)),
    notes=(
        Note(Text("各项", "parts"), Text("自然人 6 + 商业企业 3 + 科研机构 2 = 11", "6 + 3 + 2 = 11")),
        Note(Text("可能", "likely"), Text("本行多计 1", "this row counts 1 too many")),
    ),
    related=(Related(Place(REPORT, Span(63, 5, 63, 10)), Text("（七）总计", "the column's total")),),
)
SKIPPED = Diagnostic("D604", Place(NARRATIVE, Span(1, 1, 1, 5)), {"found": "#### 一、总体情况"})
EMPTY = Diagnostic("D501", Place("content/columns/a/column.yaml"), {"title": "<甲>|乙"})


def lines(file: str) -> Sequence[str] | None:
    return SOURCES.get(file)
