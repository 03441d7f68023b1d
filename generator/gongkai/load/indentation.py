"""Works out how far a line should be indented whose indentation has tabs or wide spaces in it.

What stands above says which depths a line can have. Where that leaves one, or the one that the line
seems to be meant for, it is taken; everything else is left to a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.model.pattern import pattern

# For each line with such an indentation, counted from 0: the columns to replace, and the spaces for them.
Indents = Mapping[int, tuple[tuple[int, int], str]]

_INDENT = pattern(r"[ \t\u3000\u00a0]*")
_COMMENT = pattern(r"(?:^|\s)#.*")
_STEP = 2
# How wide people take these to be.
_WIDTHS = {" ": 1, "\u00a0": 1, "\t": _STEP, "\u3000": _STEP}


def indents_of(lines: Sequence[str]) -> Indents:
    """Give the right indentation of the lines up to the first one that is in doubt."""
    found: dict[int, tuple[tuple[int, int], str]] = {}
    levels = [0]
    opened, before = True, frozenset[str]()
    for number, line in enumerate(lines):
        words = _COMMENT.sub("", line).strip(" \t\u3000\u00a0")
        if not words:
            continue
        indent = _INDENT.match(line)
        typed = indent[0] if indent else ""
        depth: int | None = len(typed)
        if typed.strip(" "):
            below = _depth_below(lines, number)
            width = sum(_WIDTHS[char] for char in typed)
            depth = _depth(width, below, levels, opened=opened, alike=frozenset(typed) == before)
            if depth is not None:
                found[number] = (0, len(typed)), " " * depth
        if depth is None:
            return found
        levels = [level for level in levels if level < depth] + [depth]
        opened, before = words.endswith((":", "：")), frozenset(typed)
    return found


def _depth(width: int, below: int | None, levels: Sequence[int], *, opened: bool, alike: bool) -> int | None:
    """Give the one depth that a line can have; None where that is not certain.

    `opened` tells that the line above has nothing after its colon, and `alike` that it is indented by the
    same characters; only then does a smaller indentation say how far it goes back.
    """
    above = levels[-1]
    if opened:
        if below is not None and below > above:
            return below
        return above + _STEP if width > above else None
    inner = [level for level in levels if level]
    if len(inner) == 1 or width == above:
        return above or None
    return width if width in inner and alike else None


def _depth_below(lines: Sequence[str], number: int) -> int | None:
    """Give the indentation of the next line with words, if it is of spaces alone."""
    following = (lines[below] for below in range(number + 1, len(lines)))
    line = next((line for line in following if _COMMENT.sub("", line).strip()), "")
    words = line.lstrip(" ")
    return len(line) - len(words) if words and not words[0].isspace() else None
