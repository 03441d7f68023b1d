"""Asks whether a report is a roll-up that does not say so: then nobody checks it against its organs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from gongkai.check.rollup_members import Members
from gongkai.diagnostics.diagnostic import Argument, Diagnostic
from gongkai.model.arithmetic import addends
from gongkai.model.facts import Number
from gongkai.model.records import Report, Site

# So many organs are no coincidence, nor are so many cells, where they are most of those with a figure.
_FEWEST_ORGANS = 2
_FEWEST_CELLS = 6
_LOOKED_AT = 12
_SHOWN = 5


def ask_for_rollups(reports: Sequence[Report], site: Site) -> Iterator[Diagnostic]:
    """Ask of each report without a roll-up whose figures are the sums of the reports right below."""
    members = Members(site, {report.key: report.rollup for report in site.reports if report.rollup})
    below: dict[str, list[str]] = {}
    for organ in site.organs:
        for parent in {organ.parent, *(change.parent for change in organ.lineage)} - {""}:
            below.setdefault(parent, []).append(organ.id)
    for report in reports:
        if report.rollup or report.place.file in site.troubled:
            continue
        organs = [site.organ_by_id[name] for name in below.get(report.organ, ())]
        known = [organ.id for organ in organs if organ.parent_in(report.year) == report.organ]
        found = [site.report_by_key.get((name, report.year)) for name in known]
        parts = [part for part in found if part and part.form.id == report.form.id]
        if len(parts) < _FEWEST_ORGANS:
            continue
        count = _alike(report, parts)
        if count:
            ids = [part.organ for part in parts]
            arguments: dict[str, Argument] = {
                "count": count,
                "organs": members.names(ids, report.year),
                "ids": ", ".join(ids[:_SHOWN]) + (", …" if len(ids) > _SHOWN else ""),
            }
            yield Diagnostic("D440", report.place, arguments)


def _alike(report: Report, parts: Sequence[Report]) -> int:
    """Count the cells that are just the sum of several organs' figures; 0 where they are not the most."""
    own = addends(report.facts)
    others = [addends(part.facts) for part in parts]
    written = [cell for cell, number in own.items() if number]
    if not any(_is_sum(own, others, cell) for cell in islice(written, _LOOKED_AT)):
        return 0
    alike = [cell for cell in written if _is_sum(own, others, cell)]
    telling = sum(1 for cell in alike if sum(1 for part in others if part[cell]) > 1)
    return len(alike) if telling >= _FEWEST_CELLS and 2 * len(alike) > len(written) else 0


def _is_sum(
    own: Mapping[str, Number | None], parts: Sequence[Mapping[str, Number | None]], cell: str
) -> bool:
    column = [part[cell] for part in parts]
    return None not in column and sum(number or 0 for number in column) == own[cell]
