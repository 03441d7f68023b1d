"""Reads files as strict UTF-8 text, and never one outside the site."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Span, Text
from gongkai.model.source import Source

# C0 and C1 controls except tab, line feed and carriage return, and what YAML forbids beside them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_ADDRESS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

ADDRESS_WANTED = Text(
    "只用小写字母、数字和连字符（- 或 _）",
    "use lower-case letters, digits and hyphens (- or _) only",
)

_MEGABYTE = 1_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def relative(root: Path, path: Path) -> str:
    """Give a path relative to the site, with forward slashes."""
    return path.relative_to(root).as_posix()


def is_address(name: str) -> bool:
    """Tell whether a name can be part of an address: lower-case letters, digits, - and _."""
    return _ADDRESS.fullmatch(name) is not None


def is_inside(root: Path, path: Path) -> bool:
    """Tell whether a path, links followed, is in the site."""
    return path.resolve().is_relative_to(root.resolve())


def outside(root: Path, path: Path) -> Diagnostic:
    """Say that a path leads out of the site."""
    file = relative(root, path)
    return Diagnostic("D113", Place(file), {"path": file})


def folders(
    root: Path,
    path: Path,
    fits: Callable[[str], bool] = is_address,
    wanted: Text = ADDRESS_WANTED,
) -> tuple[tuple[Path, ...], Problems]:
    """Give the folders in a folder, by name, and say which lead out or have a name that does not fit."""
    kept, problems = [], []
    for child in _children(path):
        if not child.is_dir():
            continue
        if not is_inside(root, child):
            problems.append(outside(root, child))
        elif not fits(child.name):
            problems.append(bad_name(root, child, child.name, wanted))
        else:
            kept.append(child)
    return tuple(kept), tuple(problems)


def files(root: Path, path: Path, suffix: str) -> tuple[tuple[Path, ...], Problems]:
    """Give the files with a suffix in a folder, by name, and say which cannot be an address."""
    kept, problems = [], []
    for child in _children(path):
        if child.suffix != suffix or child.is_dir():
            continue
        if is_address(child.stem):
            kept.append(child)
        else:
            problems.append(bad_name(root, child, child.stem))
    return tuple(kept), tuple(problems)


def bad_name(root: Path, path: Path, name: str, wanted: Text = ADDRESS_WANTED) -> Diagnostic:
    """Say that a name cannot be part of an address."""
    return Diagnostic("D114", Place(relative(root, path)), {"name": name, "wanted": wanted})


def too_large(place: Place, size: int, limit: int) -> Diagnostic:
    """Say that a file has more bytes than it may."""
    return Diagnostic("D104", place, {"size": _size(size), "limit": _size(limit)})


def read_text(root: Path, path: Path, limit: int) -> tuple[Source | None, Problems]:
    """Read a file of at most `limit` bytes; None beside the problem where it cannot be taken."""
    file = relative(root, path)
    if not is_inside(root, path):
        return None, (outside(root, path),)
    try:
        size = path.stat().st_size
        if size > limit:
            return None, (too_large(Place(file), size, limit),)
        content = path.read_bytes()
    except OSError as error:
        return None, (Diagnostic("D101", Place(file), {"detail": error.strerror or str(error)}),)
    return _decode(file, content)


def _decode(file: str, content: bytes) -> tuple[Source | None, Problems]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return None, (Diagnostic("D102", Place(file), {"guess": name}),)
    marked = content.startswith(codecs.BOM_UTF8)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, _span_of_byte(content, error.start))
        return None, (Diagnostic("D102", place, {"guess": _guess(content)}),)
    found = _CONTROL.search(text)
    if found:
        before = text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        name = f"U+{ord(found[0]):04X}"
        place = Place(file, Span(line, column, line, column + 1))
        return None, (Diagnostic("D117", place, {"name": name}),)
    problems = (Diagnostic("D103", Place(file)),) if marked else ()
    return Source(file, text), problems


def _children(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        return
    for child in sorted(path.iterdir(), key=lambda child: unicodedata.normalize("NFC", child.name)):
        if not child.name.startswith((".", "~")):
            yield child


def _span_of_byte(content: bytes, offset: int) -> Span:
    before = content[:offset]
    line = before.count(b"\n") + 1
    last = before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")
    return Span(line, len(last) + 1, line, len(last) + 2)


def _guess(content: bytes) -> str:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK / GB18030"


def _size(count: int) -> str:
    return f"{count / _MEGABYTE:.1f} MB" if count >= _MEGABYTE else f"{count / 1000:.1f} KB"
