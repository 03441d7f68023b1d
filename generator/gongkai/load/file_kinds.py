"""Which kinds of documents may be published, and whether a file is of the kind that its name says.

A browser shows or saves these and never runs them: no page, no script, no program, no macro. A drawing
(SVG) can hold a script: `drawings.py` reads it through.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import FileIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Text

_PACKED = (".docx", ".xlsx", ".pptx", ".ofd", ".zip")
_OLD_OFFICE = (".doc", ".xls", ".ppt", ".wps", ".et")
_OTHERS = (".pdf", ".csv", ".txt", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
SUFFIXES = frozenset((*_PACKED, *_OLD_OFFICE, *_OTHERS))

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys(_PACKED, (_ZIP, b"PK\x05\x06")),
    **dict.fromkeys(_OLD_OFFICE, (_COMPOUND, _ZIP, b"{\\rtf")),
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
}
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_MACRO = b"vbaProject.bin"
# Where an old Office file keeps its macros, as its directory names it.
_OLD_MACRO = "_VBA_PROJECT".encode("utf-16-le")
_HEAD, _TAIL, _PDF_WITHIN, _PIECE = 1024, 65536, 1024, 1 << 20
_PROGRAM = Text("内容是可执行程序", "it is a program")
_MACROS = Text("含有宏", "it has macros in it")


def kind_of(file: str) -> str:
    """Give the suffix of a file in lower case."""
    return PurePosixPath(file).suffix.lower()


class Ends(NamedTuple):
    """How a file begins and ends, which is enough to tell what it is, and whether an old one has macros."""

    kind: str
    head: bytes
    tail: bytes
    has_old_macros: bool = False


def ends_of(path: Path) -> Ends:
    """Read the beginning and the end of a file."""
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
        file.seek(max(size - _TAIL, 0))
        tail = file.read(_TAIL)
        # Its directory may stand anywhere in the file.
        has_macros = head.startswith(_COMPOUND) and _has(file, _OLD_MACRO)
        return Ends(kind_of(path.name), head, tail, has_macros)


def _has(file: FileIO, wanted: bytes) -> bool:
    """Tell whether a file has some bytes anywhere, a piece at a time."""
    file.seek(0)
    before = b""
    while piece := file.read(_PIECE):
        if wanted in before + piece:
            return True
        before = piece[-len(wanted) :]
    return False


def danger_in(ends: Ends) -> Text | None:
    """Say why a file of an allowed kind may not be published all the same, if it may not."""
    if ends.head.startswith(_PROGRAMS[0]) and ends.kind in (".csv", ".txt"):
        return _PROGRAM if b"\0" in ends.head else None  # a text may begin with these letters
    if ends.head.startswith(_PROGRAMS):
        return _PROGRAM
    # A packed file is opened by what is in it, whatever its name says.
    has_macros = ends.has_old_macros or (ends.head.startswith(_ZIP) and _MACRO in ends.tail)
    return _MACROS if has_macros else None


def is_of_its_kind(ends: Ends) -> bool:
    """Tell whether a file begins as files of its kind do; a text may begin with anything."""
    if ends.kind == ".pdf":
        return b"%PDF" in ends.head[:_PDF_WITHIN]
    return ends.head.startswith(_BEGINNINGS.get(ends.kind, (b"",)))
