"""Draws the figures of one report: realistic sizes, sums that hold, and last year's carried over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.plan import Balance, Bound, Group, Plan, Stock
from gongkai.demo.register import DemoOrgan
from gongkai.model.form import Form

Levels = Mapping[str, float]
Figures = tuple[int, ...]

_ROUNDS = 12
_CHANGES = (-1, 0, 0, 0, 0, 0, 0, 1, 1, 2)


@dataclass(frozen=True)
class Before:
    """Last year's report: its plan and its figures."""

    plan: Plan
    figures: Figures


@dataclass(frozen=True)
class _Hints:
    drivers: tuple[tuple[str, float], ...]
    weights: tuple[tuple[float, ...], ...]
    go: tuple[tuple[float, ...], ...]
    zero_with: tuple[tuple[int, int], ...]


def first_levels(organ: DemoOrgan, chance: Chance) -> Levels:
    """Give the size of each of an organ's drivers in the first year."""
    data = read_data("figures")
    factor = data["city"] if organ.level == 1 else 1
    found: dict[str, float] = {}
    for driver, of in data["drivers"].items():
        size = (organ.sizes or {}).get(driver)
        if "classes" in of:
            found[driver] = _class(of["classes"], chance) + (size or 0) * factor * chance.share()
            continue
        if size is None:
            size = of.get("rule_maker") if organ.makes_rules else None
        found[driver] = chance.about(of.get(organ.role, 0) if size is None else size, 0.6) * factor
    return found


def next_levels(levels: Levels, chance: Chance) -> Levels:
    """Let the drivers grow or shrink a little."""
    return {driver: chance.about(level, 0.12) for driver, level in levels.items()}


def draw(plan: Plan, levels: Levels, before: Before | None, tilt: Chance, chance: Chance) -> Figures:
    """Draw the figures of a report; `tilt` is the organ's own, the same every year."""
    hints = _hints(plan)
    values = [0] * len(plan.cells)
    for group, (driver, times), weights in zip(plan.groups, hints.drivers, hints.weights, strict=True):
        _group(plan, group, levels.get(driver, 0) * times, weights, values, tilt, chance)
    for stock in plan.stocks:
        _stock(plan, stock, before, values)
    for stock in plan.stocks:
        _keep(plan, stock, values)
    for balance, weights in zip(plan.balances, hints.go, strict=True):
        _balance(plan, balance, [weight * (0.4 + 1.2 * tilt.share()) for weight in weights], values, chance)
    for cell, other in hints.zero_with:
        if not values[other]:
            values[cell] = 0
    _add_up(plan, values)
    for _ in range(_ROUNDS):
        if not sum(_mend(plan, bound, before, values) for bound in plan.bounds):
            break
        _add_up(plan, values)
    return tuple(values)


def summed(reports: Sequence[Figures]) -> Figures:
    """Add reports up, cell by cell."""
    return tuple(map(sum, zip(*reports, strict=True)))


def _class(classes: Sequence[Sequence[int]], chance: Chance) -> float:
    (at,) = [i for i, n in enumerate(chance.split(1, [share for share, _, _ in classes])) if n]
    _, least, most = classes[at]
    return least + (most - least) * chance.share()


def _group(
    plan: Plan,
    group: Group,
    level: float,
    weights: Sequence[float],
    values: list[int],
    tilt: Chance,
    chance: Chance,
) -> None:
    first = group.cells[0]
    kind = plan.types[first]
    if kind == "change":
        values[first] = chance.pick(_CHANGES) * plan.scales[first] if level else 0
    elif kind == "amount":
        step = plan.steps[first]
        values[first] = int(chance.about(level, 0.15) * plan.scales[first] / step) * step
    elif len(group.cells) == 1:
        values[first] = chance.whole(chance.about(level, 0.2)) * plan.scales[first]
    else:
        number = chance.whole(chance.about(level, 0.2))
        own = [weight * (0.3 + 1.4 * tilt.share()) for weight in weights]
        for cell, part in zip(group.cells, chance.split(number, own), strict=True):
            values[cell] = part * plan.scales[cell]


def _stock(plan: Plan, stock: Stock, before: Before | None, values: list[int]) -> None:
    known = _known(before, plan, stock.before, stock.needs)
    if known is None:
        return
    wanted = known + sum(values[cell] for cell in stock.plus)
    for cell in stock.minus:
        values[cell] = min(values[cell], max(wanted, 0))
        wanted -= values[cell]
    values[stock.cell] = max(wanted, 0)


def _keep(plan: Plan, stock: Stock, values: list[int]) -> None:
    """Leave what next year starts from at nothing or more."""
    changed = [cell for cell, sign in stock.before if plan.types[cell] == "change" and sign > 0]
    left = sum(values[cell] * sign for cell, sign in stock.before)
    if changed and left < 0:
        values[changed[0]] -= left


def _known(
    before: Before | None, plan: Plan, cells: Sequence[tuple[int, int]], needs: Sequence[str]
) -> int | None:
    """Add up last year's figures; None where last year's form has no such cells, or there is no report."""
    if not needs:
        return 0
    if not before:
        return None
    if before.plan is plan:
        return sum(before.figures[cell] * sign for cell, sign in cells)
    index = before.plan.index
    if any(cell not in index for cell in needs):
        return None
    return sum(before.figures[index[plan.cells[cell]]] * sign for cell, sign in cells)


def _balance(
    plan: Plan, balance: Balance, weights: Sequence[float], values: list[int], chance: Chance
) -> None:
    number = sum(values[cell] for cell in balance.come)
    if number:
        step = plan.steps[balance.go[0]]
        for cell, part in zip(balance.go, chance.split(number // step, weights), strict=True):
            values[cell] = part * step


def _add_up(plan: Plan, values: list[int]) -> None:
    for total, parts in plan.totals:
        values[total] = sum([values[part] for part in parts])


def _mend(plan: Plan, bound: Bound, before: Before | None, values: list[int]) -> bool:
    """Make a bound hold: lower a figure of the one side, or raise one of the other."""
    known = _known(before, plan, bound.before, bound.needs)
    if known is None:
        return False
    excess = sum(values[c] for c in bound.low) - sum(values[c] for c in bound.high) - known
    if excess <= 0:
        return False
    for cell in bound.low:
        if cell not in plan.parts and plan.types[cell] != "change":
            taken = min(excess, values[cell])
            values[cell] -= taken
            excess -= taken
    for cell in bound.high[:1]:
        leaf = cell
        while leaf in plan.parts:
            leaf = plan.parts[leaf][0]
        values[leaf] += excess
    return True


@lru_cache
def _hints(plan: Plan) -> _Hints:
    data: dict[str, Any] = read_data("figures")
    columns, rows = data["weights"]["columns"], data["weights"]["rows"]
    known = data["cells"]
    drivers = [known.get(group.name, {"driver": "other"}) for group in plan.groups]
    zero = [
        (plan.named[one][0], plan.named[other][0])
        for one, other in data["zero_with"].items()
        if one in plan.named and other in plan.named
    ]
    return _Hints(
        tuple((hint["driver"], hint.get("times", 1)) for hint in drivers),
        tuple(
            tuple(columns.get(plan.cells[c].split("/")[2], 1) for c in group.cells) for group in plan.groups
        ),
        tuple(tuple(rows.get(plan.cells[c].split("/")[1], 1) for c in b.go) for b in plan.balances),
        tuple(zero),
    )


def form_for(forms: Sequence[Form], year: int) -> Form:
    """Give the form for reports on a year; of several the latest."""
    return max((form for form in forms if form.holds_for(year)), key=lambda form: form.from_year)
