"""The program as a process, and folders as bytes, for tests from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GONGKAI = (sys.executable, "-m", "gongkai")


@dataclass(frozen=True)
class Run:
    """How a process ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GONGKAI", "GITHUB"))}
    return {**kept, "PYTHONUTF8": "1", **(more or {})}


def run(*command: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def gongkai(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run gongkai; whatever happens it shows no traceback."""
    done = run(*GONGKAI, *arguments, cwd=cwd, env=env)
    assert "Traceback" not in done.said
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def public(folder: Path) -> dict[str, bytes]:
    """Give the files that are published: the program's own notes stand in a hidden folder."""
    return {path: content for path, content in tree(folder).items() if not path.startswith(".")}
