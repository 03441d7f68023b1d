"""Whole trees beside the output: prepare the next one, delete the last one.

What stays as it is, the generator's or not, is linked rather than copied: a hard link is the same
file under a second name, with the same bytes, times, owner and rights. Nothing is written to it.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from gongkai.write.manifest import show_manifest
from gongkai.write.paths import MANIFEST, all_above
from gongkai.write.plan import Plan
from gongkai.write.system import flush

# Name the link itself, not what it leads to; Windows does so anyway, and knows no such option.
_ITSELF = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}

# A file system without links, too many links, somebody else's file, another disk mounted inside.
_NO_LINKS_HERE = frozenset(
    {errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EXDEV}
)


class UnsuitedError(Exception):
    """The tree cannot be rebuilt beside the output as it was: the update has to happen in place."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def stage(output: Path, new: Path, plan: Plan, wanted: Mapping[str, bytes]) -> None:
    """Prepare the next site, whole, in a folder of its own."""
    try:
        new.mkdir()
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
        raise UnsuitedError(error) from error
    for folder in plan.folders:
        os.mkdir(f"{new}/{folder}")
    for path in (*(step.path for step in plan.unchanged), *plan.foreign):
        _link(f"{output}/{path}", f"{new}/{path}")
    write_files(new, plan, wanted, new / MANIFEST)
    _restore_folders(output, new, plan)


def write_files(root: Path, plan: Plan, wanted: Mapping[str, bytes], manifest: Path) -> None:
    """Write what is new or changed, the manifest last: files older than it are known to be ours."""
    written = []
    for step in (*plan.new, *plan.changed):
        written.append(f"{root}/{step.path}")
        with open(written[-1], "xb") as file:
            file.write(wanted[step.path])
    written.append(str(manifest))
    with manifest.open("xb") as file:
        file.write(show_manifest(plan.files))
    flush(root, written)


def discard(folder: Path | str) -> None:
    """Delete a tree without following links. What resists stays for the next build to delete."""
    with suppress(OSError):
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            return
        os.chmod(folder, stat.S_IRWXU)
        with os.scandir(folder) as found:
            entries = list(found)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                discard(entry.path)
            else:
                _unlink(entry.path)
        os.rmdir(folder)


def _unlink(path: str) -> None:
    with suppress(OSError):
        try:
            os.unlink(path)
        except PermissionError:
            if sys.platform == "win32":  # read-only, and then a copy: see _link
                os.chmod(path, stat.S_IWRITE)
                os.unlink(path)


def _link(source: str, target: str) -> None:
    """Give a file a second name; copy it where the file system has no links.

    Windows removes no name of a read-only file, so there the old tree could not be deleted.
    """
    if sys.platform == "win32" and not os.lstat(source).st_mode & stat.S_IWRITE:
        shutil.copy2(source, target, follow_symlinks=False)
        return
    try:
        os.link(source, target, **_ITSELF)
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise
        if error.errno == errno.EXDEV or not _may_copy(source):
            raise UnsuitedError(error) from error
        shutil.copy2(source, target, follow_symlinks=False)


def _may_copy(source: str) -> bool:
    """Tell whether a copy is as good: not of a device, or of somebody else's file."""
    info = os.lstat(source)
    plain = stat.S_ISREG(info.st_mode) or stat.S_ISLNK(info.st_mode)
    return plain and (sys.platform == "win32" or info.st_uid == os.geteuid())


def _restore_folders(output: Path, new: Path, plan: Plan) -> None:
    """Give folders that stood before their rights and owner, and their times where nothing moved in them."""
    steps = (*plan.new, *plan.changed, *plan.removed)
    moved = all_above([*(step.path for step in steps), *plan.obsolete, MANIFEST])
    for folder in (*reversed(plan.folders), "."):
        before, after = f"{output}/{folder}", f"{new}/{folder}"
        if not os.path.isdir(before):
            continue
        _restore_owner(before, after)
        shutil.copystat(before, after)
        if folder in moved or folder == ".":
            os.utime(after)


def _restore_owner(before: str, after: str) -> None:
    then, now = os.lstat(before), os.lstat(after)
    if sys.platform != "win32" and (then.st_uid, then.st_gid) != (now.st_uid, now.st_gid):
        try:
            os.chown(after, then.st_uid, then.st_gid)
        except PermissionError as error:
            raise UnsuitedError(error) from error
