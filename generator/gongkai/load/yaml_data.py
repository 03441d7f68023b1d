"""Reads strict YAML: values and their positions in one pass over the parser's events.

YAML 1.1 turns `no` into false, `012` into ten and `12:30` into 750. Here a plain scalar is
null, true, false, a plain integer or a plain decimal, and else a text; nothing is guessed.
Anchors, tags and second documents are refused, and nesting is limited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import yaml

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Related, Span, Text
from gongkai.load.limits import DEPTH
from gongkai.load.yaml_scalars import is_suspect, resolve, unseen
from gongkai.model.source import Document, Path, Positions, Source, Spans, Value

# libyaml's parser where it is there: the same events, ten times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refusal(Exception):  # noqa: N818 - it never leaves this module
    """The file cannot be taken; carries the problem."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Frame(NamedTuple):
    """A collection being filled: the way to it, and for a mapping the key just read."""

    path: Path
    value: list[Value] | dict[str, Value]
    start: Any


def read_any(source: Source, first_line: int = 1) -> tuple[Document | None, Problems]:
    """Read a text event by event; `first_line` is the line of the file it starts on."""
    reading = _Reading(source.file, first_line - 1)
    error, slips = reading.read(source.text), Problems()
    if error or reading.suspects:
        reading, error, slips = _read_on(source, first_line - 1, reading, error)
    if reading.refusal:
        return None, (*slips, reading.refusal)
    if error:
        return None, slips
    positions = Positions(reading.values, reading.keys)
    spans = Spans(source.file, partial(_as_read, positions))
    return Document(source, reading.root, spans), (*slips, *reading.problems)


def _read_on(
    source: Source, shift: int, reading: _Reading, error: yaml.YAMLError | None
) -> tuple[_Reading, yaml.YAMLError | None, Problems]:
    """Read a text with slips as it was meant."""
    # Right files have no need of it.
    from gongkai.load.mended_text import MendedText  # noqa: PLC0415
    from gongkai.load.yaml_mended import Attempt, read_on  # noqa: PLC0415

    def attempt(reading: _Reading, error: yaml.YAMLError | None) -> Attempt:
        return Attempt(reading, error, reading.refusal, reading.suspects)

    def read(text: MendedText) -> Attempt:
        again = _Reading(source.file, shift, text.column)
        return attempt(again, again.read(text.text))

    last, slips = read_on(source, shift, attempt(reading, error), read)
    return last.reading, last.error, slips


def _as_read(positions: Positions) -> Positions:
    return positions


def _events(text: str, parser: Callable[[str], Any]) -> Iterator[Any]:
    loader = parser(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


# Below such a key stands a sentence.
_FREE = frozenset(("conclusion", "description", "notice", "reason", "summary", "text", "title"))
_STARTS = frozenset((yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent))
_ENDS = frozenset((yaml.SequenceEndEvent, yaml.MappingEndEvent))


class _Reading:
    """The state of one pass: what has been read, and the collections still open."""

    def __init__(self, file: str, shift: int, column: Callable[[int, int], int] | None = None) -> None:
        self.file, self.shift, self.column = file, shift, column
        self.refusal: Diagnostic | None = None
        self.suspects: list[tuple[int, int]] = []  # lines of texts that were hardly meant as such
        self.root: Value = None
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.problems: list[Diagnostic] = []
        self.open: list[_Frame] = []
        self.pending: list[str | None] = []
        self.documents = 0

    def read(self, text: str, parser: Callable[[str], Any] | None = None) -> yaml.YAMLError | None:
        """Read a text; give the parser's own error, where there is one."""
        try:
            for event in _events(text, parser or _Loader):
                self.take(event)
        except _Refusal as refusal:
            self.refusal = refusal.problem
        except yaml.YAMLError as error:
            if parser is not None or "nesting" not in str(getattr(error, "problem", "")):
                return error
            # Newer libyamls give up on deep nesting while looking ahead; it is refused where it stands.
            again = _Reading(self.file, self.shift, self.column)
            error_again = again.read(text, yaml.SafeLoader)
            self.refusal = again.refusal
            return error_again
        return None

    def take(self, event: Any) -> None:  # noqa: ANN401 - pyyaml's events have no types
        kind = type(event)  # of either parser; there are thousands, and a class is looked up at once
        if kind in _STARTS:
            if event.anchor or event.tag:
                raise _Refusal(self.decoration(event))
            self.enter(event, kind)
        elif kind in _ENDS:
            frame = self.open.pop()
            self.pending.pop()
            self.close(frame, event.end_mark)
        elif kind is yaml.AliasEvent:
            raise _Refusal(Diagnostic("D109", self.place(event), {"found": f"*{event.anchor}"}))
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise _Refusal(Diagnostic("D112", self.place(event)))

    def close(self, frame: _Frame, end: Any) -> None:  # noqa: ANN401 - a mark of either parser
        """A collection's span ends where it is closed, unless it is a second one of one key."""
        span = self.span(frame.start, end)
        known = self.values[frame.path]
        if (known.line, known.column) == (span.line, span.column):
            self.values[frame.path] = span

    def enter(self, event: Any, kind: type) -> None:  # noqa: ANN401 - as above
        within = self.open[-1].value if self.open else None
        pending = self.pending[-1] if self.open else None
        if pending is None and isinstance(within, dict):
            self.take_key(event)
            return
        path: Path = ()
        if isinstance(within, list):
            path = (*self.open[-1].path, len(within))
        elif self.open:
            path = (*self.open[-1].path, pending or "")
        span = self.span(event.start_mark, event.end_mark)
        self.values.setdefault(path, span)
        value: Value
        if kind is yaml.ScalarEvent:
            value = resolve(event.value) if event.implicit[0] else self.quoted(event)
            if event.implicit[0] and is_suspect(event.value):
                self.suspect(event, pending, path)
        else:
            value = [] if kind is yaml.SequenceStartEvent else {}
        if isinstance(within, list):
            within.append(value)
        elif isinstance(within, dict):
            within.setdefault(pending or "", value)
            self.pending[-1] = None
        else:
            self.root = value
        if isinstance(value, list | dict):
            if len(self.open) >= DEPTH:
                raise _Refusal(Diagnostic("D111", self.place(event), {"limit": DEPTH}))
            self.open.append(_Frame(path, value, event.start_mark))
            self.pending.append(None)

    def take_key(self, event: Any) -> None:  # noqa: ANN401 - as above
        if not isinstance(event, yaml.ScalarEvent):
            detail = Text("项的名称应为文字", "a key must be a text")
            raise _Refusal(Diagnostic("D105", self.place(event), {"detail": detail}))
        key, span = self.quoted(event), self.span(event.start_mark, event.end_mark)
        if event.implicit[0] and not key.isascii():
            self.suspects.append((span.line - self.shift, span.end_line - self.shift))
        frame = self.open[-1]
        path = (*frame.path, key)
        if key in frame.value:
            first = Related(Place(self.file, self.keys[path]), Text("第一次出现", "given first here"))
            self.problems.append(Diagnostic("D108", Place(self.file, span), {"key": key}, related=(first,)))
        else:
            self.keys[path] = span
        self.pending[-1] = key

    def quoted(self, event: Any) -> str:  # noqa: ANN401 - as above
        """Give a text without what may not stand in a file as it is, and say that it has some."""
        text: str = event.value
        found = unseen(text) if event.style == '"' else ""
        if found:
            self.problems.append(Diagnostic("D117", self.place(event), {"name": f"U+{ord(found[0]):04X}"}))
        return "".join(char for char in text if char not in found) if found else text

    def suspect(self, event: Any, key: str | None, path: Path) -> None:  # noqa: ANN401 - as above
        """Note a text in which keys and values may have been meant; below such a key it is a text."""
        span = self.span(event.start_mark, event.end_mark)
        if key not in _FREE or self.keys[path].line == span.line == span.end_line:
            self.suspects.append((span.line - self.shift, span.end_line - self.shift))

    def decoration(self, event: Any) -> Diagnostic:  # noqa: ANN401 - as above
        if event.anchor:
            return Diagnostic("D109", self.place(event), {"found": f"&{event.anchor}"})
        return Diagnostic("D110", self.place(event), {"found": event.tag})

    def place(self, event: Any) -> Place:  # noqa: ANN401 - as above
        return Place(self.file, self.span(event.start_mark, event.end_mark))

    def span(self, start: Any, end: Any) -> Span:  # noqa: ANN401 - marks of either parser
        line, column, end_line, end_column = start.line + 1, start.column + 1, end.line + 1, end.column + 1
        if self.column:
            column, end_column = self.column(line, column), self.column(end_line, end_column)
        return Span(line + self.shift, column, end_line + self.shift, end_column)
