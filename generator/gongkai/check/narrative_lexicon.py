"""Words found in a text: by their first two characters, or all at once by a pattern that branches."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_START = 2  # characters that a word is looked up by


ALONE = (1,)  # how long the only word is that begins with a character


class Lexicon:
    """Words to be found in texts, the longest where several begin at one place.

    `lengths` tells by two characters how long the words are that begin so, the longest first; `alone` has
    the characters that a word begins with: `ALONE` for a word that no other begins with, and otherwise how
    long a word is of this character only.
    """

    __slots__ = ("alone", "lengths", "words")

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self.words = frozenset(words) - {""}
        found: dict[str, set[int]] = {}
        for word in self.words:
            found.setdefault(word[:_START], set()).add(len(word))
        firsts = {start[0] for start in found if len(start) == _START}
        self.alone: dict[str, tuple[int, ...]] = {
            **{first: tuple(found.get(first, ())) for first in firsts},
            **dict.fromkeys(
                found.keys() - firsts - {start for start in found if len(start) == _START}, ALONE
            ),
        }
        self.lengths = {
            start: (*sorted(lengths, reverse=True), *found.get(start[0], ()))
            for start, lengths in found.items()
            if len(start) == _START
        }

    def find(self, text: str, start: int, end: int, among: Collection[str] = ()) -> Iterator[tuple[int, str]]:
        """Give the words of a stretch, or those `among` them, with their places, none across another."""
        words, past = among or self.words, start
        for at, first in enumerate(text[start:end], start):
            if first in self.alone and at >= past:
                length = self._longest(text, at, end, words)
                if length:
                    yield at, text[at : at + length]
                    past = at + length

    def longest(self, text: str, at: int) -> int:
        """Give the length of the longest word at a place; 0 where there is none."""
        return self._longest(text, at, len(text), self.words)

    def _longest(self, text: str, at: int, end: int, words: Collection[str]) -> int:
        start = text[at : at + _START]
        for length in self.lengths.get(start) or self.alone.get(start[:1], ()):
            if at + length <= end and text[at : at + length] in words:
                return length
        return 0


def branches(words: Iterable[str]) -> list[str]:
    """Write words as expressions of which each begins with another character, and branches where they do.

    A pattern made of these passes at once over a text where none begins.
    """
    below: dict[str, list[str]] = {}
    for word in words:
        if word:
            below.setdefault(word[0], []).append(word[1:])
    return [re.escape(first) + _rest(rests) for first, rests in sorted(below.items())]


def _rest(rests: list[str]) -> str:
    if len(rests) == 1:
        return re.escape(rests[0])
    found = branches(rests)
    ends = "" in rests
    return found[0] if len(found) == 1 and not ends else f"(?:{'|'.join(found)}){'?' * ends}"
