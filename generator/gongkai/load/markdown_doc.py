"""Reads Markdown: its headings, links, images and raw HTML, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.load.markdown_plain import read_plain
from gongkai.model.records import Heading, Mention, Narrative, NarrativeSection, Prose
from gongkai.model.source import Source

_SECTION_LEVEL = 2

# Lines that define a link's address, with their numbers in the file.
Definitions = Sequence[tuple[int, str]]


def read_prose(file: str, text: str, first_line: int, definitions: Definitions = ()) -> Prose:
    """Read a text that starts on `first_line` of its file.

    `definitions` are link definitions (`[name]: address`) from elsewhere in the file, each with its
    line; those that the text names are put below it.
    """
    plain = _plain(file, text, first_line)
    if plain:
        return plain
    # The parser takes longer to import than a plain text takes to read.
    from gongkai.load.markdown_parsed import parse_prose  # noqa: PLC0415

    return parse_prose(file, text, first_line, definitions)


def read_narrative(source: Source) -> Narrative:
    """Read `report.md`: cut at its second-level headings."""
    whole = read_prose(source.file, source.text, 1)
    lines = source.text.split("\n")
    definitions = _definitions(source, lines)
    starts = [heading for heading in whole.headings if heading.level <= _SECTION_LEVEL]
    stops = [*(heading.place.span.line for heading in starts), len(lines) + 1]

    def between(first: int, stop: int) -> Prose:
        elsewhere = [(line, words) for line, words in definitions if not first <= line < stop]
        return read_prose(source.file, "\n".join(lines[first - 1 : stop - 1]), first, elsewhere)

    sections = tuple(
        NarrativeSection(heading, between(heading.below, stops[i + 1])) for i, heading in enumerate(starts)
    )
    return Narrative(Place(source.file), between(1, stops[0]), sections, source)


def _definitions(source: Source, lines: list[str]) -> Definitions:
    if "]:" not in source.text:
        return ()
    from gongkai.load.markdown_parsed import definitions_in  # noqa: PLC0415 - as above

    return tuple(definitions_in(source.text, lines))


def _plain(file: str, text: str, first_line: int) -> Prose | None:
    plain = read_plain(text)
    if not plain:
        return None

    def place(at: int, column: int, length: int) -> Place:
        line = first_line + at
        return Place(file, Span(line, column + 1, line, column + 1 + length))

    headings = tuple(
        Heading(level, words, place(at, 0, length), first_line + at + 1)
        for level, words, at, length in plain.headings
    )
    mentions = [
        (is_image, Mention(href, place(at, column, len(href)), words if is_image else ""))
        for href, is_image, words, at, column in plain.links
    ]
    links = tuple(mention for is_image, mention in mentions if not is_image)
    images = tuple(mention for is_image, mention in mentions if is_image)
    return Prose(text, file, first_line, headings, links, images)
