"""Puts organs into the order in which people look for them: by level, by kind, as registered.

A level is a government with what stands below it: the host's first, then each lower government with
its own departments and townships. Within a kind the register's order holds, which is the official one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from gongkai.model.records import Organ, Site

# In the order of lists; what is of no kind comes last.
_KINDS = (
    "government",
    "government_office",
    "department",
    "administrative_committee",
    "authorized_organization",
    "subdistrict",
    "township",
)
# Kinds that other organs are looked for under.
_HEADS = frozenset(("government", "administrative_committee"))


class Group(NamedTuple):
    """Organs of one level and kind: `head` is the organ at the head of the level, None above all of them."""

    id: str
    head: Organ | None
    kind: str
    organs: tuple[Organ, ...]

    @property
    def is_head_alone(self) -> bool:
        """Tell whether it is the head without an office beside it."""
        return len(self.organs) == 1 and self.organs[0] is self.head


def grouped(site: Site, organs: Iterable[Organ], year: int | None = None) -> tuple[Group, ...]:
    """Group organs by level and kind, as they stand today or stood in a year."""
    heads = _heads(site, year)
    places = _places(site, heads, year)
    found: dict[tuple[str, str], list[Organ]] = {}
    for organ in organs:
        head = places[organ.id]
        # A head stands with its own office, before all others of its level.
        kind = "government_office" if organ.id == head else organ.kind
        found.setdefault((head, kind if kind in _KINDS else ""), []).append(organ)
    ranks = {name: rank for rank, name in enumerate(_in_order(site, heads, year))}
    order = sorted(found, key=lambda key: (ranks[key[0]], _rank(key[1])))
    return tuple(
        Group(
            "-".join(part for part in ("level", head, kind or "other") if part).replace("_", "-"),
            site.organ_by_id.get(head),
            kind,
            tuple(sorted(found[head, kind], key=lambda organ: organ.id != head)),
        )
        for head, kind in order
    )


def _rank(kind: str) -> int:
    return -1 if kind == "government_office" else _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _parent(year: int | None) -> Callable[[Organ], str]:
    return (lambda organ: organ.parent) if year is None else (lambda organ: organ.parent_in(year))


def _heads(site: Site, year: int | None) -> frozenset[str]:
    """Governments with organs below them."""
    parent = _parent(year)
    above = {parent(organ) for organ in site.organs}
    return frozenset(o.id for o in site.organs if o.id in above and o.kind in _HEADS)


def _places(site: Site, heads: frozenset[str], year: int | None) -> Mapping[str, str]:
    """Give the head under which each organ stands; a head stands under itself."""
    parent = _parent(year)
    places: dict[str, str] = {"": ""}
    for organ in site.organs:
        way = []
        name = organ.id
        while name not in places:
            known = site.organ_by_id.get(name)
            if name in heads or not known or name in way:
                places[name] = name if name in heads else ""
                break
            way.append(name)
            name = parent(known)
        for below in way:
            places[below] = places[name]
    return places


def _in_order(site: Site, heads: frozenset[str], year: int | None) -> list[str]:
    """Give the heads with those below them after each: the host's level before all others."""
    parent = _parent(year)
    below: dict[str, list[str]] = {}
    for organ in site.organs:
        if organ.id in heads:
            above = parent(organ)
            below.setdefault(above if above in site.organ_by_id else "", []).append(organ.id)
    host = site.portal.organ
    order: dict[str, None] = {}
    for name in (host, *site.organ_by_id):
        ready = [name] if name in heads else []
        while ready:
            here = ready.pop()
            if here not in order:
                order[here] = None
                ready += reversed(below.get(here, ()))
    return [*order, ""] if host in heads else ["", *order]
