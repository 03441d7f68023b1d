"""Markdown to HTML, for Chinese prose: CommonMark with tables and strikethrough, raw HTML shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from gongkai.model.anchors import anchor
from gongkai.model.markdown import is_inside_chinese, set_up
from gongkai.model.views import ProseView

DEEPEST = 6
EXTERNAL = re.compile(r"(https?:)?//", re.IGNORECASE)
ALIGNMENT = re.compile(r"text-align:\s*(\w+)")

PARSER = set_up(MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "typographer": False}))
# Finds the blocks of a text, and leaves the words in them unread.
BLOCKS = set_up(MarkdownIt("commonmark", PARSER.options))
BLOCKS.core.ruler.enableOnly(["normalize", "block"])


@dataclass
class Outline:
    """Levels and ids of the headings met so far. `last` is the level of the nearest one above."""

    prefix: str
    shift: int
    top: int
    last: int = field(init=False)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.last = self.top

    def level(self, written: int) -> int:
        """Shift a level, skipping none and never rising to the heading above the text."""
        self.last = min(max(written + self.shift, self.top + 1), self.last + 1, DEEPEST)
        return self.last

    def id(self, text: str) -> str:
        """Make an id of a heading's words, numbered where it is met again."""
        return anchor(self.prefix, text, self.ids)


def to_html(prose: ProseView, prefix: str, table_label: str, top: int = 1) -> Markup:
    """Render Markdown that stands below a heading of the level `top`.

    `prefix` begins the ids of its headings, `table_label` the names of its tables' scroll regions;
    both must differ between two texts on one page.
    """
    tokens = PARSER.parse(prose.text)
    outline = Outline(prefix, prose.shift, top)
    shaped = list(_shaped(tokens, outline, table_label, prose.links))
    return Markup(PARSER.renderer.render(shaped, PARSER.options, {}))  # noqa: S704 - raw HTML is off


def contents(prose: ProseView, prefix: str, top: int) -> tuple[tuple[str, str], ...]:
    """Give the ids and words of the highest headings, as `to_html` with the same arguments makes them."""
    defined: dict[str, object] = {}
    outline = Outline(prefix, prose.shift, top)
    found = []
    for token, inline in pairwise(BLOCKS.parse(prose.text, defined)):
        if token.type == "heading_open":
            level = outline.level(int(token.tag[1]))
            words = _plain(*PARSER.parseInline(inline.content, defined))
            found.append((level, outline.id(words), words))
    return tuple((id_, words) for level, id_, words in found if level == top + 1)


def _shaped(
    tokens: list[Token], outline: Outline, table_label: str, links: Mapping[str, str]
) -> Iterator[Token]:
    tables = 0
    for place, token in enumerate(tokens):
        match token.type:
            case "heading_open":
                token.tag = f"h{outline.level(int(token.tag[1]))}"
                token.attrSet("id", outline.id(_plain(tokens[place + 1])))
            case "heading_close":
                token.tag = f"h{outline.last}"
            case "table_open":
                tables += 1
                yield _markup(_region(f"{table_label} {tables}"))
            case "th_open" | "td_open":
                _shape_cell(*tokens[place : place + 3])
            case "inline":
                token.children = list(_shaped_inline(token.children or [], links))
        yield token
        if token.type == "table_close":
            yield _markup("</div>\n")


def _shape_cell(begin: Token, inline: Token, end: Token) -> None:
    """Turn a cell's inline style into a class, give a head its scope, and make no head of an empty one."""
    alignment = ALIGNMENT.search(str(begin.attrs.pop("style", "")))
    if alignment:
        begin.attrSet("class", f"align-{alignment[1]}")
    if begin.tag == "th" and inline.content:
        begin.attrSet("scope", "col")
    elif begin.tag == "th":
        begin.tag = end.tag = "td"


def _region(label: str) -> str:
    return f'<div class="table-scroll" role="region" aria-label="{escape(label)}" tabindex="0">\n'


def _markup(html: str) -> Token:
    return Token("html_block", "", 0, content=html)


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or [])


def _shaped_inline(tokens: list[Token], links: Mapping[str, str]) -> Iterator[Token]:
    for place, token in enumerate(tokens):
        if token.type == "softbreak" and _is_needless(tokens, place):
            continue
        if token.type == "link_open":
            href = _resolved(str(token.attrs["href"]), links)
            token.attrSet("href", href)
            if EXTERNAL.match(href):
                token.attrSet("rel", "noopener")
        elif token.type == "image":
            token.attrSet("src", _resolved(str(token.attrs["src"]), links))
            token.attrSet("loading", "lazy")
        yield token


def _resolved(address: str, links: Mapping[str, str]) -> str:
    """Look an address up as the parser gives it, percent-encoded, and as it was written."""
    return links.get(address) or links.get(unquote(address)) or address


def _is_needless(tokens: list[Token], place: int) -> bool:
    """Tell whether a line's end stands between two Chinese characters, where it must leave no space."""
    before = next((token.content[-1] for token in reversed(tokens[:place]) if token.content), " ")
    after = next((token.content[0] for token in tokens[place + 1 :] if token.content), " ")
    return is_inside_chinese(before, after)
