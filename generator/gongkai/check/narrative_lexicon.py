"""Words found in a text by their first two characters: making a dictionary takes less time than a pattern."""

from __future__ import annotations

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
                for length in self.lengths.get(text[at : at + _START]) or self.alone[first]:
                    word = text[at : at + length]
                    if word in words and at + length <= end:
                        yield at, word
                        past = at + length
                        break

    def longest(self, text: str, at: int) -> int:
        """Give the length of the longest word at a place; 0 where there is none."""
        start = text[at : at + _START]
        for length in self.lengths.get(start) or self.alone.get(start[:1], ()):
            if at + length <= len(text) and text[at : at + length] in self.words:
                return length
        return 0


class Signs:
    """Words of which a text may have some: looked for by the pieces that many of them have in common."""

    __slots__ = ("_by_piece", "_pieces")

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        spoken = sorted(set(words) - {""}, key=lambda word: (len(word), word))
        pieces = [[word[i : i + _START] for i in range(max(1, len(word) - 1))] for word in spoken]
        counts: dict[str, int] = {}
        for piece in (piece for parts in pieces for piece in parts):
            counts[piece] = counts.get(piece, 0) + 1
        found: dict[str, list[str]] = {}
        for word, parts in zip(spoken, pieces, strict=True):
            known = next((piece for piece in found if piece in word), "")
            found.setdefault(known or max(parts, key=counts.__getitem__), []).append(word)
        self._by_piece = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
        self._pieces = [piece for piece, _ in self._by_piece]

    def are_in(self, text: str) -> bool:
        """Tell whether any of the words stands in a text."""
        has = text.__contains__
        if any(map(has, self._pieces)):
            for piece, words in self._by_piece:
                if piece in text and any(map(has, words)):
                    return True
        return False
