"""The walkthrough of both READMEs, step by step: each prints what it is said to print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import gongkai

ROOT = Path(__file__).parents[2]
CONSOLE = re.compile(r"```console\n> gongkai (.*)\n((?s:.*?))```")
TEXT = re.compile(r"```markdown\n((?s:.*?))```")
ROW = re.compile(r"^  \w+: +\[ +\d.*$", re.MULTILINE)
# What differs from day to day: how long it takes, and how many pages there are with those of the years due.
VARYING = re.compile(r"\d+\.\d+(?= s:| 秒)|\d+(?= pages| files written| 页| 个文件，移除)")
# What the walkthrough says in words: figures of natural persons and of enterprises.
FIGURES = {"new_received": "93", "granted": "63", "not_held": "20", "carried_forward": "10"}
READMES = (("README.md", "en"), ("README.zh-CN.md", "zh-CN"))


def filled_in(blank: str) -> str:
    text = blank.replace("方框", "\0").replace("□", "0").replace("\0", "方框")
    for row, figures in FIGURES.items():
        text, count = re.subn(
            rf"^( +{row}: +\[ *)0(, +)0", rf"\g<1>{figures[0]}\g<2>{figures[1]}", text, flags=re.MULTILINE
        )
        assert count == 1, row
    return text


def said_as_told(told: str, said: str) -> list[str]:
    """Give the told lines that were not said; … stands for the rest of a line, or for other lines."""
    lines = [VARYING.sub("0", line) for line in said.splitlines()]
    wanted = [VARYING.sub("0", line) for line in told.splitlines() if line and not line.startswith("> ")]
    return [
        line
        for line in wanted
        if not any(got == line or (line.endswith("…") and got.startswith(line[:-1])) for got in lines)
    ]


@pytest.mark.parametrize(("readme", "language"), READMES)
def test_the_walkthrough_is_exact(readme: str, language: str, tmp_path: Path) -> None:
    text = (ROOT / readme).read_text("utf-8")
    steps = CONSOLE.findall(text)

    def step(command: str, told: str, folder: Path) -> None:
        done = gongkai(*command.split(), cwd=folder, env={"GONGKAI_LANG": language})
        assert said_as_told(told, done.said) == [], done.said

    def steps_of(beginning: str) -> list[tuple[str, str]]:
        return [(command, told) for command, told in steps if command.startswith(beginning)]

    ((new, told),) = steps_of("new site")
    step(new, told, tmp_path)
    site = tmp_path / new.split()[2]
    (this_year, next_year) = steps_of("new report")
    step(*this_year, site)
    data = site / "content" / "reports" / "shuili" / "2024" / "report.yaml"
    right = filled_in(data.read_text("utf-8"))
    assert [row for row in ROW.findall(text) if row not in right] == []
    narrative = TEXT.findall(text)[0]
    data.with_name("report.md").write_text(narrative, "utf-8", newline="\n")

    (wrong_sum, all_right) = steps_of("check")
    wrong = re.sub(r"( granted: .*)=\]", r"\g<1>10]", right)
    data.write_text(wrong, "utf-8", newline="\n")
    step(*wrong_sum, site)
    data.write_text(right, "utf-8", newline="\n")
    step(*all_right, site)
    step(*steps_of("build")[0], site)

    data.write_text(right.replace("year: ", "year："), "utf-8", newline="\n")
    step(*steps_of("fix")[0], site)
    assert data.read_text("utf-8") == right
    step(*next_year, site)
    step(*steps_of("new columns")[0], site)
    step(*steps_of("new article")[0], site)
    step(*steps_of("demo")[0], tmp_path)
