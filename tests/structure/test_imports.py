"""diagnostics ← model ← {stages} ← pipeline ← serve ← commands, cli; nothing sideways, no circle."""

from __future__ import annotations

import ast

import pytest
from package import RANKS, cycle, graph, imports, is_allowed, modules, part

MODULES = modules()


def test_every_part_of_the_package_has_its_place_in_the_order() -> None:
    assert {part(name) for name in MODULES} <= set(RANKS)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module: str) -> None:
    assert [name for name in graph()[module] if not is_allowed(module, name)] == []


def test_no_circle_of_imports() -> None:
    assert cycle(graph()) == []


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("gongkai.diagnostics.excerpt", "gongkai.model.source"),
        ("gongkai.model.grid", "gongkai.load.files"),
        ("gongkai.load.site", "gongkai.check.rules"),
        ("gongkai.assemble.pages", "gongkai.render.page"),
        ("gongkai.export.as_json", "gongkai.load.limits"),
        ("gongkai.write.plan", "gongkai.export.as_csv"),
        ("gongkai.check.rules", "gongkai.pipeline"),
        ("gongkai.load.files", "gongkai.serve"),
        ("gongkai.pipeline", "gongkai.commands.build"),
        ("gongkai.serve", "gongkai.cli"),
    ],
)
def test_the_rule_refuses_what_it_should(module: str, imported: str) -> None:
    assert not is_allowed(module, imported)


def test_an_import_inside_a_function_or_of_a_submodule_is_seen() -> None:
    text = "def f():\n    from gongkai.render import page\n    import gongkai.serve\n"
    known = dict.fromkeys(["gongkai.render", "gongkai.render.page", "gongkai.serve"])
    assert list(imports("gongkai.load.x", text, known)) == ["gongkai.render.page", "gongkai.serve"]


def test_a_circle_is_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


@pytest.mark.parametrize("module", MODULES)
def test_a_file_does_one_thing_and_is_not_long(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_why_it_exists_and_prints_nothing(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    assert ast.get_docstring(tree)
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call.id for call in calls if isinstance(call, ast.Name) and call.id == "print"] == []
