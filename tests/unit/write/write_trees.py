"""Small outputs on disk, and what can be said of them."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from gongkai.write.manifest import read_manifest, seal_all
from gongkai.write.paths import MANIFEST

OLD = {
    "index.html": b"home, old",
    "404.html": b"lost",
    "assets/theme.11.css": b"body{}",
    "reports/shuiwu/2023/index.html": b"2023, old",
    "reports/shuiwu/2023/report.json": b"{}",
    "reports/jiaoyu/2023/index.html": b"goes away with its folders",
    "guide": b"a file that becomes a folder",
    "policy/index.html": b"a folder that becomes a file",
}
NEW = {
    "index.html": b"home, new, and longer",
    "404.html": b"lost",
    "assets/theme.22.css": b"body{color:red}",
    "reports/shuiwu/2023/index.html": b"2023, new",
    "reports/shuiwu/2023/report.json": b"{}",
    "reports/shuiwu/2024/index.html": b"2024",
    "guide/index.html": b"a folder that was a file",
    "policy": b"a file that was a folder",
}
BESIDE_NOTHING = ["content", "output"]


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def put_foreign(output: Path) -> None:
    """Files, folders and links that others put into an output, some beside the generator's."""
    put(
        output,
        {
            ".gitignore": b"*\n!.gitignore\n",
            ".git/HEAD": b"ref: refs/heads/main\n",
            ".git/objects/ab/cdef": b"\0\1\2",
            "reports/shuiwu/note.txt": b"by hand",
            "CNAME": b"www.example.gov.cn\n",
        },
    )
    (output / "empty/inner").mkdir(parents=True)
    (output / "link").symlink_to("CNAME")
    (output / "dangling").symlink_to("nowhere")
    (output / "tree").symlink_to("../content", target_is_directory=True)
    (output / ".git/objects/ab/cdef").chmod(0o444)
    (output / ".git/objects/ab").chmod(0o555)
    for path in (".gitignore", ".git/HEAD", "CNAME", "empty", ".git"):
        os.utime(output / path, ns=(10**18 + 7, 10**18 + 7))


FOREIGN = (
    *(".gitignore", ".git/HEAD", ".git/objects/ab/cdef", "reports/shuiwu/note.txt", "CNAME"),
    *("link", "dangling", "tree"),
)
FOREIGN_FOLDERS = ("empty", "empty/inner", ".git", ".git/objects", ".git/objects/ab")


def foreign_state(output: Path) -> dict[str, object]:
    """What must not change: of files everything, of folders all but the inode."""
    files = {path: _state(output / path, inode=True) for path in FOREIGN}
    return files | {path: _state(output / path, inode=False) for path in FOREIGN_FOLDERS}


def everything(folder: Path) -> dict[str, object]:
    """Each path below a folder, and the folder, with inode, times, rights and bytes."""
    return {
        path.relative_to(folder).as_posix(): _state(path, inode=True) for path in (folder, *_walk(folder))
    }


def files_of(output: Path) -> dict[str, bytes]:
    """All regular files and their bytes, but the manifest."""
    found = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in _walk(output)
        if path.is_file() and not path.is_symlink()
    }
    return {path: content for path, content in found.items() if path != MANIFEST}


def generated(output: Path) -> dict[str, bytes]:
    """The regular files that are not the foreign ones."""
    return {path: content for path, content in files_of(output).items() if path not in FOREIGN}


def folders_of(output: Path) -> set[str]:
    return {
        path.relative_to(output).as_posix()
        for path in _walk(output)
        if path.is_dir() and not path.is_symlink()
    }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_whole(output: Path, wanted: Mapping[str, bytes]) -> bool:
    """Tell whether the output is one site, with the manifest that belongs to it, and no other files."""
    return generated(output) == wanted and read_manifest(output).files == seal_all(wanted)


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, names, files in os.walk(folder):
        found += [Path(root, name) for name in (*names, *files)]
    return found


def _state(path: Path, *, inode: bool) -> tuple[object, ...]:
    info = path.lstat()
    bytes_ = path.read_bytes() if stat.S_ISREG(info.st_mode) else b""
    target = path.readlink() if stat.S_ISLNK(info.st_mode) else None
    return (info.st_ino if inode else 0, info.st_mtime_ns, info.st_mode, info.st_uid, bytes_, target)
