"""Problems as SARIF 2.1.0: what its specification asks of each part, and what others make of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator
from problem_samples import EMPTY, NARRATIVE, REPORT, ROW_TOTAL, SKIPPED, lines
from published_schemas import SARIF

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Language, Place, Span
from gongkai.diagnostics.show_sarif import show_sarif

Fields = dict[str, Any]

ODD = "content/pages/年度 报告#1%.md"


def run_of(*problems: Diagnostic, language: Language = "zh-CN", prefix: str = "") -> Fields:
    log = json.loads(show_sarif(problems, lines, language, prefix))
    Draft7Validator(SARIF).validate(log)
    (run,) = log["runs"]
    return run


def result_of(problem: Diagnostic, prefix: str = "") -> Fields:
    return run_of(problem, prefix=prefix)["results"][0]


def fingerprint(problem: Diagnostic) -> str:
    return str(result_of(problem)["partialFingerprints"]["gongkai/v1"])


def uri_of(problem: Diagnostic, prefix: str = "") -> Fields:
    return result_of(problem, prefix)["locations"][0]["physicalLocation"]["artifactLocation"]


def test_a_result() -> None:
    result = result_of(ROW_TOTAL)
    assert (result["ruleId"], result["level"]) == ("D301", "error")
    assert result["message"]["text"].split("\n") == [
        "“予以公开”的“总计”应为 11，实为 12，相差 1",
        "各项: 自然人 6 + 商业企业 3 + 科研机构 2 = 11",
        "可能: 本行多计 1",
        "与台账核对后改正",
    ]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": REPORT, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 41, "startColumn": 33, "endLine": 41, "endColumn": 35},
    }
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "requests/results.granted/total", "kind": "member"}
    ]


def test_other_places_and_the_figures_that_take_part_are_related() -> None:
    related = result_of(ROW_TOTAL)["relatedLocations"]
    columns = [each["physicalLocation"]["region"]["startColumn"] for each in related]
    assert columns == [5, 15, 18, 21]
    assert related[0]["message"]["text"] == "（七）总计"
    assert [each["id"] for each in related] == [1, 2, 3, 4]


def test_rules_are_listed_once_with_their_page_and_results_point_at_them() -> None:
    run = run_of(EMPTY, SKIPPED, ROW_TOTAL, SKIPPED)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D301", "D501", "D604"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    (rule, _, _) = rules
    assert rule["shortDescription"]["text"] == "行合计不符 · Row total"
    assert rule["defaultConfiguration"]["level"] == "error"
    assert rule["properties"]["tags"] == ["D3xx"]
    assert "```yaml" in rule["help"]["markdown"]
    assert "国办公开办函〔2021〕30号" in rule["help"]["text"]


def test_levels_and_the_worst_first() -> None:
    run = run_of(EMPTY, SKIPPED, ROW_TOTAL)
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


def test_english() -> None:
    run = run_of(ROW_TOTAL, language="en")
    assert run["results"][0]["message"]["text"].startswith("“Total” of “Granted” should be 11")
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Row total · 行合计不符"
    assert "Right" in rule["help"]["markdown"]


def test_a_site_in_a_folder_of_the_repository() -> None:
    assert uri_of(ROW_TOTAL, "sites/water/")["uri"] == f"sites/water/{REPORT}"


@pytest.mark.parametrize(
    ("prefix", "uri"),
    [("/srv/站点", "file:///srv/%E7%AB%99%E7%82%B9/"), ("C:/portal", "file:///C:/portal/")],
)
def test_a_site_outside_the_repository_has_complete_addresses(prefix: str, uri: str) -> None:
    artifact = uri_of(ROW_TOTAL, prefix)
    assert artifact == {"uri": uri + REPORT}


def test_names_that_no_uri_takes_are_encoded() -> None:
    problem = replace(SKIPPED, place=Place(ODD, Span(1, 1, 1, 2)))
    uri = uri_of(problem)["uri"]
    assert uri.isascii()
    assert unquote(uri) == ODD
    assert PurePosixPath(uri).parts[:2] == ("content", "pages")


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    problem = replace(ROW_TOTAL, place=Place("content/\udcc4.yaml"))
    show_sarif([problem], lines, "en").encode("utf-8")


def test_repairs() -> None:
    edits = (
        Edit(Place(REPORT, Span(41, 14, 41, 15)), "["),
        Edit(Place(REPORT, Span(41, 35, 41, 35)), "]"),
        Edit(Place(NARRATIVE, Span(1, 1, 1, 5)), "##"),
    )
    (fix,) = result_of(replace(ROW_TOTAL, edits=edits))["fixes"]
    first, second = fix["artifactChanges"]
    assert [each["insertedContent"]["text"] for each in first["replacements"]] == ["[", "]"]
    assert second["artifactLocation"]["uri"] == NARRATIVE
    assert "fixes" not in result_of(ROW_TOTAL)


def test_a_problem_is_known_again_when_its_line_has_moved() -> None:
    moved = replace(ROW_TOTAL, place=Place(REPORT, Span(57, 33, 57, 35)))
    assert fingerprint(moved) == fingerprint(ROW_TOTAL)
    assert fingerprint(replace(ROW_TOTAL, cell="requests/results.granted/other")) != fingerprint(ROW_TOTAL)
    assert fingerprint(replace(ROW_TOTAL, place=Place("content/b.yaml"))) != fingerprint(ROW_TOTAL)


def test_without_a_cell_the_words_of_the_line_tell_a_problem() -> None:
    texts = {"a.md": ["# 甲", "# 乙"], "b.md": []}

    def known(line: int) -> Fields:
        problem = replace(SKIPPED, place=Place("a.md", Span(line, 1, line, 2)))
        log = json.loads(show_sarif([problem], texts.get, "en"))
        return log["runs"][0]["results"][0]["partialFingerprints"]

    before = known(1)
    assert known(2) != before
    texts["a.md"].insert(0, "")
    assert known(2) == before


def test_two_problems_alike_are_two() -> None:
    first, second = run_of(SKIPPED, SKIPPED)["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_nothing_to_say_is_a_log_too() -> None:
    run = run_of()
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_the_schema_refuses_what_it_should() -> None:
    log = json.loads(show_sarif([ROW_TOTAL], lines, "en"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b"
    assert not Draft7Validator(SARIF).is_valid(log)
