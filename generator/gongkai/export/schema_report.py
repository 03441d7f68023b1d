"""A form as JSON Schema: each row of its tables with its columns, for help while a report is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.diagnostics.catalogue.every import RULES
from gongkai.export.scaffold import UNFILLED
from gongkai.export.schema_shapes import Json, Schema, headed, schema_of
from gongkai.model.form import Form, LeafColumn, LeafRow, Row, Table, cell_labels
from gongkai.model.shape import Shape

_MEANING = {
    "count": "不小于 0 的整数",
    "change": "整数，减少的写负数",
    "amount": "不小于 0 的数",
}
_CELLS = "cells"
_CELL = r"^[^\s/]+/[^\s/]+/[^\s/]+$"


def report_schema(form: Form, shape: Shape) -> Schema:
    """Give the schema of a report.yaml in one form; `shape` has the keys that are not tables."""
    schema = schema_of(shape, "report")
    properties = schema["properties"]
    required = schema["required"]
    assert isinstance(properties, dict)  # noqa: S101 - for the types: it was made so
    assert isinstance(required, list)  # noqa: S101 - the same
    tables: dict[str, Json] = {table.id: _table(form, table) for table in form.tables}
    schema["properties"] = {**properties, **tables}
    schema["required"] = [*required, *tables]
    _set(schema, ("format",), {"const": form.id, "description": f"{form.name}（{form.basis}）"})
    _set(schema, ("year",), {"type": "integer", "minimum": form.from_year, "description": _years(form)})
    if form.to_year:
        _set(schema, ("year",), {"maximum": form.to_year})
    titles = " 或 ".join(form.titles("机关全称", form.from_year))
    _set(schema, ("title",), {"description": f"标题，写作 {titles}"})
    schema["definitions"] = {_CELLS: {"defaultSnippets": list(_cells(form))}}
    for way in (("accept", "cell"), ("rollup", "adjustments", "cell")):
        _set(schema, way, {"pattern": _CELL, "patternErrorMessage": "单元格写作 表/行/列"})
        _set(schema, way, {"allOf": [{"$ref": f"#/definitions/{_CELLS}"}]})
    _set(schema, ("accept", "code"), {"defaultSnippets": list(_codes())})
    return headed(f"{form.name}（{form.basis}）", schema)


def _years(form: Form) -> str:
    last = f"至 {form.to_year}" if form.to_year else "起"
    return f"报告的年度，不是发布的年度；本格式用于 {form.from_year} 年度{last}"


def _set(schema: Schema, way: Sequence[str], more: Schema) -> None:
    """Add to what is said of a key, where the shape has it."""
    for key in way:
        items = schema.get("items")
        schema = items if isinstance(items, dict) else schema
        properties = schema.get("properties")
        found = properties.get(key) if isinstance(properties, dict) else None
        if not isinstance(found, dict):
            return
        schema = found
    schema |= more


def _table(form: Form, table: Table) -> Schema:
    heading = next((s.heading for s in form.sections if table.id in s.tables), "")
    said = [heading, table.title, table.note]
    schema = _rows(table, table.rows, ())
    schema["description"] = "\n\n".join(text for text in said if text)
    return schema


def _rows(table: Table, rows: Sequence[Row], path: tuple[str, ...]) -> Schema:
    properties: dict[str, Json] = {}
    for row, labels in _named(rows, ()):
        here = (*path, row.id)
        if row.children:
            group = _rows(table, row.children, here)
            group["description"] = " ".join(labels)
            properties[row.id] = group
        else:
            properties[row.id] = _row(table, table.row_by_path[".".join(here)])
    required: list[Json] = [*properties]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _named(rows: Sequence[Row], labels: tuple[str, ...]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Rows that are a level in the data, with the headings above them that are none."""
    for row in rows:
        if row.id:
            yield row, (*labels, row.label)
        else:
            yield from _named(row.children, (*labels, row.label))


def _row(table: Table, row: LeafRow) -> Schema:
    columns = table.leaf_columns
    cells = [_cell(table, row, column, i) for i, column in enumerate(columns)]
    if len(columns) == 1:
        # A list of one is taken too; what is said of lists says nothing of a figure by itself.
        listed: Schema = {"items": [cells[0]], "minItems": 1, "maxItems": 1}
        return {**cells[0], "type": [*_types(columns[0]), "array"], "allOf": [listed]}
    order = "、".join(f"{i} {column.labels[-1]}" for i, column in enumerate(columns, 1))
    blank = ", ".join("=" if table.is_total(row.path, column.id) else "0" for column in columns)
    items: list[Json] = [*cells]
    return {
        "type": "array",
        "title": row.labels[-1],
        "markdownDescription": f"{_above(row)}{len(columns)} 格，依次为：{order}",
        "description": f"{len(columns)} 格，依次为：{order}",
        "errorMessage": f"应为方括号括起的 {len(columns)} 格，如 [{blank}]",
        "defaultSnippets": [
            {"label": f"[{blank}]", "description": order, "type": "string", "body": f"^[{blank}]"}
        ],
        # Apart, because an editor completes a key that has `items` with a list over several lines.
        "allOf": [{"items": items, "minItems": len(columns), "maxItems": len(columns)}],
    }


def _types(leaf: LeafColumn) -> list[Json]:
    number = "number" if leaf.column.type == "amount" else "integer"
    return [number, "string", "null", *(["object"] if leaf.column.units else [])]


def _above(row: LeafRow) -> str:
    return f"{' › '.join(row.labels[:-1])}\n\n" if row.labels[:-1] else ""


def _cell(table: Table, row: LeafRow, leaf: LeafColumn, i: int) -> Schema:
    column = leaf.column
    is_total = table.is_total(row.path, leaf.id)
    meaning = _MEANING[column.type]
    if column.type == "amount":
        meaning += f"，小数至多 {column.places} 位" + (f"，单位：{column.unit}" if column.unit else "")
    if column.units:
        meaning += f"；写明单位：`{{value: 数, unit: {column.units[0]}}}`，单位可为{'、'.join(column.units)}"
    ways = [meaning, *(["合计可写 `=`，由程序相加"] if is_total else []), "`/` 不适用", "`~` 空缺"]
    where = f"{' '.join(row.labels)} · {' '.join(leaf.labels)}"
    told = f"{where}\n\n第 {i + 1} 格，共 {len(table.leaf_columns)} 格\n\n"
    schema: Schema = {
        "type": _types(leaf),
        "title": leaf.labels[-1],
        "markdownDescription": f"{told}{'；'.join(ways)}\n\n`{table.cell(row.path, leaf.id)}`",
        "description": where,
        "errorMessage": f"应为{meaning}",
        "pattern": f"^(?:/|{UNFILLED}{'|=' if is_total else ''})$",
        "patternErrorMessage": "；".join(["这里不能写文字：" + meaning, *ways[1:]]),
    }
    if column.type != "change":
        schema["minimum"] = 0
    if column.units:
        units: list[Json] = [*column.units]
        schema["properties"] = {
            "value": {"type": ["number", "string", "null"], "minimum": 0, "pattern": f"^(?:/|{UNFILLED})$"},
            "unit": {"enum": units, "description": "单位"},
        }
        schema["required"] = ["value", "unit"]
        schema["additionalProperties"] = False
    return schema


def _cells(form: Form) -> Iterator[Json]:
    for table in form.tables:
        for cell in table.cells:
            row, column = cell_labels(table, cell)
            yield {"label": f"{cell}  {row} {column}", "body": cell, "type": "string"}


def _codes() -> Iterator[Json]:
    for rule in RULES:
        if rule.acceptable:
            yield {"label": f"{rule.code}  {rule.title.zh}", "body": rule.code, "type": "string"}
