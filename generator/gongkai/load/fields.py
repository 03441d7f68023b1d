"""Reads the keys of a mapping against a declared shape: required, known, well typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Note, Problems, Text
from gongkai.diagnostics.half_width import half_width
from gongkai.diagnostics.nearest import nearest
from gongkai.model.pattern import pattern
from gongkai.model.shape import Field, Kind, Shape
from gongkai.model.source import Document, Path, Spans, Value

__all__ = [
    "KINDS",
    "Field",
    "Shape",
    "at",
    "date",
    "described",
    "integer",
    "is_date",
    "read_fields",
    "text",
    "unknown_key",
    "wrong_type",
]

KINDS: Mapping[Kind, Text] = {
    "text": Text("文字", "a text"),
    "integer": Text("整数", "a whole number"),
    "number": Text("数字", "a number"),
    "flag": Text("true 或 false", "true or false"),
    "texts": Text("若干文字的列表", "a list of texts"),
    "mapping": Text("若干“项: 值”", "keys and values"),
    "records": Text("列表，每项为若干“项: 值”", "a list of records"),
    "any": Text("值", "a value"),
}

_MEANT = Text("应写", "write")
_CAUSE = Text("原因", "cause")
_NO_DAY = Text("日历上没有这一天，或者没有这个时刻", "the calendar has no such day, or the day no such time")
_INTEGER = pattern(r"[1-9][0-9]{0,9}")
_DATE = pattern(r"\d{4}-\d{2}-\d{2}(?: (?:[01]\d|2[0-3]):[0-5]\d)?")


def read_fields(
    document: Document, path: Path, shape: Shape, rest: Iterable[str] = ()
) -> tuple[dict[str, Value], Problems]:
    """Read the mapping at `path`: the well-formed values, and a problem for every other.

    Keys in `rest` are known but read elsewhere.
    """
    data = at(document.data, path)
    spans = document.spans
    if not isinstance(data, dict):
        key = str(path[-1]) if path else document.source.file
        slips: Problems = ()
        if not path and isinstance(data, str):
            from gongkai.load.yaml_slips import slips_in  # noqa: PLC0415 - right files have no need of it

            slips = slips_in(document.source, spans.value().span)
        return {}, slips or (wrong_type(spans, path, key, KINDS["mapping"], data),)
    values: dict[str, Value] = {}
    problems: list[Diagnostic] = []
    known = [*shape, *rest]
    for key, value in data.items():
        field = shape.get(key)
        if field is None:
            if key not in known:
                problems.append(unknown_key(spans, (*path, key), known))
            continue
        if value is None and not field.required:
            continue
        taken, trouble = _take(spans, (*path, key), field, value)
        problems += trouble
        if not trouble:
            values[key] = taken
    for key, field in shape.items():
        if field.required and key not in data:
            place = spans.value(*path)
            problems.append(Diagnostic("D201", place, {"key": key}))
    return values, tuple(problems)


def at(data: Value, path: Path) -> Value:
    """Give the value at a path that is known to lead somewhere."""
    for step in path:
        data = data[step]  # type: ignore[index] # the caller has seen each step
    return data


def text(values: Mapping[str, Value], key: str, default: str = "") -> str:
    """Give a text that `read_fields` has taken."""
    value = values.get(key)
    return value if isinstance(value, str) else default


def integer(values: Mapping[str, Value], key: str, default: int) -> int:
    """Give an integer that `read_fields` has taken."""
    value = values.get(key)
    return value if isinstance(value, int) else default


def wrong_type(spans: Spans, path: Path, key: str, wanted: Text, found: Value) -> Diagnostic:
    """Say that a value is of another type."""
    return Diagnostic("D203", spans.value(*path), {"key": key, "wanted": wanted, "found": described(found)})


def described(value: Value) -> Text:
    """Name a value for a message."""
    match value:
        case None:
            return Text("空", "empty")
        case bool():
            return Text(f"“{str(value).lower()}”", f"“{str(value).lower()}”")
        case list():
            return Text(f"{len(value)} 项的列表", f"a list of {len(value)}")
        case dict():
            return Text("若干“项: 值”", "keys and values")
    shown = str(value)[:40]
    return Text(f"“{shown}”", f"“{shown}”")


def unknown_key(spans: Spans, path: Path, known: Sequence[str]) -> Diagnostic:
    """Say that a key is not known, and name the nearest that is."""
    key = str(path[-1])
    return Diagnostic("D202", spans.key(*path), {"key": key, "advice": nearest(key, known)})


def date(document: Document, values: Mapping[str, Value], path: Path, key: str) -> tuple[str, Problems]:
    """Give a date as written, if it is one."""
    written = text(values, key)
    if not written or is_date(written):
        return written, ()
    place = document.spans.value(*path, key)
    problem = Diagnostic("D238", place, {"key": key, "found": written})
    from gongkai.diagnostics.edits import figures  # noqa: PLC0415 - right dates have no need of it
    from gongkai.load.date_slips import meant  # noqa: PLC0415 - nor of this

    right = meant(written)
    if is_date(right):
        # A repair changes no figure, and a date with other digits is one for the writer to judge.
        edits = (Edit(place, right),) if figures(written) == figures(right) else ()
        problem = replace(problem, edits=edits, notes=(Note(_MEANT, Text(right, right)),))
    elif right:
        problem = replace(problem, notes=(Note(_CAUSE, _NO_DAY),))
    return "", (problem,)


def is_date(written: str) -> bool:
    """Tell whether a text is YYYY-MM-DD or YYYY-MM-DD HH:MM, and a day of the calendar."""
    if not _DATE.fullmatch(written):
        return False
    try:
        dt.date.fromisoformat(written[:10])
    except ValueError:
        return False
    return True


def _take(spans: Spans, path: Path, field: Field, value: Value) -> tuple[Value, Problems]:
    match field.kind, value:
        case "any", _:
            return value, ()
        case "text", str() | int() | Decimal() if not isinstance(value, bool) and str(value).strip():
            return _choice(spans, path, field, str(value).strip())
        case "integer", int() if not isinstance(value, bool):
            return value, ()
        case "integer", str() if _INTEGER.fullmatch(half_width(value)):
            edit = Edit(spans.value(*path), half_width(value))
            return None, (replace(_wrong(spans, path, field, value), edits=(edit,)),)
        case "number", int() | Decimal() if not isinstance(value, bool):
            return value, ()
        case "flag", bool():
            return value, ()
        case "mapping", dict():
            return value, ()
        case "records", list():
            odd = [i for i, item in enumerate(value) if not isinstance(item, dict)]
            return value, tuple(
                wrong_type(spans, (*path, i), f"{path[-1]}[{i + 1}]", KINDS["mapping"], value[i]) for i in odd
            )
        case "texts", list():
            odd = [i for i, item in enumerate(value) if not isinstance(item, str | int | Decimal)]
            return [str(item) for item in value], tuple(
                wrong_type(spans, (*path, i), f"{path[-1]}[{i + 1}]", KINDS["text"], value[i]) for i in odd
            )
    return None, (_wrong(spans, path, field, value),)


def _wrong(spans: Spans, path: Path, field: Field, value: Value) -> Diagnostic:
    return wrong_type(spans, path, str(path[-1]), KINDS[field.kind], value)


def _choice(spans: Spans, path: Path, field: Field, value: str) -> tuple[Value, Problems]:
    if not field.choices or value in field.choices:
        return value, ()
    listed = " | ".join(field.choices)
    return None, (wrong_type(spans, path, str(path[-1]), Text(listed, listed), value),)
