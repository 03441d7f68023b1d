"""The accessibility statement says only what a test holds: every means that it names leads to one."""

from __future__ import annotations

import ast

import pytest
from package import REPOSITORY

from gongkai.assemble.statement import audit

MATRIX = audit()
CLAIMS = [claim for part in ("standards", "tools") for claim in MATRIX[part]]


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim["en"] for claim in CLAIMS])
def test_what_the_statement_claims_is_held_by_a_test_or_a_script(claim: dict[str, str]) -> None:
    file, _, name = claim["by"].partition("::")
    text = (REPOSITORY / file).read_text("utf-8")
    if name:
        assert name in {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    else:
        assert f"scripts/{file.rpartition('/')[2]}" in (REPOSITORY / "Makefile").read_text("utf-8")


def test_nothing_is_claimed_of_kinds_and_modes_that_the_tests_do_not_read() -> None:
    tree = ast.parse((REPOSITORY / "tests/browser/test_axe.py").read_text("utf-8"))
    read = {
        node.slice.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and isinstance(node.slice, ast.Constant)
        and node.value.id == "MATRIX"
    }
    asked = {"axe_tags", "widths", "modes", "page_kinds", "elder_contrast"}
    assert asked <= set(MATRIX)
    assert asked <= read
    for mode in MATRIX["modes"]:
        assert ("wcag2aaa" in mode["axe_tags"]) is (mode["chosen"].get("mode") == "elder")
        assert ("7:1" in mode["zh"]) <= ("wcag2aaa" in mode["axe_tags"])
