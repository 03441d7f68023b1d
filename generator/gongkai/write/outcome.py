"""How writing ended: what was done, or why nothing was."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Literal

from gongkai.write.plan import Plan, Step

Swap = Literal["exchange", "rename"]
Way = Literal[Swap, "in-place"]

_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


@dataclass(frozen=True, slots=True)
class Written:
    """The output is as wanted; `way` is how it got there, None where nothing was to be done."""

    plan: Plan
    way: Way | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing was done, and why. `path` is relative to the output for collisions, else complete.

    `unfinished` marks the one exception: an in-place update that the next build carries on.
    """

    reason: Literal["collision", "not-a-folder", "overlaps-content", "denied", "no-space", "io", "locked"]
    path: str
    detail: str = ""
    collisions: tuple[Step, ...] = ()
    unfinished: bool = False


def refuse_error(error: OSError, path: str, *, unfinished: bool = False) -> Refusal:
    """Turn an error of the operating system into a refusal."""
    return Refusal(
        "denied" if error.errno in _DENIED else "no-space" if error.errno in _FULL else "io",
        str(error.filename or path),
        error.strerror or str(error),
        unfinished=unfinished,
    )


def refuse_collisions(plan: Plan) -> Refusal:
    """Refuse a plan because of its collisions."""
    first = plan.collisions[0]
    return Refusal("collision", first.path, first.at, plan.collisions)
