"""What commands share: their common options, and how problems are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from gongkai.diagnostics.counts import count_line
from gongkai.diagnostics.diagnostic import LANGUAGES, Language, Problems

PROBLEMS, USAGE = 1, 2

F = TypeVar("F", bound=Callable[..., object])


def site_option(command: F) -> F:
    """Add `--site DIR`."""
    return click.option(
        "--site",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        show_default=True,
        help="站点所在的文件夹 · The site's folder.",
    )(command)


def lang_option(command: F) -> F:
    """Add `--lang`."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        envvar="GONGKAI_LANG",
        default="zh-CN",
        show_default=True,
        show_envvar=True,
        help="提示的语言 · Language of messages.",
    )(command)


def say(language: Language, zh: str, en: str) -> None:
    """Tell the user something on the error stream, which leaves the output to data."""
    click.echo(zh if language == "zh-CN" else en, err=True)


def wrong_usage(language: Language, zh: str, en: str) -> None:
    """Stop because the command was not rightly called."""
    say(language, zh, en)
    sys.exit(USAGE)


def only_where_empty(folder: Path, language: Language) -> None:
    """Stop where a folder holds something already, apart from hidden entries such as those of git."""
    if not folder.exists():
        return
    if not folder.is_dir() or any(not entry.name.startswith(".") for entry in folder.iterdir()):
        wrong_usage(
            language,
            f"{folder} 已存在且不为空，没有改动",
            f"{folder} is there and not empty; it was left alone",
        )


def has_colour() -> bool:
    """Tell whether the terminal shows colour and its user wants it (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def show(problems: Problems, root: Path, language: Language) -> None:
    """Show problems as text, with colour where the terminal has it."""
    if problems:
        from gongkai.commands.showing import show_problems  # noqa: PLC0415 - mostly there are none

        show_problems(problems, root, language, colour=has_colour())
    click.echo(count_line(problems, language))
