"""Problems for reviewdog, which comments on a change and offers the repairs: its format rdjson.

Its columns count the bytes of UTF-8, not characters, so each is converted by the text of its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from gongkai.diagnostics.catalogue import in_order, rule, sentence, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Place, Severity
from gongkai.diagnostics.excerpt import LineSource
from gongkai.diagnostics.paths import from_repository
from gongkai.diagnostics.show_text import in_full, place_text

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

_Fields = dict[str, object]


def show_rdjson(
    problems: Iterable[Diagnostic], lines: LineSource, language: Language, prefix: str = ""
) -> str:
    """Show problems as one rdjson document; `prefix` is the site's folder in the repository."""
    ordered = in_order(problems)
    worst = min(map(severity, ordered), key=lambda kind: kind.rank, default=None)
    document: _Fields = {
        "source": {"name": "gongkai"},
        **({"severity": _SEVERITIES[worst]} if worst else {}),
        "diagnostics": [_problem(problem, lines, language, prefix) for problem in ordered],
    }
    # A file's name need not be valid text; what is printed must be.
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8")


def _problem(problem: Diagnostic, lines: LineSource, language: Language, prefix: str) -> _Fields:
    known = rule(problem.code)
    shown: _Fields = {
        "message": in_full(problem, language),
        "location": {
            "path": from_repository(problem.place.file, prefix),
            "range": _range(problem.place, lines),
        },
        "severity": _SEVERITIES[known.severity],
        "code": {"value": f"{known.code} {known.name}"},
        "original_output": f"{place_text(problem.place)}: {known.code} {sentence(problem, language)}",
    }
    # A suggestion is of the file that it stands under, and needs columns that are known.
    edits = [edit for edit in problem.edits if edit.place.file == problem.place.file]
    if edits and len(edits) == len(problem.edits) and lines(problem.place.file) is not None:
        shown["suggestions"] = [{"range": _range(edit.place, lines), "text": edit.text} for edit in edits]
    return shown


def _range(place: Place, lines: LineSource) -> _Fields:
    """Give the stretch in bytes; whole lines where the file's text cannot be had."""
    span, text = place.span, lines(place.file)

    def position(line: int, column: int) -> dict[str, int]:
        if text is None:
            return {"line": line}
        before = text[line - 1][: column - 1] if line <= len(text) else ""
        return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}

    return {"start": position(span.line, span.column), "end": position(span.end_line, span.end_column)}
