"""Names of files as systems tell them apart, and as they can be shown."""

from __future__ import annotations

import unicodedata

from gongkai.model.pattern import pattern

# Python's stand-ins for bytes of a name that are no UTF-8; on Windows, halves of a pair of UTF-16.
_STRANGE = pattern("[\ud800-\udfff]")
_BYTES, _LAST_BYTE = 0xDC00, 0xDCFF


def fold(path: str) -> str:
    """Give the form in which macOS and Windows take two names for one."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def shown(path: str) -> str:
    r"""Give a name that can be written anywhere: what of it is no UTF-8 becomes \\xd6 or the like."""
    if path.isascii():
        return path
    return _STRANGE.sub(lambda found: _escape(ord(found[0])), path)


def is_utf_8(name: str) -> bool:
    """Tell whether a name on the disk is UTF-8; those out of a Chinese zip file are often not."""
    return name.isascii() or _STRANGE.search(name) is None


def as_gbk(name: str) -> str:
    """Give a name that is no UTF-8 as it reads in GBK; empty where it is none either."""
    try:
        read = name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return ""
    return read if read.isprintable() else ""


def _escape(code: int) -> str:
    return f"\\x{code - _BYTES:02x}" if _BYTES < code <= _LAST_BYTE else f"\\u{code:04x}"
