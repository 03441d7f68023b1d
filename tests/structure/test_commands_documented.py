"""Every command, argument and option is told in both READMEs, and has help in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from package import REPOSITORY

from gongkai.cli import commands

READMES = ("README.md", "README.zh-CN.md")


def walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            child = command.get_command(context, below)
            assert child
            yield from walk(child, f"{name} {below}")


COMMANDS = dict(walk(commands, "gongkai"))
LEAVES = {name: command for name, command in COMMANDS.items() if not isinstance(command, click.Group)}


def options(command: click.Command) -> list[click.Option]:
    return [each for each in command.params if isinstance(each, click.Option) and each.name != "version"]


def test_the_commands_are_those_that_people_rely_on() -> None:
    assert set(LEAVES) >= {
        "gongkai new site", "gongkai new report", "gongkai new article",
        "gongkai check", "gongkai build", "gongkai serve", "gongkai explain",
    }  # fmt: skip
    assert {name for each in options(LEAVES["gongkai build"]) for name in each.opts} >= {
        "--site", "--output", "--base-url", "--jobs", "--clean", "--why", "--strict", "--lang",
    }  # fmt: skip


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", LEAVES)
def test_readme_tells_every_command_and_option(readme: str, name: str) -> None:
    text = (REPOSITORY / readme).read_text("utf-8")
    assert name in text
    wanted = [option for each in options(LEAVES[name]) for option in each.opts if option.startswith("--")]
    assert [option for option in wanted if not re.search(rf"{option}(?![\w-])", text)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_both_languages(name: str) -> None:
    command = COMMANDS[name]
    for text in (command.help, *(option.help for option in options(command))):
        assert text
        assert re.search(r"[\u4e00-\u9fff]{2}", text), text
        assert re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text), text


@pytest.mark.parametrize("name", LEAVES)
def test_every_argument_is_named_in_the_help(name: str) -> None:
    command = LEAVES[name]
    for argument in command.params:
        if isinstance(argument, click.Argument):
            shown = argument.make_metavar(click.Context(command)).strip("[]")
            assert shown in command.get_help(click.Context(command))
