"""Checks the form's identities in every row and column, and names the figure at fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from gongkai.check.blanks import tell_blanks
from gongkai.check.causes import slip
from gongkai.check.culprits import Culprit, Findings, find_culprits
from gongkai.check.equation_words import (
    CAUSE,
    PARTS,
    SUPPORT,
    acquitted,
    apart,
    difference,
    joined,
    label,
    marks,
    names,
    related,
    same,
    where,
    written_out,
)
from gongkai.check.evidence import Evidence, evidence_on
from gongkai.check.rows import RowFault
from gongkai.check.sums import totals_of
from gongkai.check.unexplained import tell_unexplained
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Text
from gongkai.model.arithmetic import Equation, fill_totals
from gongkai.model.facts import Facts, Number, plain
from gongkai.model.form import Table
from gongkai.model.records import Report, Site

_MOST_NAMED = 2
_SHOULD = Text("应为", "should be")
_MAY = Text("可能应为", "should perhaps be")


def check_arithmetic(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every identity of the report's form."""
    findings = _findings(report, site)
    for culprit in findings.culprits:
        yield _named(report, culprit, site, findings.evidence)
    for fault in findings.rows:
        yield _row(report, fault)
    yield from tell_unexplained(report, findings.unexplained, findings.evidence)
    yield from tell_blanks(report)


def mended(report: Report, site: Site) -> Facts:
    """Give a report's figures with those put right that its sums show to be wrong."""
    findings = _findings(report, site)
    right = {culprit.cell: culprit.computed for culprit in findings.culprits}
    for fault in findings.rows:
        right |= fault.wanted
    if not right:
        return report.facts
    changed = {cell: report.facts[cell]._replace(number=number) for cell, number in right.items()}
    return fill_totals(report.form, {**report.facts, **changed})


def _findings(report: Report, site: Site) -> Findings:
    return find_culprits(report.form, report.facts, lambda: evidence_on(report, site))


def _named(report: Report, culprit: Culprit, site: Site, evidence: Evidence) -> Diagnostic:
    facts, cell = report.facts, culprit.cell
    table = culprit.explains[0].table
    first = _first(culprit)
    row, column = names(table, cell)
    code = "D304"
    if first.total == cell:
        code = "D301" if first.each == "row" else "D302"
    place = facts[cell].place
    notes = [Note(PARTS, same(written_out(facts, first, cell)))]
    others = [equation for equation in culprit.explains if equation != first]
    arguments: dict[str, Argument] = {"row": row, "column": column}
    arguments |= difference(culprit.stated, culprit.computed)
    causes = [_cause(report, culprit, site)]
    if others and not culprit.swapped_with:
        causes.append(_agreement(others, apart(culprit.stated, culprit.computed)))
    said = list(evidence.says(cell, culprit.computed))
    said = said or list(islice(_said_of_totals(report, culprit, evidence), 1))
    confirmed = said or list(_confirmed(report, culprit, first, evidence))
    if not confirmed and len(culprit.explains) == 1:
        confirmed = list(_others_are_right(culprit, first))
    if confirmed:
        notes.append(Note(SUPPORT, joined(confirmed)))
    is_sure = bool(said) or not culprit.rivals
    if not is_sure:
        causes.append(_or_else(culprit, first))
    if code == "D304":
        arguments["should"] = _SHOULD if is_sure else _MAY
    known = [cause for cause in causes if cause]
    if known:
        notes.append(Note(CAUSE, joined(known)))
    return Diagnostic(
        code,
        place,
        arguments,
        cell=cell,
        marks=tuple(marks(facts, first, cell)),
        notes=tuple(notes),
        related=tuple(related(facts, others, cell)),
    )


def _cause(report: Report, culprit: Culprit, site: Site) -> Text | None:
    """Say how the figure came to be wrong, where figures tell: the most specific cause that fits."""
    table, facts = culprit.explains[0].table, report.facts
    if culprit.swapped_with:
        return _swap(table, culprit.swapped_with)
    found = slip(culprit.stated, culprit.computed, facts[culprit.cell].unit)
    last = site.last_year_of(report)
    fact = last.facts.get(culprit.cell) if last else None
    if not found and last and fact and culprit.stated and fact.number == culprit.stated:
        return Text(
            f"{last.year} 年报告的这一格也是 {plain(culprit.stated)}，沿用了上年数字",
            f"this is the figure of {last.year}, left in place",
        )
    return found


def _row(report: Report, fault: RowFault) -> Diagnostic:
    """Name a row that is wrong as a whole, at its first wrong figure."""
    facts, wrong = report.facts, fault.wrong
    row, _ = names(fault.table, wrong[0])
    notes = [Note(CAUSE, fault.cause)] if fault.cause else []
    return Diagnostic(
        "D308",
        facts[wrong[0]].place,
        {
            "row": row,
            "stated": ", ".join(plain(number) for number in fault.stated.values()),
            "computed": ", ".join(plain(number) for number in fault.wanted.values()),
        },
        cell=wrong[0],
        marks=tuple(facts[cell].place.span for cell in wrong[1:]),
        notes=tuple(notes),
    )


def _confirmed(report: Report, culprit: Culprit, first: Equation, evidence: Evidence) -> Iterator[Text]:
    """Say why a part is named and not its total: something else has the total too."""
    stated = report.facts[first.total].number if first.total and first.total != culprit.cell else None
    if first.total and stated is not None and len(culprit.explains) == 1:
        name = label(first, first.total)
        for each in evidence.says(first.total, stated):
            yield Text(f"“{name}”{each.zh}", f"“{name}”: {each.en}")


def _others_are_right(culprit: Culprit, first: Equation) -> Iterator[Text]:
    """Say which figures could have been wrong instead, but for what something else has for them."""
    others = [label(first, cell) for cell in culprit.acquitted if cell in first.cells]
    if others:
        yield acquitted(others)


def _said_of_totals(report: Report, culprit: Culprit, evidence: Evidence) -> Iterator[Text]:
    """Say which sources have what a total comes to, of those that are added up, with the figure right."""
    for total, weights in totals_of(report.form, report.facts).items():
        now = report.facts[total].number
        if now is not None and culprit.cell in weights:
            row, column = names(culprit.explains[0].table, total)
            right = now + weights[culprit.cell] * (culprit.computed - culprit.stated)
            for each in evidence.says(total, right):
                yield Text(f"“{row}”的“{column}”{each.zh}", f"“{column}” of “{row}”: {each.en}")


def _or_else(culprit: Culprit, first: Equation) -> Text:
    """Say which other figures may be wrong instead: the sums cannot tell."""
    here, rivals = label(first, culprit.cell), culprit.rivals
    if set(rivals) <= set(first.cells) and len(rivals) <= _MOST_NAMED:
        others = [label(first, rival) for rival in rivals]
        zh, en = "”或“".join(others), "” or “".join(others)
        return Text(f"“{here}”填错，或者“{zh}”填错", f"“{here}” is wrong, or “{en}”")
    if not first.total:
        return Text(
            f"“{here}”填错，或者两边的另一格填错", f"“{here}” is wrong, or another figure of either side"
        )
    return Text(f"“{here}”填错，或者某一分项填错", f"“{here}” is wrong, or one of the parts")


def _first(culprit: Culprit) -> Equation:
    """The identity to show: one whose total is the figure itself, rows before columns."""
    totals = [equation for equation in culprit.explains if equation.total == culprit.cell]
    ranked = sorted(totals or culprit.explains, key=lambda equation: equation.each != "row")
    return ranked[0]


def _agreement(others: Sequence[Equation], difference: Number) -> Text:
    count = len(others) + 1
    places = [where(equation) for equation in others]
    return Text(
        f"{'、'.join(text.zh for text in places)}也差 {plain(difference)}，{count} 处都指向此格",
        f"{', '.join(text.en for text in places)} out by {plain(difference)} too; {count} sums point here",
    )


def _swap(table: Table, other: str) -> Text:
    row, column = names(table, other)
    return Text(f"与“{row}”的“{column}”互换了位置", f"“{column}” of “{row}” stands in its place")
