"""Gives the texts of files that gave no record, because something in them or beside them is wrong.

What must not go public can stand there too. They are read again only where there is a problem.
"""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path

from gongkai.load.files import read_text, relative
from gongkai.load.limits import MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.strays import is_read
from gongkai.model.source import Source


def unparsed(root: Path, known: Container[str] = ()) -> tuple[Source, ...]:
    """Give every text below `content/` that belongs to a site and is not known, by name."""
    content = root / "content"
    found: list[Source] = []
    for folder, below, names in os.walk(content):
        below[:] = sorted(name for name in below if not name.startswith((".", "~")))
        for name in sorted(name for name in names if not name.startswith((".", "~"))):
            path = Path(folder, name)
            if relative(root, path) in known or not is_read(relative(content, path)):
                continue
            # What keeps a file from being read has been said.
            source, _ = read_text(root, path, MARKDOWN_BYTES if name.endswith(".md") else YAML_BYTES)
            if source:
                found.append(source)
    return tuple(found)
