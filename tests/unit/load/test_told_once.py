"""One wrong bracket or quote is one problem, with the advice that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.commands.fix import mend
from gongkai.diagnostics.catalogue import advice
from gongkai.load.yaml_data import read_any
from gongkai.model.source import Source
from gongkai.pipeline import check
from shown import located
from toy import FILES, YAML, replaced, write_files

ORGANS = "content/organs.yaml"
ROW = "  upper: [2, 1, 3]"
CASES = {
    "the other closing bracket": ("  upper: [2, 1, 3}", "8:18 D119"),
    "the other opening bracket": ("  upper: {2, 1, 3]", "8:10 D119"),
    "an opening bracket too many": ("  upper: [[2, 1, 3]", "8:10 D119"),
    "a brace in the row": ("  upper: [2,{ 1, 3]", "8:13 D119"),
    "a row in a comment": ("  upper: [ #2, 1, 3]", "8:10 D119"),
    "a bracket in the place of the space": ("  upper:[ [2, 1, 3]", "8:9 D119"),
    "a quote before the key": ('  "upper: [2, 1, 3]', "8:3 D105"),
}
HERE = Path(__file__).parents[2] / "corpus" / "report.yaml"


@pytest.mark.parametrize("name", CASES)
def test_one_slip_is_one_message(site: Path, name: str) -> None:
    typed, expected = CASES[name]
    write_files(site, {YAML: replaced(HERE.read_text("utf-8"), ROW, typed)})
    told = [problem for problem in check(site).problems if problem.place.file == YAML]
    assert located(told) == [expected]


def test_a_bracket_of_the_other_kind_hides_no_organ(site: Path) -> None:
    text = FILES[ORGANS]
    assert isinstance(text, str)
    end = text.index("}")
    write_files(site, {ORGANS: text[:end] + "]" + text[end + 1 :]})
    assert [problem.code for problem in check(site).problems] == ["D119"]


@pytest.mark.parametrize(
    ("row", "expected", "meant"),
    [
        ("a: [1, 2}", "把“}”改为“]”", [1, 2]),
        ("a: {1, 2]", "把“{”改为“[”", [1, 2]),
        ("a: {b: 1]", "把“]”改为“}”", {"b": 1}),
        ("a: {b: [1}", "在“}”之前补上“]”", {"b": [1]}),
        ("a: [1, 2", "在这一行的末尾补上“]”", [1, 2]),
        ("a: [[1, 2]", "去掉这个“[”，或补上与它配对的", [1, 2]),
        ("a: [1, { 2]", "去掉这个“{”，或补上与它配对的", [1, 2]),
        ("a: {b: [1", "在这一行的末尾补上“]”", {"b": [1]}),
    ],
)
def test_the_advice_is_what_was_read(row: str, expected: str, meant: object) -> None:
    document, problems = read_any(Source("a.yaml", f"{row}\nc: 1\n"))
    assert document
    assert document.data == {"a": meant, "c": 1}
    assert [problem.code for problem in problems] == ["D119"]
    assert advice(problems[0], "zh-CN") == expected


def test_two_byte_order_marks_are_taken_out_at_once(site: Path) -> None:
    text = (site / YAML).read_text("utf-8")
    write_files(site, {YAML: f"\ufeff\ufeff{text}"})
    _, new = mend(site)
    assert new == {YAML: text}
