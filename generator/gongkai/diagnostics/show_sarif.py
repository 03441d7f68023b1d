"""Problems as SARIF 2.1.0, which code hosts and editors read.

Columns count code points and an end is exclusive, in SARIF as here. Files are named from the root of
the repository, in percent-encoded URIs; how a problem is known again does not hang on its line.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

import gongkai
from gongkai.diagnostics.catalogue import Rule, advice, in_order, rule
from gongkai.diagnostics.diagnostic import LANGUAGES, Diagnostic, Edit, Language, Place, Severity, Span
from gongkai.diagnostics.excerpt import LineSource
from gongkai.diagnostics.explanation import explanation, explanation_markdown
from gongkai.diagnostics.paths import from_repository, is_absolute
from gongkai.diagnostics.show_text import in_full

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_Fields = dict[str, object]


def show_sarif(
    problems: Iterable[Diagnostic], lines: LineSource, language: Language, prefix: str = ""
) -> str:
    """Show problems as a SARIF log; `prefix` is the site's folder in the repository."""
    ordered = in_order(problems)
    codes = sorted({problem.code for problem in ordered})
    ranks = {code: rank for rank, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    run: _Fields = {
        "tool": {
            "driver": {
                "name": "gongkai",
                "version": gongkai.__version__,
                "semanticVersion": gongkai.__version__,
                "rules": [_rule(rule(code), language) for code in codes],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository"}}},
        "results": [
            {"ruleIndex": ranks[problem.code], **_result(problem, lines, language, prefix, seen)}
            for problem in ordered
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    # A file's name need not be valid text; what is printed must be.
    return json.dumps(log, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8")


def _rule(known: Rule, language: Language) -> _Fields:
    first, second = (known.title.of(each) for each in sorted(LANGUAGES, key=lambda each: each != language))
    return {
        "id": known.code,
        "name": known.name,
        "shortDescription": {"text": f"{first} · {second}"},
        "fullDescription": {"text": known.title.of(language)},
        "help": {
            "text": explanation(known.code, language) or known.title.of(language),
            "markdown": explanation_markdown(known.code, language) or known.title.of(language),
        },
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": [f"{known.code[:2]}xx", *(["acceptable"] if known.acceptable else [])]},
    }


def _result(
    problem: Diagnostic, lines: LineSource, language: Language, prefix: str, seen: Counter[str]
) -> _Fields:
    location: _Fields = {"physicalLocation": _physical(problem.place, prefix)}
    if problem.cell:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.cell, "kind": "member"}]
    shown: _Fields = {
        "ruleId": problem.code,
        "level": _LEVELS[rule(problem.code).severity],
        "message": {"text": in_full(problem, language)},
        "locations": [location],
        "partialFingerprints": _fingerprints(problem, lines, seen),
    }
    related = _related(problem, language, prefix)
    if related:
        shown["relatedLocations"] = related
    if problem.edits:
        shown["fixes"] = [_fix(problem, language, prefix)]
    return shown


def _related(problem: Diagnostic, language: Language, prefix: str) -> Sequence[_Fields]:
    """Give the other places, and the figures that take part."""
    places = {(related.place, related.label.of(language)): None for related in problem.related}
    places |= {(Place(problem.place.file, span), ""): None for span in problem.marks}
    return [
        {
            "id": number,
            "physicalLocation": _physical(place, prefix),
            **({"message": {"text": label}} if label else {}),
        }
        for number, (place, label) in enumerate(places, 1)
    ]


def _fix(problem: Diagnostic, language: Language, prefix: str) -> _Fields:
    changes: dict[str, list[Edit]] = {}
    for edit in problem.edits:
        changes.setdefault(edit.place.file, []).append(edit)
    return {
        "description": {"text": advice(problem, language)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file, prefix),
                "replacements": [
                    {"deletedRegion": _region(edit.place.span), "insertedContent": {"text": edit.text}}
                    for edit in edits
                ],
            }
            for file, edits in changes.items()
        ],
    }


def _physical(place: Place, prefix: str) -> _Fields:
    return {"artifactLocation": _artifact(place.file, prefix), "region": _region(place.span)}


def _artifact(file: str, prefix: str) -> Mapping[str, str]:
    path = from_repository(file, prefix)
    uri = quote(path, errors="replace", safe="/~")
    if is_absolute(path):
        return {"uri": f"file:///{uri.replace('%3A', ':', 1).lstrip('/')}"}
    return {"uri": uri, "uriBaseId": ROOT}


def _region(span: Span) -> Mapping[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprints(problem: Diagnostic, lines: LineSource, seen: Counter[str]) -> Mapping[str, str]:
    """Know a problem again by its cell, or else by the words of its line, wherever they have moved to."""
    digest = hashlib.sha256(
        "\n".join((problem.code, problem.place.file, problem.cell or _words(problem, lines))).encode(
            "utf-8", "replace"
        )
    ).hexdigest()[:32]
    seen[digest] += 1
    known = f"{digest}:{seen[digest]}"
    # The second name is the only one that GitHub looks at.
    return {"gongkai/v1": known, "primaryLocationLineHash": known}


def _words(problem: Diagnostic, lines: LineSource) -> str:
    text, number = lines(problem.place.file), problem.place.span.line
    return text[number - 1].strip() if text and number <= len(text) else ""
