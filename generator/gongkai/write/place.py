"""Where the output is, and the names beside it that a build uses while it works.

A tree is prepared as `.<name>.gongkai-new`, the site that it replaces waits as `.<name>.gongkai-old`
and is deleted as `.<name>.gongkai-gone`. Each name has one meaning, so what a killed build left
behind tells how far it came. The lock admits one build at a time; hence the names need no number.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gongkai.write.outcome import Refusal
from gongkai.write.paths import JOURNAL, LOCK, STAGE


@dataclass(frozen=True, slots=True)
class Place:
    """The output, all links resolved, and what may stand beside it."""

    output: Path
    new: Path
    old: Path
    gone: Path
    lock: Path


def place_of(output: Path) -> Place:
    """Find the place; an output that is a link stands where the link leads to."""
    real = Path(os.path.realpath(output))
    beside = real.with_name(f".{real.name}.gongkai") if real.name else real
    return Place(
        real,
        Path(f"{beside}-new"),
        Path(f"{beside}-old"),
        Path(f"{beside}-gone"),
        _lock(real, Path(f"{beside}-lock")),
    )


def unfit(place: Place, sources: Iterable[Path]) -> Refusal | None:
    """Refuse an output that is no folder, or that holds, or stands in, what the site is made from."""
    for source in sources:
        ways = {Path(os.path.abspath(source)), Path(os.path.realpath(source))}
        if any(_within(way, place.output) or _within(place.output, way) for way in ways):
            return Refusal("overlaps-content", str(place.output), str(source))
    if os.path.lexists(place.output) and not place.output.is_dir():
        return Refusal("not-a-folder", str(place.output))
    return None


def is_left_over(place: Place) -> bool:
    """Tell whether another build is at work, or was killed at it."""
    inside = (place.output / STAGE, place.output / JOURNAL)
    return any(map(os.path.lexists, (place.new, place.old, place.gone, place.lock, *inside)))


def _lock(output: Path, beside: Path) -> Path:
    """Lock beside the output, so that the output itself need not exist; inside only where it must be."""
    writable = os.access(output.parent, os.W_OK)
    return beside if writable or not output.is_dir() else output / LOCK


def _within(inner: Path, outer: Path) -> bool:
    return any(path == outer or _is_same(path, outer) for path in (inner, *inner.parents))


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
