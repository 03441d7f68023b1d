"""Reads `rollup:` of a report: which organs' reports it adds up, and stated adjustments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import KINDS, Field, Shape, read_fields, text, wrong_type
from gongkai.model.form import Form
from gongkai.model.records import Adjustment, LeftOut, Rollup
from gongkai.model.source import Document, Path, Value

LEFT_OUT: Shape = {"organ": Field(required=True), "reason": Field(required=True)}
ADJUSTMENT: Shape = {
    "cell": Field(required=True),
    "by": Field("number", required=True),
    "reason": Field(required=True),
}
ROLLUP: Shape = {
    "organs": Field("texts", required=True),
    "left_out": Field("records", of=LEFT_OUT),
    "adjustments": Field("records", of=ADJUSTMENT),
}
_FIRST = Text("第一次出现", "given first here")


def read_rollup(document: Document, form: Form) -> tuple[Rollup | None, Problems]:
    """Read `{organs: [id …], left_out: [{organ, reason}], adjustments: [{cell, by, reason}]}`.

    With a slip in it there is none: every sum would be called wrong for it.
    """
    data = document.data if isinstance(document.data, dict) else {}
    if not isinstance(data.get("rollup"), dict):
        return None, ()
    values, problems = read_fields(document, ("rollup",), ROLLUP)
    spans = document.spans
    listed = _items(values, "organs")
    organs = tuple((str(organ), spans.value("rollup", "organs", i)) for i, organ in enumerate(listed))
    if "organs" in values and not organs:
        wanted = Text("至少一个机关的标识", "the id of at least one organ")
        problems = (*problems, wrong_type(spans, ("rollup", "organs"), "organs", wanted, []))
    left_out, more = _left_out(document, values)
    adjustments, slips = _adjustments(document, values, form)
    rollup = Rollup(organs, left_out, adjustments, spans.value("rollup"))
    own = str(data.get("organ"))
    problems = (*problems, *more, *slips, *_contradictions(rollup, own))
    return (None if problems else rollup), problems


def _left_out(document: Document, values: Mapping[str, Value]) -> tuple[tuple[LeftOut, ...], Problems]:
    read: list[LeftOut] = []
    problems: list[Diagnostic] = []
    for i, item in enumerate(_items(values, "left_out")):
        if isinstance(item, dict):
            path: Path = ("rollup", "left_out", i)
            found, trouble = read_fields(document, path, LEFT_OUT)
            problems += trouble
            place = document.spans.value(*path, "organ")
            read += [] if trouble else [LeftOut(text(found, "organ"), text(found, "reason"), place)]
    return tuple(read), tuple(problems)


def _adjustments(
    document: Document, values: Mapping[str, Value], form: Form
) -> tuple[tuple[Adjustment, ...], Problems]:
    read: list[Adjustment] = []
    problems: list[Diagnostic] = []
    for i, item in enumerate(_items(values, "adjustments")):
        if not isinstance(item, dict):
            continue
        path: Path = ("rollup", "adjustments", i)
        found, trouble = read_fields(document, path, ADJUSTMENT)
        by = found.get("by")
        cell = text(found, "cell")
        place = document.spans.value(*path, "cell")
        if not trouble and isinstance(by, int | Decimal):
            adjustment = Adjustment(cell, by, text(found, "reason"), place)
            trouble = tuple(_impossible(document, adjustment, path, form))
            read.append(adjustment)
        problems += trouble
    return tuple(read), tuple(problems)


def _impossible(document: Document, adjustment: Adjustment, path: Path, form: Form) -> Iterator[Diagnostic]:
    spans, cell = document.spans, adjustment.cell
    if cell not in form.cells:
        arguments: dict[str, Argument] = {"form": form.id, "cell": cell, "advice": nearest(cell, form.cells)}
        yield Diagnostic("D506", adjustment.place, arguments)
        return
    if not adjustment.by:
        yield Diagnostic("D430", spans.value(*path, "by"), {"cell": cell}, cell)
    table, _, column = cell.split("/")
    leaf = form.table_by_id[table].column_by_id[column].column
    if isinstance(adjustment.by, Decimal) and leaf.type != "amount":
        yield wrong_type(spans, (*path, "by"), "by", KINDS["integer"], adjustment.by)


def _contradictions(rollup: Rollup, own: str) -> Iterator[Diagnostic]:
    """Find an organ that is listed twice, in both lists, or is the report's own."""
    seen: dict[str, Place] = {}
    for organ, place in (*rollup.organs, *((left.organ, left.place) for left in rollup.left_out)):
        if organ == own:
            detail = Text("它就是本报告的机关", "it is the report's own organ")
            yield Diagnostic("D429", place, {"organ": organ, "detail": detail})
        elif organ in seen:
            detail = Text("它已经列过一次", "it has been listed already")
            related = (Related(seen[organ], _FIRST),)
            yield Diagnostic("D429", place, {"organ": organ, "detail": detail}, related=related)
        seen.setdefault(organ, place)


def _items(values: Mapping[str, Value], key: str) -> list[Value]:
    value = values.get(key)
    return value if isinstance(value, list) else []
