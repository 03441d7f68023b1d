"""The form's identities over a report's figures: each one in each row or column that it holds in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gongkai.model.facts import Fact, Facts, Number, State
from gongkai.model.form import Axis, Form, Identity, Table


@dataclass(frozen=True, slots=True)
class Equation:
    """One identity in one row or column: ids of the cells on each side, and of the total if any."""

    table: Table
    identity: Identity
    at: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    total: str | None

    def __hash__(self) -> int:
        """Tell equations apart cheaply: a table as a whole is slow to hash."""
        return hash((self.table.id, self.identity.written, self.at))

    @property
    def each(self) -> Axis:
        """Tell whether it holds along a row or down a column."""
        return self.identity.each

    @property
    def cells(self) -> tuple[str, ...]:
        """All its cells, in the order written."""
        return (*self.left, *self.right)

    @property
    def parts(self) -> tuple[str, ...]:
        """The side that the total should equal."""
        return self.right if len(self.left) == 1 else self.left

    def sign(self, cell: str) -> int:
        """Give 1 for a cell on the left, -1 for one on the right."""
        return 1 if cell in self.left else -1


def equations(form: Form) -> Iterator[Equation]:
    """Give every identity of the form in every row or column it holds in."""
    for table in form.tables:
        for identity in table.identities:
            rows, columns = table.row_by_path, table.column_by_id
            for at in rows if identity.each == "row" else columns:
                yield _equation(table, identity, at)


def added(facts: Facts, cells: Iterable[str]) -> Number | None:
    """Add cells up; None where one of them is blank or missing."""
    total: Number = 0
    for cell in cells:
        addend = facts[cell].addend
        if addend is None:
            return None
        total += addend
    return total


def definitions(form: Form, facts: Facts) -> dict[str, Equation]:
    """Say which equation each `=` is added up by, in an order in which that can be done."""
    waiting = {cell for cell, fact in facts.items() if fact.state is State.COMPUTED}
    usable = [equation for equation in equations(form) if equation.total in waiting] if waiting else []
    found: dict[str, Equation] = {}
    progress = True
    while progress:
        progress = False
        for equation in usable:
            total = equation.total
            if total and total not in found and all(_is_known(facts, found, p) for p in equation.parts):
                found[total] = equation
                progress = True
    return found


def fill_totals(form: Form, facts: Facts) -> dict[str, Fact]:
    """Add up every `=`; one whose parts are blank, missing or in different units stays without a number."""
    filled = dict(facts)
    for cell, equation in definitions(form, facts).items():
        units = {filled[part].unit for part in equation.parts if filled[part].number}
        if len(units) <= 1:
            number = added(filled, equation.parts)
            filled[cell] = replace(filled[cell], number=number, unit="".join(units))
    return filled


def _is_known(facts: Facts, found: Mapping[str, Equation], cell: str) -> bool:
    return cell in found or (facts[cell].state is not State.COMPUTED and facts[cell].addend is not None)


def _equation(table: Table, identity: Identity, at: str) -> Equation:
    def cell(term: str) -> str:
        return table.cell(at, term) if identity.each == "row" else table.cell(term, at)

    total = identity.total
    return Equation(
        table,
        identity,
        at,
        tuple(cell(term) for term in identity.left.terms),
        tuple(cell(term) for term in identity.right.terms),
        cell(total) if total else None,
    )
