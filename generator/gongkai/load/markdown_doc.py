"""Reads Markdown: its headings, links, images and raw HTML, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.load.markdown_plain import PlainHeading, PlainText, read_plain
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
    plain = None if definitions else read_plain(text)
    if plain:
        return _prose(plain, file, text, first_line)
    # The parser takes longer to import than a plain text takes to read.
    from gongkai.load.markdown_parsed import parse_prose  # noqa: PLC0415

    return parse_prose(file, text, first_line, definitions)


def read_narrative(source: Source) -> Narrative:
    """Read `report.md`: cut at its second-level headings."""
    plain = read_plain(source.text)
    lines = source.text.split("\n")
    definitions = _definitions(source, lines)
    whole = _starts(plain, source.file) if plain else read_prose(source.file, source.text, 1).headings
    starts = [heading for heading in whole if heading.level <= _SECTION_LEVEL]
    stops = [*(heading.place.span.line for heading in starts), len(lines) + 1]

    def between(first: int, stop: int) -> Prose:
        text = "\n".join(lines[first - 1 : stop - 1])
        if plain:  # then every part of it is: it was read line by line
            return _prose(_part(plain, first - 1, stop - 1), source.file, text, first)
        elsewhere = [(line, words) for line, words in definitions if not first <= line < stop]
        return read_prose(source.file, text, first, elsewhere)

    sections = tuple(
        NarrativeSection(heading, between(heading.below, stops[i + 1])) for i, heading in enumerate(starts)
    )
    return Narrative(Place(source.file), between(1, stops[0]), sections, source)


def _definitions(source: Source, lines: list[str]) -> Definitions:
    if "]:" not in source.text:
        return ()
    from gongkai.load.markdown_parsed import definitions_in  # noqa: PLC0415 - as above

    return tuple(definitions_in(source.text, lines))


def _part(plain: PlainText, start: int, stop: int) -> PlainText:
    """Give what a plain text has in some of its lines, counted from the first of them."""
    return PlainText(
        tuple(
            (level, words, at - start, length)
            for level, words, at, length in plain.headings
            if start <= at < stop
        ),
        tuple(
            (href, is_image, words, at - start, column)
            for href, is_image, words, at, column in plain.links
            if start <= at < stop
        ),
    )


def _prose(plain: PlainText, file: str, text: str, first_line: int = 1) -> Prose:
    headings = tuple(_headings(plain.headings, file, first_line))
    if not plain.links:
        return Prose(text, file, first_line, headings)
    mentions = [
        (is_image, Mention(href, _place(file, first_line + at, column, len(href)), words if is_image else ""))
        for href, is_image, words, at, column in plain.links
    ]
    links = tuple(mention for is_image, mention in mentions if not is_image)
    images = tuple(mention for is_image, mention in mentions if is_image)
    return Prose(text, file, first_line, headings, links, images)


def _starts(plain: PlainText, file: str) -> Iterator[Heading]:
    return _headings((found for found in plain.headings if found[0] <= _SECTION_LEVEL), file, 1)


def _headings(plain: Iterable[PlainHeading], file: str, first_line: int) -> Iterator[Heading]:
    for level, words, at, length in plain:
        line = first_line + at
        yield Heading(level, words, _place(file, line, 0, length), line + 1)


def _place(file: str, line: int, column: int, length: int) -> Place:
    return Place(file, Span(line, column + 1, line, column + 1 + length))
