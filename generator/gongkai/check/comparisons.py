"""Finds the comparisons of a form that do not hold: bounds, and what must agree with last year's report.

Which cells are compared is said by the form. A comparison holds where both years' forms have its
cells and all its figures are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gongkai.check.lineage import Years, added_up, facts_of, years_of
from gongkai.model.facts import Facts, Number, plain_figures
from gongkai.model.form import Compared, Table
from gongkai.model.records import Report, Site

_CODES: Mapping[str, str] = {
    "carry-over-total": "D401",
    "carry-over": "D402",
    "documents-in-force": "D403",
    "repeal-bound": "D404",
    "pending-cases": "D405",
    "last-year-relation": "D406",
    "in-force-bound": "D306",
    "usual-relation": "D307",
}


class Broken(NamedTuple):
    """A comparison that does not hold: what its cell says, and what the others want of it."""

    table: Table
    compared: Compared
    code: str
    stated: Number
    wanted: Number


def broken_comparisons(report: Report, site: Site) -> list[tuple[Broken, Years]]:
    """Give every comparison of the report's form that does not hold, with the reports that it compares."""
    alone = Years((report,), ())
    years = years_of(report, site)
    if years and years.now[0] is not report:
        years = None  # told at the first of the reports that are compared together
    now, before = (facts_of(years.now), facts_of(years.before)) if years else ((), ())
    plain = plain_figures(report.facts)
    plain_before = plain_figures(before[0]) if len(now) == len(before) == 1 else {}
    found: list[tuple[Broken, Years]] = []
    for table in report.form.tables:
        for compared in table.compared:
            if _plainly_holds(compared, plain, plain_before):
                continue
            if not compared.reaches_back:
                broken, here = judged(table, compared, (report.facts,), ()), alone
            elif years:
                broken, here = judged(table, compared, now, before), years
            else:
                continue
            if broken:
                found.append((broken, here))
    return found


def _plainly_holds(compared: Compared, now: Mapping[str, Number], before: Mapping[str, Number]) -> bool:
    """Tell quickly of most comparisons that they hold: all their figures are plain numbers."""
    over: Number = 0
    try:
        for cell in compared.left:
            over += now[cell]
        for cell in compared.right:
            over -= now[cell]
        for cell in compared.left_previous:
            over += before[cell]
        for cell in compared.right_previous:
            over -= before[cell]
    except KeyError:
        return False
    return not over or (over < 0 and compared.comparison.relation == "<=")


def judged(table: Table, compared: Compared, now: Sequence[Facts], before: Sequence[Facts]) -> Broken | None:
    """Compare; None where it holds, and where a figure or a cell of either year is not there."""
    units: set[str] = set()
    left = added_up(compared.left, now, units)
    left_previous = added_up(compared.left_previous, before, units)
    right = added_up(compared.right, now, units)
    right_previous = added_up(compared.right_previous, before, units)
    if left is None or left_previous is None or right is None or right_previous is None:
        return None
    over = left + left_previous - right - right_previous
    relation = compared.comparison.relation
    if not over or (relation == "<=" and over < 0) or len(units) > 1:
        return None
    stated = added_up((compared.blamed,), now, units) or 0
    wanted = stated - over if compared.left else stated + over
    return Broken(table, compared, _CODES[compared.comparison.rule], stated, wanted)
