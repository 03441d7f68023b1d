"""Finds the bracket of a row that has no partner on its line, and what was meant by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Text
from gongkai.load.wide_marks import CLOSING
from gongkai.model.pattern import pattern

_PARTNER = {"[": "]", "{": "}", "]": "[", "}": "{"}
_ROW = pattern(r":\s*[\[{]|^\s*- [\[{]|[\]}]\s*$")
_WIDE_END = pattern(rf"[{CLOSING}]$")
_KEY = pattern(r"\s*[\w\"-]+\s*:(?:\s|$)")

# From where to where on the line, and what is put in.
Change = tuple[int, int, str]
_Open = Sequence[tuple[str, int]]


class BracketSlip(NamedTuple):
    """A bracket: where it stands, what it is and wants, what to do, and what was surely meant."""

    column: int
    found: str
    wanted: str
    advice: Text
    meant: Change | None


def unpaired(bare: str, comment: str) -> BracketSlip | None:
    """Find the one in a line whose texts are masked; its comment is cut off."""
    if not _ROW.search(bare):
        return None
    stack: list[tuple[str, int]] = []
    for column, char in enumerate(bare):
        if char in "[{":
            stack.append((char, column))
        elif char in "]}":
            if not stack or _PARTNER[stack[-1][0]] != char:
                stack.append((char, column))
                break
            stack.pop()
    if not stack:
        return None
    if stack[-1][0] in "]}":
        return _closing(bare, stack)
    return _opening(bare, stack, comment)


def _closing(bare: str, stack: _Open) -> BracketSlip:
    """One that closes nothing, or something of the other kind."""
    char, column = stack[-1]
    if len(stack) == 1:
        return BracketSlip(column, char, _PARTNER[char], _less(char), (column, column + 1, ""))
    opener, at = stack[-2]
    has_keys = _KEY.match(bare, at + 1) is not None
    is_last = not bare[column + 1 :].strip(" ]}")
    if len(stack) > 2:  # noqa: PLR2004 - the two of them, and one around them
        if opener == "{" and not has_keys:
            return BracketSlip(at, opener, "}", _less(opener), (at, at + 1, "") if is_last else None)
        wanted = _PARTNER[opener]
        advice = Text(f"在“{char}”之前补上“{wanted}”", f"Put “{wanted}” before the “{char}”")
        return BracketSlip(at, opener, wanted, advice, (column, column, wanted) if is_last else None)
    if has_keys == (opener == "{"):
        wanted = _PARTNER[opener]
        meant = (column, column + 1, wanted) if is_last else None
        return BracketSlip(column, char, _PARTNER[char], _instead(char, wanted), meant)
    wanted = _PARTNER[char]
    return BracketSlip(at, opener, char, _instead(opener, wanted), (at, at + 1, wanted) if is_last else None)


def _opening(bare: str, stack: _Open, comment: str) -> BracketSlip:
    """One that is not closed; a full-width one in the place of its partner is the slip."""
    char, column = stack[-1]
    wanted, end = _PARTNER[char], len(bare.rstrip())
    wide = _WIDE_END.search(bare[:end])
    if wide and char == "[" and len(stack) == 1:
        return BracketSlip(wide.start(), wide[0], "]", _instead(wide[0], "]"), None)
    if bare[column + 1 :].lstrip().startswith("[") and bare.count("[") == 2 and char == "[":  # noqa: PLR2004
        return BracketSlip(column, char, wanted, _less(char), (column, column + 1, ""))
    advice = Text(f"在这一行的末尾补上“{wanted}”", f"Put “{wanted}” at the end of the row")
    all_of_them = "".join(_PARTNER[opener] for opener, _ in reversed(stack))
    is_cut = any(mark in comment for mark in "]}")  # a # has cut the row off
    return BracketSlip(column, char, wanted, advice, None if is_cut else (end, end, all_of_them))


def _less(char: str) -> Text:
    return Text(f"去掉这个“{char}”，或补上与它配对的", f"Take this “{char}” out, or put in its partner")


def _instead(char: str, wanted: str) -> Text:
    return Text(f"把“{char}”改为“{wanted}”", f"Make “{wanted}” of the “{char}”")
