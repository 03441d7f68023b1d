"""Reads the demo's own data: names, sizes, sentences; nothing of a form stands in its code."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache
def read_data(name: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """Give what a YAML file of the demo says."""
    return yaml.load(read_text(f"{name}.yaml"), Loader=_Loader)  # noqa: S506 - a safe loader


def read_text(name: str) -> str:
    """Give a file of the demo as it is."""
    return (resources.files("gongkai") / "demo" / name).read_text("utf-8")


@lru_cache
def read_pages() -> dict[str, str]:
    """Give the standing pages, by name."""
    folder = resources.files("gongkai") / "demo" / "pages"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {entry.name: entry.read_text("utf-8") for entry in entries if entry.name.endswith(".md")}
