"""Characters of the input method as those of the keyboard."""

from __future__ import annotations

# Of letters, digits and marks, for `str.translate`.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

_NARROW_AND_BLANKS = NARROW | {0x3000: " ", 0xA0: " "}


def half_width(text: str) -> str:
    """Give the half-width form of full-width characters, and of no others: ① is not a 1."""
    return text.translate(_NARROW_AND_BLANKS).strip()
