"""Fills in the gaps of a sentence: a word keeps its meaning all through one text.

{name}, {name2}     one of the words of that name; with a number another one
{#3-12}             some whole number
{one=3-12}          some whole number, which is remembered
{one+two}           remembered numbers added up
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai.demo.chance import Chance

_GAP = re.compile(r"\{#(\d+)-(\d+)\}|\{(\w+)=(\d+)-(\d+)\}|\{(\w+(?:\+\w+)*)\}")

Blocks = Sequence[str | Sequence[str]]


def within(title: str) -> str:
    """Write a title as it stands within the marks of a title."""
    return title.replace("《", "〈").replace("》", "〉")


class Wording:
    """The words of one text."""

    def __init__(self, words: Mapping[str, Sequence[str]], chance: Chance) -> None:
        self._words, self._chance = words, chance
        self._drawn: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def fill(self, text: str) -> str:
        """Fill in the gaps of a text."""
        return _GAP.sub(self._gap, text) if "{" in text else text

    def text(self, blocks: Blocks) -> str:
        """Write paragraphs; of one with several wordings one is taken."""
        chosen = [block if isinstance(block, str) else self._chance.pick(block) for block in blocks]
        return "\n\n".join(self.fill(block).strip("\n") for block in chosen) + "\n"

    def _gap(self, found: re.Match[str]) -> str:
        least, most, named, lowest, highest, name = found.groups()
        if least:
            return str(self._chance.between(int(least), int(most)))
        if named:
            self._numbers[named] = self._chance.between(int(lowest), int(highest))
            return str(self._numbers[named])
        parts = name.split("+")
        if parts[0] in self._numbers:
            return str(sum(self._numbers[part] for part in parts))
        return self._word(name)

    def _word(self, name: str) -> str:
        if name not in self._drawn:
            base = name.rstrip("0123456789")
            taken = [text for other, text in self._drawn.items() if other.rstrip("0123456789") == base]
            left = [word for word in self._words[base] if word not in taken] or self._words[base]
            self._drawn[name] = self.fill(self._chance.pick(left))
        return self._drawn[name]
