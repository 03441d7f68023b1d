"""Reads `accept:` of a report: lawful exceptions from rules, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Problems, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, read_fields, text
from gongkai.model.form import Form
from gongkai.model.records import Acceptance
from gongkai.model.source import Document

ACCEPTANCE: Shape = {
    "code": Field(required=True),
    "cell": Field(),
    "text": Field(),
    "reason": Field(required=True),
}


def read_acceptances(document: Document, form: Form) -> tuple[tuple[Acceptance, ...], Problems]:
    """Read `[{code, cell, text, reason}]`; `cell` and `text` may be left out."""
    data = document.data if isinstance(document.data, dict) else {}
    listed = data.get("accept")
    read: list[Acceptance] = []
    problems: list[Diagnostic] = []
    for i, item in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(item, dict):
            continue  # said already, with the keys of the report
        values, trouble = read_fields(document, ("accept", i), ACCEPTANCE)
        spans = document.spans
        acceptance = Acceptance(
            text(values, "code").upper(),
            text(values, "cell"),
            text(values, "text"),
            text(values, "reason"),
            spans.value("accept", i, "code"),
        )
        trouble = trouble or tuple(_impossible(acceptance, form, document, i))
        problems += trouble
        if not trouble:
            read.append(acceptance)
    return tuple(read), (*problems, *_contradictions(read))


def _impossible(acceptance: Acceptance, form: Form, document: Document, i: int) -> Iterator[Diagnostic]:
    # Few reports have exceptions.
    from gongkai.diagnostics.catalogue.every import BY_CODE  # noqa: PLC0415
    from gongkai.diagnostics.likely_rule import advice_on  # noqa: PLC0415

    rule = BY_CODE.get(acceptance.code)
    arguments: dict[str, Argument]
    if not rule:
        arguments = {
            "detail": Text(f"没有规则 {acceptance.code}", f"there is no rule {acceptance.code}"),
            "advice": advice_on(acceptance.code, [rule for rule in BY_CODE.values() if rule.acceptable]),
        }
        yield Diagnostic("D517", acceptance.place, arguments)
    elif not rule.acceptable:
        arguments = {
            "detail": Text(
                f"{rule.code}（{rule.title.zh}）不能说明了事",
                f"{rule.code} ({rule.title.en}) has to be mended",
            ),
            "advice": Text("改正那一处，删去这条 accept", "Mend that place, and take this accept out"),
        }
        yield Diagnostic("D517", acceptance.place, arguments)
    elif acceptance.cell and acceptance.cell not in form.cells:
        arguments = {
            "detail": Text(f"格式中没有这一格：{acceptance.cell}", f"the form has no cell {acceptance.cell}"),
            "advice": nearest(acceptance.cell, form.cells),
        }
        yield Diagnostic("D517", document.spans.value("accept", i, "cell"), arguments)


def _contradictions(read: list[Acceptance]) -> Iterator[Diagnostic]:
    """Two exceptions for one thing: the same twice, or one for all beside one for a part."""
    for i, later in enumerate(read):
        for earlier in read[:i]:
            if earlier.code == later.code and (
                (earlier.cell, earlier.text) == (later.cell, later.text)
                or not (earlier.cell or earlier.text)
                or not (later.cell or later.text)
            ):
                related = (Related(earlier.place, Text("另一条", "the other one")),)
                yield Diagnostic("D516", later.place, {"code": later.code}, related=related)
                break
