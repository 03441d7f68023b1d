"""Problems for programs."""

from __future__ import annotations

import json
from dataclasses import replace

from problem_samples import REPORT, ROW_TOTAL, SKIPPED

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.diagnostics.show_json import show_json


def test_the_contract() -> None:
    assert json.loads(show_json([ROW_TOTAL, SKIPPED], "zh-CN")) == {
        "problems": [
            {
                "code": "D301",
                "name": "row-total",
                "severity": "error",
                "file": REPORT,
                "line": 41,
                "column": 33,
                "end_column": 35,
                "cell": "requests/results.granted/total",
                "message": "“予以公开”的“总计”应为 11，实为 12，相差 1",
                "help": "与台账核对后改正",
                "related": [
                    {"file": REPORT, "line": 63, "column": 5, "end_column": 10, "label": "（七）总计"}
                ],
            },
            {
                "code": "D604",
                "name": "heading-skipped",
                "severity": "warning",
                "file": "content/reports/shuiwu/2024/report.md",
                "line": 1,
                "column": 1,
                "end_column": 5,
                "cell": None,
                "message": "“#### 一、总体情况”跳过了一级标题",
                "help": "标题逐级加深",
                "related": [],
            },
        ],
        "counts": {"error": 1, "warning": 1, "info": 0},
    }


def test_nothing_to_say_is_the_same_shape() -> None:
    empty = {"problems": [], "counts": {"error": 0, "warning": 0, "info": 0}}
    assert json.loads(show_json([], "en")) == empty


def test_an_end_on_another_line_is_no_column_of_this_one() -> None:
    problem = replace(ROW_TOTAL, place=Place(REPORT, Span(41, 5, 44, 1)))
    assert json.loads(show_json([problem], "en"))["problems"][0]["end_column"] is None


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    problem = replace(ROW_TOTAL, place=Place("content/\udcc4.yaml"))
    show_json([problem], "en").encode("utf-8")
