"""Reads what a form asks the text of a section, or of the whole report, to speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.diagnostics.catalogue.structure import ASKED
from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at, read_fields, text
from gongkai.model.form import Table, Want
from gongkai.model.source import Document, Path, Value

WANT: Shape = {
    "rule": Field(required=True, choices=ASKED),
    "name": Field(required=True),
    "words": Field("texts", required=True),
    "kinds": Field("texts"),
    "when": Field(),
}


def read_wants(document: Document, path: Path, tables: Sequence[Table]) -> tuple[tuple[Want, ...], Problems]:
    """Read `[{rule, name, words: […], kinds: […], when: cell}]` at `path`."""
    listed = at(document.data, path) if _is_there(document.data, path) else None
    wants: list[Want] = []
    problems: list[Diagnostic] = []
    for i in range(len(listed) if isinstance(listed, list) else 0):
        here = (*path, i)
        values, trouble = read_fields(document, here, WANT)
        problems += trouble
        if not trouble:
            wants.append(_want(values))
            problems += _mistakes(document, here, wants[-1], tables)
    return tuple(wants), tuple(problems)


def _is_there(data: Value, path: Path) -> bool:
    record = at(data, path[:-1])
    return isinstance(record, dict) and path[-1] in record


def _want(values: dict[str, Value]) -> Want:
    return Want(
        rule=text(values, "rule"),
        name=text(values, "name"),
        words=_texts(values, "words"),
        kinds=_texts(values, "kinds"),
        when=text(values, "when"),
    )


def _mistakes(document: Document, path: Path, want: Want, tables: Sequence[Table]) -> Iterator[Diagnostic]:
    if not all(want.words) or not want.words:
        detail = Text("words 中没有词语", "words is without words")
        yield Diagnostic("D901", document.spans.value(*path, "words"), {"detail": detail})
    cells = [cell for table in tables for cell in table.cells]
    if want.when and want.when not in cells:
        advice = nearest(want.when, cells)
        detail = Text(f"没有“{want.when}”这一格；{advice.zh}", f"no cell “{want.when}”. {advice.en}")
        yield Diagnostic("D901", document.spans.value(*path, "when"), {"detail": detail})


def _texts(values: dict[str, Value], key: str) -> tuple[str, ...]:
    found = values.get(key)
    return tuple(str(item) for item in found) if isinstance(found, list) else ()
