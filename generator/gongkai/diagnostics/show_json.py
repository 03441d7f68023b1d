"""Problems for programs: the contract of `gongkai check --format json`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from gongkai.diagnostics.catalogue import advice, rule, sentence, severity
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Place, Severity

_Fields = dict[str, object]


def show_json(problems: Sequence[Diagnostic], language: Language) -> str:
    """Show problems and how many there are of each severity, as one JSON document."""
    counts = Counter(map(severity, problems))
    document = {
        "problems": [_problem(problem, language) for problem in problems],
        "counts": {kind.value: counts[kind] for kind in Severity},
    }
    # A file's name need not be valid text; what is printed must be.
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8")


def _problem(problem: Diagnostic, language: Language) -> _Fields:
    known = rule(problem.code)
    return {
        "code": problem.code,
        "name": known.name,
        "severity": known.severity.value,
        **_place(problem.place),
        "cell": problem.cell,
        "message": sentence(problem, language),
        "help": advice(problem, language),
        "related": [
            {**_place(related.place), "label": related.label.of(language)} for related in problem.related
        ],
    }


def _place(place: Place) -> _Fields:
    """Give 1-based columns in characters, the end exclusive; no end where it lies on another line."""
    span = place.span
    return {
        "file": place.file,
        "line": span.line,
        "column": span.column,
        "end_column": span.end_column if span.end_line == span.line else None,
    }
