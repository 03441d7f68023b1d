"""One build at a time per output, by a lock that the operating system lets go when a build is killed.

The lock file stands beside the output rather than in the system's temporary folder: that folder
differs between users and shells, and then two builds of one output would not meet. The file goes
away with the lock. A build that waited for a file which is gone notices, and asks again.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE = 0.02
_NO_LOCKS_HERE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(handle: int, path: Path) -> None:
        os.close(handle)
        with suppress(OSError):  # another build has it open already: then the file is that build's
            path.unlink()

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise
        return True

    def _release(handle: int, path: Path) -> None:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


@contextmanager
def locked(path: Path, patience: float) -> Iterator[bool]:
    """Hold the lock; give False where another build kept it for longer than `patience` seconds."""
    handle = _acquire(path, time.monotonic() + patience)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            _release(handle, path)


def _acquire(path: Path, until: float) -> int | None:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        if _try(handle) and _leads_to(path, handle):
            return handle
        os.close(handle)
        if time.monotonic() >= until:
            return None
        time.sleep(_PAUSE)


def _leads_to(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
