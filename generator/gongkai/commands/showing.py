"""Problems on the output, as text or in the shape that a program wants."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from gongkai.diagnostics.diagnostic import Language, Problems
from gongkai.diagnostics.show_github import show_github, step_summary
from gongkai.diagnostics.show_json import show_json
from gongkai.diagnostics.show_rdjson import show_rdjson
from gongkai.diagnostics.show_sarif import show_sarif
from gongkai.diagnostics.show_text import HANDFUL, rule_summary, show_text
from gongkai.pipeline import lines_of

_FOR_PROGRAMS: Mapping[str, Callable[..., str]] = {"sarif": show_sarif, "rdjson": show_rdjson}


def show_problems(problems: Problems, root: Path, language: Language, *, colour: bool) -> None:
    """Show problems as text, and where they are many, how often each rule is broken."""
    stream = sys.stdout
    width = shutil.get_terminal_size((100, 24)).columns if stream.isatty() else 100
    click.echo(show_text(problems, lines_of(root), language, width=width, colour=colour), color=colour)
    if len(problems) > HANDFUL:
        click.echo(f"{rule_summary(problems, language, colour=colour)}\n", color=colour)


def show_for_programs(problems: Problems, root: Path, language: Language, shape: str) -> None:
    """Show problems as `json`, `sarif` or `rdjson`."""
    if shape == "json":
        click.echo(show_json(problems, language))
    else:
        click.echo(_FOR_PROGRAMS[shape](problems, lines_of(root), language, _folder(root)))


def annotate(problems: Problems, root: Path, language: Language) -> None:
    """GitHub drops annotations beyond its limits, so the full text is printed before them."""
    folder = _folder(root)
    click.echo(show_github(problems, language, folder))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(step_summary(problems, language, folder))


def _folder(root: Path) -> str:
    """Give the site's folder from the current one, the repository's; complete if it lies elsewhere."""
    here, site = Path.cwd().resolve(), root.resolve()
    return (site.relative_to(here) if site.is_relative_to(here) else site).as_posix()
