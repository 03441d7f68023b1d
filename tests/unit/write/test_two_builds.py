"""Two builds of one output at once: each waits for the other, and neither sees half of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from write_trees import BESIDE_NOTHING, NEW, OLD, foreign_state, is_whole, names_in, put, put_foreign

from gongkai.write import apply as writer

HERE = Path(__file__).parent

BUILDS = """
import pathlib, sys
from gongkai.write.apply import apply
from gongkai.write.outcome import Written
from write_trees import NEW, OLD
for turn in range(15):
    wanted = (OLD, NEW)[(turn + int(sys.argv[3])) % 2]
    outcome = apply(pathlib.Path(sys.argv[1]), wanted, sources=[], patience=60, swaps=sys.argv[2].split())
    assert isinstance(outcome, Written), outcome
"""


@pytest.mark.parametrize("swaps", ["exchange rename", "rename", ""])
def test_two_builds_at_once(tmp_path: Path, swaps: str) -> None:
    output = tmp_path / "output"
    put(tmp_path, {"content/site.yaml": b""})
    put_foreign(output)
    writer.apply(output, OLD, sources=[])
    before = foreign_state(output)
    command = [sys.executable, "-W", "error", "-c", BUILDS, output, swaps]
    builds = [
        subprocess.Popen([*command, start], cwd=HERE, stderr=subprocess.PIPE, text=True) for start in "010"
    ]
    errors = [build.communicate()[1] for build in builds]
    assert errors == [""] * 3
    assert is_whole(output, OLD) or is_whole(output, NEW)
    assert foreign_state(output) == before
    assert names_in(tmp_path) == BESIDE_NOTHING
