"""Harbours that add up their lighthouses: sites of many toy reports, made of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from gongkai.diagnostics.catalogue import in_order, sentence
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.pipeline import check
from toy import NARRATIVE, write_files

Figures = dict[str, list[int | Decimal | str]]

ROWS = (
    "lamps/upper", "lamps/lower", "oil/stored", "oil/bought", "oil/burnt.calm", "oil/burnt.storm",
    "oil/kept", "visits/spring", "visits/autumn", "visits/winter",
)  # fmt: skip


def figures(k: int) -> Figures:
    """Give the figures of a lighthouse; those of every `k` are others, and all sums hold."""
    boats, ships, stored, bought, storm = k + 3, 2 * k, Decimal(k) + Decimal("0.25"), 7 * k, 2 * k + 1
    return {
        "lamps/upper": [k, 1, k + 1],
        "lamps/lower": [2 * k, k % 3, 2 * k + k % 3],
        "oil/stored": [stored, k],
        "oil/bought": [bought, 5],
        "oil/burnt.calm": [stored + bought - storm - 1, k],
        "oil/burnt.storm": [storm, 3],
        "oil/kept": [1, 2],
        "visits/spring": [boats, ships, boats + ships],
        "visits/autumn": [k * k, 0, k * k],
        "visits/winter": [0, 1, 1],
    }


def added(*parts: Figures) -> Figures:
    """Add figures up, row by row."""
    return {row: [sum(cells) for cells in zip(*(p[row] for p in parts), strict=True)] for row in ROWS}  # type: ignore[arg-type]


def changed(whole: Figures, **cells: int | Decimal | str) -> Figures:
    """Change cells, written as `lamps_upper_0`; a row's own dots are left out."""
    found = {row: [*values] for row, values in whole.items()}
    names = {row.replace("/", "_").replace(".", "_"): row for row in ROWS}
    for name, value in cells.items():
        row, _, at = name.rpartition("_")
        found[names[row]][int(at)] = value
    return found


def report(organ: str, year: int, whole: Figures, rollup: str = "", name: str = "") -> dict[str, str]:
    """Write the files of a report; `rollup` is what stands below `rollup:`, indented by two."""
    lines = ["format: toy", f"organ: {organ}", f"year: {year}", f"title: {name or organ}{year}年守灯报告"]
    if rollup:
        lines += ["rollup:", *(f"  {line}" for line in rollup.split("\n"))]
    above: list[str] = []
    for row, cells in whole.items():
        *way, last = row.replace("/", ".").split(".")
        for depth, key in enumerate(way):
            if above[: depth + 1] != way[: depth + 1]:
                lines.append(f"{'  ' * depth}{key}:")
        above = way
        lines.append(f"{'  ' * len(way)}{last}: [{', '.join(map(str, cells))}]")
    folder = f"content/reports/{organ}/{year}"
    return {f"{folder}/report.yaml": "\n".join(lines) + "\n", f"{folder}/report.md": NARRATIVE}


def register(lines: Mapping[str, str] | Iterable[str]) -> dict[str, str]:
    """Write the register: of ids alone each is below `port`; a mapping says what else stands there."""
    listed = dict(lines) if isinstance(lines, Mapping) else dict.fromkeys(lines, "parent: port")
    entries = [
        f"  - {{id: {organ}, name: {organ}{', ' if more else ''}{more}}}" for organ, more in listed.items()
    ]
    head = ["organs:", "  - {id: port, name: port}", "  - {id: north-light, name: 北岬灯塔}"]
    return {"content/organs.yaml": "\n".join([*head, *entries]) + "\n"}


def site_with(root: Path, *files: Mapping[str, str]) -> Path:
    """Put files into the toy site, whose own pages and report stay."""
    for some in files:
        write_files(root, some)
    return root


def said(root: Path, code: str = "") -> list[str]:
    """Give the problems with their sentences, in Chinese; those of one code, if one is given."""
    return [
        f"{_where(problem)} {problem.code} {sentence(problem, 'zh-CN')}"
        for problem in in_order(check(root).problems)
        if code in problem.code
    ]


def found(root: Path, code: str) -> Diagnostic:
    """Give the one problem of a code."""
    (problem,) = [problem for problem in check(root).problems if problem.code == code]
    return problem


def _where(problem: Diagnostic) -> str:
    parts = problem.place.file.split("/")
    organ = parts[2] if parts[1] == "reports" else parts[-1]
    return f"{organ}:{problem.place.span.line}"
