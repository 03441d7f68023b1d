"""Compares what a text claims of cells with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongkai.check.narrative_claims import Claim
from gongkai.model.arithmetic import added
from gongkai.model.facts import Facts, Number
from gongkai.model.form import Form, Table
from gongkai.model.phrase import Reading

_TEN_THOUSAND = 10_000
_HUNDRED = Decimal(100)
# How far a percentage may be from the true one, rounded as it may be.
_TOLERANCE = Decimal("0.06")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a claim: the cells that it is the sum of, and what they add up to."""

    cells: tuple[str, ...]
    figure: Number


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claim that no meaning fits: its meanings, the likeliest first, and the figure that was expected."""

    claim: Claim
    meanings: tuple[Meaning, ...]
    expected: Number
    whole: Number = 0


def mismatches(claims: Sequence[Claim], form: Form, facts: Facts) -> Iterator[Mismatch]:
    """Give the claims that no meaning fits; what a text says rightly in another place is not among them."""
    right: set[tuple[object, ...]] = set()
    wrong: list[tuple[Mismatch, tuple[object, ...]]] = []
    for claim in claims:
        table = form.table_by_id[claim.table]
        is_counted = claim.is_none or claim.is_share or claim.unit in form.phrases.units_of[claim.table]
        found = meanings(table, claim.rows, claim.columns, facts) if is_counted else None
        if found is None:
            continue
        key = (claim.table, claim.rows, claim.columns, claim.is_share, claim.all_of)
        mismatch = _compared(claim, found, form, facts)
        if mismatch is None:
            right.add(key)
        else:
            wrong.append((mismatch, key))
    yield from (mismatch for mismatch, key in wrong if key not in right)


def meanings(
    table: Table, rows: Sequence[Reading], columns: Sequence[Reading], facts: Facts
) -> tuple[Meaning, ...] | None:
    """Give every meaning; None where a cell that one needs has no figure, or there is none."""
    found: list[Meaning] = []
    whole = "" if columns else _total_column(table)
    for column_reading in columns or (((whole,),) if whole else ()):
        for row_reading in rows:
            cells = tuple(table.cell(row, column) for row in row_reading for column in column_reading)
            figure = added(facts, cells)
            if figure is None or any(facts[cell].unit for cell in cells):
                return None
            found.append(Meaning(cells, figure))
    return tuple(found) or None


def _total_column(table: Table) -> str:
    """Give the column that is every row's total, or the only one; nothing where there is none."""
    if len(table.leaf_columns) == 1:
        return table.leaf_columns[0].id
    totals = {identity.total for identity in table.identities if identity.each == "row"}
    return next(iter(totals)) or "" if len(totals) == 1 else ""


def _compared(claim: Claim, found: tuple[Meaning, ...], form: Form, facts: Facts) -> Mismatch | None:
    table = form.table_by_id[claim.table]
    if claim.is_share:
        return _share(claim, found, form, facts)
    if claim.all_of:
        return _all(claim, found, table, facts)
    first = found[0]
    column = table.column_by_id[first.cells[0].split("/")[2]].column
    if column.type == "amount":
        return _amount(claim, found, column.unit)
    if first.figure == claim.number:
        return None
    for other in found[1:]:
        # Of applicants of one kind, a sum need not hold to be meant.
        if other.figure == claim.number and (claim.columns or _holds(table, first, other, facts)):
            return None
    return Mismatch(claim, found, first.figure)


def _amount(claim: Claim, found: tuple[Meaning, ...], unit: str) -> Mismatch | None:
    """Compare money, in the unit of the column, as exactly as the text gives it."""
    stated = Decimal(claim.number)
    if claim.unit != unit:
        if unit != "万元" or claim.unit != "元":
            return None
        stated /= _TEN_THOUSAND
    step = Decimal(1).scaleb(min(int(stated.as_tuple().exponent), 0))
    if any(abs(Decimal(one.figure) - stated) < step for one in found):
        return None
    return Mismatch(claim, found, found[0].figure)


def _holds(table: Table, one: Meaning, other: Meaning, facts: Facts) -> bool:
    """Tell whether the sums that bind two meanings hold: a broken table is no excuse."""
    for identity in table.identities:
        if identity.each != "column":
            continue
        for column in {cell.split("/")[2] for cell in one.cells}:
            left, right = (
                {table.cell(row, column) for row in side.terms} for side in (identity.left, identity.right)
            )
            cells = left | right
            if not (cells.isdisjoint(one.cells) or cells.isdisjoint(other.cells)):
                sums = added(facts, left), added(facts, right)
                if None not in sums and sums[0] != sums[1]:
                    return False
    return True


def _share(claim: Claim, found: tuple[Meaning, ...], form: Form, facts: Facts) -> Mismatch | None:
    wholes = form.phrases.subjects.get(claim.table)
    whole = meanings(form.table_by_id[claim.table], wholes, (), facts) if wholes else None
    figures = [one.figure for one in whole or () if one.figure]
    if not figures:
        return None
    exponent = int(Decimal(claim.number).as_tuple().exponent)
    step = max(_TOLERANCE, Decimal(1).scaleb(min(exponent, 0)))
    for one in found:
        for figure in figures:
            if abs(_HUNDRED * one.figure / figure - claim.number) < step:
                return None
    last = figures[-1]
    expected = (_HUNDRED * found[0].figure / last).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Mismatch(claim, found, expected, last)


def _all(claim: Claim, found: tuple[Meaning, ...], table: Table, facts: Facts) -> Mismatch | None:
    whole = meanings(table, claim.rows, (), facts)
    if whole is None or any(one.figure == all_.figure for one, all_ in zip(found, whole, strict=False)):
        return None
    return Mismatch(claim, found, found[0].figure, whole[0].figure)
