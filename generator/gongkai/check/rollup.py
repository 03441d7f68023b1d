"""Checks a government's report as the sum of its organs' reports (汇总).

What is wrong below is said below: a difference that an organ's own report or its own roll-up explains
is not told again here, nor is a total that differs only because its parts do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gongkai.check import rollup_told as told
from gongkai.check.arithmetic import mended
from gongkai.check.rollup_causes import Suspect, explain, suspects
from gongkai.check.rollup_members import Key, Members
from gongkai.check.rollup_sums import Sums, Vector, compare, following, in_broken_sums
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Place, Related, Text
from gongkai.model.arithmetic import is_balanced
from gongkai.model.life import life
from gongkai.model.records import Organ, Report, Rollup, Site

# So many cells are one problem: then the organs or the year are wrong, not each figure.
_MOST_CELLS = 20
_MANY_CELLS = 6
_MOST_RELATED = 5
_CAUSE = Text("可能", "cause")


@dataclass
class _Ready:
    """A roll-up with the reports that it adds up, and its sums where they can be judged."""

    report: Report
    rollup: Rollup
    parts: list[tuple[Place, Report]] = field(default_factory=list)
    uncovered: list[Organ] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    doubled: frozenset[str] = frozenset()
    sums: Sums | None = None


def check_rollups(site: Site) -> Iterator[Diagnostic]:
    """Check every report that adds up others."""
    rollups = {report.key: report.rollup for report in site.reports if report.rollup}
    if not rollups:
        return
    members = Members(site, rollups)
    ready = {key: _prepared(site.report_by_key[key], rollup, members) for key, rollup in rollups.items()}
    for one in ready.values():
        yield from one.problems
        yield from _judged(one, ready, members)
    yield from members.under_two()


def _prepared(report: Report, rollup: Rollup, members: Members) -> _Ready:
    """Gather the reports of a roll-up's organs, and say what keeps its sums from being judged."""
    ready = _Ready(report, rollup, problems=list(members.strangers(report, rollup)))
    ready.problems += members.circles(report, rollup)
    if ready.problems:
        return ready
    ready.uncovered = members.uncovered(report, rollup)
    doubled = dict(members.doubled(report, rollup))
    ready.problems += doubled.values()
    ready.doubled = frozenset(doubled)
    missing: list[tuple[str, Place]] = []
    unreadable: list[str] = []
    site, year = members.site, report.year
    for organ, place in rollup.organs:
        part = site.report_by_key.get((organ, year))
        if organ in doubled:
            continue
        if part:
            ready.parts.append((place, part))
        elif f"content/reports/{organ}/{year}/report.yaml" in site.troubled:
            unreadable.append(organ)
        else:
            missing.append((organ, place))
    other_forms = [(place, part) for place, part in ready.parts if part.form.id != report.form.id]
    if other_forms:
        ready.problems.append(_other_forms(report, other_forms, members))
    if missing:
        ready.problems.append(_missing(ready, missing, members, judged=not other_forms and not unreadable))
    if unreadable:
        ready.problems.append(told.unreadable(rollup, unreadable, year, members))
    if ready.parts and not missing and not unreadable and not other_forms:
        ready.sums = compare(report, rollup, [part for _, part in ready.parts])
    return ready


def _judged(ready: _Ready, all_: Mapping[Key, _Ready], members: Members) -> Iterator[Diagnostic]:
    report, rollup, sums = ready.report, ready.rollup, ready.sums
    notes: list[Note] = []
    if sums:
        parts = [part for _, part in ready.parts]
        yield from told.undetermined(report, rollup, sums, parts, members)
        differing = _to_be_told(ready, sums, all_, members.site) if sums.apart else []
        stale = list(told.stale(report, rollup, sums)) if sums.apart else []
        yield from stale
        differing = [cell for cell in differing if cell not in {problem.cell for problem in stale}]
        if differing:
            candidates = _suspects(ready, members.site, sums, differing)
            named = _named(report, rollup, sums, differing)
            causes = explain({c: sums.apart[c] for c in differing}, named, candidates) if named[1:] else []
            explained = {cell for each in causes for cell in each.cells}
            for each in causes:
                if each.suspect.organ in {organ.id for organ in ready.uncovered}:
                    notes.append(told.counted_all_the_same(members.name(each.suspect.organ, report.year)))
                elif each.suspect.organ not in ready.doubled:
                    yield told.by_organ(report, each, [e for e in causes if e != each], members)
            yield from _cells(ready, sums, [c for c in named if c not in explained], candidates, members)
    if ready.uncovered:
        yield replace(members.coverage(report, rollup, ready.uncovered), notes=tuple(notes))


def _cells(
    ready: _Ready, sums: Sums, cells: Sequence[str], candidates: Sequence[Suspect], members: Members
) -> Iterator[Diagnostic]:
    if len(cells) > _MOST_CELLS or (len(cells) >= _MANY_CELLS and _are_most(cells, ready.report)):
        yield told.widely_apart(ready.report, cells, sums)
        return
    parts = [part for _, part in ready.parts]
    for cell in cells:
        yield told.at_cell(ready.report, cell, sums, parts, members, candidates)


def _are_most(cells: Sequence[str], report: Report) -> bool:
    """Tell whether cells are more than half of those that are no totals."""
    written = sum(
        not table.is_total(row.path, column.id)
        for table in report.form.tables
        for row in table.leaf_rows
        for column in table.leaf_columns
    )
    return 2 * len(cells) > written


def _to_be_told(ready: _Ready, sums: Sums, all_: Mapping[Key, _Ready], site: Site) -> list[str]:
    """Give the cells that differ and are not explained by what is said elsewhere already."""
    lower = [all_[part.key].sums for _, part in ready.parts if part.key in all_]
    broken = in_broken_sums(ready.report.form, [part for _, part in ready.parts])
    own = mended(ready.report, site)
    put_right = _put_right(ready, sums.apart, site)
    found: list[str] = []
    for cell, apart in sums.apart.items():
        below = sum(one.apart.get(cell, 0) for one in lower if one)
        is_below = bool(below) and apart + below == 0
        is_said = own[cell].number != sums.stated[cell] or put_right.get(cell) == apart
        if cell not in broken and not is_below and not is_said:
            found.append(cell)
    return found


def _put_right(ready: _Ready, cells: Iterable[str], site: Site) -> Vector:
    """Give by how much the organs' figures change where their own sums show them to be wrong."""
    found: Vector = {}
    for _, part in ready.parts:
        if not is_balanced(part.form, part.facts):
            right = mended(part, site)
            for cell in cells:
                change = (right[cell].addend or 0) - (part.facts[cell].addend or 0)
                found[cell] = found.get(cell, 0) + change
    return {cell: change for cell, change in found.items() if change}


def _named(report: Report, rollup: Rollup, sums: Sums, differing: Sequence[str]) -> list[str]:
    """Leave out the totals that differ only because their parts do, adjusted ones always named."""
    adjusted = {adjustment.cell for adjustment in rollup.adjustments}
    totals = following(report.form, sums.raw) - adjusted
    return [cell for cell in differing if cell not in totals]


def _said_already(ready: _Ready) -> list[str]:
    return [*(organ.id for organ in ready.uncovered), *sorted(ready.doubled)]


def _suspects(ready: _Ready, site: Site, sums: Sums, differing: Sequence[str]) -> list[Suspect]:
    year, form = ready.report.year, ready.report.form
    inside = [(place, part, site.last_year_of(part)) for place, part in ready.parts]
    outside = [(left.organ, left.place) for left in ready.rollup.left_out]
    outside += [(organ, ready.rollup.place) for organ in _said_already(ready)]
    reports = [(place, site.report_by_key.get((organ, year))) for organ, place in outside]
    cells = [cell for cell in sums.stated if cell not in sums.apart or cell in differing]
    return suspects(inside, [(place, part) for place, part in reports if part and part.form == form], cells)


_ADD_REPORTS = Text(
    "补上报告；不汇总的，移到 left_out 并说明原因",
    "Add the reports, or move the organs to left_out with the reason",
)
_TAKE_OUT = Text(
    "当年没有这个机关的，从 organs 删去",
    "Take an organ that was not there in that year out of organs",
)


def _missing(
    ready: _Ready, missing: Sequence[tuple[str, Place]], members: Members, *, judged: bool
) -> Diagnostic:
    """Say in one problem which organs have no report on the year."""
    report, year = ready.report, ready.report.year
    arguments: dict[str, Argument] = {
        "count": len(missing),
        "year": str(year),
        "organs": members.names([organ for organ, _ in missing], year),
    }
    notes: list[Note] = []
    known = [organ for name, _ in missing if (organ := members.site.organ_by_id.get(name))]
    gone = [organ for organ in known if not organ.is_active(year)]
    for organ in gone[:_MOST_RELATED]:
        when = life(organ)
        notes.append(Note(_CAUSE, Text(f"名录中“{organ.name}”{when.zh}", f"“{organ.name}”: {when.en}")))
    arguments["advice"] = _ADD_REPORTS
    if gone:
        rest = Text(f"；其余的，{_ADD_REPORTS.zh}", f"; for the others: {_ADD_REPORTS.en}")
        is_all = len(gone) == len(missing)
        arguments["advice"] = _TAKE_OUT if is_all else Text(_TAKE_OUT.zh + rest.zh, _TAKE_OUT.en + rest.en)
    if judged and ready.parts:
        sums = compare(report, ready.rollup, [part for _, part in ready.parts])
        if not sums.apart and not sums.open:
            notes.append(
                Note(
                    _CAUSE,
                    Text(
                        "各格正好是其余机关之和，没有计入这些机关",
                        "the figures are just the sums of the other organs, without these",
                    ),
                )
            )
    spans = tuple(place.span for _, place in missing[1:])
    return Diagnostic("D438", missing[0][1], arguments, marks=spans, notes=tuple(notes))


def _other_forms(report: Report, parts: Sequence[tuple[Place, Report]], members: Members) -> Diagnostic:
    """Say in one problem which organs' reports are on another form."""
    arguments: dict[str, Argument] = {
        "form": report.form.id,
        "found": ", ".join(dict.fromkeys(part.form.id for _, part in parts)),
        "organs": members.names([part.organ for _, part in parts], report.year),
    }
    related = tuple(
        Related(part.place, Text(part.form.id, part.form.id)) for _, part in parts[:_MOST_RELATED]
    )
    spans = tuple(place.span for place, _ in parts[1:])
    return Diagnostic("D423", parts[0][0], arguments, marks=spans, related=related)
