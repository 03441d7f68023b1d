"""How a file of the site is named from the repository that the site lies in."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath


def from_repository(file: str, prefix: str) -> str:
    """Give the path of a file; `prefix` is the site's folder in the repository, or a complete path."""
    folder = prefix.rstrip("/")
    return file if folder in {"", "."} else f"{folder}/{file}"


def is_absolute(path: str) -> bool:
    """Tell whether a path is complete, on this system or on Windows."""
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()
