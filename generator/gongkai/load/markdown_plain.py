"""Reads Markdown that has nothing in it but headings, paragraphs, plain lists, tables and plain links.

Most reports and articles are such texts. What might hold HTML, code or a link of another kind is left
to the parser, with which this must agree wherever it reads at all: a test compares them.
"""

from __future__ import annotations

from typing import NamedTuple

from gongkai.model.pattern import pattern

# Level, words, line (0-based) and length of the line without spaces at its end.
PlainHeading = tuple[int, str, int, int]
# An address, whether it is an image's, the words, line and column (0-based).
PlainLink = tuple[str, bool, str, int, int]

_HEADING = pattern(r"(#{1,6})[ ]+(.*[^ #]) *|(#{1,6}) *")
_BULLET = r"(?:[-+*]|[0-9]{1,9}[.)])"
_OTHER = pattern(
    r" {0,3}(?:> ?(?![ #>]))?+(?![ >]|=+ *$|-+ *$)"  # no code or underline of a heading, quoted or not
    # A list's item holds plain words, no item, heading or code of its own.
    rf"(?:{_BULLET}(?: {{1,3}}(?![ #>]|{_BULLET})| *$|(?=[^ ]))|(?!{_BULLET}))"
    # A row of a table is a line of words, for none with a link is taken: a cell too many is left out.
    r"[^<`\t]*"
)
# Addresses that no parser writes in another way, in brackets that hold nothing but words.
_LINK = pattern(r"(!?)\[([^\[\]()<>`\\!*_&|]+)\]\(([A-Za-z0-9._/#:?=&-]+)\)")
_LINKS = "]("
_CODE = pattern(r"(?<!`)`(?!`)[^`<\[\]]+`(?!`)")
_STRANGE = pattern(r"[<`\t|]|\]\(")
_FENCE, _DEFINES = "~~~", "]:"
_MAYBE = pattern(r"#{1,6}(?:[ \t]|$)")


class PlainText(NamedTuple):
    """What a check looks at in a plain text."""

    headings: tuple[PlainHeading, ...]
    links: tuple[PlainLink, ...]


def read_plain(text: str) -> PlainText | None:
    """Read a plain text; None where it may be more than that."""
    if _FENCE in text or _DEFINES in text:
        return None
    headings: list[PlainHeading] = []
    links: list[PlainLink] = []
    for at, line in enumerate(text.split("\n")):
        if not line:
            continue
        if line[0] == "#":
            heading = _HEADING.fullmatch(line)
            if heading and heading[2] and not _STRANGE.search(line):
                headings.append((len(heading[1]), heading[2].strip(), at, len(line.strip())))
                continue
            if heading or _MAYBE.match(line):
                return None
        words = _CODE.sub("甲", line) if "`" in line and "\\" not in line else line
        if _LINKS in line:
            if words is not line or "\\" in line or "|" in line:
                return None
            links += ((f[3], bool(f[1]), f[2], at, f.start(3)) for f in _LINK.finditer(line))
            words = _LINK.sub("甲", line)
            if _LINKS in words:
                return None
        if not _OTHER.fullmatch(words) or (words[0] == " " and words.lstrip(" ").startswith("#")):
            return None
    return PlainText(tuple(headings), tuple(links))
