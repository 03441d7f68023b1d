"""Tells identities that fail and that no single figure or row explains, each slip once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.check.equation_words import (
    CAUSE,
    PARTS,
    SUPPORT,
    acquitted,
    apart,
    difference,
    joined,
    label,
    labels,
    marks,
    names,
    related,
    same,
    side,
)
from gongkai.check.evidence import Evidence
from gongkai.check.sums import Sums, divided, is_feasible, totals_of, weights_of
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Note, Text
from gongkai.model.arithmetic import Equation, added, addends
from gongkai.model.facts import Facts, Number, State, plain
from gongkai.model.records import Report


def tell_unexplained(report: Report, failing: Sequence[Equation], evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell failing identities that no figure explains; one that fails in columns with their total, once.

    Where it fails in a column and in the total by the same, a row is wrong in both.
    """
    left, facts = list(failing), report.facts
    while left:
        first = left[0]
        tied = [equation for equation in left if _are_tied(first, equation)]
        total = [equation for equation in tied if _is_sum_of(facts, equation, tied)]
        others = [equation for equation in tied if equation not in total]
        if not total or not others:
            left.remove(first)
            if not first.total and any(facts[cell].state is State.COMPUTED for cell in first.cells):
                yield _added_up(report, first, evidence)
                continue
            problem = _unexplained(facts, first)
            yield replace(problem, notes=(*problem.notes, *_parts_wrong(facts, first, evidence)))
            continue
        shown = others[0] if len(others) == 1 else total[0]
        rest = [equation for equation in tied if equation is not shown]
        problem = _unexplained(facts, shown)
        yield replace(problem, notes=(*problem.notes, Note(CAUSE, _whole_row(rest, facts))))
        left = [equation for equation in left if equation not in tied]


def _parts_wrong(facts: Facts, equation: Equation, evidence: Evidence) -> Iterator[Note]:
    """Say that a total is confirmed by something else, and so one of its parts is wrong."""
    stated = facts[equation.total].number if equation.total else None
    said = list(evidence.says(equation.total, stated)) if equation.total and stated is not None else []
    if said:
        yield Note(SUPPORT, joined(said))
        yield Note(CAUSE, Text("总计不错，某一分项填错", "the total is right, and one of its parts is wrong"))


def _are_tied(one: Equation, other: Equation) -> bool:
    """Tell whether two are one identity in two columns (or rows) of which one adds up the other."""
    if one.table is not other.table or one.identity != other.identity:
        return False
    across = [identity for identity in one.table.identities if identity.each != one.each]
    return one is other or any(
        {one.at, other.at} <= {*identity.left.terms, *identity.right.terms} for identity in across
    )


def _is_sum_of(facts: Facts, equation: Equation, tied: Sequence[Equation]) -> bool:
    """Tell whether it fails in a total by as much as in the parts together."""
    across = [identity for identity in equation.table.identities if identity.each != equation.each]
    if not any(identity.total == equation.at for identity in across):
        return False
    parts = [_out_by(facts, other) for other in tied if other is not equation]
    return _out_by(facts, equation) == sum(parts)


def _out_by(facts: Facts, equation: Equation) -> Number:
    return (added(facts, equation.left) or 0) - (added(facts, equation.right) or 0)


def _whole_row(rest: Sequence[Equation], facts: Facts) -> Text:
    outs = [(_column_label(equation), plain(apart(_out_by(facts, equation), 0))) for equation in rest]
    zh = "、".join(f"“{label}”差 {out}" for label, out in outs)
    en = ", ".join(f"“{label}” is out by {out}" for label, out in outs)
    return Text(f"{zh}：是某一行连同合计一起填错了", f"{en} too: one row is wrong together with its total")


def _column_label(equation: Equation) -> str:
    table = equation.table
    labelled = table.column_by_id if equation.each == "column" else table.row_by_path
    return labelled[equation.at].labels[-1]


def _unexplained(facts: Facts, equation: Equation) -> Diagnostic:
    """A failing identity that no single figure explains: shown at its total, or its last term."""
    if equation.total:
        return at_total(facts, equation, equation.parts)
    cell = equation.right[-1]
    return Diagnostic(
        "D303",
        facts[cell].place,
        _sides(facts, equation),
        cell=cell,
        notes=(
            Note(
                PARTS,
                same(f"{side(facts, equation, equation.left)} ≠ {side(facts, equation, equation.right)}"),
            ),
        ),
        related=tuple(related(facts, [equation], cell)),
    )


def _sides(facts: Facts, equation: Equation) -> dict[str, Argument]:
    left, right = added(facts, equation.left), added(facts, equation.right)
    if left is None or right is None:
        raise AssertionError(equation)
    return {
        "column": names(equation.table, equation.right[-1])[1],
        "left": labels(equation, equation.left),
        "left_sum": plain(left),
        "right": labels(equation, equation.right),
        "right_sum": plain(right),
        "difference": plain(apart(left, right)),
    }


def _added_up(report: Report, equation: Equation, evidence: Evidence) -> Diagnostic:
    """A balance with totals that the program adds up: any figure in them can be wrong.

    It is shown at the first that may be, which is none of those that something else has too.
    """
    facts, weights = report.facts, weights_of(report.form, report.facts)[equation]
    numbers = {cell: number for cell, number in addends(facts).items() if number is not None}
    sums = Sums({equation: weights}, numbers, {}, facts, evidence, totals_of(report.form, facts))
    out = _out_by(facts, equation)
    able: list[str] = []
    known: list[str] = []
    for cell, weight in weights.items():
        delta = divided(-out, weight) if weight and facts[cell].state is State.FIGURE else None
        if delta is not None and is_feasible(numbers[cell], delta, cell, [equation]):
            (known if sums.speaks(cell, numbers[cell] + delta) < 0 else able).append(cell)
    shown = [cell for cell in able if numbers[cell]] or able or known or list(equation.cells)
    sides = [[cell for cell, weight in weights.items() if weight * sign > 0] for sign in (1, -1)]
    parts = " ≠ ".join(side(facts, equation, cells) for cells in sides if cells)
    causes = [
        Text("“=”由程序相加，填错的是各项中的某一格", "“=” is added up for you: one of the parts is wrong")
    ]
    if able and known:
        causes.append(acquitted([label(equation, cell) for cell in known]))
    return Diagnostic(
        "D303",
        facts[shown[0]].place,
        _sides(facts, equation),
        cell=shown[0],
        marks=tuple(facts[cell].place.span for cell in shown[1:]),
        notes=(Note(PARTS, same(parts)), Note(CAUSE, joined(causes))),
    )


def at_total(facts: Facts, equation: Equation, parts: Sequence[str]) -> Diagnostic:
    """Show a failing identity at its total, as the parts that have a figure add up."""
    total = equation.total or ""
    stated, computed = facts[total].addend or 0, added(facts, parts) or 0
    row, column = names(equation.table, total)
    return Diagnostic(
        "D301" if equation.each == "row" else "D302",
        facts[total].place,
        {"row": row, "column": column, **difference(stated, computed)},
        cell=total,
        marks=tuple(marks(facts, equation, total)),
        notes=(Note(PARTS, same(f"{side(facts, equation, parts)} = {plain(computed)}")),),
    )
