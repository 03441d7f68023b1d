"""Says in both languages what is wrong with a command line, which click says in English alone."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Sequence
from typing import Any

import click
from click import exceptions

from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.nearest import closest

_ENVIRONMENT = "GONGKAI_LANG"
# What click quotes of the command line, or what stands at the beginning.
_VALUE = re.compile(
    r"""(?:^|(?<= ))(?:(?P<quoted>'.*'|".*")(?= (?:is|does|not)\b)|(?P<bare>-?[0-9]+) )""", re.DOTALL
)
_EXTRA = re.compile(r"\((?P<words>.*)\)")


def language_of(arguments: Sequence[str]) -> Language:
    """Give the language that a command line asks for, whatever else is wrong with it."""
    asked = os.environ.get(_ENVIRONMENT, "")
    for option, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if option == "--lang":
            asked = following
        elif option.startswith("--lang="):
            asked = option.removeprefix("--lang=")
    return "en" if asked == "en" else "zh-CN"


def called(group: click.Group, arguments: Sequence[str]) -> click.Context:
    """Give the command that a command line calls, as far as it can be told."""
    context = click.Context(group, info_name="gongkai")
    for word in arguments:
        if not isinstance(context.command, click.Group):
            break
        command = context.command.get_command(context, word)
        context = click.Context(command, parent=context, info_name=word) if command else context
    return context


def wrong_call(error: click.ClickException, language: Language, command: click.Context) -> str:
    """Say what is wrong, how the command is called, and where its help is."""
    what = _what(error)
    context = getattr(error, "ctx", None) or command
    lines = [f"Wrong usage: {what.en}"]
    usage, see = "Usage", "See"
    if language != "en":
        lines = [f"用法有误：{what.zh}", *lines]
        usage, see = f"用法 · {usage}", f"详见 · {see}"
    pieces = " ".join(context.command.collect_usage_pieces(context))
    lines += [f"{usage}: {context.command_path} {pieces}", f"{see}: {context.command_path} --help"]
    return "\n".join(lines)


def _what(error: click.ClickException) -> Text:
    said = error.format_message().rstrip(".")
    match error:
        case exceptions.NoSuchCommand():
            return _unknown(Text("命令", "command"), error.command_name, _commands(error.ctx))
        case exceptions.NoSuchOption():
            known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
            return _unknown(Text("选项", "option"), error.option_name, known)
        case exceptions.BadOptionUsage():
            name = error.option_name
            if "requires" in said:
                return Text(f"选项 {name} 后面要写一个值", f"option {name} takes a value")
            return Text(f"选项 {name} 后面不写值", f"option {name} takes no value")
        case exceptions.MissingParameter() if error.param:
            name = _name(error.param)
            kind = (
                Text("选项", "option") if isinstance(error.param, click.Option) else Text("参数", "argument")
            )
            return Text(f"缺少{kind.zh} {name}", f"the {kind.en} {name} is missing")
        case exceptions.BadParameter() if error.param:
            return _bad_value(error, error.param)
        case _:
            extra = _EXTRA.search(said)
            if extra and "extra argument" in said:
                words = extra["words"]
                if " " not in words:
                    return Text(f"多写了：{words}", f"{words} is too much")
                return Text(
                    f"多写了：{words}（带空格的名称要加引号）",
                    f"{words} is too much (quote a name with spaces)",
                )
            return Text(said, said)


def _commands(context: click.Context | None) -> Sequence[str]:
    known = context and isinstance(context.command, click.Group) and context.command.list_commands(context)
    return known or ()


def _unknown(kind: Text, name: str, known: Sequence[str]) -> Text:
    near = closest(name, known)
    if not near:
        return Text(f"没有{kind.zh} {name}", f"there is no {kind.en} {name}")
    return Text(
        f"没有{kind.zh} {name}，是否想写 {near}？", f"there is no {kind.en} {name}; did you mean {near}?"
    )


def _bad_value(error: click.BadParameter, param: click.Parameter) -> Text:
    found = _VALUE.search(error.message)
    value = (_unquoted(found["quoted"]) if found["quoted"] else found["bare"]) if found else ""
    name = _name(param)
    from_environment = isinstance(param.envvar, str) and os.environ.get(param.envvar) == value
    if from_environment:
        name = str(param.envvar)
    wanted = _wanted(param.type, error.message)
    if not value:
        return Text(f"{name} 为空，{wanted.zh}", f"{name} is empty; {wanted.en}")
    return Text(f"{name} 写作“{value}”，{wanted.zh}", f"{name} is “{value}”; {wanted.en}")


def _unquoted(quoted: str) -> str:
    """Give a value as it was typed: click quotes it as Python does."""
    try:
        return str(ast.literal_eval(quoted))
    except (ValueError, SyntaxError):
        return quoted[1:-1]


def _wanted(kind: click.ParamType[Any], said: str) -> Text:
    match kind:
        case click.Choice(choices=choices):
            listed = [str(choice) for choice in choices]
            return Text(f"应为 {'、'.join(listed)} 之一", f"it takes one of {', '.join(listed)}")
        case click.IntRange(min=low, max=None):
            return Text(f"应为不小于 {low} 的整数", f"it takes a whole number from {low}")
        case click.IntRange(min=low, max=high):
            return Text(f"应为 {low} 到 {high} 的整数", f"it takes a whole number from {low} to {high}")
        case _ if kind is click.INT:
            return Text("应为整数", "it takes a whole number")
        case click.Path() if "does not exist" in said:
            return Text("没有这个文件夹", "there is no such folder")
        case click.Path():
            return Text("那里不是文件夹", "that is no folder")
        case _:
            return Text(said, said)


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
