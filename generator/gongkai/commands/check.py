"""`gongkai check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gongkai.commands.common import PROBLEMS, lang_option, show, site_option
from gongkai.diagnostics.diagnostic import Language
from gongkai.pipeline import check as run
from gongkai.pipeline import stops


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
    if shape in ("text", "github"):
        show(problems, root, language)
    if shape != "text":
        from gongkai.commands import showing  # noqa: PLC0415 - the shapes that programs want load slowly

        if shape == "github":
            showing.annotate(problems, root, language)
        else:
            showing.show_for_programs(problems, root, language, shape)
    sys.exit(PROBLEMS if stops(problems, strict=strict) else 0)
