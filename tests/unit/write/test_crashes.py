"""A build broken off anywhere: the site is the old one or the new one, and the next build mends the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("swaps", ["exchange rename", "rename", ""])
@pytest.mark.parametrize(("mode", "at_least"), [("kill", 80), ("fail", 80), ("clock", 15)])
def test_broken_off(mode: str, at_least: int, swaps: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", HERE / "write_crashes.py", mode, tmp_path, swaps]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= at_least
