"""Writes a report's text: sentences chosen by chance from the demo's own, with the report's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.plan import Plan
from gongkai.demo.register import DemoOrgan
from gongkai.model.form import Form

_PART = re.compile(r"\{\{ ([\w.]+) \}\}|\{#(\d+)-(\d+)\}|\{(\w+)\}")
NAMED = re.compile(r"\{\{ ([\w.]+) \}\}")
_LISTED = "each"
_MATTER = "matter"
_NUMERALS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Told:
    """What a text is about: the organ, its words and its figures."""

    organ: DemoOrgan
    words: Mapping[str, Sequence[str]]
    plan: Plan
    figures: Sequence[int]


@dataclass(frozen=True)
class _Slot:
    say: tuple[str, ...]
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    each: tuple[tuple[str, str], ...] = ()
    often: int = 100
    counts: str = ""


_Block = str | tuple[_Slot, ...]


def narrative(told: Told, chance: Chance) -> str:
    """Write `report.md`, the preface and the form's sections of text, with figures as names in braces."""
    blocks = _blocks()
    matters = _Matters(told.organ.matters, chance)
    parts = [*_paragraphs(told, blocks[""], chance, matters)]
    for section in told.plan.form.sections:
        if section.is_narrative:
            parts.append(f"## {section.heading}")
            parts += _paragraphs(told, blocks.get(section.id, blocks["/"]), chance, matters)
    return "\n\n".join(parts) + "\n"


class _Matters:
    """The organ's matters, each once before any comes again."""

    def __init__(self, matters: Sequence[str], chance: Chance) -> None:
        self.all, self.chance, self.left = matters, chance, list[str]()

    def next(self) -> str:
        if not self.left:
            self.left = self.chance.shuffled(self.all)
        return self.left.pop()


def _paragraphs(told: Told, blocks: Sequence[_Block], chance: Chance, matters: _Matters) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield f"### {block}"
            continue
        said = [_sentence(told, slot, chance, matters) for slot in block if _holds(told, slot, chance)]
        if said:
            yield "".join(said)


def _holds(told: Told, slot: _Slot, chance: Chance) -> bool:
    if slot.kinds and told.organ.role not in slot.kinds:
        return False
    if slot.often < 100 and chance.below(100) >= slot.often:  # noqa: PLR2004 - of a hundred
        return False
    some = [_number(told, name) for name in slot.some]
    none = [_number(told, name) for name in slot.none]
    return all(some) and all(number == 0 for number in none)


def _number(told: Told, name: str) -> int | None:
    """Give a figure by name; None where the form does not have it."""
    cells = told.plan.named.get(name)
    return None if cells is None else sum(told.figures[cell] for cell in cells)


def figure(told: Told, name: str) -> str:
    """Write out the figure that a name in braces means."""
    return written(_number(told, name) or 0, told.plan.scales[told.plan.named[name][0]])


def filled_in(story: str, told: Told, kept: Chance | None = None) -> str:
    """Put figures in the place of names in braces; with `kept` about half of them stay."""

    def plain(found: re.Match[str]) -> str:
        return found[0] if kept and kept.below(2) else figure(told, found[1])

    return NAMED.sub(plain, story)


def written(number: int, scale: int) -> str:
    """Write a figure out, which is in steps of 1 / `scale`."""
    if scale == 1:
        return str(number)
    whole, rest = divmod(number, scale)
    digits = len(str(scale)) - 1
    return f"{whole}.{rest:0{digits}}".rstrip("0").rstrip(".")


def _sentence(told: Told, slot: _Slot, chance: Chance, matters: _Matters) -> str:
    text = chance.pick(slot.say)

    def filled(found: re.Match[str]) -> str:
        name, least, most, word = found.groups()
        if name:
            return found[0]
        if least:
            return str(chance.between(int(least), int(most)))
        if word == _MATTER:
            return matters.next()
        if word == _LISTED:
            listed = [(words, cell) for cell, words in slot.each if _number(told, cell)]
            return "、".join(f"{words}{{{{ {cell} }}}}{slot.counts}" for words, cell in listed)
        return _PART.sub(filled, chance.pick(told.words[word]))

    return _PART.sub(filled, text)


@lru_cache
def _blocks() -> dict[str, tuple[_Block, ...]]:
    """Give the blocks of each section by its id; the preface is under "", what is left under "/"."""
    data: dict[str, Any] = read_data("narrative")
    found = {id_ or "/": tuple(map(_block, blocks)) for id_, blocks in data["sections"].items()}
    return {"": tuple(map(_block, data["preface"])), **found}


def _block(block: Any) -> _Block:  # noqa: ANN401 - what a YAML file holds
    return str(block["heading"]) if isinstance(block, dict) else tuple(map(_slot, block))


def _slot(slot: Any) -> _Slot:  # noqa: ANN401 - what a YAML file holds
    if isinstance(slot, list):
        return _Slot(_texts(slot))
    return _Slot(
        say=_texts(slot["say"]),
        some=tuple(slot.get("some", ())),
        none=tuple(slot.get("none", ())),
        kinds=tuple(slot.get("kinds", ())),
        each=tuple(slot.get("each", {}).items()),
        often=slot.get("often", 100),
        counts=slot.get("counts", ""),
    )


def _texts(sentences: Sequence[Any]) -> tuple[str, ...]:
    for sentence in sentences:
        if not isinstance(sentence, str):
            raise TypeError(sentence)
    return tuple(sentences)


def common_words() -> Mapping[str, Sequence[str]]:
    """Give the words that every organ uses."""
    words: Mapping[str, Sequence[str]] = read_data("narrative")["words"]
    return words


def words_of(form: Form, year: int) -> Mapping[str, Sequence[str]]:
    """Give the words that a form and a year give."""
    bare = [section.heading.partition("、")[2] or section.heading for section in form.sections]
    return {
        "year": [str(year)],
        "next": [str(year + 1)],
        "count": [_NUMERALS[len(bare)] if len(bare) < len(_NUMERALS) else str(len(bare))],
        "parts": ["、".join(bare)],
    }
