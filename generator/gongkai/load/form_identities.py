"""Reads one identity (勾稽关系) of a form: ids added up on each side of an equals sign."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import at
from gongkai.model.form import Axis, Column, Comparison, Identity, Row, Sum, Table
from gongkai.model.source import Document, Path


def read_identity(
    document: Document, path: Path, table: Table
) -> tuple[Identity | Comparison | None, Problems]:
    """Read `{each: row|column, sum: a + b = c}`; a group's id stands for all leaves below it."""
    data = at(document.data, path)
    if not isinstance(data, dict) or set(data) != {"each", "sum"} or data["each"] not in ("row", "column"):
        detail = Text(
            "勾稽关系应写作 {each: row 或 column, sum: 甲 + 乙 = 丙}",
            "an identity is {each: row or column, sum: a + b = c}",
        )
        return None, (Diagnostic("D901", document.spans.value(*path), {"detail": detail}),)
    each: Axis = "row" if data["each"] == "row" else "column"
    written = " ".join(str(data["sum"]).split())
    place = document.spans.value(*path, "sum")
    sides = [[term.strip() for term in side.split("+")] for side in written.split("=")]
    if re.search(r"[^\w\s.+=]", written):
        detail = Text("只用 + 和 =", "only + and = are used")
        return None, (Diagnostic("D902", place, {"found": written, "detail": detail}),)
    if len(sides) != 2 or not all(term for side in sides for term in side):  # noqa: PLR2004 - two sides
        detail = Text(
            "应恰好有一个等号，两边各有至少一项", "it needs one equals sign and a term on each side"
        )
        return None, (Diagnostic("D902", place, {"found": written, "detail": detail}),)
    leaves = _column_leaves(table.columns) if each == "row" else _row_leaves(table.rows, ())
    terms = [term for side in sides for term in side]
    unknown = [term for term in terms if term not in leaves]
    if unknown:
        return None, tuple(
            Diagnostic("D903", place, {"id": term, "table": table.id, "advice": nearest(term, list(leaves))})
            for term in unknown
        )
    left, right = (Sum(tuple(leaf for term in side for leaf in leaves[term])) for side in sides)
    every = (*left.terms, *right.terms)
    if len(set(every)) != len(every):
        detail = Text("同一行或列出现了两次", "a row or column stands in it twice")
        return None, (Diagnostic("D902", place, {"found": written, "detail": detail}),)
    return Identity(each, left, right, written), ()


def _row_leaves(rows: tuple[Row, ...], path: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        here = (*path, row.id) if row.id else path
        if row.children:
            below = _row_leaves(row.children, here)
            found |= below
            if row.id:
                found[".".join(here)] = _joined(below, [r for r in below if _is_leaf(below, r)])
        else:
            found[".".join(here)] = (".".join(here),)
    return found


def _column_leaves(columns: tuple[Column, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for column in columns:
        if column.children:
            below = _column_leaves(column.children)
            found |= below
            if column.id:
                found[column.id] = _joined(below, [c for c in below if _is_leaf(below, c)])
        else:
            found[column.id] = (column.id,)
    return found


def _is_leaf(leaves: Mapping[str, tuple[str, ...]], name: str) -> bool:
    return leaves[name] == (name,)


def _joined(leaves: Mapping[str, tuple[str, ...]], names: list[str]) -> tuple[str, ...]:
    return tuple(leaf for name in names for leaf in leaves[name])
