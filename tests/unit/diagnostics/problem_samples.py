"""The problems that the tests of all formats show."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Diagnostic, Note, Place, Related, Span, Text

REPORT = "content/reports/shuiwu/2024/report.yaml"
NARRATIVE = "content/reports/shuiwu/2024/report.md"

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
