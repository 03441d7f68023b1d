"""Asks about figures that are possible but unlikely: last year's beside them, or the organ's powers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from gongkai.check.equation_words import names
from gongkai.diagnostics.diagnostic import Diagnostic, Related, Text
from gongkai.model.facts import Fact, Facts, Number, number_in, plain, plain_figures
from gongkai.model.form import Form, Table, cell_labels
from gongkai.model.records import Organ, Report, Site

# 元 written for 万元 is ten thousand times as much, give or take what a year can bring.
_TIMES_LEAST, _TIMES_MOST = 2_000, 50_000
_TEN_THOUSAND = 10_000
# A jump is worth a question where the larger figure is not small.
_JUMP, _LARGE = 5, 20
# So many different figures, one of them large, are not the same twice by chance; nor are two large ones.
_DIFFERENT, _SIZEABLE = 3, 10
_MOST_LISTED = 6
# Kinds of organs that make no 规章 unless the register says so.
_NO_RULEMAKERS: Mapping[str, Text] = MappingProxyType(
    {
        "township": Text("乡镇", "a township"),
        "subdistrict": Text("街道", "a subdistrict"),
        "authorized_organization": Text("授权组织", "an authorized organization"),
    }
)


def check_plausibility(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Ask about units, jumps, repetitions of last year, and rows that the organ cannot fill."""
    yield from _rulemaking(report, site)
    last = site.last_year_of(report)
    if not last:
        return
    odd: list[str] = []
    for table in report.form.tables:
        if table.amounts:
            # Also where it is told with last year's report: it is one slip.
            odd += [cell for cell in table.amounts if _is_odd(cell, report, last)]
            yield from _units(report, last, table, site)
        if "repeat" in table.watch:
            yield from _repeated(report, last, table)
    now, before = plain_figures(report.facts), plain_figures(last.facts)
    jumps = [
        cell
        for table in report.form.tables
        if "jump" in table.watch
        for cell in table.cells
        if _may_jump(now.get(cell), before.get(cell))
        and cell not in odd
        and _jumps(table, cell, report.facts, last.facts)
    ]
    if jumps:
        yield _jumped(report, last, jumps)


def _units(report: Report, last: Report, table: Table, site: Site) -> Iterator[Diagnostic]:
    """Find amounts in 万元 of which one year's is some ten thousand times the other's: the larger is odd."""
    for cell in table.amounts:
        if not _is_odd(cell, report, last):
            continue
        odd, other = report, last
        if _number(last, cell) > _number(report, cell):
            odd, other = last, report
            earlier = site.last_year_of(last)
            if earlier and _is_odd(cell, last, earlier):
                continue  # told with last year's report already
        fact = odd.facts[cell]
        row, column = names(table, cell)
        stated = _number(odd, cell)
        yield Diagnostic(
            "D410",
            fact.place,
            {
                "row": row,
                "column": column,
                "stated": plain(stated),
                "other": plain(_number(other, cell)),
                "year": str(other.year),
                "unit": fact.unit,
                "times": str(int(stated / _number(other, cell))),
                "wanted": plain(stated / _TEN_THOUSAND),
            },
            cell=cell,
            related=(_beside(other, other.facts[cell], table, cell),),
        )


def _is_odd(cell: str, report: Report, last: Report) -> bool:
    if not number_in(report.facts, cell):
        return False
    fact, before = report.facts.get(cell), last.facts.get(cell)
    if not fact or not before or not fact.number or not before.number or fact.unit != before.unit:
        return False
    one, other = _number(report, cell), _number(last, cell)
    is_in_ten_thousands = fact.unit.startswith("万")
    return is_in_ten_thousands and _TIMES_LEAST <= max(one, other) / min(one, other) <= _TIMES_MOST


def _number(report: Report, cell: str) -> Decimal:
    return Decimal(report.facts[cell].number or 0)


def _may_jump(number: Number | None, last: Number | None) -> bool:
    """Tell quickly of two plain figures that they are no jump; None is one that is not plain."""
    return number is None or last is None or (number != last and (number >= _LARGE or last >= _LARGE))


def _jumps(table: Table, cell: str, facts: Facts, before: Facts) -> bool:
    """Tell whether a figure is five times last year's, or a fifth; nothing to compare is no jump."""
    number, last = number_in(facts, cell), number_in(before, cell)
    if number is None or last is None:
        return False
    larger, smaller = max(number, last), min(number, last)
    if not (larger >= _LARGE and smaller > 0 and larger >= _JUMP * smaller):
        return False
    if facts[cell].unit != before[cell].unit:
        return False
    return table.column_by_id[cell.rsplit("/", 1)[1]].column.type != "change"


def _jumped(report: Report, last: Report, cells: Sequence[str]) -> Diagnostic:
    """Ask once for the whole report: at the first figure, with all of them."""
    zh, en = [], []
    for cell in cells[:_MOST_LISTED]:
        row, column = cell_labels(report.form.table_by_id[cell.split("/")[0]], cell)
        figures = f"{plain(last.facts[cell].number or 0)} → {plain(report.facts[cell].number or 0)}"
        zh.append(f"“{row}”的“{column}” {figures}")
        en.append(f"“{column}” of “{row}” {figures}")
    more = " …" if len(cells) > _MOST_LISTED else ""
    table = report.form.table_by_id[cells[0].split("/")[0]]
    return Diagnostic(
        "D411",
        report.facts[cells[0]].place,
        {"count": len(cells), "figures": Text("；".join(zh) + more, "; ".join(en) + more)},
        cell=cells[0],
        related=(_beside(last, last.facts[cells[0]], table, cells[0]),),
    )


def _repeated(report: Report, last: Report, table: Table) -> Iterator[Diagnostic]:
    """Find rows that stand together (a whole table, or a row alone) with last year's figures throughout."""
    for cells in table.blocks:
        if not _are_the_same(table, cells, report.facts, last.facts):
            continue
        caption = next(
            (section.caption for section in report.form.sections if table.id in section.tables), table.title
        )
        is_row = len(cells) == len(table.leaf_columns)
        what = names(table, cells[0])[0] if is_row else table.title or caption
        first = next(cell for cell in cells if report.facts[cell].number)
        yield Diagnostic(
            "D412",
            report.facts[first].place,
            {"what": Text(f"“{what}”", f"“{what}”"), "year": str(last.year)},
            cell=first,
            related=(_beside(last, last.facts[first], table, first),),
        )


def _are_the_same(table: Table, cells: Sequence[str], facts: Facts, before: Facts) -> bool:
    """Compare figures with last year's; a total says nothing that its parts do not."""
    now, then = plain_figures(facts), plain_figures(before)
    # Most rows differ somewhere near their beginning, or are all zeros.
    for cell in cells:
        if cell not in now or cell not in then:
            break
        if now[cell] != then[cell]:
            return False
    else:
        if max(map(now.__getitem__, cells)) < _SIZEABLE:
            return False
    numbers: set[Number] = set()
    largest: Number = 0
    for cell in cells:
        if cell not in before:
            continue  # a row that last year's form does not have
        number = number_in(facts, cell)
        if number != number_in(before, cell):
            return False
        if number:
            largest = max(largest, number)
            _, row, column = cell.split("/")
            if not table.is_total(row, column):
                numbers.add(number)
    large = sum(number >= _SIZEABLE for number in numbers)
    return large > 1 or (len(numbers) >= _DIFFERENT and largest >= _SIZEABLE)


def _rulemaking(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Find figures in rows that need the power to make 规章, of an organ that has it not."""
    organ = site.organ_by_id.get(report.organ)
    if not organ or organ.makes_rules:
        return
    if organ.makes_rules is None and organ.kind not in _NO_RULEMAKERS:
        return
    for table, cells in _rows_of_rulemakers(report.form):
        cell = next((cell for cell in cells if (number_in(report.facts, cell) or 0) > 0), "")
        if cell:
            fact = report.facts[cell]
            label, head = names(table, cell)
            yield Diagnostic(
                "D413",
                fact.place,
                {
                    "known": _known(organ, report.year),
                    "row": label,
                    "column": head,
                    "stated": plain(fact.number or 0),
                },
                cell=cell,
                related=(Related(organ.place, Text("机关名录", "the register")),),
            )


@lru_cache(64)
def _rows_of_rulemakers(form: Form) -> tuple[tuple[Table, tuple[str, ...]], ...]:
    return tuple(
        (table, table.cells_by_row[row.path])
        for table in form.tables
        for row in table.leaf_rows
        if row.needs == "rulemaking"
    )


def _known(organ: Organ, year: int) -> Text:
    name = organ.name_in(year)
    if organ.makes_rules is False:
        return Text(f"机关名录载明{name}不制定规章", f"The register says that {name} may not make rules")
    kind = _NO_RULEMAKERS[organ.kind]
    return Text(
        f"机关名录载明{name}是{kind.zh}，一般不制定规章",
        f"The register says that {name} is {kind.en}, which does not normally make rules",
    )


def _beside(last: Report, fact: Fact, table: Table, cell: str) -> Related:
    row, column = names(table, cell)
    label = f"{last.year} {row} {column}"
    return Related(fact.place, Text(label, label))
