"""Turns the shape of a YAML file into JSON Schema, with what an editor says of each key.

Draft 7 is what every version of yaml-language-server reads; a choice is never made by `oneOf`, which
an editor answers with the mistakes of every branch.
"""

from __future__ import annotations

from gongkai.export.schema_words import WORDS, Words
from gongkai.model.shape import Field, Shape

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

DRAFT = "http://json-schema.org/draft-07/schema#"
WRITTEN_BY = "由 gongkai schema 写成，改了也会被改回 · Written by gongkai schema"


def headed(title: str, schema: Schema) -> Schema:
    """Put before a schema what says what it is."""
    return {"$schema": DRAFT, "$comment": WRITTEN_BY, "description": title, **schema}


def schema_of(shape: Shape, way: str) -> Schema:
    """Give the schema of a mapping; `way` is the way to it in the list of words."""
    shapes: dict[int, str] = {}
    below: dict[str, Json] = {}
    schema = _mapping(shape, way, shapes, below)
    return {**schema, "definitions": below} if below else schema


def _mapping(shape: Shape, way: str, shapes: dict[int, str], below: dict[str, Json]) -> Schema:
    required: list[Json] = [key for key, field in shape.items() if field.required]
    properties: Schema = {key: _field(field, f"{way}.{key}", shapes, below) for key, field in shape.items()}
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Field, way: str, shapes: dict[int, str], below: dict[str, Json]) -> Schema:
    words = WORDS.get(way, Words(""))
    schema: Schema = {"description": words.text}
    empty: list[Json] = [] if field.required else ["null"]
    match field.kind:
        case "text" if field.choices:
            schema |= _choice(field, words)
        case "text":
            schema |= {"type": ["string", "number", *empty]}
            schema |= _pattern(words)
        case "integer" | "number":
            schema |= {"type": [field.kind, *empty]}
        case "flag":
            schema |= {"type": ["boolean", *empty]}
        case "texts":
            plain: Schema = {"type": ["string", "number", "boolean"]}
            schema |= {"type": ["array", *empty], "items": _choice(field, words) if field.choices else plain}
        case "mapping" | "any" if field.of or field.each or field.kind == "mapping":
            schema |= _below(field.of, way, shapes, below) if field.of else {}
            schema["type"] = ["object", *empty]
            if field.each:
                schema["additionalProperties"] = _below(field.each, way, shapes, below)
            if words.snippet:
                schema["defaultSnippets"] = [_snippet(words)]
        case "records":
            record: Schema = _below(field.of, way, shapes, below) if field.of else {"type": "object"}
            schema |= {"type": ["array", *empty], "items": record}
            if words.snippet and "$ref" not in record:
                schema["items"] = {**record, "defaultSnippets": [_snippet(words)]}
    return schema


def _below(shape: Shape, way: str, shapes: dict[int, str], below: dict[str, Json]) -> Schema:
    """Give the schema of a shape further in; one that has itself in it is defined once and named."""
    name = shapes.get(id(shape))
    if name is None and any(field.of is shape for field in shape.values()):
        name = shapes[id(shape)] = way
        below[name] = _mapping(shape, way, shapes, below)
    return {"$ref": f"#/definitions/{name}"} if name else _mapping(shape, way, shapes, below)


def _choice(field: Field, words: Words) -> Schema:
    meant = words.choices or {}
    listed: list[Json] = [*field.choices]
    described: list[Json] = [meant.get(choice, "") for choice in field.choices]
    if not field.required and field.kind == "text":
        listed.append(None)
        described.append("不写")
    wanted = f"应为 {'、'.join(field.choices)} 之一"
    return {"enum": listed, "enumDescriptions": described, "errorMessage": wanted}


def _pattern(words: Words) -> Schema:
    return {"pattern": words.pattern, "patternErrorMessage": words.wanted} if words.pattern else {}


def _snippet(words: Words) -> Schema:
    body: Schema = {}
    for key, value in (words.snippet or {}).items():
        listed: list[Json] = [*value]
        body[key] = value if isinstance(value, str) else listed
    return {"label": words.text.split("：")[0], "body": body}
