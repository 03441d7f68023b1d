"""Finds every substring: the tree of what follows on what, cut off where few places are left.

A node is a string that stands in the texts. One with few places is a leaf and names the texts of all
of them: whoever looks for something longer has so few texts to read. One with more is divided by its
next character, down to DEPTH characters, and one with very many also lists its own texts, so that
nobody need gather them from below. Strings that go on in one way only are no nodes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

# Strings of up to so many characters are found by the index alone where they are frequent.
DEPTH = 12
# So many places at most are not divided any more, and so many are listed at the node.
FEW, MANY = 16, 8192
END = "\n"
_CLAUSE = re.compile(r"[^,;。\n]*[,;。\n]")


class Node(NamedTuple):
    """A string, how much of it the node before has too, and the texts it stands in, in order.

    `whole` tells one that is divided further.
    """

    key: str
    same: int
    whole: bool
    texts: Sequence[int]


def grow(texts: Sequence[str]) -> Iterator[Node]:
    """Give the nodes of some texts in the order of their keys, each before those below it.

    Texts are named by their position. Each ends with an end of line, and no node reaches over one.
    """
    clauses = _clauses(texts)
    joined = "".join(clauses)
    texts_of = [*clauses.values()]
    clause_of = array("I")
    # Where each character begins a window that is to be found; what goes on from a clause is not its own.
    places: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, clause in enumerate(clauses):
        start = len(clause_of)
        clause_of.extend(array("I", [number]) * len(clause))
        for place, char in enumerate(_own(clause), start):
            places[char].append(place)
    places.pop(END, None)
    for char in sorted(places):
        found: dict[str, list[int]] = defaultdict(list)
        for place in places.pop(char):
            found[joined[place : place + DEPTH]] += texts_of[clause_of[place]]
        yield from _Branch(found).nodes()


def _clauses(texts: Sequence[str]) -> dict[str, list[int]]:
    """Give the texts of every clause, with as much of what goes on behind it as a window reaches.

    Offices write many clauses alike, and what is alike is looked at once.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for clause in _CLAUSE.finditer(text):
            start, end = clause.span()
            found[text[start:end] if text[end - 1] == END else text[start : end + DEPTH - 1]].append(number)
    return found


def _own(clause: str) -> str:
    found = _CLAUSE.match(clause)
    return found[0] if found else ""


class _Branch:
    """The nodes that begin with one character; `found` has the texts of its windows."""

    def __init__(self, found: dict[str, list[int]]) -> None:
        self.windows = sorted(found)
        self.texts = [found[window] for window in self.windows]
        self.before = [0, *accumulate(map(len, self.texts))]
        self.grown: list[Node] = []

    def nodes(self) -> list[Node]:
        """Give the nodes in order."""
        self._grow(0, len(self.windows), 1, 0)
        return self.grown

    def _grow(self, start: int, stop: int, depth: int, same: int) -> None:
        """Grow the node of the windows from `start` to `stop`, alike in `depth` characters."""
        windows, before = self.windows, self.before
        size = before[stop] - before[start]
        first, last = windows[start], windows[stop - 1]
        if size > FEW:
            while depth < DEPTH and first[depth - 1] != END and first[depth] == last[depth : depth + 1]:
                depth += 1
        key = first[:depth]
        is_leaf = size <= FEW or depth >= DEPTH or key[-1] == END
        if is_leaf or size > MANY:
            self.grown.append(Node(key, same, not is_leaf, self._texts(start, stop)))
            same = depth
        while start < stop and not is_leaf:
            head, end = windows[start][: depth + 1], start + 1
            if end < stop and windows[end].startswith(head):
                end = bisect_left(windows, key + chr(ord(head[-1]) + 1), end, stop)
            if before[end] - before[start] > FEW:
                self._grow(start, end, depth + 1, same)
            else:
                self.grown.append(Node(head, same, whole=False, texts=self._texts(start, end)))
            start, same = end, depth

    def _texts(self, start: int, stop: int) -> list[int]:
        """Give the texts of the windows from `start` to `stop`, each once."""
        texts = self.texts[start]
        if stop - start > 1:
            return sorted(set().union(*self.texts[start:stop]))
        return sorted(set(texts)) if len(texts) > 1 else texts
