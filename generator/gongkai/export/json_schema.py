"""The JSON Schemas of a site: one for each kind of YAML file, written from the forms and the shapes.

What they refuse the program refuses too; much that it refuses they cannot see. Front matter stands in
a Markdown file, where no editor looks for YAML, and has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from gongkai.export.schema_report import report_schema
from gongkai.export.schema_shapes import Json, Schema, headed, schema_of
from gongkai.export.schema_words import WORDS
from gongkai.model.form import Form
from gongkai.model.shape import Shape

FOLDER = "schemas"
REPORT = "report"

# For which files of a site each schema is.
FILES: Mapping[str, str] = {
    "site": "content/site.yaml",
    "organs": "content/organs.yaml",
    "column": "content/columns/**/column.yaml",
    REPORT: "content/reports/*/*/report.yaml",
    "form": "content/formats/*.yaml",
}


def schema_file(kind: str) -> str:
    """Give the name of a schema's file."""
    return f"{kind}.schema.json"


def modeline(kind: str, file: str) -> str:
    """Give the comment by which an editor finds the schema of a file of the site."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema_file(kind)}"


def json_schemas(forms: Iterable[Form], shapes: Mapping[str, Shape]) -> dict[str, bytes]:
    """Make every schema, by the name of its file."""
    known = sorted(forms, key=lambda form: (-form.from_year, form.id))
    made: dict[str, Schema] = {
        kind: headed(WORDS[kind].text, schema_of(shape, kind))
        for kind, shape in shapes.items()
        if kind != REPORT
    }
    made[REPORT] = _by_format(known)
    for form in known:
        made[f"{REPORT}.{form.id}"] = report_schema(form, shapes[REPORT])
    return {schema_file(kind): _bytes(schema) for kind, schema in made.items()}


def _by_format(forms: Iterable[Form]) -> Schema:
    """Choose by `format`: what fits another form is not held against the report."""
    ids: list[Json] = []
    names: list[Json] = []
    branches: list[Json] = []
    for form in forms:
        ids.append(form.id)
        names.append(f"{form.name}（{form.basis}）")
        given: Schema = {"properties": {"format": {"const": form.id}}, "required": ["format"]}
        branches.append({"if": given, "then": {"$ref": schema_file(f"{REPORT}.{form.id}")}})
    choice: Schema = {
        "enum": ids,
        "enumDescriptions": names,
        "description": WORDS["report.format"].text,
        "errorMessage": "没有这个格式；自己的格式放在 content/formats，然后运行 gongkai schema",
    }
    schema: Schema = {"type": "object", "required": ["format"], "properties": {"format": choice}}
    return headed(WORDS[REPORT].text, {**schema, "allOf": branches})


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
