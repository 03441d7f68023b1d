"""Reads strict YAML: values and their positions in one pass over the parser's events.

YAML 1.1 turns `no` into false, `012` into ten and `12:30` into 750. Here a plain scalar is
null, true, false, a plain integer or a plain decimal, and else a text; nothing is guessed.
Anchors, tags and second documents are refused, and nesting is limited.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Related, Span, Text
from gongkai.load.limits import DEPTH
from gongkai.load.yaml_plain import read_plain
from gongkai.load.yaml_scalars import resolve
from gongkai.load.yaml_slips import explain
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


def read_yaml(source: Source, first_line: int = 1) -> tuple[Document | None, Problems]:
    """Read a text as one YAML document; `first_line` is the line of the file it starts on."""
    plain = read_plain(source.text) if first_line == 1 else None
    if plain:
        spans = Spans(source.file, lambda: _positions(source), plain.known)
        return Document(source, plain.data, spans), ()
    return read_any(source, first_line)


def read_any(source: Source, first_line: int = 1) -> tuple[Document | None, Problems]:
    """Read a text event by event, as `read_yaml` does where it is not of the plainest kind."""
    try:
        reading = _Reading(source.file, first_line - 1)
        for event in _events(source.text):
            reading.take(event)
    except _Refusal as refusal:
        return None, (refusal.problem,)
    except yaml.YAMLError as error:
        return None, explain(source, error, first_line - 1)
    positions = Positions(reading.values, reading.keys)
    spans = Spans(source.file, lambda: positions)
    return Document(source, reading.root, spans), tuple(reading.problems)


def _positions(source: Source) -> Positions:
    document, problems = read_any(source)
    if not document:
        raise AssertionError(source.file, problems)  # a plain text can always be read
    return document.spans.find()


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Reading:
    """The state of one pass: what has been read, and the collections still open."""

    def __init__(self, file: str, shift: int) -> None:
        self.file, self.shift = file, shift
        self.root: Value = None
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.problems: list[Diagnostic] = []
        self.open: list[_Frame] = []
        self.pending: list[tuple[str, Span] | None] = []
        self.documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - pyyaml's events have no types
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise _Refusal(Diagnostic("D112", self.place(event)))
            case yaml.AliasEvent():
                raise _Refusal(Diagnostic("D109", self.place(event), {"found": f"*{event.anchor}"}))
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self.refuse_decoration(event)
                self.enter(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                frame = self.open.pop()
                self.pending.pop()
                self.close(frame, event.end_mark)

    def close(self, frame: _Frame, end: Any) -> None:  # noqa: ANN401 - a mark of either parser
        """A collection's span ends where it is closed, unless it is a second one of one key."""
        span = self.span(frame.start, end)
        known = self.values[frame.path]
        if (known.line, known.column) == (span.line, span.column):
            self.values[frame.path] = span

    def enter(self, event: Any) -> None:  # noqa: ANN401 - as above
        if self.expects_key():
            self.take_key(event)
            return
        path = self.next_path()
        span = self.span(event.start_mark, event.end_mark)
        self.values.setdefault(path, span)
        if isinstance(event, yaml.ScalarEvent):
            self.put(resolve(event.value) if event.implicit[0] else event.value)
            return
        value: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.put(value)
        if len(self.open) >= DEPTH:
            raise _Refusal(Diagnostic("D111", self.place(event), {"limit": DEPTH}))
        self.open.append(_Frame(path, value, event.start_mark))
        self.pending.append(None)

    def expects_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.pending[-1] is None

    def take_key(self, event: Any) -> None:  # noqa: ANN401 - as above
        if not isinstance(event, yaml.ScalarEvent):
            detail = Text("项的名称应为文字", "a key must be a text")
            raise _Refusal(Diagnostic("D105", self.place(event), {"detail": detail}))
        key, span = event.value, self.span(event.start_mark, event.end_mark)
        frame = self.open[-1]
        path = (*frame.path, key)
        if key in frame.value:
            first = Related(Place(self.file, self.keys[path]), Text("第一次出现", "given first here"))
            self.problems.append(Diagnostic("D108", Place(self.file, span), {"key": key}, related=(first,)))
        else:
            self.keys[path] = span
        self.pending[-1] = key, span

    def next_path(self) -> Path:
        if not self.open:
            return ()
        frame = self.open[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        pending = self.pending[-1]
        return (*frame.path, pending[0] if pending else "")

    def put(self, value: Value) -> None:
        if not self.open:
            self.root = value
            return
        frame, pending = self.open[-1], self.pending[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif pending:
            frame.value.setdefault(pending[0], value)
            self.pending[-1] = None

    def refuse_decoration(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor:
            raise _Refusal(Diagnostic("D109", self.place(event), {"found": f"&{event.anchor}"}))
        if event.tag:
            raise _Refusal(Diagnostic("D110", self.place(event), {"found": event.tag}))

    def place(self, event: Any) -> Place:  # noqa: ANN401 - as above
        return Place(self.file, self.span(event.start_mark, event.end_mark))

    def span(self, start: Any, end: Any) -> Span:  # noqa: ANN401 - marks of either parser
        return Span(start.line + 1 + self.shift, start.column + 1, end.line + 1 + self.shift, end.column + 1)
