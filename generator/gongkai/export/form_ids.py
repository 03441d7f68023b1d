"""The ids of a form's tables, rows and columns beside their words: what cells and quotes are named by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.width import pad, text_width
from gongkai.model.form import Form, Table

_INDENT = "  "
_TABLES, _ROWS, _COLUMNS = Text("表", "tables"), Text("行", "rows"), Text("列", "columns")
_CELL = Text("格号（accept、rollup 用）", "cell id (accept, rollup)")
_QUOTE = Text("引用（report.md 用）", "quote (report.md)")
_MORE = Text("看一张表的行和列", "rows and columns of a table")
_ELSEWHERE = Text("别的格式中的同名表", "the table of that id in other forms")


def ids_of(name: str, forms: Iterable[Form], language: Language) -> str | None:
    """Tell of a form, a table (`requests`, `cn-2021/requests`) or a cell; None where there is no such id.

    Of the forms that have a table or a cell, the latest is told of.
    """
    known = sorted(forms, key=lambda form: form.from_year, reverse=True)
    for form in known:
        if form.id == name:
            return "\n".join(_form(form, language))
    having = [(form, id_) for form in known if (id_ := name.removeprefix(f"{form.id}/")) in _names(form)]
    if not having:
        return None
    (form, id_), *others = having
    table = form.table_by_id[id_.split("/")[0]]
    if "/" in id_:
        return "\n".join(_cell(form, table, id_, language))
    return "\n".join(_table(form, table, [other.id for other, _ in others], language))


def known_ids(forms: Iterable[Form]) -> tuple[str, ...]:
    """Give the ids of forms and tables, each once."""
    listed = tuple(forms)
    return tuple(dict.fromkeys([*(f.id for f in listed), *(table.id for f in listed for table in f.tables)]))


def _names(form: Form) -> frozenset[str]:
    return frozenset((*form.table_by_id, *form.cells))


def _form(form: Form, language: Language) -> Iterator[str]:
    yield f"{form.id}  {form.name}（{form.basis}）"
    yield _TABLES.of(language)
    yield from _beside([(table.id, form.called(table)) for table in form.tables])
    yield f"{_MORE.of(language)}{_colon(language)}gongkai explain {form.tables[0].id}"


def _table(form: Form, table: Table, others: Sequence[str], language: Language) -> Iterator[str]:
    yield f"{table.id}  {form.called(table)}（{form.id}）"
    yield _ROWS.of(language)
    yield from _beside([(row.path, " ".join(row.labels)) for row in table.leaf_rows])
    yield _COLUMNS.of(language)
    yield from _beside([(column.id, " ".join(column.labels)) for column in table.leaf_columns])
    yield from _written(table.cells[0], language)
    if others:
        yield f"{_ELSEWHERE.of(language)}{_colon(language)}" + ", ".join(
            f"gongkai explain {name}/{table.id}" for name in others
        )


def _cell(form: Form, table: Table, cell: str, language: Language) -> Iterator[str]:
    _, row, column = cell.split("/")
    yield f"{cell}（{form.id}）"
    words = (
        (_TABLES, form.called(table)),
        (_ROWS, " ".join(table.row_by_path[row].labels)),
        (_COLUMNS, " ".join(table.column_by_id[column].labels)),
    )
    yield from _beside([(heading.of(language), told) for heading, told in words])
    yield from _written(cell, language)


def _written(cell: str, language: Language) -> Iterator[str]:
    """Show how a cell is named in `accept` and in a text."""
    yield f"{_CELL.of(language)}{_colon(language)}{cell}"
    yield f"{_QUOTE.of(language)}{_colon(language)}{{{{ {cell.replace('/', '.')} }}}}"


def _beside(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    width = max(text_width(first) for first, _ in pairs)
    for first, second in pairs:
        yield f"{_INDENT}{pad(first, width)}  {second}"


def _colon(language: Language) -> str:
    return "：" if language == "zh-CN" else ": "
