"""Compares figures in the text with the tables, where sentence and cell can mean one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.check.arithmetic import apart, plain
from gongkai.check.narrative_claims import Claim
from gongkai.check.narrative_figures import Meaning, Mismatch, mismatches
from gongkai.check.narrative_reading import read
from gongkai.check.narrative_text import readied
from gongkai.diagnostics.diagnostic import Diagnostic, Note, Related, Text
from gongkai.model.facts import Facts
from gongkai.model.form import Form, cell_labels
from gongkai.model.headings import section_of
from gongkai.model.records import Prose, Report, Site

_BLOCK = re.compile(r"[^\n]+(?:\n(?![\s#>|-]|[(（一二三四五六七八九十\d])[^\n]+)*")
_FIGURE = re.compile("[。；;]|[0-9][件条宗份起]|未|没有")
_LONGEST_HEADING = 30
_PARTS = Text("各项", "parts")


def check_narrative(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Compare what the text says of the tables' cells with what stands in them."""
    form = report.form
    if not report.narrative or not form.phrases.items:
        return
    organ = site.organ_by_id.get(report.organ)
    name = organ.name_in(report.year) if organ else ""
    claims: list[Claim] = []
    text_of: dict[int, Prose] = {}
    for prose, topic in _texts(report):
        for claim in _claims(prose.text, report, name, topic):
            claims.append(claim)
            text_of[id(claim)] = prose
    if claims:
        for mismatch in mismatches(claims, form, report.facts):
            yield _diagnostic(mismatch, text_of[id(mismatch.claim)], report)


def _texts(report: Report) -> Iterator[tuple[Prose, str]]:
    """Give each text with the one table that its section shows, if it shows one."""
    if report.narrative:
        yield report.narrative.preface, ""
        for written in report.narrative.sections:
            section = section_of(report.form, written.heading.text)
            tables = section.tables if section else ()
            yield written.prose, tables[0] if len(tables) == 1 else ""


def _claims(text: str, report: Report, organ: str, topic: str) -> Iterator[Claim]:
    """Read a text block by block; a short line without a full stop is a heading of what follows."""
    phrases, here = report.form.phrases, topic
    if not phrases.words.search(text):
        return
    ready = readied(text, report.year)
    for block in _BLOCK.finditer(ready):
        start, end = block.span()
        if ready[start] == "|":
            continue
        is_short = end - start < _LONGEST_HEADING and not _FIGURE.search(ready, start, end)
        if ready[start] == "#" or is_short:
            spoken_of = (phrases.by_word[word[0]] for word in phrases.words.finditer(ready, start, end))
            here = next((phrase.table for phrase in spoken_of if phrase.role == "subject"), topic)
        else:
            yield from read(ready, start, end, phrases, report.year, organ, here)


def _diagnostic(mismatch: Mismatch, prose: Prose, report: Report) -> Diagnostic:
    claim, meaning, facts = mismatch.claim, mismatch.meanings[0], report.facts
    names = _names(report.form, meaning, facts)
    common = {"words": claim.words, "cells": names, "figure": plain(meaning.figure)}
    notes: list[Note] = []
    if claim.is_share:
        code = "D624"
        arguments = {
            **common,
            "stated": plain(claim.number),
            "whole": plain(mismatch.whole),
            "computed": plain(mismatch.expected),
        }
    elif claim.all_of:
        code = "D625"
        others = plain(apart(mismatch.whole, meaning.figure))
        arguments = {**common, "whole": plain(mismatch.whole), "others": others}
    elif claim.is_none:
        code = "D622" if claim.certain else "D623"
        arguments = common
    else:
        code = "D620" if claim.certain else "D621"
        stated = f"{plain(claim.number)}{claim.unit}"
        arguments = {**common, "stated": stated, "reference": _reference(report.form, meaning)}
        if claim.unit not in ("元", "万元"):
            notes += _difference(mismatch)
    if len(meaning.cells) > 1:
        notes.append(Note(_PARTS, _same(_sum(report.form, meaning, facts))))
    for other in mismatch.meanings[1:]:
        label = _names(report.form, other, facts)
        notes.append(
            Note(
                _ALSO,
                Text(
                    f"{label} 为 {plain(other.figure)}，也不符",
                    f"{label} is {plain(other.figure)}: no match either",
                ),
            )
        )
    related = tuple(
        Related(
            facts[cell].place,
            _same(f"{' '.join(_labels(report.form, cell))} {plain(facts[cell].addend or 0)}"),
        )
        for cell in meaning.cells
        if facts[cell].addend or len(meaning.cells) == 1
    )
    return Diagnostic(
        code,
        prose.place(claim.start, claim.end),
        arguments,
        cell=meaning.cells[0] if len(meaning.cells) == 1 else None,
        notes=tuple(notes),
        related=related,
    )


_ALSO = Text("别的理解", "otherwise meant")


def _difference(mismatch: Mismatch) -> Iterator[Note]:
    difference = plain(apart(mismatch.claim.number, mismatch.expected))
    yield Note(Text("相差", "difference"), _same(difference))


def _reference(form: Form, meaning: Meaning) -> str:
    """Write the reference that the program fills in: of a cell or a group, or of each cell of a sum."""
    table, _, column = meaning.cells[0].split("/")
    rows = {cell.split("/")[1] for cell in meaning.cells}
    groups = form.table_by_id[table].rows_by_name.items()
    named = next(([name] for name, leaves in groups if set(leaves) == rows), sorted(rows))
    return "、".join("{{ " + f"{table}.{row}.{column}" + " }}" for row in named)


def _names(form: Form, meaning: Meaning, facts: Facts) -> str:
    """Name the cells of a meaning: the rows added up, and the column."""
    named = _with_figures(meaning, facts)
    rows = dict.fromkeys(_labels(form, cell)[0] for cell in named)
    columns = dict.fromkeys(_labels(form, cell)[1] for cell in named)
    return f"{' + '.join(rows)} {' + '.join(columns)}"


def _sum(form: Form, meaning: Meaning, facts: Facts) -> str:
    named = _with_figures(meaning, facts)
    parts = " + ".join(f"{' '.join(_labels(form, c))} {plain(facts[c].addend or 0)}" for c in named)
    return f"{parts} = {plain(meaning.figure)}"


def _with_figures(meaning: Meaning, facts: Facts) -> list[str]:
    return [cell for cell in meaning.cells if facts[cell].addend] or [meaning.cells[0]]


def _labels(form: Form, cell: str) -> tuple[str, str]:
    return cell_labels(form.table_by_id[cell.split("/", maxsplit=1)[0]], cell)


def _same(words: str) -> Text:
    return Text(words, words)
