"""Break a build at every step it takes, and look at what is left. Run by test_crashes.py.

`sys.addaudithook` tells of every call that opens, links, renames or deletes. The n-th one kills the
process, or fails; then n + 1, until a build runs through. A third mode kills by the clock, which
also hits the moments between: half-written files, calls that Python does not tell of.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from write_trees import BESIDE_NOTHING, NEW, OLD, foreign_state, is_whole, names_in, put, put_foreign

from gongkai.write import apply as writer
from gongkai.write import system
from gongkai.write.outcome import Refusal, Swap, Written
from gongkai.write.tree import discard

WRITTEN, REFUSED, UNFINISHED, NOT_REACHED, RAISED = range(5)


def main(mode: str, swaps: tuple[Swap, ...], base: Path) -> int:
    """Run one mode over one way of writing; give the number of broken builds looked at."""
    # What a flush is for cannot be seen without a power cut, and it is slow.
    system._flush_system = lambda *_: None
    os.fsync = lambda _: None
    if mode == "clock":
        return sum(_by_clock(base / str(n), swaps, random.Random(n)) for n in range(60))
    for n in range(1, 10_000):
        if not _at_step(mode, n, swaps, base / str(n)):
            return n - 1
    raise AssertionError


def _at_step(mode: str, n: int, swaps: tuple[Swap, ...], site: Path) -> bool:
    output, before = _prepare(site)
    hook = _Hook(mode, n)
    status = _in_child(lambda: _build(output, swaps, hook))
    if os.WIFSIGNALED(status):
        _check_after_kill(output, swaps, before)
    else:
        code = os.WEXITSTATUS(status)
        assert code != RAISED
        _check_after_failure(output, code, before)
    _check_next_build(output, swaps, before)
    discard(site)
    return os.WIFSIGNALED(status) or code != NOT_REACHED


def _by_clock(site: Path, swaps: tuple[Swap, ...], chance: random.Random) -> int:
    output, before = _prepare(site)
    child = os.fork()
    if not child:
        writer.apply(output, NEW, sources=[], swaps=swaps)
        os._exit(0)
    time.sleep(chance.uniform(0, 0.012))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    _check_after_kill(output, swaps, before)
    _check_next_build(output, swaps, before)
    discard(site)
    return int(os.WIFSIGNALED(status))


def _prepare(site: Path) -> tuple[Path, dict[str, object]]:
    output = site / "output"
    put(site, {"content/site.yaml": b""})
    put_foreign(output)
    assert isinstance(writer.apply(output, OLD, sources=[]), Written)
    return output, foreign_state(output)


class _Hook:
    """Breaks off at the n-th call that Python tells of, once it is armed."""

    def __init__(self, mode: str, n: int) -> None:
        self.mode, self.left, self.reached = mode, n, False
        self.code = (errno.ENOSPC, errno.EACCES, errno.EIO)[n % 3]

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if not event.startswith(("os.", "open", "shutil.", "fcntl.", "ctypes.dlsym")):
            return
        self.left -= 1
        if self.left:
            return
        self.reached = True
        if self.mode == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if event != "os.kill":
            print(event, args[:1], os.strerror(self.code), file=sys.stderr)
            raise OSError(self.code, os.strerror(self.code))


def _build(output: Path, swaps: tuple[Swap, ...], hook: _Hook) -> int:
    sys.addaudithook(hook)
    outcome = writer.apply(output, NEW, sources=[output.parent / "content"], swaps=swaps)
    if not hook.reached:
        return NOT_REACHED
    if isinstance(outcome, Written):
        return WRITTEN
    return UNFINISHED if outcome.unfinished else REFUSED


def _in_child(act: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        os._exit(act())
    except BaseException:  # noqa: BLE001 - whatever it was, it is shown
        traceback.print_exc()
        os._exit(RAISED)


def _check_after_kill(output: Path, swaps: tuple[Swap, ...], before: dict[str, object]) -> None:
    """With an exchange, at once: old or new. With the other ways, as soon as a build begins."""
    if swaps[:1] != ("exchange",):
        assert writer.restore(output) is None
        assert names_in(output.parent) == BESIDE_NOTHING
    assert is_whole(output, OLD) or is_whole(output, NEW)
    assert foreign_state(output) == before


def _check_after_failure(output: Path, code: int, before: dict[str, object]) -> None:
    if code == UNFINISHED:
        assert writer.restore(output) is None
    assert is_whole(output, OLD if code == REFUSED else NEW), code
    assert foreign_state(output) == before


def _check_next_build(output: Path, swaps: tuple[Swap, ...], before: dict[str, object]) -> None:
    outcome = writer.apply(output, NEW, sources=[], swaps=swaps)
    assert not isinstance(outcome, Refusal), outcome
    assert is_whole(output, NEW)
    assert foreign_state(output) == before
    assert names_in(output.parent) == BESIDE_NOTHING
    assert names_in(output / ".gongkai") == ["manifest.json"]


if __name__ == "__main__":
    print(main(sys.argv[1], tuple(sys.argv[3].split()), Path(sys.argv[2])))  # type: ignore[arg-type]
