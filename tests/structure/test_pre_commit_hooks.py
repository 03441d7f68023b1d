"""The hooks that others put into their pre-commit configuration start commands that there are."""

from __future__ import annotations

import re
import shlex
from typing import Any

import click
import pytest
import yaml
from package import REPOSITORY

from gongkai.cli import commands

HOOKS: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
by_id = pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])


def test_there_is_a_hook_that_checks_and_one_that_mends() -> None:
    assert [hook["id"] for hook in HOOKS] == ["gongkai-check", "gongkai-fix"]


@by_id
def test_a_hook_starts_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, name, *options = shlex.split(hook["entry"])
    assert program == "gongkai"
    command = commands.get_command(click.Context(commands), name)
    assert command
    assert command.make_context(name, options)
    assert hook["language"] == "python"


@by_id
def test_a_hook_looks_at_the_whole_site_whenever_its_content_changes(hook: dict[str, Any]) -> None:
    assert hook["pass_filenames"] is False
    for path in ("content/site.yaml", "portal/content/reports/a/2024/report.md"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "themes/default/theme.yaml")
