"""A file as its writer typed it, with what surrounds a stretch of it: line, heads of its table, address."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.pattern import pattern
from gongkai.model.source import Source

# So much before and after a number decides what it is; a line can be a whole file.
_NEAR = 200

_TOP_KEY = pattern(r"([A-Za-z_]+)\s*:")
_ADDRESS = pattern(r"https?://[^\s<>()（）\[\]【】《》“”\"'，。；、]*$", re.IGNORECASE)
_PORTAL = "content/site.yaml"


class Page:
    """The text of a file, looked at around one stretch after another."""

    def __init__(self, source: Source) -> None:
        """Take the file; nothing is worked out before it is asked for."""
        self.source = source

    @cached_property
    def _lines(self) -> list[str]:
        return self.source.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._lines)]

    @cached_property
    def _heads(self) -> list[str]:
        """The first row of the Markdown table that each line stands in."""
        heads: list[str] = []
        for line in self._lines:
            in_table = line.lstrip().startswith("|")
            heads.append((heads[-1] if heads and heads[-1] else line) if in_table else "")
        return heads

    @cached_property
    def _sections(self) -> list[str]:
        """The outermost key of YAML that each line stands under."""
        keys: list[str] = []
        for line in self._lines:
            found = _TOP_KEY.match(line)
            keys.append(found[1] if found else keys[-1] if keys else "")
        return keys

    def occurrences(self, *words: str) -> Iterator[tuple[int, str]]:
        """Find where words stand; a search for the words themselves is far faster than a pattern."""
        text = self.source.text
        for word in words:
            at = text.find(word)
            while at >= 0:
                yield at, word
                at = text.find(word, at + len(word))

    def around(self, at: int, near: int = _NEAR) -> tuple[int, str]:
        """Give the line that a character stands in, as far as it is near, and where that starts."""
        text = self.source.text
        start = max(text.rfind("\n", max(0, at - near), at) + 1, at - near, 0)
        stop = text.find("\n", at, at + near)
        return start, text[start : stop if stop >= 0 else at + near]

    def place(self, start: int, end: int) -> Place:
        """Give the place of a stretch of one line."""
        line = self._line(start)
        column = start - self._starts[line] + 1
        return Place(self.source.file, Span(line + 1, column, line + 1, column + end - start))

    def line(self, start: int) -> str:
        """Give the line that a stretch stands in, as far as it is near, with the heads of its table."""
        line = self._line(start)
        column = start - self._starts[line]
        near = self._lines[line][max(0, column - _NEAR) : column + _NEAR]
        return f"{self._heads[line]}\n{near}" if "|" in near else near

    def before(self, start: int) -> str:
        """Give what stands before a stretch on its line, as far as it is near."""
        first = self._starts[self._line(start)]
        return self.source.text[max(first, start - _NEAR) : start]

    def after(self, end: int) -> str:
        """Give what stands after a stretch, as far as it is near."""
        return self.source.text[end : end + _NEAR].partition("\n")[0]

    def is_portal_contact(self, start: int) -> bool:
        """Tell whether a stretch stands in what the portal says of how to reach it."""
        return self.source.file == _PORTAL and self._sections[self._line(start)] in ("contact", "footer")

    def address(self, start: int) -> str:
        """Give the address on the web that a stretch stands in, as far as it goes before it."""
        found = _ADDRESS.search(self.before(start))
        return found[0] if found else ""

    def _line(self, start: int) -> int:
        return bisect_right(self._starts, start) - 1
