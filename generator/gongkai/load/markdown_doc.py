"""Reads Markdown: its headings, links, images and raw HTML, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.markdown import set_up
from gongkai.model.records import Heading, Mention, Narrative, NarrativeSection, Prose
from gongkai.model.source import Source


class _EveryLink(MarkdownIt):
    """Takes links of every kind, so that a check can name the bad ones."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's own name
        del url
        return True


# HTML is let through here so that a check can point at it; the renderer never does.
_PARSER = set_up(_EveryLink("commonmark", {"html": True}))

_SECTION_LEVEL = 2


def read_prose(file: str, text: str, first_line: int) -> Prose:
    """Read a text that starts on `first_line` of its file."""
    lines = text.split("\n")
    headings: list[Heading] = []
    links: list[Mention] = []
    images: list[Mention] = []
    markup: list[Mention] = []

    def place(line: int, sought: str) -> Place:
        here = lines[line] if line < len(lines) else ""
        # The parser writes an address in escapes; its writer may not have.
        sought = sought if sought in here else unquote(sought)
        column = here.find(sought) + 1
        at, start = first_line + line, max(column, 1)
        return Place(file, Span(at, start, at, start + max(len(sought), 1)))

    tokens = _PARSER.parse(text)
    for token, following in zip(tokens, [*tokens, None][1:], strict=True):
        line = token.map[0] if token.map else 0
        if token.type == "heading_open" and following:
            at = place(line, lines[line].strip())
            below = first_line + (token.map[1] if token.map else line + 1)
            headings.append(Heading(int(token.tag[1:]), following.content.strip(), at, below))
        elif token.type == "html_block":
            markup.append(Mention(_first_line(token.content), place(line, _first_line(token.content))))
        elif token.type == "inline":
            for child, at_line in _inline(token):
                if child.type == "link_open":
                    href = str(child.attrGet("href") or "")
                    links.append(Mention(href, place(at_line, href)))
                elif child.type == "image":
                    href = str(child.attrGet("src") or "")
                    images.append(Mention(href, place(at_line, href), child.content))
                elif child.type == "html_inline":
                    markup.append(Mention(child.content, place(at_line, child.content)))
    return Prose(text, file, first_line, tuple(headings), tuple(links), tuple(images), tuple(markup))


def read_narrative(source: Source) -> Narrative:
    """Read `report.md`: cut at its second-level headings."""
    whole = read_prose(source.file, source.text, 1)
    lines = source.text.split("\n")
    starts = [heading for heading in whole.headings if heading.level <= _SECTION_LEVEL]
    stops = [*(heading.place.span.line for heading in starts), len(lines) + 1]

    def between(first: int, stop: int) -> Prose:
        return read_prose(source.file, "\n".join(lines[first - 1 : stop - 1]), first)

    sections = tuple(
        NarrativeSection(heading, between(heading.below, stops[i + 1])) for i, heading in enumerate(starts)
    )
    return Narrative(Place(source.file), between(1, stops[0]), sections)


def _inline(token: Token) -> Iterator[tuple[Token, int]]:
    """Give the inline tokens with the line that each stands on."""
    line = token.map[0] if token.map else 0
    for child in token.children or ():
        yield child, line
        if child.type in ("softbreak", "hardbreak"):
            line += 1


def _first_line(content: str) -> str:
    return content.strip().split("\n", 1)[0]
