"""Debian packages, installed where we may: as root, or with a sudo that asks for nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> bool:
    """Install Debian packages; say False where this is not such a system, or not ours to change."""
    prefix = _prefix()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    sys.stderr.write(f"Installing {' '.join(packages)} ...\n")
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*prefix, "apt-get", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            check=False,
        )
    return done.returncode == 0


def _prefix() -> list[str] | None:
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None
