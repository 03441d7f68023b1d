"""Makes texts alike that a reader takes for the same: width, case, brackets, spaces.

`themes/default/assets/search.js` folds in the same way, character by character; spaces it leaves, and
lets them stand anywhere between two characters of a word.
"""

from __future__ import annotations

# All that JavaScript calls a space, but for the end of a line.
_WIDTHS = "".join(map(chr, range(0x2000, 0x200B)))
_SPACES = "\t\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + _WIDTHS
_OPENING = "[【〔［（"
_CLOSING = "]】〕］）"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0
_LAST_SINGLE = 0xFFFF


def fold(text: str) -> str:
    """Fold a text. A character beyond the basic plane becomes the two that JavaScript sees."""
    for char in set(text):
        same = _folded(char)
        if same != char:
            text = text.replace(char, same)
    return text


def _folded(char: str) -> str:
    if char in _SPACES:
        return ""
    if char in _OPENING:
        return "("
    if char in _CLOSING:
        return ")"
    code = ord(char)
    if code > _LAST_SINGLE:
        both = char.encode("utf-16-be")
        return chr(int.from_bytes(both[:2])) + chr(int.from_bytes(both[2:]))
    if code in _FULL_WIDTH:
        char = chr(code - _TO_ASCII)
    lower = char.lower()
    return lower if len(lower) == 1 else char
