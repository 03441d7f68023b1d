"""Reads a form's definition; a form with a mistake in it is refused, with the mistake's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import (
    Field,
    Shape,
    at,
    integer,
    read_fields,
    text,
)
from gongkai.load.form_identities import IDENTITY, read_identity
from gongkai.load.form_phrases import PHRASES, read_phrases
from gongkai.load.form_wants import WANT, read_wants
from gongkai.model.form import Column, Comparison, Form, Identity, Row, Section, Table, Want
from gongkai.model.pattern import pattern
from gongkai.model.source import Document, Path, Value

_YEARS: Shape = {"from": Field("integer", required=True), "to": Field("integer")}
_SECTION: Shape = {
    "id": Field(required=True),
    "heading": Field(required=True),
    "aliases": Field("texts"),
    "tables": Field("texts"),
    "caption": Field(),
    "least": Field("integer"),
    "most": Field("integer"),
    "wants": Field("records", of=WANT),
}
_ROW: dict[str, Field] = {
    "id": Field(),
    "label": Field(required=True),
    "needs": Field(choices=("rulemaking",)),
}
_ROW["rows"] = Field("records", of=_ROW)
_COLUMN: dict[str, Field] = {
    "id": Field(),
    "label": Field(required=True),
    "type": Field(choices=("count", "change", "amount")),
    "unit": Field(),
    "units": Field("texts"),
    "places": Field("integer"),
}
_COLUMN["columns"] = Field("records", of=_COLUMN)
_TABLE: Shape = {
    "id": Field(required=True),
    "title": Field(),
    "row_head": Field(),
    "note": Field(),
    "layout": Field(choices=("down", "across")),
    "measure": Field(),
    "watch": Field("texts"),
    "columns": Field("records", required=True, of=_COLUMN),
    "rows": Field("records", required=True, of=_ROW),
    "identities": Field("records", of=IDENTITY),
}
FORM: Shape = {
    "id": Field(required=True),
    "name": Field(required=True),
    "basis": Field(required=True),
    "years": Field("mapping", required=True, of=_YEARS),
    "titles": Field("texts", required=True),
    "sections": Field("records", required=True, of=_SECTION),
    "tables": Field("records", required=True, of=_TABLE),
    "phrases": Field("any", of=PHRASES),
    "wants": Field("records", of=WANT),
}

_ID = pattern(r"[a-z][a-z0-9_]*")
_FORM_ID = pattern(r"[a-z][a-z0-9_-]*")
# Keys of report.yaml, an id that every page has, and the word for last year's report.
_RESERVED = frozenset(
    (
        *("format", "organ", "year", "title", "published", "source", "accept", "rollup", "review"),
        *("main", "previous"),
    )
)
_MOST_PLACES = 10
_WATCHED = ("jump", "repeat")


class _Read(NamedTuple):
    """A definition being read: its document, and where its problems are gathered."""

    document: Document
    problems: list[Diagnostic]

    def fields(self, path: Path, shape: Shape) -> dict[str, Value]:
        values, problems = read_fields(self.document, path, shape)
        self.problems.extend(_as_form_problem(problem) for problem in problems)
        return values

    def records(self, path: Path) -> Iterator[Path]:
        data = at(self.document.data, path)
        yield from ((*path, i) for i in range(len(data) if isinstance(data, list) else 0))

    def say(self, path: Path, zh: str, en: str) -> None:
        place = self.document.spans.value(*path)
        self.problems.append(Diagnostic("D901", place, {"detail": Text(zh, en)}))

    def no_twice(self, ids: Sequence[tuple[str, Path]]) -> None:
        seen: set[str] = set()
        for name, path in ids:
            if name in seen:
                place = self.document.spans.value(*path, "id")
                self.problems.append(Diagnostic("D904", place, {"id": name}))
            seen.add(name)


def read_form(document: Document) -> tuple[Form | None, Problems]:
    """Read a form; None beside its problems where there are any."""
    read = _Read(document, [])
    values = read.fields((), FORM)
    if read.problems:
        return None, tuple(read.problems)
    years = read.fields(("years",), _YEARS)
    _check_years(read, years)
    _check_titles(read)
    _check_id(read, (), _FORM_ID)
    tables = tuple(_table(read, path) for path in read.records(("tables",)))
    read.no_twice([(table.id, ("tables", i)) for i, table in enumerate(tables)])
    sections = tuple(_section(read, path, tables) for path in read.records(("sections",)))
    read.no_twice([(section.id, ("sections", i)) for i, section in enumerate(sections)])
    for name, found in (("sections", sections), ("tables", tables)):
        # Where both are empty, the form is that of a document: free text, and no tables.
        if not found and (sections or tables):
            read.say((name,), f"{name} 为空", f"{name} is empty")
    shown = [table for section in sections for table in section.tables]
    is_known = {table.id for table in tables}.issuperset(shown)
    for i, table in enumerate(tables):
        if is_known and table.id and shown.count(table.id) != 1:
            read.say(
                ("tables", i),
                f"表“{table.id}”应恰好放在一个部分里",
                f"the table “{table.id}” should stand in one section",
            )
    phrases, problems = read_phrases(document, tables)
    read.problems.extend(problems)
    wants = _wants(read, (), tables)
    if read.problems:
        return None, tuple(read.problems)
    titles = values["titles"]
    form = Form(
        id=text(values, "id"),
        name=text(values, "name"),
        basis=text(values, "basis"),
        from_year=integer(years, "from", 0),
        to_year=integer(years, "to", 0) or None,
        title_patterns=tuple(str(t) for t in titles) if isinstance(titles, list) else (),
        sections=sections,
        tables=tables,
        phrases=phrases,
        wants=wants,
        file=document.source.file,
    )
    return form, ()


def _check_years(read: _Read, years: dict[str, Value]) -> None:
    if "to" in years and integer(years, "to", 0) < integer(years, "from", 0):
        read.say(("years", "to"), "结束的年度早于开始的年度", "it ends before it begins")


def _check_titles(read: _Read) -> None:
    for path in read.records(("titles",)):
        words = str(at(read.document.data, path))
        rest = words.replace("{organ}", "").replace("{year}", "")
        if "{" in rest or "}" in rest or "{organ}" not in words or "{year}" not in words:
            read.say(
                path,
                "标题中应有 {organ} 和 {year}，不能有别的花括号",
                "a title has {organ} and {year} in it, and no other braces",
            )


def _check_id(read: _Read, path: Path, pattern: re.Pattern[str] = _ID) -> None:
    """Check the id of a record that has one: ids become parts of cell ids and of addresses."""
    record = at(read.document.data, path)
    if not isinstance(record, dict) or record.get("id") is None:
        return
    name = str(record["id"])
    if not pattern.fullmatch(name) or name in _RESERVED:
        read.say(
            (*path, "id"),
            f"“{name}”不能作标识：用小写字母开头，只用小写字母、数字和下划线",
            f"“{name}” cannot be an id: lower-case letters, digits and underscores, a letter first",
        )


def _section(read: _Read, path: Path, tables: Sequence[Table]) -> Section:
    values = read.fields(path, _SECTION)
    _check_id(read, path)
    named = _texts(values, "tables")
    known = [table.id for table in tables]
    for i, name in enumerate(named):
        if name not in known:
            place = read.document.spans.value(*path, "tables", i)
            read.problems.append(Diagnostic("D905", place, {"id": name, "advice": nearest(name, known)}))
    wants = _wants(read, path, tables)
    return Section(
        id=text(values, "id"),
        heading=text(values, "heading"),
        aliases=_texts(values, "aliases"),
        tables=named,
        caption=text(values, "caption") or text(values, "heading"),
        least=integer(values, "least", 0),
        most=integer(values, "most", 0),
        wants=wants,
    )


def _wants(read: _Read, path: Path, tables: Sequence[Table]) -> tuple[Want, ...]:
    wants, problems = read_wants(read.document, (*path, "wants"), tables)
    read.problems.extend(p if p.code.startswith("D9") else _as_form_problem(p) for p in problems)
    return wants


def _table(read: _Read, path: Path) -> Table:
    values = read.fields(path, _TABLE)
    _check_id(read, path)
    if "columns" not in values or "rows" not in values:
        return Table("", (), ())
    bare = Table(
        id=text(values, "id"),
        columns=tuple(_column(read, below) for below in read.records((*path, "columns"))),
        rows=tuple(_row(read, below) for below in read.records((*path, "rows"))),
        title=text(values, "title"),
        row_head=text(values, "row_head"),
        note=text(values, "note"),
        layout="across" if values.get("layout") == "across" else "down",
        measure=text(values, "measure"),
        watch=_watched(read, path, values),
    )
    read.no_twice(list(_ids(read, (*path, "rows"), "rows", ())))
    read.no_twice([(ids.rsplit(".", 1)[-1], at) for ids, at in _ids(read, (*path, "columns"), "columns", ())])
    for name, leaves in (("rows", bare.leaf_rows), ("columns", bare.leaf_columns)):
        if not leaves:
            read.say((*path, name), f"{name} 为空", f"{name} is empty")
    if "identities" not in values:
        return bare
    identities: list[Identity] = []
    comparisons: list[Comparison] = []
    for below in read.records((*path, "identities")):
        identity, problems = read_identity(read.document, below, bare)
        read.problems.extend(problems)
        match identity:
            case Identity():
                identities.append(identity)
            case Comparison():
                comparisons.append(identity)
    return bare._replace(identities=tuple(identities), comparisons=tuple(comparisons))


def _watched(read: _Read, path: Path, values: dict[str, Value]) -> tuple[str, ...]:
    found = _texts(values, "watch")
    for i, name in enumerate(found):
        if name not in _WATCHED:
            known = " / ".join(_WATCHED)
            read.say((*path, "watch", i), f"“{name}”应为 {known}", f"“{name}” should be {known}")
    return found


def _ids(read: _Read, path: Path, below: str, way: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Give the dotted id of every row or column that has one, and where it is defined."""
    for here in read.records(path):
        data = at(read.document.data, here)
        if not isinstance(data, dict):
            continue
        name = data.get("id")
        down = (*way, str(name)) if name else way
        if name:
            yield ".".join(down), here
        if below in data:
            yield from _ids(read, (*here, below), below, down)


def _row(read: _Read, path: Path) -> Row:
    values = read.fields(path, _ROW)
    if not values.get("rows") and not text(values, "id"):
        read.say(path, "没有下级的行必须有 id", "a row without rows below it needs an id")
    _check_id(read, path)
    children = tuple(_row(read, below) for below in read.records((*path, "rows"))) if "rows" in values else ()
    return Row(text(values, "label"), text(values, "id"), children, text(values, "needs"))


def _column(read: _Read, path: Path) -> Column:
    values = read.fields(path, _COLUMN)
    if not values.get("columns") and not text(values, "id"):
        read.say(path, "没有下级的列必须有 id", "a column without columns below it needs an id")
    _check_id(read, path)
    if not 0 <= integer(values, "places", 0) <= _MOST_PLACES:
        read.say(
            (*path, "places"), f"小数位数应为 0 到 {_MOST_PLACES}", f"it takes 0 to {_MOST_PLACES} places"
        )
    below = tuple(_column(read, p) for p in read.records((*path, "columns"))) if "columns" in values else ()
    kind = values.get("type")
    return Column(
        label=text(values, "label"),
        id=text(values, "id"),
        type="amount" if kind == "amount" else "change" if kind == "change" else "count",
        unit=text(values, "unit"),
        units=_texts(values, "units"),
        places=integer(values, "places", 0),
        children=below,
    )


def _texts(values: dict[str, Value], key: str) -> tuple[str, ...]:
    found = values.get(key)
    return tuple(str(item) for item in found) if isinstance(found, list) else ()


def _as_form_problem(problem: Diagnostic) -> Diagnostic:
    """A form's own mistakes are of one family: say the shape problem's sentence as its detail."""
    arguments = problem.arguments
    key = str(arguments.get("key", ""))
    match problem.code:
        case "D201":
            detail = Text(f"缺少“{key}”", f"“{key}” is missing")
        case "D202":
            detail = Text(f"不认识的项“{key}”", f"“{key}” is not known here")
        case _:
            wanted, found = arguments["wanted"], arguments["found"]
            zh = f"“{key}”应为{_of(wanted, 0)}，实为{_of(found, 0)}"
            detail = Text(zh, f"“{key}” should be {_of(wanted, 1)}, but is {_of(found, 1)}")
    return Diagnostic("D901", problem.place, {"detail": detail})


def _of(argument: str | int | Text, which: int) -> str:
    if isinstance(argument, Text):
        return argument.en if which else argument.zh
    return str(argument)
