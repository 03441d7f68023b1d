"""The package as text and as a graph of imports, for the tests of this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import gongkai

PACKAGE = Path(gongkai.__file__).parent
REPOSITORY = PACKAGE.parents[1]
THEME = REPOSITORY / "themes" / "default"

# diagnostics ← model ← {stages} ← making ← pipeline ← serve ← commands ← cli
STAGES = ("load", "check", "assemble", "render", "export", "index", "write", "demo")
RANKS: Mapping[str, int] = {
    "": 0,
    "diagnostics": 1,
    "model": 2,
    **dict.fromkeys(STAGES, 3),
    "making": 4,
    "pipeline": 5,
    "serve_http": 6,
    "serve": 7,
    "commands": 8,
    "cli": 9,
    "__main__": 10,
    # Data, read as files.
    "forms": 0,
}


def modules() -> dict[str, Path]:
    """Give every module of the package, by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def part(module: str) -> str:
    """Give the part of the package that a module belongs to: `gongkai.load.site` is of `load`."""
    return module.split(".")[1] if "." in module else ""


def is_allowed(module: str, imported: str) -> bool:
    """Tell whether one module may import another: from its own part, or from one further down."""
    own, other = part(module), part(imported)
    return own == other or RANKS[other] < RANKS[own]


def imports(module: str, text: str, known: Mapping[str, object]) -> Iterator[str]:
    """Give the modules of the package that a module's text imports, wherever in it."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name.split(".")[0] == "gongkai")
            case ast.ImportFrom(module=source, names=names, level=level):
                assert not level, f"{module} imports relatively, which this test does not follow"
                if source and source.split(".")[0] == "gongkai":
                    whole = [f"{source}.{name.name}" for name in names]
                    yield from (name if name in known else source for name in whole)


@cache
def graph() -> dict[str, set[str]]:
    """Give what each module imports of the package."""
    known = modules()
    return {name: set(imports(name, path.read_text("utf-8"), known)) - {name} for name, path in known.items()}


def cycle(edges: Mapping[str, set[str]]) -> list[str]:
    """Find a circle of imports; empty where there is none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        for below in sorted(edges.get(name, ())):
            found = walk(below, [*way, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for name in edges if (found := walk(name, []))), [])
