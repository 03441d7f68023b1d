"""Reads one identity (勾稽关系) of a form: ids added up on each side of `=` or `<=`.

    {each: row, sum: a + b = c}
    {each: column, sum: stock = previous.left, rule: carry-over, only: [all]}
    {each: row, sum: a <= b + c, rule: usual-relation}

With `each: column` the ids are rows, with `each: row` columns; a group's id stands for all leaves below
it. `previous.` reaches the same organ's report of the year before. An equation inside the report must
hold, and its total can be left to the program (`=`). Whatever has `<=`, `previous.`, `rule` (the name of
the rule of the catalogue that it is a case of) or `only` (the columns or rows in which it holds) is a
comparison: as grave as its rule. There is nothing beyond sums: no minus, no number, no product.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from gongkai.diagnostics.catalogue.years import ACROSS, COMPARISONS, INSIDE
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at
from gongkai.model.form import Axis, Column, Comparison, Identity, Row, Sum, Table
from gongkai.model.pattern import pattern
from gongkai.model.source import Document, Path

IDENTITY: Shape = {
    "each": Field(required=True, choices=("row", "column")),
    "sum": Field(required=True),
    "rule": Field(choices=COMPARISONS),
    "only": Field("texts"),
}
PREVIOUS = "previous."

_STRANGE = pattern(r"[^\w\s.+=<]")
_SIDES = 2

_Leaves = Mapping[str, tuple[str, ...]]
_Relation = Literal["=", "<="]


class _Side(NamedTuple):
    """The leaves that one side adds up, of this year and of the year before."""

    current: Sum
    previous: Sum


def read_identity(
    document: Document, path: Path, table: Table
) -> tuple[Identity | Comparison | None, Problems]:
    """Read `{each: row|column, sum: a + b = c, rule: …, only: […]}`."""
    data = at(document.data, path)
    well_shaped = (
        isinstance(data, dict)
        and {"each", "sum"} <= set(data) <= set(IDENTITY)
        and data["each"] in ("row", "column")
        and isinstance(data.get("only", []), list)
    )
    if not well_shaped or not isinstance(data, dict):
        detail = Text(
            "勾稽关系应写作 {each: row 或 column, sum: 甲 + 乙 = 丙}，另可有 rule 和 only",
            "an identity is {each: row or column, sum: a + b = c}, and may have rule and only",
        )
        return None, (Diagnostic("D901", document.spans.value(*path), {"detail": detail}),)
    each: Axis = "row" if data["each"] == "row" else "column"
    written = " ".join(str(data["sum"]).split())
    place = document.spans.value(*path, "sum")
    by_row, by_column = _row_leaves(table.rows, ()), _column_leaves(table.columns)
    relation: _Relation = "<=" if "<=" in written else "="
    sides, problems = _sides(written, relation, by_column if each == "row" else by_row, table, place)
    if not sides:
        return None, problems
    left, right = sides
    only, problems = _only(document, path, by_row if each == "row" else by_column, table)
    rule, more = _rule(document, path, relation, sides)
    if problems or more:
        return None, (*problems, *more)
    if not rule and not only:
        return Identity(each, left.current, right.current, written), ()
    parts = (left.current, left.previous, right.current, right.previous)
    return Comparison(each, relation, *parts, rule or INSIDE, written, only), ()


def _sides(
    written: str, relation: _Relation, leaves: _Leaves, table: Table, place: Place
) -> tuple[tuple[_Side, _Side] | None, Problems]:
    def refused(zh: str, en: str) -> tuple[None, Problems]:
        return None, (Diagnostic("D902", place, {"found": written, "detail": Text(zh, en)}),)

    if _STRANGE.search(written):
        return refused("只用 +、= 和 <=", "only +, = and <= are used")
    terms = [[term.strip() for term in side.split("+")] for side in written.split(relation)]
    every = [term for side in terms for term in side]
    if len(terms) != _SIDES or any(
        not term.removeprefix(PREVIOUS) or set(term) & set("=<") for term in every
    ):
        return refused(
            "应恰好有一个 = 或 <=，两边各有至少一项", "it needs one = or <=, and a term on each side"
        )
    unknown = [name for term in every if (name := term.removeprefix(PREVIOUS)) not in leaves]
    if unknown:
        return None, tuple(
            Diagnostic("D903", place, {"id": name, "table": table.id, "advice": nearest(name, list(leaves))})
            for name in unknown
        )
    if all(term.startswith(PREVIOUS) for term in every):
        return refused("至少有一项应是本年的", "at least one term must be of this year")
    spelled = [(term.startswith(PREVIOUS), leaf) for term in every for leaf in _of(leaves, term)]
    if len(set(spelled)) != len(spelled):
        return refused("同一行或列出现了两次", "a row or column stands in it twice")
    left, right = (_side(leaves, side) for side in terms)
    return (left, right), ()


def _side(leaves: _Leaves, terms: list[str]) -> _Side:
    def added(*, back: bool) -> Sum:
        found = [term for term in terms if term.startswith(PREVIOUS) == back]
        return Sum(tuple(leaf for term in found for leaf in _of(leaves, term)))

    return _Side(added(back=False), added(back=True))


def _of(leaves: _Leaves, term: str) -> tuple[str, ...]:
    return leaves[term.removeprefix(PREVIOUS)]


def _only(document: Document, path: Path, leaves: _Leaves, table: Table) -> tuple[tuple[str, ...], Problems]:
    """Read in which columns or rows it holds: of the other axis than its terms."""
    data = at(document.data, path)
    listed = data.get("only") if isinstance(data, dict) else None
    if listed is None:
        return (), ()
    names = [str(name) for name in listed] if isinstance(listed, list) else []
    problems = [
        Diagnostic(
            "D903",
            document.spans.value(*path, "only", i),
            {"id": name, "table": table.id, "advice": nearest(name, list(leaves))},
        )
        for i, name in enumerate(names)
        if name not in leaves
    ]
    found = [leaf for name in names if name in leaves for leaf in leaves[name]]
    if not problems and (not found or len(set(found)) != len(found)):
        place = document.spans.value(*path, "only")
        detail = Text("only 应列出行或列的标识，各一次", "only lists ids of rows or columns, each once")
        problems.append(Diagnostic("D902", place, {"found": ", ".join(names), "detail": detail}))
    return tuple(found), tuple(problems)


def _rule(
    document: Document, path: Path, relation: _Relation, sides: tuple[_Side, _Side]
) -> tuple[str, Problems]:
    """Read which rule it is a case of; an equation inside the report alone needs none."""
    data = at(document.data, path)
    name = data.get("rule") if isinstance(data, dict) else None
    if name is None:
        if any(side.previous.terms for side in sides):
            return ACROSS, ()
        return "" if relation == "=" else INSIDE, ()
    if name not in COMPARISONS:
        arguments: dict[str, Argument] = {"id": str(name), "advice": nearest(str(name), COMPARISONS)}
        return "", (Diagnostic("D907", document.spans.value(*path, "rule"), arguments),)
    return str(name), ()


def _row_leaves(rows: tuple[Row, ...], path: tuple[str, ...]) -> _Leaves:
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


def _column_leaves(columns: tuple[Column, ...]) -> _Leaves:
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


def _is_leaf(leaves: _Leaves, name: str) -> bool:
    return leaves[name] == (name,)


def _joined(leaves: _Leaves, names: list[str]) -> tuple[str, ...]:
    return tuple(leaf for name in names for leaf in leaves[name])
