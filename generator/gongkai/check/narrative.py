"""Compares figures in the text with the tables, where sentence and cell can mean one thing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from gongkai.check.equation_words import apart
from gongkai.check.narrative_claims import Claim
from gongkai.check.narrative_figures import Meaning, Mismatch, mismatches
from gongkai.check.narrative_said import Said, said_in
from gongkai.check.narrative_sums import Sum
from gongkai.check.seldom import mended
from gongkai.diagnostics.diagnostic import Diagnostic, Note, Related, Text
from gongkai.model.facts import Facts, plain
from gongkai.model.form import Form, Row, cell_labels
from gongkai.model.records import Prose, Report, Site

_PARTS = Text("各项", "parts")


def check_narrative(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Compare what the text says of the tables' cells with what stands in them."""
    texts = said_in(report, site)
    if not texts:
        return
    claims = [claim for text in texts for claim in text.claims]
    right = mended(report, site) if claims else {}
    found = list(mismatches(claims, report.form, right)) if claims else []
    if found and report.rollup:
        from gongkai.check.rollup_sums import with_sums  # noqa: PLC0415 - few reports add up others

        # A text that has what the organs add up to is right: that the table has not is told already.
        still = mismatches(
            [mismatch.claim for mismatch in found], report.form, with_sums(report, right, site)
        )
        left = {id(mismatch.claim) for mismatch in still}
        found = [mismatch for mismatch in found if id(mismatch.claim) in left]
    if found:
        text_of = {id(claim): text for text in texts for claim in text.claims}
        for mismatch in found:
            text = text_of[id(mismatch.claim)]
            yield _diagnostic(mismatch, text.prose, text.breaks, report)
    told = {id(mismatch.claim) for mismatch in found}
    for text in texts:
        starts = {claim.start for claim in text.claims if id(claim) in told} if text.sums else set()
        yield from (_wrong_sum(one, text) for one in text.sums if starts.isdisjoint(one.places))


def _wrong_sum(found: Sum, text: Said) -> Diagnostic:
    computed = sum(found.parts)
    arguments: dict[str, str | int | Text] = {
        "stated": found.stated,
        "parts": " + ".join(map(str, found.parts)),
        "computed": computed,
        "difference": abs(found.stated - computed),
    }
    return Diagnostic("D626", text.prose.place(*_unbroken(text.breaks, found)), arguments)


def _diagnostic(mismatch: Mismatch, prose: Prose, breaks: Sequence[int], report: Report) -> Diagnostic:
    claim, meaning, facts = mismatch.claim, mismatch.meanings[0], report.facts
    names, unit = _names(report.form, meaning), _unit(claim, meaning, report.form)
    common = {"words": claim.words, "cells": names, "figure": f"{plain(meaning.figure)}{unit}"}
    notes: list[Note] = []
    if claim.is_share:
        code = "D624"
        arguments = {
            **common,
            "figure": plain(meaning.figure),
            "stated": plain(claim.number),
            "whole": plain(mismatch.whole),
            "computed": plain(mismatch.expected),
        }
    elif claim.all_of:
        code = "D625"
        others = plain(apart(mismatch.whole, meaning.figure))
        arguments = {
            **common,
            "whole": f"{plain(mismatch.whole)}{unit}",
            "others": f"{others}{unit}",
        }
    elif claim.is_none:
        code = "D622" if claim.certain else "D623"
        arguments = common
    else:
        code = "D620" if claim.certain else "D621"
        stated = f"{plain(claim.number)}{claim.unit}"
        arguments = {**common, "stated": stated, "reference": _reference(report.form, meaning)}
        if claim.unit not in ("元", "万元"):
            notes += _difference(mismatch)
    if len(_with_figures(meaning, facts)) > 1:
        notes.append(Note(_PARTS, _same(_sum(report.form, meaning, facts))))
    for other in _others_meant(mismatch, facts)[:_MOST]:
        label, other_figure = _names(report.form, other), f"{plain(other.figure)}{unit}"
        notes.append(
            Note(
                _ALSO,
                Text(
                    f"{label} 为 {other_figure}，也不符",
                    f"{label} is {other_figure}: no match either",
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
    )[:_MOST]
    return Diagnostic(
        code,
        prose.place(*_unbroken(breaks, claim)),
        arguments,
        cell=meaning.cells[0] if len(meaning.cells) == 1 else None,
        notes=tuple(notes),
        related=related,
    )


def _others_meant(mismatch: Mismatch, facts: Facts) -> list[Meaning]:
    """Give the other meanings; one that only adds cells without a figure to another says nothing new."""
    kept: dict[tuple[str, ...], Meaning] = {}
    for meaning in mismatch.meanings:
        if not kept or not meaning.is_difference:
            kept.setdefault(tuple(cell for cell in meaning.cells if facts[cell].addend), meaning)
    return list(kept.values())[1:]


def _unbroken(breaks: Sequence[int], claim: Claim | Sum) -> tuple[int, int]:
    """Say where a claim stands in the text as it is written."""
    return claim.start + bisect_right(breaks, claim.start), claim.end + bisect_left(breaks, claim.end)


_MOST = 3  # other meanings, and other places, shown
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


def _unit(claim: Claim, meaning: Meaning, form: Form) -> str:
    """Give the unit of the table's figures, where the text has one too."""
    table, _, column = meaning.cells[0].split("/")
    own = form.table_by_id[table].column_by_id[column].column.unit
    return (own or claim.unit) if claim.unit else ""


def _names(form: Form, meaning: Meaning) -> str:
    """Name the cells of a meaning: the rows added up, a whole group by its own name, and the column."""
    table = form.table_by_id[meaning.cells[0].split("/", maxsplit=1)[0]]
    rows = dict.fromkeys(_rows(table.rows, (), {cell.split("/")[1] for cell in meaning.cells}))
    columns = dict.fromkeys(_labels(form, cell)[1] for cell in meaning.cells)
    return f"{' + '.join(rows)} {' + '.join(columns)}"


def _rows(rows: Iterable[Row], above: tuple[str, ...], named: set[str]) -> Iterator[str]:
    for row in rows:
        keys = (*above, row.id) if row.id else above
        if _leaves(row, keys) <= named:
            yield row.label
        else:
            yield from _rows(row.children, keys, named)


def _leaves(row: Row, keys: tuple[str, ...]) -> set[str]:
    if not row.children:
        return {".".join(keys)}
    return {leaf for one in row.children for leaf in _leaves(one, (*keys, one.id) if one.id else keys)}


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
