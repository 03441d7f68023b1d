"""Says what is wrong with a roll-up's figures: at the cell, with its parts and the likely cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.check.causes import slip
from gongkai.check.equation_words import apart, names
from gongkai.check.rollup_causes import Explained, Suspect, cause, contradicted
from gongkai.check.rollup_members import Members
from gongkai.check.rollup_sums import Sums, adjusted
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Related, Text
from gongkai.model.facts import Number, plain
from gongkai.model.records import Report, Rollup

_PARTS = Text("各项", "parts")
_CAUSE = Text("可能", "cause")
_MOST_PARTS = 5
_MOST_CELLS = 5


def at_cell(
    report: Report, cell: str, sums: Sums, parts: Sequence[Report], members: Members, all_: Sequence[Suspect]
) -> Diagnostic:
    """Name one cell that is not the sum of its organs' cells."""
    stated, computed = sums.stated[cell], sums.computed[cell]
    by = adjusted(report.rollup.adjustments if report.rollup else ()).get(cell)
    ranked = sorted(parts, key=lambda part: part.facts[cell].addend or 0, reverse=True)
    shown = [part for part in ranked if part.facts[cell].addend][:_MOST_PARTS]
    notes = [Note(_PARTS, _sum(cell, ranked, len(shown), computed, by, members))]
    suspect = cause(cell, stated, computed, all_)
    likely = slip(stated, computed, _unit(report, cell))
    elsewhere = contradicted(cell, stated - computed, ranked, members.site)
    if elsewhere:
        part, wanted, where = elsewhere
        name, figure = members.name(part.organ, part.year), plain(part.facts[cell].addend or 0)
        sentence = Text(
            f"“{name}”的这一格为 {figure}，它{where.zh} {_shown(wanted)}：像是它填错了",
            f"“{name}” has {figure} here, but {where.en} {_shown(wanted)}: it seems to be wrong",
        )
        notes.append(Note(_CAUSE, sentence))
        shown = [part, *(other for other in shown if other is not part)]
    elif suspect:
        name = members.name(suspect.organ, report.year)
        way = suspect.way.value
        sentence = Text(
            f"差额正好是“{name}”的数，像是{way.zh}", f"just the figure of “{name}”, as if {way.en}"
        )
        notes.append(Note(_CAUSE, sentence))
    elif likely:
        notes.append(Note(_CAUSE, likely))
    related = [Related(part.facts[cell].place, _same(members.name(part.organ, part.year))) for part in shown]
    count = len(parts)
    of = Text(f"{count} 个机关之和", f"the sum of {count} organs")
    if by:
        of = Text(f"{of.zh}加上调整", f"{of.en} and the adjustment")
    arguments = {**_figures(report, cell, sums), "of": of}
    place = report.facts[cell].place
    return Diagnostic("D421", place, arguments, cell, notes=tuple(notes), related=tuple(related))


def widely_apart(report: Report, cells: Sequence[str], sums: Sums) -> Diagnostic:
    """Say once that very many cells differ."""
    ranked = sorted(cells, key=lambda cell: apart(sums.stated[cell], sums.computed[cell]), reverse=True)
    first = ranked[0]
    arguments: dict[str, Argument] = {**_figures(report, first, sums), "count": len(cells)}
    related = tuple(_cells(report, ranked[1:]))
    return Diagnostic("D439", report.facts[first].place, arguments, first, related=related)


def by_organ(
    report: Report, explained: Explained, others: Sequence[Explained], members: Members
) -> Diagnostic:
    """Name the one organ that explains why many cells differ."""
    suspect = explained.suspect
    arguments: dict[str, Argument] = {
        "organ": members.name(suspect.organ, report.year),
        "count": len(explained.cells),
        "way": suspect.way.value,
    }
    notes = []
    if others:
        listed = members.names([other.suspect.organ for other in others], report.year)
        zh, en = f"连同{listed.zh}，正好是全部差额", f"with {listed.en} it makes every difference"
        notes.append(Note(_CAUSE, Text(zh, en)))
    related = tuple(_cells(report, explained.cells))
    return Diagnostic("D422", suspect.place, arguments, notes=tuple(notes), related=related)


def counted_all_the_same(name: str) -> Note:
    """Say that the figures have an organ in them of which the roll-up says nothing."""
    return Note(
        _CAUSE,
        Text(f"各格里已经计入“{name}”的数：写入 organs 即可", f"the figures have “{name}” in them: list it"),
    )


def stale(report: Report, rollup: Rollup, sums: Sums) -> Iterator[Diagnostic]:
    """Say which adjustments a cell holds without."""
    for adjustment in rollup.adjustments:
        cell = adjustment.cell
        difference = sums.apart.get(cell)
        if difference is not None and (cell not in sums.raw or difference + adjustment.by == 0):
            row, column = _names(report, cell)
            arguments = {"row": row, "column": column, "by": plain(adjustment.by)}
            yield Diagnostic("D426", adjustment.place, arguments, cell)


def undetermined(
    report: Report, rollup: Rollup, sums: Sums, parts: Sequence[Report], members: Members
) -> Iterator[Diagnostic]:
    """Ask once for what cannot be added up."""
    details: list[Text] = []
    if sums.open:
        blank = [p.organ for p in parts if any(p.facts[cell].addend is None for cell in sums.open)]
        listed = members.names(blank, report.year)
        count = len(sums.open)
        details.append(
            Text(
                f"有 {count} 格在{listed.zh}的报告里是空的或者有误",
                f"{count} cells are blank or faulty in the reports of {listed.en}",
            )
        )
    if sums.mixed:
        count = len(sums.mixed)
        details.append(Text(f"有 {count} 格的金额单位不一", f"{count} cells have amounts in different units"))
    if details:
        detail = Text("；".join(d.zh for d in details), "; ".join(d.en for d in details))
        yield Diagnostic("D427", rollup.place, {"detail": detail})


def unreadable(rollup: Rollup, organs: Sequence[str], year: int, members: Members) -> Diagnostic:
    """Ask once for the reports that could not be read."""
    listed = members.names(organs, year)
    detail = Text(f"{listed.zh}的报告有误，没有读出来", f"The reports of {listed.en} could not be read")
    return Diagnostic("D427", rollup.place, {"detail": detail})


def _figures(report: Report, cell: str, sums: Sums) -> dict[str, Argument]:
    row, column = _names(report, cell)
    stated, computed = sums.stated[cell], sums.computed[cell]
    return {
        "row": row,
        "column": column,
        "stated": plain(stated),
        "computed": _shown(computed),
        "difference": _shown(apart(stated, computed)),
    }


def _sum(
    cell: str, ranked: Sequence[Report], count: int, computed: Number, by: Number | None, members: Members
) -> Text:
    shown = [
        f"{members.name(part.organ, part.year)} {plain(part.facts[cell].addend or 0)}"
        for part in ranked[:count]
    ]
    rest = [addend for part in ranked[count:] if (addend := part.facts[cell].addend)]
    zh, en = [*shown], [*shown]
    if rest:
        zh.append(f"另 {len(rest)} 个机关 {_shown(sum(rest))}")
        en.append(f"{len(rest)} more {_shown(sum(rest))}")
    if by:
        zh.append(f"调整 {plain(by)}")
        en.append(f"adjustment {plain(by)}")
    return Text(
        f"{' + '.join(zh or ['0'])} = {_shown(computed)}", f"{' + '.join(en or ['0'])} = {_shown(computed)}"
    )


def _cells(report: Report, cells: Sequence[str]) -> Iterator[Related]:
    for cell in cells[:_MOST_CELLS]:
        row, column = _names(report, cell)
        yield Related(report.facts[cell].place, _same(f"{row} {column}"))


def _shown(number: Number) -> str:
    """Write a sum out without the noughts that its parts' places have left behind its point."""
    written = plain(number)
    return written.rstrip("0").rstrip(".") if "." in written else written


def _names(report: Report, cell: str) -> tuple[str, str]:
    return names(report.form.table_by_id[cell.split("/", maxsplit=1)[0]], cell)


def _unit(report: Report, cell: str) -> str:
    table, _, column = cell.split("/")
    return report.form.table_by_id[table].column_by_id[column].column.unit


def _same(words: str) -> Text:
    return Text(words, words)
