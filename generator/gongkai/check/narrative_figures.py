"""Compares what a text claims of cells with what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from gongkai.check.equation_words import apart
from gongkai.check.narrative_claims import Claim
from gongkai.model.arithmetic import added
from gongkai.model.facts import Facts, Number, number_in
from gongkai.model.form import Form, Table
from gongkai.model.phrase import LESS, Reading

_TEN_THOUSAND = 10_000
_HUNDRED = Decimal(100)
# How far a percentage may be from the true one, rounded as it may be.
_TOLERANCE = Decimal("0.06")


class Meaning(NamedTuple):
    """One meaning of a claim: the cells that it is the sum of, and what they add up to."""

    cells: tuple[str, ...]
    figure: Number
    is_difference: bool = False  # with other cells taken away


class Mismatch(NamedTuple):
    """A claim that no meaning fits: its meanings, the likeliest first, and the figure that was expected."""

    claim: Claim
    meanings: tuple[Meaning, ...]
    expected: Number
    whole: Number = 0


def mismatches(claims: Sequence[Claim], form: Form, facts: Facts) -> Iterator[Mismatch]:
    """Give the claims that no meaning fits; what a text says rightly in another place is not among them."""
    right: list[Claim] = []
    wrong: list[Mismatch] = []
    for claim in claims:
        if _is_plainly_right(claim, form, facts):
            right.append(claim)
            continue
        table = form.table_by_id[claim.table]
        is_counted = claim.is_none or claim.is_share or claim.unit in form.phrases.units_of[claim.table]
        found = meanings(table, claim.rows, claim.columns, facts) if is_counted else None
        if found is None:
            continue
        mismatch = _compared(claim, found, form, facts)
        if mismatch is None:
            right.append(claim)
        else:
            wrong.append(mismatch)
    if wrong:
        keys = {_key(claim) for claim in right}
        yield from (mismatch for mismatch in wrong if _key(mismatch.claim) not in keys)


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.table, claim.rows, claim.columns, claim.is_share, claim.all_of, claim.of


def _is_plainly_right(claim: Claim, form: Form, facts: Facts) -> bool:
    """Tell quickly of most claims that their first meaning fits, or with columns their only one."""
    has_others = claim.columns and (len(claim.rows) > 1 or len(claim.columns) > 1)
    if has_others or claim.is_share or claim.all_of:
        return False
    table = form.table_by_id[claim.table]
    columns = claim.columns[0] if claim.columns else (table.total_column,)
    if not (columns[0] and table.holds_counts):
        return False
    figure: Number = 0
    for row in claim.rows[0]:
        for column in columns:
            number = number_in(facts, table.cell(row, column))
            if number is None:
                return False
            figure += number
    return figure == claim.number and (claim.is_none or claim.unit in form.phrases.units_of[claim.table])


def stated_cells(claims: Sequence[Claim], form: Form) -> Iterator[tuple[str, Number]]:
    """Give cells with the numbers stated for them, where a claim can mean that cell only."""
    for claim in claims:
        table = form.table_by_id[claim.table]
        column = claim.columns[0] if claim.columns else (table.total_column,)
        is_one = len(claim.rows) == len(claim.rows[0]) == 1 and len(claim.columns) <= 1 and len(column) == 1
        if not is_one or claim.is_share or claim.all_of or claim.is_vague or not column[0]:
            continue
        counted = claim.is_none or claim.unit in form.phrases.units_of[claim.table]
        if counted and table.column_by_id[column[0]].column.type != "amount":
            yield table.cell(claim.rows[0][0], column[0]), claim.number


def meanings(
    table: Table, rows: Sequence[Reading], columns: Sequence[Reading], facts: Facts
) -> tuple[Meaning, ...] | None:
    """Give every meaning; None where a cell that one needs has no figure, or there is none."""
    found: list[Meaning] = []
    whole = "" if columns else table.total_column
    for column_reading in columns or (((whole,),) if whole else ()):
        for row_reading in rows:
            plus = tuple(row for row in row_reading if not row.startswith(LESS))
            cells = tuple(table.cell(row, column) for row in plus for column in column_reading)
            figure = added(facts, cells)
            if len(plus) < len(row_reading):
                away = [row.removeprefix(LESS) for row in row_reading if row.startswith(LESS)]
                less = added(facts, [table.cell(row, column) for row in away for column in column_reading])
                if figure is None or less is None:
                    continue
                found.append(Meaning(cells, apart(figure, less), is_difference=True))
                continue
            if figure is None or not all(_is_in_unit(table, cell, facts) for cell in cells):
                return None
            found.append(Meaning(cells, figure))
    return tuple(found) or None


def _is_in_unit(table: Table, cell: str, facts: Facts) -> bool:
    unit = facts[cell].unit
    return not unit or unit == table.column_by_id[cell.split("/")[2]].column.unit


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
    if claim.unit != unit and not claim.is_none:
        if unit != "万元" or claim.unit != "元":
            return None
        stated /= _TEN_THOUSAND
    exponent = min(int(stated.as_tuple().exponent), 0)
    step = Decimal(1).scaleb(exponent) if stated else Decimal(0)
    if any(abs(Decimal(one.figure) - stated) < step or one.figure == stated for one in found):
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
    whole = meanings(table, claim.of or claim.rows, (), facts)
    if claim.of and whole and any(one.figure == all_.figure for one in found for all_ in whole):
        return None
    if whole is None or any(one.figure == all_.figure for one, all_ in zip(found, whole, strict=False)):
        return None
    return Mismatch(claim, found, found[0].figure, whole[0].figure)
