"""Reads YAML: as plain text where it is plain, and else event by event."""

from __future__ import annotations

from functools import partial

from gongkai.diagnostics.diagnostic import Problems
from gongkai.load.yaml_plain import read_plain
from gongkai.model.source import Document, Positions, Source, Spans


def read_yaml(source: Source, first_line: int = 1) -> tuple[Document | None, Problems]:
    """Read a text as one YAML document; `first_line` is the line of the file it starts on."""
    plain = read_plain(source.text, first_line)
    if plain:
        spans = Spans(source.file, partial(_positions, source, first_line), plain.known)
        return Document(source, plain.data, spans), ()
    return _read_any(source, first_line)


def _read_any(source: Source, first_line: int) -> tuple[Document | None, Problems]:
    # The parser takes longer to import than most files take to read.
    from gongkai.load.yaml_data import read_any  # noqa: PLC0415

    return read_any(source, first_line)


def _positions(source: Source, first_line: int) -> Positions:
    document, _ = _read_any(source, first_line)
    # A text that only the reader of plain ones takes is one without places, not the end of the program.
    return document.spans.find() if document else Positions({}, {})
