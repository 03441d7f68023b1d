"""What the published descriptions of SARIF 2.1.0 and of reviewdog's format say of the parts that we write.

They are stricter than those: a property that is not listed is a mistake, so that none is written unseen.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def record(required: str, properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def listed(items: Schema, least: int = 0, *, unique: bool = False) -> Schema:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 1}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
# RFC 3986 without what must be percent-encoded.
URI: Schema = {"type": "string", "pattern": r"^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$"}

MESSAGE = record("text", {"text": TEXT})
REGION = record(
    "startLine startColumn endLine endColumn",
    dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), COUNT),
)
ARTIFACT = record("uri", {"uri": URI, "uriBaseId": {"const": "%SRCROOT%"}})
PHYSICAL = record("artifactLocation region", {"artifactLocation": ARTIFACT, "region": REGION})
LOGICAL = record("fullyQualifiedName", {"fullyQualifiedName": TEXT, "kind": TEXT})
LOCATION = record(
    "physicalLocation",
    {
        "id": {"type": "integer", "minimum": 0},
        "physicalLocation": PHYSICAL,
        "logicalLocations": listed(LOGICAL, 1, unique=True),
        "message": MESSAGE,
    },
)
REPLACEMENT = record(
    "deletedRegion insertedContent",
    {"deletedRegion": REGION, "insertedContent": record("text", {"text": {"type": "string"}})},
)
CHANGE = record(
    "artifactLocation replacements", {"artifactLocation": ARTIFACT, "replacements": listed(REPLACEMENT, 1)}
)
FIX = record("artifactChanges", {"description": MESSAGE, "artifactChanges": listed(CHANGE, 1, unique=True)})
RESULT = record(
    "ruleId ruleIndex level message locations partialFingerprints",
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": listed(LOCATION, 1),
        "relatedLocations": listed(LOCATION, 1, unique=True),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
        "fixes": listed(FIX, 1, unique=True),
    },
)
RULE = record(
    "id name shortDescription fullDescription help defaultConfiguration properties",
    {
        "id": TEXT,
        "name": TEXT,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": record("text markdown", {"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": record("level", {"level": LEVEL}),
        "properties": record("tags", {"tags": listed(TEXT, 1, unique=True)}),
    },
)
DRIVER = record(
    "name version rules",
    {"name": TEXT, "version": TEXT, "semanticVersion": TEXT, "rules": listed(RULE, unique=True)},
)
RUN = record(
    "tool columnKind originalUriBaseIds results",
    {
        "tool": record("driver", {"driver": DRIVER}),
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$"},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "originalUriBaseIds": record("%SRCROOT%", {"%SRCROOT%": record("", {"description": MESSAGE})}),
        "results": listed(RESULT),
    },
)
SARIF = record(
    "$schema version runs",
    {
        "$schema": {"type": "string", "pattern": r"/sarif-schema-2\.1\.0\.json$"},
        "version": {"const": "2.1.0"},
        "runs": listed(RUN, 1),
    },
)

SEVERITY: Schema = {"enum": ["ERROR", "WARNING", "INFO"]}
POSITION = record("line", {"line": COUNT, "column": COUNT})
RANGE = record("start end", {"start": POSITION, "end": POSITION})
DIAGNOSTIC = record(
    "message location severity code original_output",
    {
        "message": TEXT,
        "location": record("path range", {"path": TEXT, "range": RANGE}),
        "severity": SEVERITY,
        "code": record("value", {"value": TEXT}),
        "suggestions": listed(record("range text", {"range": RANGE, "text": {"type": "string"}}), 1),
        "original_output": TEXT,
    },
)
RDJSON = record(
    "source diagnostics",
    {"source": record("name", {"name": TEXT}), "severity": SEVERITY, "diagnostics": listed(DIAGNOSTIC)},
)
