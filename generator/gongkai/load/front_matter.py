"""Splits a Markdown file into its front matter and its text."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Span
from gongkai.load.markdown_doc import read_prose
from gongkai.load.yaml_text import read_yaml
from gongkai.model.records import Prose
from gongkai.model.source import Document, Source

_FENCE = "---"


def read_front_matter(source: Source) -> tuple[Document | None, Prose | None, Problems]:
    """Read `---`, YAML, `---`, text; positions are those of the whole file."""
    lines = source.text.split("\n")
    fences = [i for i, line in enumerate(lines) if line.rstrip() == _FENCE]
    if not fences or fences[0] != 0 or len(fences) == 1:
        line = 1 if not fences or fences[0] != 0 else len(lines)
        return None, None, (Diagnostic("D115", Place(source.file, Span(line, 1, line, 1))),)
    stop = fences[1]
    data = Source(source.file, "\n".join(lines[1:stop]) + "\n")
    document, problems = read_yaml(data, first_line=2)
    prose = read_prose(source.file, "\n".join(lines[stop + 1 :]), stop + 2)
    return document._replace(source=source) if document else None, prose, problems
