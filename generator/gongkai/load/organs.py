"""Reads `organs.yaml`: the register of organs as a tree."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Problems, Related, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.load.fields import Field, Shape, at, read_fields, text
from gongkai.load.files import ADDRESS_WANTED, is_address
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
_SHAPE: Shape = {
    "id": Field(required=True),
    "name": Field(required=True),
    "short_name": Field(),
    "kind": Field(choices=KINDS),
    "parent": Field(),
}
_FILE: Shape = {"organs": Field("records", required=True)}


def read_organs(document: Document) -> tuple[tuple[Organ, ...], Problems]:
    """Read the register; ids are unique and parents form a tree."""
    values, problems = read_fields(document, (), _FILE)
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
    for organ in organs.values():
        gathered += _above(organ, organs)
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
        return None, (*problems, Diagnostic("D114", place, {"name": name, "wanted": _WANTED}))
    full = text(values, "name")
    organ = Organ(
        id=name,
        name=full,
        short_name=text(values, "short_name", full),
        kind=text(values, "kind"),
        parent=text(values, "parent"),
        place=place,
        name_place=document.spans.value("organs", i, "name"),
    )
    return organ, problems


def is_organ_id(name: str) -> bool:
    """Tell whether a name can be an organ's id: an address that is no year."""
    return is_address(name) and name[0].isalpha()


_WANTED = Text(
    f"{ADDRESS_WANTED.zh}，以字母开头",
    f"{ADDRESS_WANTED.en}, and start with a letter",
)


def _above(organ: Organ, organs: dict[str, Organ]) -> Problems:
    if organ.parent and organ.parent not in organs:
        arguments: dict[str, Argument] = {
            "organ": organ.parent,
            "advice": nearest(organ.parent, list(organs)),
        }
        return (Diagnostic("D236", organ.place, arguments),)
    way = [organ.id]
    above = organ.parent
    while above in organs and above not in way:
        way.append(above)
        above = organs[above].parent
    if above == organ.id:
        return (Diagnostic("D237", organ.place, {"organ": organ.id, "way": " → ".join([*way, above])}),)
    return ()
