"""The portal's own look as files: the sheet that sets its colour, and its sign."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath

from gongkai.model.contrast import deep_enough, parsed, written


def brand_sheet(colour: str) -> bytes:
    """Give the style sheet that sets the portal's colour, darkened where it cannot be read (D534)."""
    return f":root {{\n  --brand: {written(deep_enough(parsed(colour)))};\n}}\n".encode()


def asset_path(file: str, content: bytes) -> str:
    """Give the path of an asset of the portal's own, with a hash so that it may be kept for ever."""
    name = PurePosixPath(file)
    return f"assets/{name.stem}.{sha256(content).hexdigest()[:8]}{name.suffix}"
