"""What last year's reports tell of a report that is about to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.diagnostics.diagnostic import Text
from gongkai.model.facts import Fact, Number, State
from gongkai.model.form import Compared, Form, Table, cell_labels
from gongkai.model.records import Organ, Report, Site


@dataclass(frozen=True)
class LastYear:
    """The reports that a new one goes on from, or why there are none to go on from.

    `figures` are what they determine, by cell; `notes` are figures of theirs that help with a row, by
    the table's id and the row's path.
    """

    year: int
    reports: tuple[Report, ...] = ()
    wanting: Text | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


def last_year(site: Site, organ: Organ, form: Form, year: int) -> LastYear:
    """Find the reports of the year before, and what they tell of the cells of a form."""
    found = _reports(site, organ, year)
    if isinstance(found, Text):
        return LastYear(year - 1, wanting=found)
    figures: dict[str, str] = {}
    notes: dict[tuple[str, str], tuple[str, ...]] = {}
    for table in form.tables:
        for compared in table.compared:
            figures |= _determined(table, compared, found)
        for row in table.leaf_rows:
            told = tuple(dict.fromkeys(_notes(table, row.path, figures, found)))
            if told:
                notes[table.id, row.path] = told
    return LastYear(year - 1, found, None, figures, notes)


def _reports(site: Site, organ: Organ, year: int) -> tuple[Report, ...] | Text:
    """Give the organ's own report and those of the organs that it took over; all of them, or why not."""
    before = year - 1
    taken = [name for change in organ.lineage if change.year == year for name in change.predecessors]
    own = site.report_by_key.get((organ.id, before))
    shared = [name for name in taken if _goes_on(site, name, year)]
    if shared:
        names = "、".join(_name(site, name, before) for name in shared)
        return Text(
            f"{names}只有一部分并入，上年的数不能照搬",
            f"{names} was taken over in part, so that no figure follows from it",
        )
    missing = [name for name in taken if (name, before) not in site.report_by_key]
    if missing or not (own or taken):
        names = "、".join(_name(site, name, before) for name in missing or [organ.id])
        return Text(f"没有{names} {before} 年的报告", f"there is no report of {names} on {before}")
    return (*([own] if own else []), *(site.report_by_key[name, before] for name in taken))


def _goes_on(site: Site, name: str, year: int) -> bool:
    """Tell whether an organ that was taken over went on, or went to several."""
    organ = site.organ_by_id.get(name)
    takers = sum(name in names for _, names in site.successions.get(year, ()))
    ends_later = organ is not None and organ.to_year is not None and organ.to_year >= year
    return takers > 1 or ends_later or (name, year) in site.report_by_key


def _name(site: Site, name: str, year: int) -> str:
    organ = site.organ_by_id.get(name)
    return organ.name_in(year) if organ else name


def _determined(table: Table, compared: Compared, reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Give the cell that stands alone on one side, where the other is of last year only."""
    if compared.comparison.relation != "=":
        return
    sides = (
        (compared.left, compared.left_previous, compared.right, compared.right_previous),
        (compared.right, compared.right_previous, compared.left, compared.left_previous),
    )
    for this, also, there, before in sides:
        if len(this) == 1 and before and not also and not there:
            _, row, column = this[0].split("/")
            shown = _shown(before, reports)
            if shown and not table.is_total(row, column):
                yield this[0], shown


def _notes(table: Table, row: str, figures: Mapping[str, str], reports: Sequence[Report]) -> Iterator[str]:
    """Give last year's figures that a comparison needs in a row, where they determine nothing yet."""
    for compared in table.compared:
        if compared.comparison.each != "row" or compared.at != row:
            continue
        if any(cell in figures for cell in (*compared.left, *compared.right)):
            continue
        for cell in (*compared.left_previous, *compared.right_previous):
            shown = _shown([cell], reports)
            if shown:
                yield f"上年{cell_labels(table, cell)[1]} {shown}"


def _shown(cells: Sequence[str], reports: Sequence[Report]) -> str:
    """Write the sum of cells over reports as it would be typed; nothing where it is not known."""
    facts = [report.facts.get(cell) for report in reports for cell in cells]
    known = [fact for fact in facts if fact is not None]
    if len(known) != len(facts) or any(fact.addend is None for fact in known):
        return ""
    if all(fact.state is State.NOT_APPLICABLE for fact in known):
        return "/"
    if len({fact.unit for fact in known if fact.unit and fact.number}) > 1:
        return ""
    return str(_sum(known))


def _sum(facts: Sequence[Fact]) -> Number:
    total: Number = 0
    for fact in facts:
        total += fact.addend or 0
    return total
