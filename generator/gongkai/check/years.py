"""Checks what holds usually, and what holds with last year's report: carry-over, documents in force, bounds.

A comparison that fails only because of a wrong sum is not told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.arithmetic import mended
from gongkai.check.causes import slip
from gongkai.check.comparisons import Broken, broken_comparisons, judged
from gongkai.check.equation_words import apart, names
from gongkai.check.lineage import Years
from gongkai.check.rollup_sums import with_sums
from gongkai.diagnostics.catalogue import rule
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Related, Text
from gongkai.model.facts import Facts, Number, plain
from gongkai.model.form import Compared, cell_labels
from gongkai.model.records import Report, Site

_PARTS = Text("各项", "parts")
_CAUSE = Text("可能", "cause")
_EQUAL = Text("应为", "should be")
_AT_MOST = Text("不应大于", "should be at most")
_AT_LEAST = Text("不应小于", "should be at least")

_OF_SEVERAL = "D407"


def check_years(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every comparison of the report's form."""
    yield from _told(broken_comparisons(report, site), site)


def _told(found: Sequence[tuple[Broken, Years]], site: Site) -> Iterator[Diagnostic]:
    """Tell each slip once: the gravest of one row or column, and rows or columns with their total."""
    right: dict[tuple[str, int], Facts] = {}
    left = [(broken, years) for broken, years in found if not _follows(broken, years, site, right)]
    left.sort(
        key=lambda pair: (rule(pair[0].code).severity.rank, pair[0].compared.comparison.relation != "=")
    )
    seen: set[tuple[str, str, str]] = set()
    chosen: list[tuple[Broken, Years]] = []
    for broken, years in left:
        key = (broken.table.id, broken.compared.comparison.each, broken.compared.at)
        if key not in seen:
            seen.add(key)
            chosen.append((broken, years))
    told: set[str] = set()
    for broken, years in chosen:
        name = f"{broken.table.id} {broken.compared.comparison.written} {broken.compared.at}"
        if name in told:
            continue
        tied = _tied(broken, [other for other, _ in chosen])
        told |= {f"{b.table.id} {b.compared.comparison.written} {b.compared.at}" for b in tied}
        yield _named(broken, tied, years, site)


def _follows(broken: Broken, years: Years, site: Site, right: dict[tuple[str, int], Facts]) -> bool:
    """Tell whether it would hold with the sums of both years put right: then these are told already.

    So it is with a roll-up's figures that are not the sums of its organs'.
    """
    every = (*years.now, *years.before)
    for report in every:
        if report.key not in right:
            right[report.key] = with_sums(report, mended(report, site), site)
    if all(right[report.key] is report.facts for report in every):
        return False
    now = [right[report.key] for report in years.now]
    before = [right[report.key] for report in years.before]
    return judged(broken.table, broken.compared, now, before) is None


def _tied(broken: Broken, others: Sequence[Broken]) -> list[Broken]:
    """Give those of the same comparison that an identity of the other axis ties together."""
    comparison = broken.compared.comparison
    same = [
        other
        for other in others
        if other.table is broken.table and other.compared.comparison.written == comparison.written
    ]
    for identity in broken.table.identities:
        terms = (*identity.left.terms, *identity.right.terms)
        if identity.each != comparison.each and identity.total and broken.compared.at in terms:
            return [other for other in same if other.compared.at in terms]
    return [broken]


def _named(broken: Broken, tied: Sequence[Broken], years: Years, site: Site) -> Diagnostic:
    """Name the cell: the one part that is out as its total is, or else the gravest."""
    over = broken.stated - broken.wanted
    code = broken.code
    alike = [other for other in tied if other is not broken and other.stated - other.wanted == over]
    others = [other for other in tied if other is not broken]
    if len(others) == 1 and alike:
        broken = alike[0]
        others = [other for other in tied if other is not broken]
    report, compared = years.now[0], broken.compared
    row, column = names(broken.table, compared.blamed)
    arguments: dict[str, Argument] = {
        "row": row,
        "column": column,
        "relation": _relation(compared),
        "wanted": plain(broken.wanted),
        "stated": plain(broken.stated),
        "difference": plain(apart(broken.stated, broken.wanted)),
    }
    if len(years.now) > 1:
        code = _OF_SEVERAL
        arguments |= {"successors": _organs(years.now, site), "predecessors": _organs(years.before, site)}
        del arguments["relation"]
    notes = [Note(_PARTS, _parts(broken, years, site))]
    if others:
        notes.append(Note(_PARTS, _rest(others)))
    cause = slip(broken.stated, broken.wanted) if compared.comparison.relation == "=" else None
    if cause and not others:
        notes.append(Note(_CAUSE, cause))
    return Diagnostic(
        code,
        report.facts[compared.blamed].place,
        arguments,
        cell=compared.blamed,
        notes=tuple(notes),
        related=tuple(_related(broken, years)),
    )


def _relation(compared: Compared) -> Text:
    if compared.comparison.relation == "=":
        return _EQUAL
    return _AT_MOST if compared.left else _AT_LEAST


def _organs(reports: Sequence[Report], site: Site) -> Text:
    names_of = [_organ(report, site) for report in reports]
    return Text("、".join(names_of), ", ".join(names_of))


def _organ(report: Report, site: Site) -> str:
    organ = site.organ_by_id.get(report.organ)
    return organ.name_in(report.year) if organ else report.organ


def _rest(others: Sequence[Broken]) -> Text:
    parts = []
    for other in others:
        _, row, column = other.compared.blamed.split("/")
        along = other.compared.comparison.each == "column"
        label = other.table.column_by_id[column] if along else other.table.row_by_path[row]
        parts.append((label.labels[-1], plain(other.stated), plain(other.wanted)))
    return Text(
        "；".join(f"“{name}”应为 {wanted}，实为 {stated}" for name, stated, wanted in parts),
        "; ".join(f"“{name}” should be {wanted}, but is {stated}" for name, stated, wanted in parts),
    )


def _parts(broken: Broken, years: Years, site: Site) -> Text:
    """Write out what the cell is compared with; what stands on its own side is taken off."""
    compared = broken.compared
    own, own_previous = compared.left, compared.left_previous
    far, far_previous = compared.right, compared.right_previous
    if not compared.left:
        own, far, own_previous, far_previous = far, own, far_previous, own_previous
    own = tuple(cell for cell in own if cell != compared.blamed)
    zh = en = ""
    added = [
        *_terms(broken, years.before, far_previous, site, dated=True),
        *_terms(broken, years.now, far, site),
    ]
    taken = [
        *_terms(broken, years.before, own_previous, site, dated=True),
        *_terms(broken, years.now, own, site),
    ]
    for sign, terms in (("+", added), ("-", taken)):
        shown = [term for term in terms if term[2]] or (terms[:1] if sign == "+" else [])
        for label_zh, label_en, number in shown:
            zh += (f" {sign} " if zh else "") + f"{label_zh} {plain(number)}"
            en += (f" {sign} " if en else "") + f"{label_en} {plain(number)}"
    result = f" = {plain(broken.wanted)}" if " + " in zh or " - " in zh else ""
    return Text(zh + result, en + result)


def _terms(
    broken: Broken, reports: Sequence[Report], cells: Sequence[str], site: Site, *, dated: bool = False
) -> Iterator[tuple[str, str, Number]]:
    for report in reports:
        organ = _organ(report, site) if len(reports) > 1 else ""
        for cell in cells:
            row, column = cell_labels(broken.table, cell)
            label = row if broken.compared.comparison.each == "column" else column
            if dated:
                yield (
                    f"{organ}{report.year} 年“{label}”",
                    f"“{label}” of {organ + ', ' if organ else ''}{report.year}",
                    report.facts[cell].addend or 0,
                )
            else:
                yield f"{organ}“{label}”", f"“{label}”", report.facts[cell].addend or 0


def _related(broken: Broken, years: Years) -> Iterator[Related]:
    compared = broken.compared
    back = (*compared.left_previous, *compared.right_previous)
    across = [(report, cell) for report in years.before for cell in back]
    across += [(report, compared.blamed) for report in years.now[1:]]
    for report, cell in across:
        row, column = names(broken.table, cell)
        label = f"{report.year} {row} {column}"
        yield Related(report.facts[cell].place, Text(label, label))
