"""What is wrong with a command line is said in Chinese first, with the right call and the way to its help."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gongkai.cli import commands
from gongkai.commands.usage import called, language_of, wrong_call
from program import gongkai

SAID = {
    "chek": ("没有命令 chek，是否想写 check？", "there is no command chek; did you mean check?"),
    "new nothing": ("没有命令 nothing", "there is no command nothing"),
    "check --formt json": (
        "没有选项 --formt，是否想写 --format？",
        "there is no option --formt; did you mean --format?",
    ),
    "check -x": ("没有选项 -x", "there is no option -x"),
    "check --format xml": (
        "--format 写作“xml”，应为 text、json、sarif、rdjson、github 之一",
        "--format is “xml”; it takes one of text, json, sarif, rdjson, github",
    ),
    "new report lamp": ("缺少参数 YEAR", "the argument YEAR is missing"),
    "new report lamp ninety": (
        "YEAR 写作“ninety”，应为 1000 到 2999 的整数",
        "YEAR is “ninety”; it takes a whole number from 1000 to 2999",
    ),
    "build --jobs 0": (
        "--jobs 写作“0”，应为不小于 1 的整数",
        "--jobs is “0”; it takes a whole number from 1",
    ),
    "serve --port -3": (
        "--port 写作“-3”，应为 0 到 65535 的整数",
        "--port is “-3”; it takes a whole number from 0 to 65535",
    ),
    "demo here --organs many": (
        "--organs 写作“many”，应为整数",
        "--organs is “many”; it takes a whole number",
    ),
    "check --site no-such": (
        "--site 写作“no-such”，没有这个文件夹",
        "--site is “no-such”; there is no such folder",
    ),
    "check --site": ("选项 --site 后面要写一个值", "option --site takes a value"),
    "check --strict=1": ("选项 --strict 后面不写值", "option --strict takes no value"),
    "check more things": (
        "多写了：more things（带空格的名称要加引号）",
        "more things is too much (quote a name with spaces)",
    ),
}


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["check", "--site", ""], "--site 为空，没有这个文件夹", "--site is empty; there is no such folder"),
        (
            ["new", "report", "", ""],
            "YEAR 为空，应为 1000 到 2999 的整数",
            "YEAR is empty; it takes a whole number from 1000 to 2999",
        ),
        (
            ["check", "--lang", "it's"],
            "--lang 写作“it's”，应为 zh-CN、en 之一",
            "--lang is “it's”; it takes one of zh-CN, en",
        ),
        (
            ["new", "report", "a", 'it\'s "1"'],
            'YEAR 写作“it\'s "1"”，应为 1000 到 2999 的整数',
            'YEAR is “it\'s "1"”; it takes a whole number from 1000 to 2999',
        ),
        (["check", "中文"], "多写了：中文", "中文 is too much"),
    ],
)
def test_odd_values_are_shown_as_they_were_typed(arguments: list[str], zh: str, en: str) -> None:
    error = CliRunner().invoke(commands, arguments, standalone_mode=False).exception
    assert isinstance(error, click.ClickException)
    said = wrong_call(error, "zh-CN", called(commands, arguments)).split("\n")
    assert said[:2] == [f"用法有误：{zh}", f"Wrong usage: {en}"]


@pytest.mark.parametrize("line", SAID)
def test_it_is_said_in_both_languages(line: str) -> None:
    zh, en = SAID[line]
    error = CliRunner().invoke(commands, line.split(), standalone_mode=False).exception
    assert isinstance(error, click.ClickException)
    command = called(commands, line.split())
    both = wrong_call(error, "zh-CN", command).split("\n")
    assert both[:2] == [f"用法有误：{zh}", f"Wrong usage: {en}"]
    assert both[2].startswith("用法 · Usage: ")
    assert both[3].startswith("详见 · See: ")
    names = [word for word in line.split() if word in ("check", "new", "report", "build", "serve", "demo")]
    assert both[3].endswith(f"{' '.join(['', *names])} --help")
    english = wrong_call(error, "en", command).split("\n")
    assert english[:2] == [f"Wrong usage: {en}", both[2].removeprefix("用法 · ")]
    assert english[2] == both[3].removeprefix("详见 · ")


def test_the_language_is_the_one_asked_for_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_LANG", raising=False)
    assert language_of(["check", "--nonsense"]) == "zh-CN"
    assert language_of(["check", "--nonsense", "--lang", "en"]) == "en"
    assert language_of(["check", "--lang=en", "--nonsense"]) == "en"
    assert language_of(["check", "--lang"]) == "zh-CN"
    monkeypatch.setenv("GONGKAI_LANG", "en")
    assert language_of(["check", "--nonsense"]) == "en"
    assert language_of(["check", "--nonsense", "--lang", "zh-CN"]) == "zh-CN"


def test_the_program_says_it_and_nothing_else(tmp_path: Path) -> None:
    done = gongkai("new", "report", "lamp", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.replace("python -m gongkai", "gongkai") == (
        "用法有误：缺少参数 YEAR\n"
        "Wrong usage: the argument YEAR is missing\n"
        "用法 · Usage: gongkai new report [OPTIONS] ORGAN YEAR\n"
        "详见 · See: gongkai new report --help\n"
    )
    done = gongkai("check", cwd=tmp_path, env={"GONGKAI_LANG": "fr"})
    assert done.err.startswith("用法有误：GONGKAI_LANG 写作“fr”，应为 zh-CN、en 之一\n")
