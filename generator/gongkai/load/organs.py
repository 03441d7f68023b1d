"""Reads `organs.yaml`: the register of organs as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at, read_fields, text
from gongkai.load.files import ADDRESS_WANTED, DEVICE, is_address, is_device
from gongkai.load.lineage import SUCCESSION, life_problems, lineage_problems, read_lineage, read_year
from gongkai.model.records import Organ
from gongkai.model.source import Document

KINDS = (
    "government",
    "government_office",
    "department",
    "township",
    "subdistrict",
    "administrative_committee",
    "authorized_organization",
)
_LONGEST_WAY = 20
_SHAPE: Shape = {
    "id": Field(required=True),
    "name": Field(required=True),
    "short_name": Field(),
    "kind": Field(choices=KINDS),
    "parent": Field(),
    "from": Field("integer"),
    "to": Field("integer"),
    "makes_rules": Field("flag"),
    "makes_reports": Field("flag"),
    "lineage": Field("records", of=SUCCESSION),
}
REGISTER: Shape = {"organs": Field("records", required=True, of=_SHAPE)}


def read_organs(document: Document) -> tuple[tuple[Organ, ...], Problems]:
    """Read the register; ids are unique and parents form a tree."""
    values, problems = read_fields(document, (), REGISTER)
    gathered = [*problems]
    organs: dict[str, Organ] = {}
    listed = values.get("organs")
    for i in range(len(listed) if isinstance(listed, list) else 0):
        organ, problems = _organ(document, i)
        gathered += problems
        if not organ:
            continue
        first = organs.get(organ.id)
        if first:
            related = (Related(first.place, Text("第一次出现", "given first here")),)
            gathered.append(Diagnostic("D235", organ.place, {"organ": organ.id}, related=related))
        else:
            organs[organ.id] = organ
    unknown = 0
    for organ in organs.values():
        if organ.parent and organ.parent not in organs:
            advice = nearest(organ.parent, list(organs), unknown)
            unknown += 1
            gathered.append(Diagnostic("D236", organ.place, {"organ": organ.parent, "advice": advice}))
        gathered += life_problems(organ)
    gathered += lineage_problems(organs, document)
    gathered += _circles(organs)
    return tuple(organs.values()), tuple(gathered)


def _organ(document: Document, i: int) -> tuple[Organ | None, Problems]:
    if not isinstance(at(document.data, ("organs", i)), dict):
        return None, ()
    values, problems = read_fields(document, ("organs", i), _SHAPE)
    name = text(values, "id")
    if not name or "name" not in values:
        return None, problems
    place = document.spans.value("organs", i, "id")
    if not is_organ_id(name):
        wanted = DEVICE if is_device(name) else _WANTED
        return None, (*problems, Diagnostic("D114", place, {"name": name, "wanted": wanted}))
    full = text(values, "name")
    first, trouble = read_year(document, values, ("organs", i), "from")
    last, more = read_year(document, values, ("organs", i), "to")
    if first is not None and last is not None and first > last:
        arguments = {"organ": name, "from": str(first), "to": str(last)}
        more = (*more, Diagnostic("D432", place, arguments))
        first = last = None  # neither is to be believed
    lineage, slips = read_lineage(document, ("organs", i, "lineage")) if "lineage" in values else ((), ())
    makes_rules = values.get("makes_rules")
    organ = Organ(
        id=name,
        name=full,
        short_name=text(values, "short_name", full),
        kind=text(values, "kind"),
        parent=text(values, "parent"),
        place=place,
        name_place=document.spans.value("organs", i, "name"),
        from_year=first,
        to_year=last,
        lineage=lineage,
        makes_rules=makes_rules if isinstance(makes_rules, bool) else None,
        makes_reports=values.get("makes_reports") is not False,
    )
    return organ, (*problems, *trouble, *more, *slips)


def is_organ_id(name: str) -> bool:
    """Tell whether a name can be an organ's id: an address that is no year."""
    return is_address(name) and name[0].isalpha()


_WANTED = Text(
    f"{ADDRESS_WANTED.zh}，以字母开头",
    f"{ADDRESS_WANTED.en}, and start with a letter",
)


def _circles(organs: Mapping[str, Organ]) -> Iterator[Diagnostic]:
    """Find organs above themselves: now, or in the last year before a change of parents."""
    changes = [change for organ in organs.values() for change in organ.lineage if change.parent]
    now = {organ.id: organ.parent for organ in organs.values()}
    told: set[str] = set()
    for year in (None, *sorted({change.year - 1 for change in changes}, reverse=True)):
        parents = now if year is None else {name: organ.parent_in(year) for name, organ in organs.items()}
        for circle in _circles_of(parents):
            for i, name in enumerate(circle):
                if name not in told:
                    told.add(name)
                    yield Diagnostic("D237", organs[name].place, {"organ": name, "way": _way(circle, i)})


def _way(circle: list[str], i: int) -> str:
    """Write the way from an organ back to itself, of a long one both ends."""
    around = [circle[(i + step) % len(circle)] for step in range(min(len(circle), _LONGEST_WAY))]
    left_out = ["…", circle[i - 1]] if len(circle) > _LONGEST_WAY else []
    return " → ".join([*around, *left_out, circle[i]])


def _circles_of(parents: Mapping[str, str]) -> Iterator[list[str]]:
    done: set[str] = set()
    for name in parents:
        way: dict[str, int] = {}
        above = name
        while above in parents and above not in done:
            done.add(above)
            way[above] = len(way)
            above = parents[above]
        if above in way:
            yield list(way)[way[above] :]
