"""Reads how texts speak of a form's figures: words, and the rows and columns of a table that they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at, read_fields
from gongkai.model.form import Table
from gongkai.model.phrase import LESS, Phrase, Phrases, Reading, Role
from gongkai.model.source import Document, Path, Value

_PHRASE: Shape = {
    "words": Field("texts", required=True),
    "is": Field("texts"),
    "certain": Field("any"),
    "everyday": Field("any"),
    "outright": Field("any"),
    "part": Field("any"),
    "beside": Field("any"),
    "listed": Field("any"),
    "nought": Field("any"),
}
_TABLE: Shape = {
    "units": Field("texts", required=True),
    "subjects": Field("records", of=_PHRASE),
    "rows": Field("records", of=_PHRASE),
    "columns": Field("records", of=_PHRASE),
}
PHRASES: Shape = {
    "elsewhere": Field("texts"),
    "aside": Field("texts"),
    "tables": Field("mapping", each=_TABLE),
}
_BESIDE: tuple[Role, ...] = ("elsewhere", "aside")
_ROLES: Mapping[str, Role] = {"subjects": "subject", "rows": "row", "columns": "column"}
# Words for the year before and after, wherever a word says {last} or {next}.
_YEARS = {
    "{last}": ("上年", "上年度", "上一年", "上一年度", "去年", "去年度"),
    "{next}": ("下年", "下年度", "下一年", "下一年度", "次年", "次年度", "明年"),
}


class _Read:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Diagnostic] = []

    def fields(self, path: Path, shape: Shape) -> dict[str, Value]:
        values, problems = read_fields(self.document, path, shape)
        for problem in problems:
            key = str(problem.arguments.get("key", ""))
            detail = Text(f"“{key}”写法不对", f"“{key}” is not as it should be")
            self.problems.append(Diagnostic("D901", problem.place, {"detail": detail}))
        return values


def read_phrases(document: Document, tables: tuple[Table, ...]) -> tuple[Phrases, Problems]:
    """Read `phrases:` of a form, which may be left out."""
    if not isinstance(document.data, dict) or document.data.get("phrases") is None:
        return Phrases(), ()
    read = _Read(document)
    values = read.fields(("phrases",), PHRASES)
    items = [Phrase(role, _words(values[role])) for role in _BESIDE if role in values]
    units = []
    known = {table.id: table for table in tables}
    spoken_of = values.get("tables")
    for name in spoken_of if isinstance(spoken_of, dict) else ():
        path: Path = ("phrases", "tables", name)
        if name not in known:
            advice = nearest(name, list(known))
            read.problems.append(
                Diagnostic("D905", document.spans.key(*path), {"id": name, "advice": advice})
            )
            continue
        below = read.fields(path, _TABLE)
        units.append((name, _words(below.get("units"))))
        for key, role in _ROLES.items():
            records = below.get(key)
            count = len(records) if isinstance(records, list) else 0
            items += [_phrase(read, (*path, key, i), role, known[name]) for i in range(count)]
    return Phrases(tuple(items), tuple(units)), tuple(read.problems)


def _phrase(read: _Read, path: Path, role: Role, table: Table) -> Phrase:
    values = read.fields(path, _PHRASE)
    meant = values.get("is")
    readings = tuple(_readings(read, (*path, "is"), role, table)) if isinstance(meant, list) else ()
    return Phrase(
        role,
        _words(values.get("words")),
        table.id,
        readings,
        certain=values.get("certain") is True,
        everyday=values.get("everyday") is True,
        outright=values.get("outright") is True,
        part=values.get("part") is True,
        beside=values.get("beside") is True or values.get("listed") is True,
        listed=values.get("listed") is True,
        nought=values.get("nought") is True,
    )


def _readings(read: _Read, path: Path, role: Role, table: Table) -> Iterator[Reading]:
    leaves = table.columns_by_name if role == "column" else table.rows_by_name
    for i, written in enumerate(at(read.document.data, path)):  # type: ignore[arg-type] # seen to be a list
        terms = [term.strip() for term in str(written).replace(" - ", f" + {LESS}").split("+")]
        unknown = [term for term in terms if term.removeprefix(LESS) not in leaves]
        for term in unknown:
            place, advice = read.document.spans.value(*path, i), nearest(term, list(leaves))
            read.problems.append(Diagnostic("D903", place, {"id": term, "table": table.id, "advice": advice}))
        if not unknown:
            yield tuple(
                LESS * term.startswith(LESS) + leaf
                for term in terms
                for leaf in leaves[term.removeprefix(LESS)]
            )


def _words(value: Value) -> tuple[str, ...]:
    written = [str(word) for word in value] if isinstance(value, list) else []
    for mark, years in _YEARS.items():
        written = [
            word.replace(mark, year) for word in written for year in (years if mark in word else ("",))
        ]
    return tuple(dict.fromkeys(written))
