"""What must hold between cells: identities (勾稽关系) of a form, and comparisons with last year or bounds."""

from __future__ import annotations

from typing import Literal, NamedTuple

from gongkai.model.record import Record

Axis = Literal["row", "column"]


class Sum(Record):
    """One side of an identity: ids of rows or columns; a group's id stands for all its leaves."""

    terms: tuple[str, ...]


class Identity(Record):
    """An arithmetic identity (勾稽关系): left = right, in each row or in each column.

    With `each: column` the terms are row paths, with `each: row` they are column ids.
    Terms are leaves already: groups are spelled out when the form is read.
    """

    each: Axis
    left: Sum
    right: Sum
    written: str

    @property
    def total(self) -> str | None:
        """Give the term that is a total: the one that stands alone on its side."""
        if len(self.left.terms) == 1:
            return self.left.terms[0]
        return self.right.terms[0] if len(self.right.terms) == 1 else None


class Comparison(Record):
    """An identity that reaches into last year's report (`previous.`), or a bound (`<=`).

    Terms with `previous.` are in `left_previous` and `right_previous`, all as ids of leaves. `rule` is
    the name of the rule of the catalogue that it is a case of. `only` are the columns (with `each:
    column`) or rows in which it holds; none means all.
    """

    each: Axis
    relation: Literal["=", "<="]
    left: Sum
    left_previous: Sum
    right: Sum
    right_previous: Sum
    rule: str
    written: str
    only: tuple[str, ...] = ()


class Compared(NamedTuple):
    """A comparison in one row or column (`at`): ids of the cells on each side, of both years."""

    comparison: Comparison
    at: str
    left: tuple[str, ...]
    left_previous: tuple[str, ...]
    right: tuple[str, ...]
    right_previous: tuple[str, ...]

    @property
    def blamed(self) -> str:
        """Give the cell of this year to speak of: the first on the left, or else on the right."""
        return (*self.left, *self.right)[0]

    @property
    def reaches_back(self) -> bool:
        """Tell whether it needs last year's report."""
        return bool(self.left_previous or self.right_previous)
