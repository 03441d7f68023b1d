"""Which files the generator wrote, and with which bytes.

The record lies inside the output, so that it is exchanged together with the files it speaks of.
It holds no times and no machine's name: the same content gives the same record.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, file_digest
from pathlib import Path

from gongkai.write.paths import MANIFEST, is_safe

_DIGEST_SIZE = 20


@dataclass(frozen=True, slots=True)
class Seal:
    """What tells one file's bytes from another's."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the last build by path; `written_ns` is when it was recorded, 0 for never."""

    files: Mapping[str, Seal] = field(default_factory=dict)
    written_ns: int = 0


def seal(content: bytes) -> Seal:
    """Seal bytes in memory."""
    return Seal(len(content), blake2b(content, digest_size=_DIGEST_SIZE).hexdigest())


def seal_file(path: str) -> Seal:
    """Seal a file on disk."""
    with open(path, "rb") as file:
        digest = file_digest(file, lambda: blake2b(digest_size=_DIGEST_SIZE)).hexdigest()
        return Seal(file.tell(), digest)


def seal_all(wanted: Mapping[str, bytes]) -> dict[str, Seal]:
    """Seal every file of a build."""
    return {path: seal(content) for path, content in wanted.items()}


def read_manifest(output: Path) -> Manifest:
    """Read the record of the last build; a missing or broken one counts as empty.

    Nothing is lost by that: files with the wanted bytes are adopted, others are not touched. One that
    cannot be read is an error: unwanted pages would be taken for somebody else's, and stay.
    """
    path = output / MANIFEST
    try:
        info = path.lstat()
        if not stat.S_ISREG(info.st_mode):
            return Manifest()
        record = json.loads(path.read_bytes())["files"]
        files = {name: Seal(int(size), str(digest)) for name, (size, digest) in record.items()}
    except (
        FileNotFoundError,
        NotADirectoryError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ):
        return Manifest()
    return Manifest(files, info.st_mtime_ns) if all(map(is_safe, files)) else Manifest()


def show_manifest(files: Mapping[str, Seal]) -> bytes:
    """Give the record as it stands on disk: one line per file, so that versions compare well."""
    lines = (
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps([one.size, one.digest])}"
        for path, one in sorted(files.items())
    )
    return ('{"version": 1, "files": {\n' + ",\n".join(lines) + "\n}}\n").encode()
