"""Does pieces of work in two processes, where the system can divide a process and has a core for each.

Both take the next piece that nobody has taken; the second one sends its results to the first. What it
did not send, for whatever reason, the first one does itself: nothing is lost, and a bug is seen there.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from gongkai.model.form import Form

T = TypeVar("T")
Work = Callable[[], T]

# A piece is taken by reading its number, one byte, from a pipe that both read.
MOST = 256


def can_divide() -> bool:
    """Tell whether a second process would help.

    Windows cannot fork, and on macOS it is not safe beside the system's libraries; nowhere is it beside
    other threads. Some builds of Python for Linux give no memory that two processes can share.
    """
    if sys.platform != "linux" or not hasattr(os, "memfd_create"):
        return False
    return threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def in_two(pieces: Sequence[Work[T]], forms: Mapping[str, Form]) -> list[T]:
    """Give the results of pieces of work in their order; they must be such as can be sent.

    Forms are sent by name: both processes have them.
    """
    if len(pieces) > MOST:
        parts = (pieces[at : at + MOST] for at in range(0, len(pieces), MOST))
        return [result for part in parts for result in in_two(part, forms)]
    memory = _shared_memory() if can_divide() else None
    if memory is None:
        return [piece() for piece in pieces]
    received = _Results(memory, forms)
    waiting, put = os.pipe()
    os.write(put, bytes(range(len(pieces))))
    os.close(put)
    ended, ending = os.pipe()
    helper = 0
    try:
        helper = _begun(pieces, waiting, received.file)
        os.close(ending)
        for number in _taken(waiting):
            received.done[number] = pieces[number]()
            received.take()
        os.read(ended, 1)  # the helper has closed its end: it has sent what it can
        received.take()
    except BaseException:
        if helper:
            os.kill(helper, signal.SIGKILL)
        raise
    finally:
        for file in (waiting, ended, received.file):
            os.close(file)
        if helper:
            os.waitpid(helper, 0)
    done = received.done
    return [done[i] if i in done else piece() for i, piece in enumerate(pieces)]


def _shared_memory() -> int | None:
    """Give a file in memory that both processes can have; None where the system forbids it."""
    try:
        return os.memfd_create("results")
    except OSError:
        return None


def _begun(pieces: Sequence[Work[T]], waiting: int, sent: int) -> int:
    """Divide the process, and give the number of the second one; 0 where the system has no room for it."""
    try:
        helper = os.fork()
    except OSError:
        return 0
    if not helper:
        _help(pieces, waiting, sent)
    return helper


def _taken(waiting: int) -> Iterator[int]:
    while number := os.read(waiting, 1):
        yield number[0]


def _help(pieces: Sequence[Work[T]], waiting: int, sent: int) -> None:
    """Be the second process, which ends here, whatever happens, without what an end of a program does.

    A result is packed before the next piece is taken: that is work too, of which the first one has none.
    """
    try:
        for number in _taken(waiting):
            packed = io.BytesIO(bytes(_LENGTH))
            packed.seek(_LENGTH)
            pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = _Ways(copyreg.dispatch_table | {Form: _by_name})
            pickler.dump((number, pieces[number]()))
            whole = packed.getbuffer()
            whole[:_LENGTH] = (len(whole) - _LENGTH).to_bytes(_LENGTH)
            if os.write(sent, whole) < len(whole):
                break  # no memory is left: the first one does the rest
    finally:
        os._exit(0)


_LENGTH = 8  # bytes that say how long a packed result is


class _Results:
    """What the second process sends, in memory that both have: taken in between, neither waits."""

    def __init__(self, file: int, forms: Mapping[str, Form]) -> None:
        self.file, self.forms, self.at = file, forms, 0
        self.done: dict[int, Any] = {}

    def take(self) -> None:
        """Take what has come whole since."""
        come = os.fstat(self.file).st_size
        while self.at + _LENGTH <= come:
            begin = self.at + _LENGTH
            end = begin + int.from_bytes(os.pread(self.file, _LENGTH, self.at))
            if end > come:
                break
            content = io.BytesIO(os.pread(self.file, end - begin, begin))
            number, result = _Unpickler(content, self.forms).load()
            self.done[number] = result
            self.at = end


class _Ways(dict[type, Callable[[Any], Any]]):
    """How to take values apart, by their class: of named tuples a portal has tens of thousands.

    Asked for its way, a named tuple takes three times as long to say the same.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not issubclass(kind, tuple):
            raise KeyError(kind)
        self[kind] = _by_fields
        return _by_fields


def _by_fields(value: tuple[T, ...]) -> tuple[type[tuple[T, ...]], tuple[T, ...]]:
    return type(value), (*value,)


def _by_name(form: Form) -> tuple[Callable[[str], Form], tuple[str]]:
    return _form, (form.id,)


def _form(name: str) -> Form:
    raise KeyError(name)  # the reader of what was sent knows the forms


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, forms: Mapping[str, Form]) -> None:
        super().__init__(stream)
        self.forms = forms

    def find_class(self, module: str, name: str) -> object:
        is_form = (module, name) == (_form.__module__, _form.__name__)
        return self.forms.__getitem__ if is_form else super().find_class(module, name)
