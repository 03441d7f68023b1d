"""Reads `lineage` of an organ (沿革): who was taken over when, and which name and parent went before.

A register is believed by the checks of titles, of coverage and of carried-over cases, so what
contradicts itself in it is said here, at its own entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Problems, Span, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at, integer, read_fields, text, wrong_type
from gongkai.model.life import life
from gongkai.model.records import Organ, Succession
from gongkai.model.source import Document, Path, Value

SUCCESSION: Shape = {
    "year": Field("integer", required=True),
    "from": Field("texts"),
    "parent": Field(),
    "name": Field(),
}
_YEAR_WANTED = Text("四位数的年度", "a year of four digits")
_FIRST, _LAST = 1000, 2999
_WHAT = {
    "predecessors": Text("前身机关", "the predecessors"),
    "parent": Text("原上级机关", "the former parent"),
    "name": Text("原名称", "the former name"),
}


def read_year(
    document: Document, values: Mapping[str, Value], path: Path, key: str
) -> tuple[int | None, Problems]:
    """Give a year that `read_fields` has taken, if it can be one."""
    if key not in values:
        return None, ()
    year = integer(values, key, 0)
    if _FIRST <= year <= _LAST:
        return year, ()
    return None, (wrong_type(document.spans, (*path, key), key, _YEAR_WANTED, year),)


def read_lineage(document: Document, path: Path) -> tuple[tuple[Succession, ...], Problems]:
    """Read the changes listed at a path; one that says nothing, or not when, is left out."""
    listed = at(document.data, path)
    changes: list[Succession] = []
    problems: list[Diagnostic] = []
    for j, item in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(item, dict):
            continue  # said already, with the keys of the organ
        values, trouble = read_fields(document, (*path, j), SUCCESSION)
        year, more = read_year(document, values, (*path, j), "year")
        problems += (*trouble, *more)
        if year is None or trouble:
            continue
        before = values.get("from")
        predecessors = tuple(str(name) for name in before) if isinstance(before, list) else ()
        place = document.spans.value(*path, j)
        change = Succession(year, predecessors, text(values, "parent"), text(values, "name"), place)
        if predecessors or change.parent or change.name:
            changes.append(change)
        else:
            problems.append(Diagnostic("D437", place, {"year": str(year)}))
    return tuple(changes), tuple(problems)


def life_problems(organ: Organ) -> Iterator[Diagnostic]:
    """Say which changes lie outside an organ's life, are given twice or say nothing."""
    first, last = organ.from_year, organ.to_year
    for change in organ.lineage:
        # At its founding an organ may take others over, but had no name and no parent before.
        begins = first if not (change.name or change.parent) or first is None else first + 1
        if (begins is not None and change.year < begins) or (last is not None and change.year > last):
            yield _outside(change.place, organ, organ, change.year)
    yield from _doubled(organ)
    yield from _unchanged(organ)


def lineage_problems(organs: Mapping[str, Organ], document: Document) -> Iterator[Diagnostic]:
    """Say which predecessors and former parents cannot be."""
    paths: Mapping[Span, Path] = {}

    def place(change: Succession, *rest: str | int) -> Place:
        nonlocal paths
        paths = paths or _paths(document)
        path = paths.get(change.place.span)
        return document.spans.value(*path, *rest) if path else change.place

    told = 0
    changes = [(organ, change) for organ in organs.values() for change in organ.lineage]
    for organ, change in changes:
        for k, name in enumerate(change.predecessors):
            problem = _predecessor(organ, change, k, organs, told)
            if problem:
                told += 1
                yield replace(problem, place=place(change, "from", k))
            elif name == organ.id:
                arguments: dict[str, Argument] = {
                    "organ": organ.id,
                    "year": str(change.year),
                    "way": f"{name} → {name}",
                }
                yield Diagnostic("D435", place(change, "from", k), arguments)
            else:
                yield from _circle(organ, change, name, organs)
        if change.parent and change.parent not in organs:
            advice = nearest(change.parent, list(organs), told)
            told += 1
            arguments = {"organ": change.parent, "advice": advice}
            yield Diagnostic("D236", place(change, "parent"), arguments)


def _predecessor(
    organ: Organ, change: Succession, k: int, organs: Mapping[str, Organ], told: int
) -> Diagnostic | None:
    name, year = change.predecessors[k], change.year
    before = organs.get(name)
    if not before:
        advice = nearest(name, [other for other in organs if other != organ.id], told)
        return Diagnostic("D434", change.place, {"organ": name, "advice": advice})
    if name in change.predecessors[:k]:
        what = Text(f"前身机关“{name}”", f"the predecessor “{name}”")
        return Diagnostic("D436", change.place, {"year": str(year), "what": what})
    is_gone = before.to_year is not None and before.to_year < year - 1
    is_to_come = before.from_year is not None and before.from_year > year
    return _outside(change.place, organ, before, year) if is_gone or is_to_come else None


def _doubled(organ: Organ) -> Iterator[Diagnostic]:
    seen: set[tuple[int, str]] = set()
    for change in organ.lineage:
        for kind, what in _WHAT.items():
            if getattr(change, kind) and (change.year, kind) in seen:
                yield Diagnostic("D436", change.place, {"year": str(change.year), "what": what})
            elif getattr(change, kind):
                seen.add((change.year, kind))


def _unchanged(organ: Organ) -> Iterator[Diagnostic]:
    """Find a former name or parent that is also the one that followed."""
    for change in organ.lineage:
        same_name = not change.name or change.name == organ.name_in(change.year)
        same_parent = not change.parent or change.parent == organ.parent_in(change.year)
        if same_name and same_parent and not change.predecessors:
            yield Diagnostic("D437", change.place, {"year": str(change.year)})


def _outside(place: Place, organ: Organ, of: Organ, year: int) -> Diagnostic:
    return Diagnostic("D433", place, {"organ": organ.id, "year": str(year), "of": of.id, "life": life(of)})


def _circle(
    organ: Organ, change: Succession, first: str, organs: Mapping[str, Organ]
) -> Iterator[Diagnostic]:
    """Find a way over the predecessors of one year back to the organ itself."""
    came_from = {first: organ.id}
    waiting = [first]
    while waiting:
        here = waiting.pop()
        for other in organs[here].lineage if here in organs else ():
            for before in other.predecessors if other.year == change.year else ():
                if before == organ.id:
                    way = [before, here]
                    while way[-1] != organ.id:
                        way.append(came_from[way[-1]])
                    arguments = {
                        "organ": organ.id,
                        "year": str(change.year),
                        "way": " → ".join(reversed(way)),
                    }
                    yield Diagnostic("D435", change.place, arguments)
                    return
                if before not in came_from:
                    came_from[before] = here
                    waiting.append(before)


def _paths(document: Document) -> Mapping[Span, Path]:
    """Give the way to each change by its place, which is all that a change knows of where it stands."""
    return {
        span: path
        for path, span in document.spans.values.items()
        if len(path) == 4 and path[2] == "lineage"  # noqa: PLR2004 - organs/i/lineage/j
    }
