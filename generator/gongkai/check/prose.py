"""Checks Markdown wherever it stands: no HTML, no dangerous link, no image without words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span, Text
from gongkai.model.moved import name_of
from gongkai.model.pattern import pattern
from gongkai.model.records import Mention, Prose, Site
from gongkai.model.references import is_external, is_safe, target

_SHOWN = 60
# What a camera, a telephone or a program calls a picture.
_FILE_NAME = pattern(
    r"\S{1,100}\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)|(?:IMG|DSC|DCIM|MVIMG|WX|mmexport|image|微信图片|截图)"
    r"[_ -]?\d[\d_ -]{0,40}",
    re.IGNORECASE,
)
# What `gongkai new` writes where a person is to write.
UNFILLED = pattern(r"【请[^】\n]*】")
# What `gongkai new report` and `new article` write: there is nothing to publish before it is replaced.
_PROMPT, _PAGES = "【请写", "content/pages/"
# A line that was meant as a heading: no space after its mark, or a full-width mark.
_MEANT = pattern(r" {0,3}([#＃]*＃[#＃]*|#{1,6}(?=[^#\s]|[\u3000\u00a0]))\s*")
_SPACED = frozenset(("", " "))  # what stands behind the marks of a heading as it should be


def check_prose(site: Site) -> Iterator[Diagnostic]:
    """Check every text of the site."""
    for prose, top in site.texts():
        if prose.markup:
            yield from _markup(prose)
        if prose.links or prose.images:
            yield from _links(prose, site)
        if prose.headings:
            yield from _headings(prose, top)
        yield from _marks(prose)
        if "【" in prose.text:
            yield from _unfilled(prose)


def _markup(prose: Prose) -> Iterator[Diagnostic]:
    for mention in prose.markup:
        yield Diagnostic("D601", mention.place, {"found": mention.text[:_SHOWN]})


def _links(prose: Prose, site: Site) -> Iterator[Diagnostic]:
    for mention in (*prose.links, *prose.images):
        href = mention.text
        if is_external(href):
            if mention in prose.images:
                yield Diagnostic("D607", mention.place, {"href": href[:_SHOWN]})
            elif not is_safe(href):
                yield Diagnostic("D602", mention.place, {"href": unquote(href)[:_SHOWN]})
        elif not href.startswith("#") and not _leads_somewhere(target(prose.file, href), site):
            yield Diagnostic("D502", mention.place, {"href": unquote(href)[:_SHOWN]})
    for image in prose.images:
        if not image.alternative.strip():
            yield Diagnostic("D603", image.place, {"href": image.text[:_SHOWN]})
        elif _is_file_name(image):
            yield Diagnostic("D526", image.place, {"found": image.alternative[:_SHOWN]})


def _leads_somewhere(file: str, site: Site) -> bool:
    return file in site.linkable or name_of(file) in site.moved


def _is_file_name(image: Mention) -> bool:
    words = image.alternative.strip()
    name = unquote(image.text).rpartition("/")[2]
    is_own = words.lower() in (name.lower(), name.rpartition(".")[0].lower()) and words.isascii()
    return is_own or _FILE_NAME.fullmatch(words) is not None


def _marks(prose: Prose) -> Iterator[Diagnostic]:
    for number, found, line in meant_headings(prose):
        at, words = prose.line + number, line[found.end() :].strip()
        arguments = {"found": line.strip()[:_SHOWN], "wanted": f"{'#' * len(found[1])} {words}"[:_SHOWN]}
        place = Place(prose.file, Span(at, found.start(1) + 1, at, found.end(1) + 1))
        # One mark may as well be a hashtag or a number: what has two was meant as a heading.
        whole = Place(prose.file, Span(at, found.start(1) + 1, at, found.end() + 1))
        edits = (Edit(whole, f"{'#' * len(found[1])} "),) if words and len(found[1]) > 1 else ()
        yield Diagnostic("D240", place, arguments, edits=edits)


def meant_headings(prose: Prose) -> Iterator[tuple[int, re.Match[str], str]]:
    """Find lines outside code that were meant as headings: `##标题` without a space, or `＃＃`."""
    if "＃" not in prose.text and {part[:1] for part in prose.text.split("#")[1:]} <= _SPACED:
        return
    fenced = False
    for number, line in enumerate(prose.text.split("\n")):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        has_mark = "#" in line[:4] or "＃" in line
        found = _MEANT.match(line) if has_mark and not fenced else None
        if found:
            yield number, found, line


def _unfilled(prose: Prose) -> Iterator[Diagnostic]:
    """Find words that were meant for the writer, and would be printed as they stand."""
    for found in UNFILLED.finditer(prose.text):
        is_certain = found[0].startswith(_PROMPT) and not prose.file.startswith(_PAGES)
        code = "D258" if is_certain else "D241"
        yield Diagnostic(code, prose.place(*found.span()), {"found": found[0][:_SHOWN], "more": ""})


def _headings(prose: Prose, top: int) -> Iterator[Diagnostic]:
    level = top - 1
    for heading in prose.headings:
        if heading.level < top:
            detail = Text(f"这里从 {top} 级（{'#' * top}）开始", f"here they start at level {top}")
            yield Diagnostic("D239", heading.place, {"detail": detail})
        elif heading.level > level + 1:
            yield Diagnostic("D604", heading.place, {"found": heading.text})
        level = heading.level
