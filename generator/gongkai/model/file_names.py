"""Names of files as systems tell them apart."""

from __future__ import annotations

import unicodedata


def fold(path: str) -> str:
    """Give the form in which macOS and Windows take two names for one."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
