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
from contextlib import suppress
from typing import Any, TypeVar

from gongkai.model.form import Form

T = TypeVar("T")
Work = Callable[[], T]

# A piece is taken by reading its number, one byte, from a pipe that both read.
MOST = 256


def can_divide() -> bool:
    """Tell whether a second process would help.

    Windows cannot fork, and on macOS it is not safe beside the system's libraries; nowhere is it beside
    other threads.
    """
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def in_two(pieces: Sequence[Work[T]], forms: Mapping[str, Form]) -> list[T]:
    """Give the results of pieces of work in their order; they must be such as can be sent.

    Forms are sent by name: both processes have them.
    """
    if not can_divide():
        return [piece() for piece in pieces]
    if len(pieces) > MOST:
        parts = (pieces[at : at + MOST] for at in range(0, len(pieces), MOST))
        return [result for part in parts for result in in_two(part, forms)]
    waiting, put = os.pipe()
    os.write(put, bytes(range(len(pieces))))
    os.close(put)
    received, sent = os.pipe()
    helper = os.fork()
    if not helper:
        _help(pieces, waiting, sent)
    os.close(sent)
    try:
        with os.fdopen(received, "rb") as stream:
            done = {number: pieces[number]() for number in _taken(waiting)}
            done |= _understood(stream.read(), forms)
    except BaseException:
        os.kill(helper, signal.SIGKILL)
        raise
    finally:
        os.close(waiting)
        os.waitpid(helper, 0)
    return [done[i] if i in done else piece() for i, piece in enumerate(pieces)]


def _taken(waiting: int) -> Iterator[int]:
    while number := os.read(waiting, 1):
        yield number[0]


def _help(pieces: Sequence[Work[T]], waiting: int, sent: int) -> None:
    """Be the second process, which ends here, whatever happens, without what an end of a program does.

    A result is packed before the next piece is taken: that is work too, of which the first one has none.
    """
    try:
        packed = io.BytesIO()
        for number in _taken(waiting):
            pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = _Ways(copyreg.dispatch_table | {Form: _by_name})
            pickler.dump((number, pieces[number]()))
        with os.fdopen(sent, "wb") as stream:
            stream.write(packed.getbuffer())
    finally:
        os._exit(0)


def _understood(content: bytes, forms: Mapping[str, Form]) -> dict[int, T]:
    done: dict[int, T] = {}
    stream = io.BytesIO(content)
    with suppress(EOFError, pickle.UnpicklingError):  # the end, or what it could not send whole
        while True:
            number, result = _Unpickler(stream, forms).load()
            done[number] = result
    return done


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
