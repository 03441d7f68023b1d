"""Problems for reviewdog, whose columns are bytes of UTF-8."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from jsonschema import Draft7Validator
from problem_samples import EMPTY, REPORT, ROW_TOTAL, SKIPPED, lines
from published_schemas import RDJSON

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span
from gongkai.diagnostics.show_rdjson import show_rdjson

Fields = dict[str, Any]

LINE = "    总计：[１, 𠀀, 2]"


def shown(*problems: Diagnostic, prefix: str = "") -> Fields:
    document = json.loads(show_rdjson(problems, {"a.yaml": [LINE], REPORT: lines(REPORT)}.get, "en", prefix))
    Draft7Validator(RDJSON).validate(document)
    return document


def test_a_diagnostic() -> None:
    document = shown(ROW_TOTAL)
    assert document["source"] == {"name": "gongkai"}
    assert document["severity"] == "ERROR"
    assert document["diagnostics"] == [
        {
            "message": (
                "“Total” of “Granted” should be 11, but is 12; the difference is 1\n"
                "parts: 6 + 3 + 2 = 11\nlikely: this row counts 1 too many\nCheck it against the ledger"
            ),
            "location": {
                "path": REPORT,
                "range": {"start": {"line": 41, "column": 33}, "end": {"line": 41, "column": 35}},
            },
            "severity": "ERROR",
            "code": {"value": "D301 row-total"},
            "original_output": (
                f"{REPORT}:41:33: D301 “Total” of “Granted” should be 11, but is 12; the difference is 1"
            ),
        }
    ]


def test_columns_are_bytes() -> None:
    colon = Place("a.yaml", Span(1, 7, 1, 8))
    last = Place("a.yaml", Span(1, 15, 1, 16))
    for place, start, end in ((colon, 11, 14), (last, 26, 27)):
        (problem,) = shown(replace(SKIPPED, place=place))["diagnostics"]
        found = problem["location"]["range"]
        assert found == {"start": {"line": 1, "column": start}, "end": {"line": 1, "column": end}}
        assert LINE.encode()[start - 1 : end - 1].decode() == LINE[place.span.column - 1]


def test_suggestions_are_the_repairs() -> None:
    place = Place("a.yaml", Span(1, 7, 1, 8))
    problem = replace(SKIPPED, place=place, edits=(Edit(place, ": "),))
    (shown_one,) = shown(problem)["diagnostics"]
    assert shown_one["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 11}, "end": {"line": 1, "column": 14}}, "text": ": "}
    ]


def test_a_repair_in_another_file_is_no_suggestion() -> None:
    elsewhere = Edit(Place(REPORT, Span(41, 1, 41, 1)), "x")
    (problem,) = shown(replace(SKIPPED, place=Place("a.yaml"), edits=(elsewhere,)))["diagnostics"]
    assert "suggestions" not in problem


def test_where_the_text_cannot_be_had_the_range_is_of_lines() -> None:
    problem = replace(SKIPPED, place=Place("gone.yaml", Span(3, 4, 3, 9)), edits=(Edit(EMPTY.place, ""),))
    (shown_one,) = shown(problem)["diagnostics"]
    assert shown_one["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}


def test_a_site_in_a_folder_of_the_repository() -> None:
    (problem,) = shown(ROW_TOTAL, prefix="sites/水")["diagnostics"]
    assert problem["location"]["path"] == f"sites/水/{REPORT}"


def test_the_gravest_severity_is_that_of_the_whole() -> None:
    assert shown(EMPTY, SKIPPED)["severity"] == "WARNING"
    assert shown() == {"source": {"name": "gongkai"}, "diagnostics": []}
