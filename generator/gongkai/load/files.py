"""Reads files as strict UTF-8 text, and never one outside the site."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Span, Text
from gongkai.load.limits import NAME_LENGTH
from gongkai.model.file_names import as_gbk, is_utf_8, shown
from gongkai.model.pattern import pattern
from gongkai.model.source import Source

# C0 and C1 controls except tab and line ends, the line ends that only YAML knows, what it forbids, and what
# makes a page read otherwise than it is written: marks that turn the direction of the text behind them.
_OTHERS = "\u2028\u2029\u202b\u202d\u202e\u2067\ufffe\uffff"
UNSEEN = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_OTHERS}"
_CONTROL = pattern(f"[{UNSEEN}]")
_NUMBERED_CHARACTER = pattern(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
# What tells in a third of the time that there is none: bytes, the first byte of C1 controls, the others.
_BYTES = bytes((*range(9), 11, 12, *range(14, 32), 127))
_FIRST_OF_C1 = b"\xc2"

_ADDRESS = pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

ADDRESS_WANTED = Text(
    "只用小写字母、数字和连字符（- 或 _）",
    "use lower-case letters, digits and hyphens (- or _) only",
)

SHORTER = Text(
    f"{ADDRESS_WANTED.zh}，至多 {NAME_LENGTH} 个字符",
    f"{ADDRESS_WANTED.en}, {NAME_LENGTH} characters at most",
)
# Systems take names of 255 bytes, with suffix; from here on a page might not be written.
_TOO_LONG = 200
DEVICE = Text(
    "这是 Windows 留给设备的名称，Windows 上存不了这样的文件和文件夹",
    "Windows keeps this name for a device, and can store no such file or folder",
)
# What Windows keeps for devices, with any suffix: no file or folder can be checked out or copied there.
_NUMBERED = (f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_NUMBERED))

_MEGABYTE = 1_000_000
_HERE = Path()

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def relative(root: Path, path: Path) -> str:
    """Give a path relative to the site, with forward slashes, as it can be shown."""
    folder, name = "" if root == _HERE else f"{root}{os.sep}", str(path)
    if name.startswith(folder) and (folder or not path.is_absolute()):  # taking paths apart is slow
        return shown(name[len(folder) :].replace(os.sep, "/"))
    return shown(path.relative_to(root).as_posix())


def is_address(name: str) -> bool:
    """Tell whether a name can be part of an address: lower-case letters, digits, - and _, and no device."""
    return _ADDRESS.fullmatch(name) is not None and name not in _DEVICES and len(name) <= _TOO_LONG


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name, whatever its suffix, for a device."""
    return name.partition(".")[0].lower() in _DEVICES


def is_inside(root: Path, path: Path) -> bool:
    """Tell whether a path, links followed, is in the site; a link that leads nowhere is not."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return False


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
    children, problems = _children(root, path)
    kept = []
    for child, is_link, is_folder in children:
        if not is_folder:
            continue
        # What is in a folder of the site is in the site, unless it is a link.
        if is_link and not is_inside(root, child):
            problems.append(outside(root, child))
        elif not fits(child.name):
            problems.append(bad_name(root, child, child.name, wanted))
        else:
            kept.append(child)
    return tuple(kept), tuple(problems)


def files(root: Path, path: Path, suffix: str) -> tuple[tuple[Path, ...], Problems]:
    """Give the files with a suffix in a folder, by name, and say which cannot be an address."""
    children, problems = _children(root, path)
    kept = []
    for child, _, is_folder in children:
        if child.suffix != suffix or is_folder:
            continue
        if is_address(child.stem):
            kept.append(child)
        else:
            problems.append(bad_name(root, child, child.stem))
    return tuple(kept), tuple(problems)


def bad_name(root: Path, path: Path, name: str, wanted: Text = ADDRESS_WANTED) -> Diagnostic:
    """Say that a name cannot be part of an address."""
    if len(name) > _TOO_LONG:
        name, wanted = f"{name[:NAME_LENGTH]}…", SHORTER
    wanted = DEVICE if is_device(name) else wanted
    if not is_utf_8(name):
        return no_utf_8(relative(root, path), name, wanted)
    return Diagnostic("D114", Place(relative(root, path)), {"name": name, "wanted": wanted})


def no_utf_8(file: str, name: str, wanted: Text = ADDRESS_WANTED) -> Diagnostic:
    """Say that a name on the disk is in another encoding than UTF-8, and how it was meant to read."""
    read = as_gbk(name)
    zh, en = (f"，按 GBK 读作“{read}”", f" (in GBK it reads “{read}”)") if read else ("", "")
    why = Text(f"不是 UTF-8 编码{zh}；{wanted.zh}", f"it is not UTF-8{en}; {wanted.en}")
    return Diagnostic("D114", Place(file), {"name": shown(name), "wanted": why})


def too_large(place: Place, size: int, limit: int) -> Diagnostic:
    """Say that a file has more bytes than it may."""
    return Diagnostic("D104", place, {"size": _size(size), "limit": _size(limit)})


def read_text(
    root: Path, path: Path, limit: int, *, is_folder_inside: bool = False
) -> tuple[Source | None, Problems]:
    """Read a file of at most `limit` bytes; None beside the problem where it cannot be taken.

    `is_folder_inside` says that the file's folder is known to be in the site.
    """
    content, problems = read_bytes(root, path, limit, is_folder_inside=is_folder_inside)
    return (None, problems) if content is None else _decode(relative(root, path), content)


def read_bytes(
    root: Path, path: Path, limit: int, *, is_folder_inside: bool = False
) -> tuple[bytes | None, Problems]:
    """Read an ordinary file in the site of at most `limit` bytes, or say why it cannot be taken."""
    problems = unfit(root, path, limit, is_folder_inside=is_folder_inside)
    if problems:
        return None, problems
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(), ()
    except OSError as error:
        return None, (unreadable(relative(root, path), error),)


def unfit(root: Path, path: Path, limit: int, *, is_folder_inside: bool = False) -> Problems:
    """Say why a file cannot be taken: outside, no ordinary file, too large."""
    try:
        info = path.lstat()
        if not is_folder_inside or stat.S_ISLNK(info.st_mode):
            if not is_inside(root, path):
                return (outside(root, path),)
            info = path.stat()
    except (OSError, ValueError) as error:
        return (unreadable(relative(root, path), error),)
    if not stat.S_ISREG(info.st_mode):
        detail = Text("不是普通文件", "it is no ordinary file")
        return (Diagnostic("D101", Place(relative(root, path)), {"detail": detail}),)
    return (too_large(Place(relative(root, path)), info.st_size, limit),) if info.st_size > limit else ()


def missing(file: str, how: Text) -> Diagnostic:
    """Say that a file which must be there is not, and how to make it."""
    return Diagnostic("D116", Place(file), {"path": file, "how": how})


def written_by(command: str) -> Text:
    """Name the command that makes a file."""
    return Text(f"“{command}”会生成", f"“{command}” writes it")


def unreadable(file: str, error: OSError | ValueError) -> Diagnostic:
    """Say that the system does not let a file be read."""
    detail = getattr(error, "strerror", None) or str(error)
    return Diagnostic("D101", Place(file), {"detail": detail})


def _decode(file: str, content: bytes) -> tuple[Source | None, Problems]:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return None, (Diagnostic("D102", Place(file), {"guess": name}),)
    marked = content.startswith(codecs.BOM_UTF8)
    while content.startswith(codecs.BOM_UTF8):  # some editors put in another each time
        content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, _span_of_byte(content, error.start))
        return None, (Diagnostic("D102", place, {"guess": _guess(content)}),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(text) if _may_have_control(content, text) else None
    character = found[0] if found else ""
    if not found and "&#" in text and file.lower().endswith(".md"):
        found, character = _referred(text)
    if found:
        before = text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        name = f"U+{ord(character):04X}"
        place = Place(file, Span(line, column, line, column + len(found[0])))
        return None, (Diagnostic("D117", place, {"name": name}),)
    problems = (Diagnostic("D103", Place(file)),) if marked else ()
    return Source(file, text), problems


def _referred(text: str) -> tuple[re.Match[str] | None, str]:
    """Find a character that may not stand in a text where Markdown makes it of its number."""
    for found in _NUMBERED_CHARACTER.finditer(text):
        code = int(found[1], 16) if found[1] else int(found[2])
        if code <= sys.maxunicode and _CONTROL.fullmatch(chr(code)):
            return found, chr(code)
    return None, ""


def _may_have_control(content: bytes, text: str) -> bool:
    return (
        len(content.translate(None, _BYTES)) < len(content)
        or _FIRST_OF_C1 in content
        or any(map(text.__contains__, _OTHERS))
    )


def _children(root: Path, path: Path) -> tuple[list[tuple[Path, bool, bool]], list[Diagnostic]]:
    """List a folder by name, each with whether it may lead elsewhere and is a folder, without hidden files.

    A folder that may not be looked into is said.
    """
    if not path.is_dir():
        return [], []
    is_elsewhere = not is_inside(root, path)
    try:
        with os.scandir(path) as entries:
            found = sorted(entries, key=lambda entry: unicodedata.normalize("NFC", entry.name))
    except OSError as error:
        return [], [unreadable(relative(root, path), error)]
    kept = [entry for entry in found if not entry.name.startswith((".", "~"))]
    return [
        (path / entry.name, is_elsewhere or _may_lead_elsewhere(entry), _is_folder(entry)) for entry in kept
    ], []


def _may_lead_elsewhere(entry: os.DirEntry[str]) -> bool:
    """A link, or on Windows a junction, which looks like a folder."""
    return entry.is_symlink() or (os.name == "nt" and entry.is_dir())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle
        return False


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
