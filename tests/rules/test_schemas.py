"""Schemas for editors and the examples: what the program takes they take, what they refuse is wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from example import BASE, Example, _change, read_example
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from gongkai.diagnostics import explanation
from gongkai.diagnostics.catalogue import severity
from gongkai.diagnostics.diagnostic import Severity
from gongkai.diagnostics.explanation import RIGHT, WRONG
from gongkai.export.json_schema import FILES, json_schemas, schema_file
from gongkai.load.shapes import SHAPES
from gongkai.load.site import read_forms
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source
from gongkai.pipeline import check

REPOSITORY = Path(__file__).parents[2]
CODES = tuple(sorted(path.stem for path in (Path(explanation.__file__).parent / "explain").glob("D*.md")))

# What can be seen in one file without its neighbours, its narrative and its sums. The others of the
# families are slips of the file as a whole (encoding, YAML itself) or need other files. □ waits to be
# filled in (D210): an editor that underlines every cell of a new file helps nobody.
SEEN = {
    "D202", "D203", "D204", "D205", "D206", "D207", "D208", "D209", "D211", "D212", "D213",
    "D214", "D215", "D216", "D217", "D220", "D223", "D224", "D238", "D901", "D907",
}  # fmt: skip


_MADE: dict[tuple[bytes, ...], Mapping[str, Draft7Validator]] = {}


def validators(root: Path) -> Mapping[str, Draft7Validator]:
    """Make the schemas of a site, once for the same forms."""
    formats = sorted((root / "content" / "formats").glob("*.yaml"))
    key = tuple(part for path in formats for part in (path.name.encode(), path.read_bytes()))
    if key not in _MADE:
        known, *_ = read_forms(root)
        forms = tuple(known.values())
        schemas = {name: json.loads(content) for name, content in json_schemas(forms, SHAPES).items()}
        registry: Registry[Any] = Registry().with_resources(
            (name, Resource(contents=schema, specification=DRAFT7)) for name, schema in schemas.items()
        )
        _MADE[key] = {name: Draft7Validator(schema, registry=registry) for name, schema in schemas.items()}
    return _MADE[key]


def refused(root: Path, example: Example | None = None) -> dict[str, list[str]]:
    """Give what the schemas of a site say of its files; a file that is no YAML has no data to judge."""
    found = {}
    for file, kind in files(root):
        if example and not example.concerns(file):
            continue
        try:
            text = (root / file).read_text("utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        document, _ = read_yaml(Source(file, text))
        if document:
            errors = validators(root)[schema_file(kind)].iter_errors(document.data)
            messages = [f"{error.json_path}: {error.message}"[:200] for error in errors]
            if messages:
                found[file] = messages
    return found


def files(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((root / "content").rglob("*.yaml")):
        file = path.relative_to(root).as_posix()
        for kind, pattern in FILES.items():
            plain = pattern.replace("**/", "")
            if PurePosixPath(file).match(plain) and path.stat().st_size < 1_000_000:
                yield file, kind


def made(example: Example, root: Path) -> Path:
    shutil.copytree(BASE, root)
    for block in example.blocks:
        _change(root / block.path, block)
    return root


def test_the_shipped_site_and_the_base_are_taken() -> None:
    for root in (REPOSITORY, BASE, REPOSITORY / "tests/golden/lighthouse"):
        assert list(files(root))
        assert refused(root) == {}


@pytest.mark.parametrize("code", CODES)
def test_a_right_example_is_taken(code: str, tmp_path: Path) -> None:
    example = read_example(code, RIGHT)
    assert refused(made(example, tmp_path / "site"), example) == {}


@pytest.mark.parametrize("code", CODES)
def test_what_is_refused_is_wrong_and_what_can_be_seen_is_refused(code: str, tmp_path: Path) -> None:
    example = read_example(code, WRONG)
    root = made(example, tmp_path / "site")
    said = refused(root, example)
    assert (code in SEEN) == bool(said), said
    if said:
        errors = {p.place.file for p in check(root).problems if severity(p) is Severity.ERROR}
        assert set(said) <= errors


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_stands_in_the_examples(kind: str) -> None:
    assert kind in {each for _, each in files(BASE)}
