"""The manifest: what was written, read with tolerance."""

from __future__ import annotations

from pathlib import Path

import pytest
from write_trees import put

from gongkai.write.manifest import Manifest, read_manifest, seal, seal_all, seal_file, show_manifest
from gongkai.write.paths import MANIFEST

FILES = seal_all({"b/年报.html": b"1", "a.html": b"22", "c'd.html": b""})


def test_what_is_shown_is_read(tmp_path: Path) -> None:
    put(tmp_path, {MANIFEST: show_manifest(FILES)})
    assert read_manifest(tmp_path).files == FILES
    assert read_manifest(tmp_path).written_ns == (tmp_path / MANIFEST).stat().st_mtime_ns


def test_one_line_per_file_in_order() -> None:
    lines = show_manifest(FILES).decode().splitlines()
    assert [line.split(": ")[0] for line in lines[1:-1]] == ['"a.html"', '"b/年报.html"', '"c\'d.html"']
    assert show_manifest(dict(reversed(FILES.items()))) == show_manifest(FILES)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"files": []}',
        b'{"files": {"a": 1}}',
        b'{"files": {"a": [1]}}',
        b'{"files": {"a": ["x", "y"]}}',
        b'{"files": {"../a": [1, "x"]}}',
        b'{"files": {"/etc/passwd": [1, "x"]}}',
        b'{"files": ' + b"[" * 100_000,
    ],
)
def test_a_broken_manifest_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, {MANIFEST: content})
    assert read_manifest(tmp_path) == Manifest()


def test_no_manifest_is_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == Manifest()
    (tmp_path / MANIFEST).mkdir(parents=True)
    assert read_manifest(tmp_path) == Manifest()


def test_bytes_in_memory_and_on_disk_have_one_seal(tmp_path: Path) -> None:
    content = bytes(range(256)) * 5000
    (tmp_path / "x").write_bytes(content)
    assert seal_file(str(tmp_path / "x")) == seal(content)
