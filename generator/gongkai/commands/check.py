"""`gongkai check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from gongkai.commands.common import PROBLEMS, lang_option, show, site_option
from gongkai.diagnostics.diagnostic import Language, Problems
from gongkai.diagnostics.show_github import show_github, step_summary
from gongkai.diagnostics.show_json import show_json
from gongkai.diagnostics.show_rdjson import show_rdjson
from gongkai.diagnostics.show_sarif import show_sarif
from gongkai.pipeline import check as run
from gongkai.pipeline import lines_of, stops

_FOR_PROGRAMS: dict[str, Callable[..., str]] = {"sarif": show_sarif, "rdjson": show_rdjson}


@click.command()
@site_option
@lang_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "sarif", "rdjson", "github"]),
    default="text",
    show_default=True,
    help="输出的样式 · Shape of the output.",
)
@click.option("--strict", is_flag=True, help="有警告也算不通过 · Let warnings fail as errors do.")
def check(root: Path, language: Language, shape: str, *, strict: bool) -> None:
    """检查内容，不生成网页 · Check the content without building.

    没有错误时退出码为 0，有错误为 1。

    Exits with 0 when there is no error, with 1 when there is.
    """
    problems = run(root).problems
    if shape == "json":
        click.echo(show_json(problems, language))
    elif shape in _FOR_PROGRAMS:
        click.echo(_FOR_PROGRAMS[shape](problems, lines_of(root), language, _folder(root)))
    else:
        show(problems, root, language)
    if shape == "github":
        _annotate(problems, root, language)
    sys.exit(PROBLEMS if stops(problems, strict=strict) else 0)


def _annotate(problems: Problems, root: Path, language: Language) -> None:
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
