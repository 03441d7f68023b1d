"""What the operating system can do and Python does not offer: exchange two folders, flush a disk."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS
# For C libraries without the function (musl), on the two kinds of machine in wide use.
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276} if sys.maxsize > 2**32 else {}


def exchange(one: Path, other: Path) -> None:
    """Exchange two folders in one step that nobody can see half done; OSError where that is impossible."""
    library, first, second = _library(), os.fsencode(one), os.fsencode(other)
    if library and hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
    elif library and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _EXCHANGE)
    elif library and sys.platform == "linux" and platform.machine() in _RENAMEAT2:
        number = ctypes.c_long(_RENAMEAT2[platform.machine()])
        failed = library.syscall(number, _AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other))
    if failed:
        raise _error(other)


def flush(folder: Path, files: list[str]) -> None:
    """Bring files just written in a folder onto the disk, so that a power cut later loses none of them.

    One call for the whole file system is many times faster than one per file.
    """
    library = _library()
    if library and sys.platform == "linux" and hasattr(library, "syncfs"):
        _flush_system(library, folder)
        return
    for file in files:
        _flush_one(file, os.O_RDWR)


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk, where the system has a way to."""
    if sys.platform != "win32":
        _flush_one(str(folder), os.O_RDONLY)


def _library() -> ctypes.CDLL | None:
    """Give the C library; Windows has none of these calls."""
    return None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)


def _error(path: Path) -> OSError:
    code = ctypes.get_errno()
    return OSError(code, os.strerror(code), str(path))


def _flush_system(library: ctypes.CDLL, folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle):
            raise _error(folder)
    finally:
        os.close(handle)


def _flush_one(path: str, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
