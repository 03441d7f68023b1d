"""`gongkai check` for people, for programs and for GitHub."""

from __future__ import annotations

import json
from pathlib import Path

from gongkai.diagnostics.catalogue import rule
from program import gongkai
from toy import REPORT, YAML, replaced, write_files

WRONG = {YAML: replaced(REPORT, "[2, 1, 3]", "[2, 1, 4]").replace("lower: [4, 0, 4]", "lower: [4, ~, 4]")}


def test_json_is_the_contract(site: Path) -> None:
    write_files(site, WRONG)
    done = gongkai("check", "--format", "json", cwd=site)
    assert done.code == 1
    assert json.loads(done.out) == {
        "problems": [
            {
                "code": "D301",
                "name": "row-total",
                "severity": "error",
                "file": YAML,
                "line": 7,
                "column": 17,
                "end_column": 18,
                "cell": "lamps/upper/both",
                "message": "“上层”的“合计”应为 3，实为 4，相差 1",
                "help": "与台账核对后改正；合计格也可以填“=”，由程序相加",
                "related": [],
            },
            {
                "code": "D219",
                "name": "blank-cell",
                "severity": "warning",
                "file": YAML,
                "line": 8,
                "column": 14,
                "end_column": 15,
                "cell": "lamps/lower/red",
                "message": "“下层”的“红光”为空",
                "help": rule("D219").help.zh,
                "related": [],
            },
        ],
        "counts": {"error": 1, "warning": 1, "info": 0},
    }


def test_json_of_a_clean_site(site: Path) -> None:
    done = gongkai("check", "--format", "json", cwd=site)
    assert done.code == 0
    assert json.loads(done.out) == {"problems": [], "counts": {"error": 0, "warning": 0, "info": 0}}


def test_json_has_related_places(site: Path) -> None:
    write_files(site, {YAML: REPORT + "oil: {}\n"})
    done = gongkai("check", "--format", "json", "--lang", "en", cwd=site)
    problem = json.loads(done.out)["problems"][0]
    assert (problem["code"], problem["line"], problem["column"]) == ("D108", 22, 1)
    assert problem["related"] == [
        {"file": YAML, "line": 10, "column": 1, "end_column": 4, "label": "given first here"}
    ]


def test_messages_in_english(site: Path) -> None:
    write_files(site, WRONG)
    done = gongkai("check", "--lang", "en", cwd=site)
    assert (
        "error[D301 row-total]\n  “合计” of “上层” should be 3, but is 4; the difference is 1\n" in done.out
    )
    by_name = gongkai("check", cwd=site, env={"GONGKAI_LANG": "en"})
    assert by_name.out == done.out


def test_annotations_for_github_name_files_from_the_repository(site: Path) -> None:
    write_files(site, WRONG)
    summary = site.parent / "summary.md"
    name = site.name
    done = gongkai(
        "check",
        "--site",
        name,
        "--format",
        "github",
        cwd=site.parent,
        env={"GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert done.code == 1
    lines = [line for line in done.out.splitlines() if line.startswith("::")]
    assert lines[0].startswith(f"::error file={name}/{YAML},line=7,")
    assert lines[1].startswith(f"::warning file={name}/{YAML},line=8,")
    assert "D301" in summary.read_text("utf-8")


def test_text_has_no_colour_codes_where_it_is_not_a_terminal(site: Path) -> None:
    write_files(site, WRONG)
    assert "\x1b" not in gongkai("check", cwd=site).said


def test_sarif_and_rdjson_carry_the_repair_and_name_files_from_the_repository(site: Path) -> None:
    write_files(site, {YAML: replaced(REPORT, "  upper: [2, 1, 3]", "  upper: [2，1, 3]")})
    command = ("check", "--site", site.name, "--format")
    sarif = gongkai(*command, "sarif", cwd=site.parent)
    rdjson = gongkai(*command, "rdjson", "--lang", "en", cwd=site.parent)
    assert (sarif.code, rdjson.code) == (1, 1)
    (result,) = json.loads(sarif.out)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": f"{site.name}/{YAML}", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 12, "endLine": 7, "endColumn": 13},
    }
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": ", "}
    (problem,) = json.loads(rdjson.out)["diagnostics"]
    assert problem["location"]["path"] == f"{site.name}/{YAML}"
    assert problem["suggestions"] == [
        {"range": {"start": {"line": 7, "column": 12}, "end": {"line": 7, "column": 15}}, "text": ", "}
    ]


def test_a_site_that_lies_elsewhere_is_named_by_its_complete_path(site: Path, tmp_path: Path) -> None:
    write_files(site, WRONG)
    (tmp_path / "elsewhere").mkdir()
    done = gongkai("check", "--site", str(site), "--format", "sarif", cwd=tmp_path / "elsewhere")
    (first, _) = json.loads(done.out)["runs"][0]["results"]
    artifact = first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (site / YAML).resolve().as_uri()}


def test_of_forty_errors_github_marks_ten_and_the_log_has_all(site: Path) -> None:
    pages = {f"content/pages/p{i}.md": f"---\ntitle: 第{i}页\n---\n\n<b>灯</b>\n" for i in range(20)}
    write_files(site, {**WRONG, **pages})
    summary = site.parent / "summary.md"
    done = gongkai("check", "--format", "github", cwd=site, env={"GITHUB_STEP_SUMMARY": str(summary)})
    lines = done.out.splitlines()
    told = [line for line in lines if ": 错误[" in line]
    assert len(told) == 41
    assert sum(line.startswith("::error ") for line in lines) == 10
    (rest,) = [line for line in lines if line.startswith("::notice title=另有 31 个问题未在此标注::")]
    marked = {line.split("file=")[1].split(",line=")[0] for line in lines if line.startswith("::error ")}
    assert all(line.split(":")[0] in marked or line.split(": ")[0] in rest for line in told)
    assert "   错误 40  D601 " in done.out
    assert summary.read_text("utf-8").count("D601") == 41


def test_a_handful_of_problems_needs_no_summary_by_rule(site: Path) -> None:
    write_files(site, WRONG)
    assert "按规则" not in gongkai("check", cwd=site).out
