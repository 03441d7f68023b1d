"""Reads `site.yaml`: the portal itself."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.load.brand import BRAND, read_brand
from gongkai.load.fields import Field, Shape, integer, read_fields, text, wrong_type
from gongkai.model.pattern import pattern
from gongkai.model.records import Brand, Highlight, Identifier, Portal
from gongkai.model.references import is_safe
from gongkai.model.source import Document, Value

_IDENTIFIER: Shape = {"label": Field(required=True), "text": Field(required=True), "href": Field()}
_HIGHLIGHT: Shape = {"cell": Field(required=True), "label": Field(required=True)}
# What a portal can ask of every report beyond the form.
REQUIRED = ("review",)
SITE: Shape = {
    "name": Field(required=True),
    "organ": Field(required=True),
    "description": Field(),
    "notice": Field(),
    "language": Field(choices=("zh-CN", "en")),
    "theme": Field(),
    "base_url": Field(),
    "domain": Field(),
    "id_code": Field(),
    "contact": Field("records", of=_IDENTIFIER),
    "footer": Field("records", of=_IDENTIFIER),
    "meta": Field("mapping"),
    "highlights": Field("records", of=_HIGHLIGHT),
    "required": Field("texts", choices=REQUIRED),
    "longest": Field("integer"),
    "brand": Field("mapping", of=BRAND),
}

_BASE_URL = pattern(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~%/-]*)?")


def is_base_url(address: str) -> bool:
    """Tell whether an address can stand before every page: a host, perhaps a port and a path."""
    return _BASE_URL.fullmatch(address) is not None


def read_portal(document: Document) -> tuple[Portal | None, Problems]:
    """Read the portal; None where name or organ are wanting."""
    values, problems = read_fields(document, (), SITE)
    gathered = [*problems]
    contact, problems = _identifiers(document, values, "contact")
    gathered += problems
    footer, problems = _identifiers(document, values, "footer")
    gathered += problems
    highlights, problems = _highlights(document, values)
    gathered += problems
    base_url = text(values, "base_url")
    if base_url and not is_base_url(base_url):
        wanted = Text("以 http:// 或 https:// 开头的网址", "an address that starts with http:// or https://")
        gathered.append(wrong_type(document.spans, ("base_url",), "base_url", wanted, base_url))
        base_url = ""
    longest = integer(values, "longest", 0)
    if longest < 0:
        wanted = Text("不小于 0 的整数", "a whole number from 0")
        gathered.append(wrong_type(document.spans, ("longest",), "longest", wanted, longest))
        longest = 0
    required, problems = _required(document, values)
    gathered += problems
    brand, problems = read_brand(document) if "brand" in values else (Brand(), ())
    gathered += problems
    if "name" not in values or "organ" not in values:
        return None, tuple(gathered)
    meta, problems = _meta(document, values)
    gathered += problems
    portal = Portal(
        name=text(values, "name"),
        organ=text(values, "organ"),
        description=text(values, "description"),
        notice=text(values, "notice"),
        language=text(values, "language", "zh-CN"),
        theme=text(values, "theme", "default"),
        base_url=base_url,
        domain=text(values, "domain"),
        id_code=text(values, "id_code"),
        contact=contact,
        footer=footer,
        meta=meta,
        highlights=highlights,
        place=document.spans.value("organ"),
        theme_place=document.spans.value("theme" if "theme" in values else "name"),
        required=required,
        longest=longest,
        brand=brand,
    )
    return portal, tuple(gathered)


def _identifiers(
    document: Document, values: dict[str, Value], key: str
) -> tuple[tuple[Identifier, ...], Problems]:
    listed, items, gathered = values.get(key), [], list[Diagnostic]()
    for i in range(len(listed) if isinstance(listed, list) else 0):
        found, problems = read_fields(document, (key, i), _IDENTIFIER)
        gathered += problems
        if "href" in found and not is_safe(text(found, "href")):
            place = document.spans.value(key, i, "href")
            gathered.append(Diagnostic("D602", place, {"href": text(found, "href")}))
            continue
        items.append(Identifier(text(found, "label"), text(found, "text"), text(found, "href")))
    return tuple(items), tuple(gathered)


def _highlights(document: Document, values: dict[str, Value]) -> tuple[tuple[Highlight, ...], Problems]:
    listed, items, gathered = values.get("highlights"), [], list[Diagnostic]()
    for i in range(len(listed) if isinstance(listed, list) else 0):
        found, problems = read_fields(document, ("highlights", i), _HIGHLIGHT)
        gathered += problems
        place = document.spans.value("highlights", i, "cell")
        items.append(Highlight(text(found, "cell"), text(found, "label"), place))
    return tuple(items), tuple(gathered)


def _required(document: Document, values: dict[str, Value]) -> tuple[tuple[str, ...], Problems]:
    listed, kept, problems = values.get("required"), [], list[Diagnostic]()
    for i, word in enumerate(listed if isinstance(listed, list) else ()):
        if word in REQUIRED:
            kept.append(str(word))
        else:
            known = " | ".join(REQUIRED)
            wanted = Text(known, known)
            problems.append(wrong_type(document.spans, ("required", i), "required", wanted, word))
    return tuple(kept), tuple(problems)


def _meta(document: Document, values: dict[str, Value]) -> tuple[dict[str, str], Problems]:
    found = values.get("meta")
    if not isinstance(found, dict):
        return {}, ()
    shape: Shape = dict.fromkeys(found, Field(required=True))
    kept, problems = read_fields(document, ("meta",), shape)
    return {name: str(value) for name, value in kept.items()}, problems
