"""What speaks for and against a figure beside the sums: other years' reports, the text, and roll-ups."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.check.lineage import figures_elsewhere
from gongkai.check.narrative_said import stated_in_text
from gongkai.check.rollup_sums import adjusted
from gongkai.diagnostics.diagnostic import Text
from gongkai.model.arithmetic import addends
from gongkai.model.facts import Number, plain
from gongkai.model.records import Report, Rollup, Site

_TEXT = Text("正文写的也是 {number}", "the text has {number} too")
_YEARS = Text("按相邻年度的报告也应为 {number}", "by the neighbouring year's report it is {number} too")
_ORGANS = Text("各机关之和也是 {number}", "the organs add up to {number} too")
_WHOLE = Text("按上级报告的汇总也应为 {number}", "by the sum in the report above it is {number} too")


@dataclass(frozen=True, slots=True)
class Source:
    """Figures that something else has for cells, and how to say so of a `{number}`."""

    words: Text
    figures: Mapping[str, Collection[Number]]

    def has(self, cell: str, number: Number) -> bool:
        """Tell whether the source has the figure for the cell."""
        return number in self.figures.get(cell, ())


@dataclass(frozen=True, slots=True)
class Evidence:
    """All sources on a report, and last year's figures of the same cells."""

    sources: tuple[Source, ...] = ()
    last_year: Mapping[str, Number] = field(default_factory=dict)
    year: int = 0

    def speaks(self, cell: str, stated: Number, wanted: Number) -> int:
        """Weigh two figures of a cell: above 0 more speaks for the one wanted, below 0 for the one stated."""
        return sum(source.has(cell, wanted) - source.has(cell, stated) for source in self.sources)

    def says(self, cell: str, number: Number) -> Iterator[Text]:
        """Say which sources have a figure too."""
        for source in self.sources:
            if source.has(cell, number):
                yield Text(*(words.format(number=plain(number)) for words in source.words))


def evidence_on(report: Report, site: Site) -> Evidence:
    """Gather what other reports and the text say of a report's cells."""
    last = site.last_year_of(report)
    before = addends(last.facts) if last else {}
    sources = [
        Source(_TEXT, stated_in_text(report, site)),
        Source(_YEARS, {cell: (number,) for cell, number in figures_elsewhere(report, site).items()}),
        *_rolled_up(report, site),
    ]
    return Evidence(
        tuple(source for source in sources if source.figures),
        {cell: number for cell, number in before.items() if number is not None},
        report.year - 1,
    )


def _rolled_up(report: Report, site: Site) -> Iterator[Source]:
    """Give what the organs of a roll-up add up to, and what a roll-up leaves for one of its organs."""
    if report.rollup:
        yield Source(_ORGANS, _left_over(None, report.rollup, report, site))
    for whole in site.reports:
        if whole.rollup and whole.year == report.year and whole is not report:
            organs = [organ for organ, _ in whole.rollup.organs]
            if organs.count(report.organ) == 1:
                yield Source(_WHOLE, _left_over(whole, whole.rollup, report, site))


def _left_over(whole: Report | None, rollup: Rollup, report: Report, site: Site) -> dict[str, tuple[Number]]:
    """Give what must stand in each cell of a report for the roll-up to hold; nothing where that is open."""
    keys = [(organ, report.year) for organ, _ in rollup.organs if organ != report.organ]
    others = [site.report_by_key.get(key) for key in keys]
    every = [whole, *others] if whole else others
    if any(part is None or part.form.id != report.form.id for part in every):
        return {}
    parts = [addends(part.facts) for part in others if part]
    by = adjusted(rollup.adjustments)
    of_whole = addends(whole.facts) if whole else None
    found: dict[str, tuple[Number]] = {}
    for table in report.form.tables:
        if not table.identities or not table.holds_counts:
            continue
        for cell in table.cells:
            column = [part[cell] for part in parts]
            stated = of_whole[cell] if of_whole is not None else 0
            if stated is None or None in column:
                continue
            total = sum(number or 0 for number in column) + by.get(cell, 0)
            found[cell] = (stated - total if of_whole is not None else total,)
    return found
