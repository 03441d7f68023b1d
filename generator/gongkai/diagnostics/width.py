"""How many terminal cells a text takes, and a form of it that is safe to print."""

from __future__ import annotations

import unicodedata

TAB = 4

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ON_TOP = frozenset({"Mn", "Me"})


def cell_width(character: str) -> int:
    """Give the cells of one character: 2 for East Asian wide ones, 0 for combining ones."""
    if unicodedata.category(character) in _ON_TOP:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_width(text: str) -> int:
    """Give the cells of a text."""
    return sum(map(cell_width, text))


def pad(text: str, width: int) -> str:
    """Fill up a text with spaces to a width in cells."""
    return text + " " * (width - text_width(text))


def visible(character: str) -> str:
    """Show a character that would be invisible, or steer the terminal, as one that does neither."""
    code = ord(character)
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    if code < ord(" "):
        return chr(0x2400 + code)
    return "␡" if character == "\x7f" else "�"


def printable(text: str) -> str:
    """Make a text one line that is safe to print, whatever a content file put into it."""
    return "".join(map(visible, " ".join(text.split("\n"))))
