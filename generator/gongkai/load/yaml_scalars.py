"""What a plain scalar of YAML means here: nothing is guessed."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from gongkai.load.files import UNSEEN
from gongkai.model.pattern import pattern
from gongkai.model.source import Value

# No figure has a hundred digits, and Python refuses to read one of thousands.
_INTEGER = pattern(r"-?(?:0|[1-9][0-9]{0,99})")
_DECIMAL = pattern(r"-?(?:0|[1-9][0-9]{0,99})\.[0-9]{1,99}")
# Marks of the input method where those of keys, values and lists of ids may have been meant.
_SUSPECT = pattern(r"[A-Za-z0-9_”＂]\s*：|[0-9A-Za-z_”＂]\s*[，、；]\s*[a-z“＂]|[｛｝＂]|^[ ]*“")
# What can be escaped and may not stand in a file as it is, or cannot: ends of line that no value has, halves.
_UNSEEN = pattern(f"[{UNSEEN}\r\ud800-\udfff]")
_WORDS: dict[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}


@lru_cache(4096)
def resolve(text: str) -> Value:
    """Give the value of a plain scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text


def is_suspect(text: str) -> bool:
    """Tell whether keys and values may have been meant in what YAML takes for a text."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def unseen(text: str) -> str:
    """Give the characters in a text that may not stand in a file as they are."""
    return "" if text.isprintable() else "".join(_UNSEEN.findall(text))
