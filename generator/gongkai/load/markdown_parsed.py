"""Reads Markdown with its parser: headings, links, images and raw HTML, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.markdown import set_up
from gongkai.model.records import Heading, Mention, Prose


class _EveryLink(MarkdownIt):
    """Takes links of every kind, so that a check can name the bad ones."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's own name
        del url
        return True


# HTML is let through here so that a check can point at it; the renderer never does.
_PARSER = set_up(_EveryLink("commonmark", {"html": True}))

# Lines that define a link's address, with their numbers in the file.
Definitions = Sequence[tuple[int, str]]


def parse_prose(file: str, text: str, first_line: int, definitions: Definitions = ()) -> Prose:
    """Read a text that starts on `first_line` of its file.

    `definitions` are link definitions (`[name]: address`) from elsewhere in the file, each with its
    line; those that the text names are put below it.
    """
    folded = text.casefold() if definitions else ""
    added = [(line, words) for line, words in definitions if _name(words) in folded]
    numbers = [*range(first_line, first_line + text.count("\n") + 1)]
    if added:
        numbers += [numbers[-1], *(line for line, _ in added)]
        text = "\n".join([text, "", *(words for _, words in added)])
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def place(offset: int, length: int) -> Place:
        line = bisect_right(starts, offset) - 1
        column = offset - starts[line] + 1
        return Place(file, Span(numbers[line], column, numbers[line], column + max(length, 1)))

    headings: list[Heading] = []
    links: list[Mention] = []
    images: list[Mention] = []
    markup: list[Mention] = []
    tokens = _PARSER.parse(text)
    for token, following in zip(tokens, [*tokens, None][1:], strict=True):
        first, stop = token.map or (0, 0)
        start, end = starts[first], starts[stop]
        if token.type == "heading_open" and following:
            words = lines[first].strip()
            at = place(start + lines[first].find(words), len(words))
            below = numbers[stop - 1] + 1
            headings.append(Heading(int(token.tag[1:]), following.content.strip(), at, below))
        elif token.type == "html_block":
            words = token.content.strip().split("\n", 1)[0]
            markup.append(Mention(words, place(text.find(words, start, end), len(words))))
        elif token.type == "inline":
            here = start
            finder = _Finder(text, start, end)
            for child in token.children or ():
                sought = _sought(child)
                if sought is None:
                    continue
                offset, length = _find(finder, sought, here, _openings(child))
                if child.type == "link_open":
                    links.append(Mention(sought, place(offset, length)))
                elif child.type == "image":
                    images.append(Mention(sought, place(offset, length), child.content))
                else:
                    markup.append(Mention(sought, place(offset, length)))
                here = offset + length if start <= offset < end else here
    return Prose(text, file, first_line, tuple(headings), tuple(links), tuple(images), tuple(markup))


def definitions_in(text: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Give the lines of a text that define a link's address, with their numbers."""
    if "]:" not in text:
        return
    known: dict[str, dict[str, dict[str, list[int]]]] = {}
    _PARSER.parse(text, known)
    for reference in known.get("references", {}).values():
        first, stop = reference["map"]
        yield first + 1, " ".join(line.strip() for line in lines[first:stop])


def _name(definition: str) -> str:
    """Give the bracketed name of a definition as a text names it."""
    return definition[: definition.index("]") + 1].casefold()


def _sought(token: Token) -> str | None:
    match token.type:
        case "link_open":
            return str(token.attrGet("href") or "")
        case "image":
            return str(token.attrGet("src") or "")
        case "html_inline":
            return token.content
    return None


def _openings(token: Token) -> tuple[str, ...]:
    """Give what can stand right before something that is sought."""
    if token.type == "html_inline":
        return ("",)
    return ("<",) if token.markup == "autolink" else ("](", "](<", "<", "")


class _Finder:
    """Finds words in a block, and does not look again for what it knows: a block can have 30,000 links."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        # For each word where it was last looked for from, and what was found.
        self.known: dict[str, tuple[int, int]] = {}

    def find(self, words: str, here: int) -> int:
        """Give the first place of words from `here` on; -1 where there is none."""
        since, at = self.known.get(words, (here + 1, -1))
        if since > here or -1 < at < here:
            at = self.text.find(words, here, self.end)
            self.known[words] = here, at
        return at

    def anywhere(self, words: str) -> int:
        """Give the first place of words in the whole text, which may be above the block or below it."""
        key = f"\n{words}"  # no word of a block has a line end before it
        if key not in self.known:
            self.known[key] = 0, self.text.find(words)
        return self.known[key][1]


def _find(finder: _Finder, sought: str, here: int, openings: tuple[str, ...]) -> tuple[int, int]:
    """Find where something of a block is written: from `here` on, else in it, else in a definition.

    The parser writes an address in escapes; its writer may not have.
    """
    for words in dict.fromkeys((sought, unquote(sought))):
        for first in (here, finder.start):
            for opening in openings:
                at = finder.find(opening + words, first)
                if at >= 0:
                    return at + len(opening), len(words)
        at = finder.anywhere(f"]: {words}")
        if at >= 0:
            return at + 3, len(words)
    return finder.start, 1
