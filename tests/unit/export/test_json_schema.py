"""The schemas say of every key and every cell what may stand there, in a shape that editors honour."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import gongkai.load
from gongkai.export.json_schema import FILES, json_schemas, modeline, schema_file
from gongkai.export.schema_words import WORDS
from gongkai.load.shapes import SHAPES
from gongkai.load.site import read_forms, shipped_forms
from gongkai.load.yaml_text import read_yaml
from gongkai.model.shape import Field, Shape
from gongkai.model.source import Source
from toy import FORM, REPORT, replaced, write_files

# Of front matter, which stands in Markdown files; `meta` has the keys that people give it.
NOT_IN_YAML_FILES = {
    ("articles", "ARTICLE"), ("prose_files", "ARTICLE"), ("prose_files", "_PAGE"), ("prose_files", "_ROOT"),
}  # fmt: skip


@pytest.fixture
def toy(site: Path) -> dict[str, Any]:
    return schemas(site)[schema_file("report.toy")]


def schemas(root: Path) -> dict[str, Any]:
    known, *_ = read_forms(root)
    forms = tuple(known.values())
    return {name: json.loads(content) for name, content in json_schemas(forms, SHAPES).items()}


def errors(schema: dict[str, Any], text: str) -> list[str]:
    document, problems = read_yaml(Source("x.yaml", text))
    assert document, problems
    return [error.json_path for error in Draft7Validator(schema).iter_errors(document.data)]


def row(text: str, old: str, new: str, schema: dict[str, Any]) -> list[str]:
    return errors(schema, replaced(text, old, new))


def walk(shape: Shape, way: str, seen: tuple[int, ...] = ()) -> Iterator[tuple[str, Field]]:
    for key, field in shape.items():
        yield f"{way}.{key}", field
        for below in (field.of, field.each):
            if below is not None and id(below) not in (*seen, id(shape)):
                yield from walk(below, f"{way}.{key}", (*seen, id(shape)))


EVERY_KEY = dict(pair for kind, shape in SHAPES.items() for pair in walk(shape, kind))


@pytest.mark.parametrize("way", EVERY_KEY)
def test_every_key_of_every_reader_is_in_its_schema(way: str, tmp_path: Path) -> None:
    kind, *keys = way.split(".")
    made = schemas(tmp_path)
    top = made[schema_file("report.cn-2021" if kind == "report" else kind)]
    here = top
    for key in keys:
        here = here.get("items", here)
        if "$ref" in here:
            here = top["definitions"][here["$ref"].removeprefix("#/definitions/")]
        more = here["additionalProperties"]
        here = (more if isinstance(more, dict) else here)["properties"][key]
        assert more is False or more["additionalProperties"] is False
    assert here["description"]


def test_every_key_has_words_and_every_word_a_key() -> None:
    assert set(WORDS) == {*EVERY_KEY, *SHAPES}


def test_every_shape_that_a_reader_has_is_of_a_file_with_a_schema() -> None:
    known = {id(shape) for shape in SHAPES.values()}
    known |= {id(shape) for field in EVERY_KEY.values() for shape in (field.of, field.each)}
    strange = []
    for module in pkgutil.iter_modules(gongkai.load.__path__):
        for name, value in vars(importlib.import_module(f"gongkai.load.{module.name}")).items():
            is_shape = isinstance(value, dict) and value and all(isinstance(v, Field) for v in value.values())
            if is_shape and id(value) not in known and (module.name, name) not in NOT_IN_YAML_FILES:
                strange.append(f"{module.name}.{name}")
    assert strange == []


def test_all_are_schemas_of_draft_7_and_none_has_one_of(site: Path) -> None:
    made = schemas(site)
    assert set(made) == {
        *map(schema_file, FILES),
        *(schema_file(f"report.{form}") for form in ("toy", "cn-2019", "cn-2021", "document")),
    }
    for schema in made.values():
        Draft7Validator.check_schema(schema)
        assert '"oneOf"' not in json.dumps(schema)


def test_the_same_forms_give_the_same_bytes(site: Path) -> None:
    known, *_ = read_forms(site)
    forms = tuple(known.values())
    made = json_schemas(forms, SHAPES)
    assert json_schemas(reversed(forms), SHAPES) == made
    assert str(site) not in b"".join(made.values()).decode()


def test_a_report_is_judged_by_its_own_form(site: Path) -> None:
    top = schemas(site)[schema_file("report")]
    assert [branch["if"]["properties"]["format"]["const"] for branch in top["allOf"]] == [
        "cn-2021", "cn-2019", "document", "toy",
    ]  # fmt: skip
    assert top["allOf"][3]["then"] == {"$ref": "report.toy.schema.json"}
    assert top["properties"]["format"]["enum"] == ["cn-2021", "cn-2019", "document", "toy"]


def test_the_toy_report_is_taken(toy: dict[str, Any]) -> None:
    assert errors(toy, REPORT) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("upper: [2, 1, 3]", "upper: [2, 1]", "$.lamps.upper"),
        ("upper: [2, 1, 3]", "upper: [2, 1, 3, 4]", "$.lamps.upper"),
        ("upper: [2, 1, 3]", "upper: 3", "$.lamps.upper"),
        ("upper: [2, 1, 3]", "upper: [-2, 1, 3]", "$.lamps.upper[0]"),
        ("upper: [2, 1, 3]", "upper: [2.5, 1, 3]", "$.lamps.upper[0]"),
        ("upper: [2, 1, 3]", "upper: [=, 1, 3]", "$.lamps.upper[0]"),
        ("upper: [2, 1, 3]", "upper: [2盏, 1, 3]", "$.lamps.upper[0]"),
        ("upper: [2, 1, 3]", "uper: [2, 1, 3]", "$.lamps"),
        ("    calm: [60, 12]\n", "", "$.oil.burnt"),
        ("stored: [12.50, 3]", "stored: [12.50, 3.5]", "$.oil.stored[1]"),
        ("year: 1987", "year: 1949", "$.year"),
        ("organ: north-light", "organ: 北岬", "$.organ"),
        ("title: 北", "tilte: 北", "$"),
        ("year: 1987", "year: 1987\npublished: 1988年1月", "$.published"),
        ("year: 1987", "year: 1987\naccept: [{code: D401}]", "$.accept[0]"),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(toy: dict[str, Any], old: str, new: str, where: str) -> None:
    assert where in row(REPORT, old, new, toy)


@pytest.mark.parametrize(
    "cells", ["[2, 1, =]", "[/, 1, 1]", "[~, 1, 3]", "[□, □, =]", "['/', 1, '=']", "[null, 1, 3]"]
)
def test_every_way_of_filling_in_a_row_is_taken(toy: dict[str, Any], cells: str) -> None:
    assert row(REPORT, "upper: [2, 1, 3]", f"upper: {cells}", toy) == []


@pytest.mark.parametrize(
    ("cell", "taken"),
    [("3", True), ("[3]", True), ("/", True), ("~", True), ("□", True), ("[3, 4]", False), ("[]", False),
     ("{value: 3, unit: 升}", True), ("{value: 3, unit: 桶}", False), ("[{value: 3, unit: 升}]", True),
     ("{value: 3}", False), ("-3", False), ("三", False)],
)  # fmt: skip
def test_a_row_of_one_column_takes_a_figure_or_a_list_of_one(site: Path, cell: str, *, taken: bool) -> None:
    form = replaced(FORM, "      - {id: cans, label: 罐数}\n", "").replace("unit: 升", "units: [升, 斗]")
    write_files(site, {"content/formats/toy.yaml": form})
    schema = schemas(site)[schema_file("report.toy")]["properties"]["oil"]["properties"]["stored"]
    assert (errors(schema, f"{cell}\n") == []) is taken


def test_a_cell_is_told_by_the_words_of_the_form(toy: dict[str, Any]) -> None:
    lamp = toy["properties"]["lamps"]["properties"]["upper"]
    assert lamp["title"] == "上层"
    assert lamp["markdownDescription"] == "3 格，依次为：1 白光、2 红光、3 合计"
    assert [snippet["body"] for snippet in lamp["defaultSnippets"]] == ["^[0, 0, =]"]
    cells = lamp["allOf"][0]["items"]
    assert [cell["title"] for cell in cells] == ["白光", "红光", "合计"]
    assert "第 3 格，共 3 格" in cells[2]["markdownDescription"]
    assert "`=`" in cells[2]["markdownDescription"]
    assert "`=`" not in cells[0]["markdownDescription"]
    assert "`lamps/upper/both`" in cells[2]["markdownDescription"]
    litres = toy["properties"]["oil"]["properties"]["stored"]["allOf"][0]["items"][0]
    assert "小数至多 2 位，单位：升" in litres["markdownDescription"]


def test_headings_without_an_id_are_no_level(toy: dict[str, Any]) -> None:
    assert list(toy["properties"]["visits"]["properties"]) == ["spring", "autumn", "winter"]
    assert list(toy["properties"]["oil"]["properties"]) == ["stored", "bought", "burnt", "kept"]
    calm = toy["properties"]["oil"]["properties"]["burnt"]["properties"]["calm"]
    assert calm["markdownDescription"].startswith("去向 › 点用\n\n")


def test_every_cell_of_the_shipped_forms_is_told_once(tmp_path: Path) -> None:
    made = schemas(tmp_path)
    for form in shipped_forms():
        text = json.dumps(made[schema_file(f"report.{form.id}")], ensure_ascii=False)
        assert [cell for cell in form.cells if text.count(f'`{cell}`"') < 1] == []


def test_a_modeline_leads_from_the_file_to_its_schema() -> None:
    assert modeline("site", "content/site.yaml").endswith("$schema=../schemas/site.schema.json")
    line = modeline("report", "content/reports/a/2024/report.yaml")
    assert line == "# yaml-language-server: $schema=../../../../schemas/report.schema.json"
