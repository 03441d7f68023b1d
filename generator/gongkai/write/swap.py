"""Put the prepared tree in the output's place, and mend what a killed build left.

Where the system can exchange two folders, there is no moment without a whole site. Elsewhere two
renames do it; a kill between them leaves the old site, whole, under its waiting name.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from gongkai.write.manifest import read_manifest
from gongkai.write.outcome import Swap
from gongkai.write.place import Place
from gongkai.write.survey import survey
from gongkai.write.system import exchange, flush_folder
from gongkai.write.tree import discard

SWAPS: tuple[Swap, ...] = ("exchange", "rename")


def swap(place: Place, ways: Collection[Swap]) -> Swap | None:
    """Make the prepared tree the output; None, and nothing has happened, where no way is open."""
    if not place.output.exists():
        place.new.rename(place.output)
        return "rename"
    if "exchange" in ways and _exchanged(place):
        return "exchange"
    if "rename" in ways and _renamed(place):
        return "rename"
    return None


def recover(place: Place) -> None:
    """Make the output whole after a kill: the old site goes back where it was, the rest is deleted."""
    if not os.path.lexists(place.output) and place.old.is_dir():
        place.old.rename(place.output)
    _retire(place)
    discard(place.new)
    discard(place.gone)


def _exchanged(place: Place) -> bool:
    try:
        exchange(place.new, place.output)
    except OSError:
        return False
    with suppress(OSError):
        flush_folder(place.output.parent)
        place.new.rename(place.old)
    _retire(place)
    return True


def _renamed(place: Place) -> bool:
    try:
        place.output.rename(place.old)
    except OSError:
        return False
    try:
        place.new.rename(place.output)
    except OSError:
        place.old.rename(place.output)
        return False
    with suppress(OSError):
        flush_folder(place.output.parent)
    _retire(place)
    return True


def _retire(place: Place) -> None:
    """Delete the old site, but for what others put there while the new one was prepared.

    Whatever fails here, the new site stands; the old one then waits for the next build.
    """
    if not place.old.is_dir():
        return
    with suppress(OSError):
        _carry_over(place.old, place.output)
        discard(place.gone)
        place.old.rename(place.gone)
        discard(place.gone)


def _carry_over(old: Path, output: Path) -> None:
    published = read_manifest(old)
    for path, entry in survey(old, {}, published).items():
        if entry.kind != "folder" and path not in published.files and _is_newer(old / path, output / path):
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).parent.chmod(stat.S_IRWXU)  # a read-only folder would not let go of it
            (old / path).replace(output / path)


def _is_newer(old: Path, present: Path) -> bool:
    return not os.path.lexists(present) or old.lstat().st_mtime_ns > present.lstat().st_mtime_ns
