"""A file can end anywhere: a disk was full, a copy was broken off. Each beginning of one is checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source
from gongkai.pipeline import check

REPORT = """\
year: 2023
format: cn-2021
accept:
  - {code: D401, reason: "核对过", cell: a/b}
  - code: D252
rollup:
  include: [a, {id: b, why: "x"}]
  adjustments:
    - {cell: a/b, value: 1}
review: {by: [甲, "乙"], on: 2024-01-05}
regulations:
  a: [1, /, {value: 2, unit: 万元}]
"""
ORGANS = """\
organs:
  - {id: a, name: 云溪县人民政府, kind: government}
  - id: b
    name: "云溪县水务局"
    lineage: [{year: 2020, from: [a], name: x}]
"""
SITE = """\
site: {name: 云溪县, id: yunxi}
highlights:
  - {cell: a/b, title: "数"}
  - [x, {y: 1}]
"""
TEXTS = {"site.yaml": SITE, "organs.yaml": ORGANS, "reports/a/2023/report.yaml": REPORT}


def write(root: Path, files: Mapping[str, str]) -> None:
    for file, text in files.items():
        path = root / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_every_beginning_of_a_file_is_read_or_has_a_problem_that_stands_in_it(name: str) -> None:
    for end in range(len(TEXTS[name]) + 1):
        source = Source(name, TEXTS[name][:end])
        document, problems = read_yaml(source)
        assert document or problems
        lines = source.text.count("\n") + 1
        assert all(problem.place.span.line <= lines for problem in problems), source.text


@pytest.mark.parametrize("name", TEXTS)
def test_a_site_is_checked_with_every_beginning_of_a_file(tmp_path: Path, name: str) -> None:
    write(tmp_path, TEXTS)
    for end in range(len(TEXTS[name])):
        write(tmp_path, {name: TEXTS[name][:end]})
        assert check(tmp_path).problems


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reports/a/2023/report.yaml", "accept:\n  - {code: D401, reason: x"),
        ("organs.yaml", "organs:\n  - {id: a, name: b"),
        ("site.yaml", "highlights:\n  - {cell:"),
        ("site.yaml", "highlights:\n  - [cell"),
    ],
)
def test_a_site_whose_file_ends_inside_a_bracket_is_checked(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, {**TEXTS, name: text})
    told = [problem for problem in check(tmp_path).problems if problem.place.file.endswith(name)]
    assert {problem.code for problem in told} & {"D105", "D119"}
