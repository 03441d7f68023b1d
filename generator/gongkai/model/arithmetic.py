"""The form's identities over a report's figures: each one in each row or column that it holds in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from operator import itemgetter

from gongkai.model.facts import Fact, Facts, Figures, Number, State, others
from gongkai.model.form import Axis, Form, Identity, Table
from gongkai.model.record import Record

_Side = Callable[[Mapping[str, Number | None]], Number]


class Equation(Record):
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

    @cached_property
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


@lru_cache(64)
def equations(form: Form) -> tuple[Equation, ...]:
    """Give every identity of the form in every row or column it holds in."""
    return tuple(
        _equation(table, identity, at)
        for table in form.tables
        for identity in table.identities
        for at in (table.row_by_path if identity.each == "row" else table.column_by_id)
    )


def is_balanced(form: Form, facts: Facts) -> bool:
    """Tell whether no cell is blank or missing and every identity holds."""
    numbers = addends(facts)
    return None not in numbers.values() and all(
        left(numbers) == right(numbers) for left, right in _sides(form)
    )


@lru_cache(64)
def _sides(form: Form) -> tuple[tuple[_Side, _Side], ...]:
    return tuple((_side(equation.left), _side(equation.right)) for equation in equations(form))


def _side(cells: tuple[str, ...]) -> _Side:
    """Give what adds cells up that all have a number; looking them up all at once is fast."""
    found = itemgetter(*cells)
    return found if len(cells) == 1 else lambda numbers: sum(found(numbers))


def addends(facts: Facts) -> Mapping[str, Number | None]:
    """Give what every cell adds to a sum; None where that is not determined."""
    if isinstance(facts, Figures):
        return facts.addends()
    return {cell: fact.addend for cell, fact in facts.items()}


def added(facts: Facts, cells: Iterable[str]) -> Number | None:
    """Add cells up; None where one of them is blank or missing."""
    return _sum(facts[cell].addend for cell in cells)


def definitions(form: Form, facts: Facts) -> dict[str, Equation]:
    """Say which equation each `=` is added up by, in an order in which that can be done."""
    waiting = frozenset(cell for cell, fact in others(facts) if fact.state is State.COMPUTED)
    if not waiting:
        return {}
    unknown = frozenset(c for c, fact in others(facts) if fact.addend is None and c not in waiting)
    return _definitions(form, waiting, unknown)


@lru_cache(256)
def _definitions(form: Form, waiting: frozenset[str], unknown: frozenset[str]) -> dict[str, Equation]:
    usable = [equation for equation in equations(form) if equation.total in waiting]
    found: dict[str, Equation] = {}

    def is_known(cell: str) -> bool:
        return cell in found or (cell not in waiting and cell not in unknown)

    progress = True
    while progress:
        progress = False
        for equation in usable:
            total = equation.total
            if total and total not in found and all(map(is_known, equation.parts)):
                found[total] = equation
                progress = True
    return found


def fill_totals(form: Form, facts: Facts) -> Facts:
    """Add up every `=`; one whose parts are blank, missing or in different units stays without a number."""
    defined = definitions(form, facts)
    if not defined:
        return facts
    beside = dict(others(facts))
    numbers = dict(addends(facts))
    filled: dict[str, Fact] = {}
    for cell, equation in defined.items():
        known = [beside[part] for part in equation.parts if part in beside]
        units = {fact.unit for fact in known if fact.number}
        if not beside.keys() >= set(equation.parts):
            units |= {""} if any(numbers[part] for part in equation.parts if part not in beside) else set()
        if len(units) > 1:
            continue
        number = _sum(numbers[part] for part in equation.parts)
        numbers[cell] = number
        filled[cell] = beside[cell] = Fact(State.COMPUTED, beside[cell].at, number, "".join(units))
    if not filled:
        return facts
    return facts.with_facts(filled) if isinstance(facts, Figures) else {**facts, **filled}


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    total: Number = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


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
