"""Says what the texts of a report claim of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.check.narrative_claims import Claim, Reader
from gongkai.check.narrative_figures import stated_cells
from gongkai.check.narrative_reading import read, said
from gongkai.check.narrative_sums import Sum, may_sum, wrong_sums
from gongkai.check.narrative_text import joined, readied
from gongkai.check.narrative_vocabulary import Vocabulary, vocabulary
from gongkai.model.facts import Number
from gongkai.model.headings import section_of
from gongkai.model.pattern import pattern
from gongkai.model.records import Prose, Report, Site

_BLOCK = pattern(r"[^\n]+(?:\n(?![\s#>|-]|[(（一二三四五六七八九十\d])[^\n]+)*")
_FIGURE = pattern("[0-9][件条宗份起]")
_ENDS = ("。", "；", ";", "未", "没有")
_ITEM = pattern(r"\s{0,3}(?:[-+*•·●]\s|\d{1,2}[.)）、](?!\d))")
_MARKS = frozenset("-+•·● ")  # a star is a space by now
_NUMBERS = frozenset(".)）、")
_LONGEST_HEADING = 30


def stated_in_text(report: Report, site: Site) -> dict[str, set[Number]]:
    """Give the figures that the text states for one cell only, by cell: what it says without any doubt."""
    stated: dict[str, set[Number]] = {}
    for text in said_in(report, site):
        for cell, number in stated_cells(text.claims, report.form):
            stated.setdefault(cell, set()).add(number)
    return stated


class Said(NamedTuple):
    """What a text says: claims and wrong sums; and where line breaks are taken out of it."""

    prose: Prose
    breaks: list[int]
    claims: list[Claim]
    sums: list[Sum]


def said_in(report: Report, site: Site) -> list[Said]:
    """Give what each text says that says anything."""
    if not report.narrative or not report.form.phrases.items:
        return []
    organ = site.organ_by_id.get(report.organ)
    name = organ.name_in(report.year) if organ else ""
    texts: list[Said] = []
    for prose, topic in _texts(report):
        text, breaks = joined(prose.text)
        said_here = _claims(text, report, name, topic)
        if said_here[0] or said_here[1]:
            texts.append(Said(prose, breaks, *said_here))
    return texts


def _texts(report: Report) -> Iterator[tuple[Prose, str]]:
    """Give each text with the one table that its section shows, if it shows one."""
    if report.narrative:
        yield report.narrative.preface, ""
        for written in report.narrative.sections:
            section = section_of(report.form, written.heading.text)
            tables = section.tables if section else ()
            yield written.prose, tables[0] if len(tables) == 1 else ""


def _claims(text: str, report: Report, organ: str, topic: str) -> tuple[list[Claim], list[Sum]]:
    """Read a text block by block; a short line without a full stop is a heading of what follows."""
    phrases, here = report.form.phrases, topic
    claims: list[Claim] = []
    words = phrases.made(vocabulary)
    if not here and not words.leading.search(text):
        sums = wrong_sums(readied(text, report.year), claims, phrases) if may_sum(text) else ()
        return claims, list(sums)
    ready = readied(text, report.year)
    above: Reader | None = None  # what the list that may follow goes on with
    for block in _BLOCK.finditer(ready):
        start, end = block.span()
        first = ready[start]
        if first == "|":
            continue
        is_item = (first in _MARKS or _is_numbered(ready, start)) and _ITEM.match(text, start) is not None
        is_short = end - start < _LONGEST_HEADING and not _tells(ready[start:end])
        if first == "#" or (is_short and not is_item):
            here = _spoken_of(ready, start, end, words) or topic
            above = None
            continue
        reader = read(ready, start, end, words, report.year, organ, here, above if is_item else None)
        if reader is not None:
            claims += said(reader)
        if not is_item or above is None:
            above = reader if ready[end - 1] in ":：" else None
    return claims, list(wrong_sums(ready, claims, phrases))


def _spoken_of(text: str, start: int, end: int, words: Vocabulary) -> str:
    """Give the table whose matter a heading names, if any."""
    heading = text[start:end]
    table = words.headings.get(heading)
    if table is None:
        words.headings[heading] = table = _named(heading, words)
    return table


def _named(heading: str, words: Vocabulary) -> str:
    if words.subjects.search(heading):
        for _, word in words.lexicon.find(heading, 0, len(heading), words.words):
            if words.by_word[word].role == "subject":
                return words.by_word[word].table
    return ""


def _is_numbered(text: str, start: int) -> bool:
    return text[start].isdigit() and not _NUMBERS.isdisjoint(text[start + 1 : start + 3])


def _tells(line: str) -> bool:
    """Tell whether a short line says something itself."""
    if any(end in line for end in _ENDS):
        return True
    return not line.isalpha() and _FIGURE.search(line) is not None
