"""Reads `brand` of `site.yaml`: the portal's colour and its sign."""

from __future__ import annotations

from dataclasses import replace

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Problems, Text
from gongkai.diagnostics.half_width import half_width
from gongkai.load.fields import Field, Shape, read_fields, text, wrong_type
from gongkai.model.pattern import pattern
from gongkai.model.records import Brand
from gongkai.model.references import is_external, target
from gongkai.model.source import Document

BRAND: Shape = {"colour": Field(), "mark": Field()}
_COLOUR = pattern(r"#[0-9a-f]{6}")
_SHORT = pattern(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")
_BARE = pattern(r"[0-9a-f]{6}")
_WANTED = Text('引号里的 #rrggbb，如 "#9b1c1c"', '#rrggbb in quotes, such as "#9b1c1c"')
_MARK = Text("content 中的 .svg 或 .png 文件，如 brand/mark.svg", "an .svg or .png file in content")
_MARKS = (".svg", ".png")


def read_brand(document: Document) -> tuple[Brand, Problems]:
    """Read colour and sign; what cannot be taken is left out."""
    values, problems = read_fields(document, ("brand",), BRAND)
    gathered = [*problems]
    colour, problems = _colour(document, text(values, "colour"))
    gathered += problems
    mark = text(values, "mark")
    place = document.spans.value("brand", "mark") if mark else None
    if mark and (is_external(mark) or not mark.lower().endswith(_MARKS)):
        gathered.append(wrong_type(document.spans, ("brand", "mark"), "mark", _MARK, mark))
        mark = ""
    file = target(document.source.file, mark) if mark else ""
    if file and not file.startswith("content/"):
        gathered.append(wrong_type(document.spans, ("brand", "mark"), "mark", _MARK, mark))
        file = ""
    return Brand(colour=colour, mark=file, mark_place=place), tuple(gathered)


def _colour(document: Document, stated: str) -> tuple[str, Problems]:
    data = document.data
    brand = data.get("brand") if isinstance(data, dict) else None
    spans = document.spans
    if not stated:
        # Without quotes, what follows `#` is a comment, and the colour is lost.
        is_lost = isinstance(brand, dict) and "colour" in brand and brand["colour"] is None
        place = ("brand", "colour")
        return "", (wrong_type(spans, place, "colour", _WANTED, None),) if is_lost else ()
    colour = stated.lower()
    if _COLOUR.fullmatch(colour):
        return colour, _contrast(document, colour)
    problem = wrong_type(spans, ("brand", "colour"), "colour", _WANTED, stated)
    meant = _meant(colour)
    if meant:
        problem = replace(problem, edits=(Edit(problem.place, f'"{meant}"'),))
    return "", (problem,)


def _meant(colour: str) -> str:
    plain = half_width(colour)
    if _COLOUR.fullmatch(plain):
        return plain
    if _BARE.fullmatch(plain):
        return f"#{plain}"
    short = _SHORT.fullmatch(plain)
    return "#" + "".join(digit * 2 for digit in short.groups()) if short else ""


def _contrast(document: Document, colour: str) -> Problems:
    """Say that the colour cannot be read on its own tint, and which colour of its hue would do."""
    from gongkai.model.contrast import contrast_on_tint, deep_enough, parsed, written  # noqa: PLC0415 - rare

    own = parsed(colour)
    right = deep_enough(own)
    if right == own:
        return ()
    # Cut off, not rounded: 4.46 is not to be shown as the 4.5 that is wanted.
    ratio = int(contrast_on_tint(own) * 10) / 10
    arguments = {"colour": colour, "ratio": f"{ratio:.1f}", "wanted": written(right)}
    return (Diagnostic("D534", document.spans.value("brand", "colour"), arguments),)
