"""With `verify` no record is trusted: bytes that changed under an old date are written again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.write.apply import apply
from gongkai.write.outcome import Written


@pytest.mark.parametrize(("verify", "mended"), [(False, False), (True, True)])
def test_bit_rot_of_equal_size_and_date_is_found_only_by_verifying(
    tmp_path: Path, verify: bool, mended: bool
) -> None:
    output = tmp_path / "output"
    assert isinstance(apply(output, {"a.html": b"good"}, sources=()), Written)
    page = output / "a.html"
    before = page.stat()
    page.write_bytes(b"evil")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns - 10**9))
    assert isinstance(apply(output, {"a.html": b"good"}, sources=(), verify=verify), Written)
    assert (page.read_bytes() == b"good") is mended


def test_verifying_what_is_right_writes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    apply(output, {"a.html": b"good"}, sources=())
    before = (output / "a.html").stat(), (output / ".gongkai/manifest.json").stat()
    done = apply(output, {"a.html": b"good"}, sources=(), verify=True)
    assert isinstance(done, Written)
    assert done.way is None
    assert ((output / "a.html").stat(), (output / ".gongkai/manifest.json").stat()) == before
