"""0 clean, 1 problems in the content, 2 wrong usage, 70 a bug in the program."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import gongkai as package
from program import gongkai, run, tree
from toy import MARKDOWN, REPORT, YAML, replaced, write_files

WRONG = {YAML: replaced(REPORT, "[2, 1, 3]", "[2, 1, 4]")}
BLANK = {YAML: replaced(REPORT, "lower: [4, 0, 4]", "lower: [4, ~, 4]")}  # a warning


def test_a_clean_site(site: Path) -> None:
    done = gongkai("check", cwd=site)
    assert (done.code, done.out) == (0, "0 个错误，0 个警告\n")
    done = gongkai("build", cwd=site)
    assert done.code == 0
    assert "已生成 13 页" in done.err


def test_a_problem(site: Path) -> None:
    write_files(site, WRONG)
    done = gongkai("check", cwd=site)
    assert done.code == 1
    assert done.out.startswith(f"{YAML}:7:17: 错误[D301 row-total]\n  “上层”的“合计”应为 3，实为 4，相差 1\n")
    done = gongkai("build", cwd=site)
    assert done.code == 1
    assert not (site / "output").exists()


def test_a_warning_fails_only_where_that_is_asked_for(site: Path) -> None:
    write_files(site, BLANK)
    assert gongkai("check", cwd=site).code == 0
    assert gongkai("check", "--strict", cwd=site).code == 1
    assert gongkai("build", "--strict", cwd=site).code == 1
    assert not (site / "output").exists()
    assert gongkai("build", cwd=site).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--no-such-option"],
        ["no-such-command"],
        ["check", "--format", "xml"],
        ["check", "--site", "no-such-folder"],
        ["build", "--jobs", "0"],
        ["build", "--base-url", "lamp.org"],
        ["explain", "D999"],
        ["new", "report", "nobody", "1990"],
        ["new", "report", "north-light", "ninety"],
        ["new", "report", "north-light", "1990", "--format", "nil"],
        ["new", "report", "north-light", "1987"],
        ["new", "article", "nowhere", "标题"],
        ["new", "article", "../../pages", "标题"],
        ["new", "article", "fog", "标题", "--name", "../x"],
        ["new", "article", "fog", "标题", "--name", "october"],
        ["new", "site", "."],
    ],
    ids=" ".join,
)
def test_wrong_usage_changes_nothing(site: Path, arguments: list[str]) -> None:
    before = tree(site)
    assert gongkai(*arguments, cwd=site).code == 2
    assert tree(site) == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_bug_says_that_it_is_one_and_leaves_the_site_as_it_was(site: Path, command: str) -> None:
    assert gongkai("build", cwd=site).code == 0
    before = tree(site / "output")
    broken = (
        "import sys, gongkai.cli, gongkai.pipeline\n"
        "def read_site(root): raise KeyError('a bug')\n"
        "gongkai.pipeline.read_site = read_site\n"
        f"sys.argv = ['gongkai', {command!r}]\n"
        "gongkai.cli.main()\n"
    )
    done = run(sys.executable, "-c", broken, cwd=site)
    assert done.code == 70
    assert "Traceback" not in done.said
    assert "bug" in done.err
    assert "KeyError: 'a bug'" in (site / "gongkai-bug.txt").read_text("utf-8")
    assert tree(site / "output") == before


def test_a_broken_pipe_is_no_bug(site: Path) -> None:
    done = run("sh", "-c", f"{sys.executable} -m gongkai explain | head -1", cwd=site)
    assert done.out.startswith("D101")
    assert "Traceback" not in done.err
    assert not (site / "gongkai-bug.txt").exists()


def test_version(site: Path) -> None:
    assert gongkai("--version", cwd=site).out == f"gongkai, version {package.__version__}\n"


@pytest.mark.parametrize(
    "command",
    ["", "new", "new site", "new report", "new article", "check", "build", "serve", "explain"],
)
def test_help(site: Path, command: str) -> None:
    done = gongkai(*command.split(), "--help", cwd=site)
    assert done.code == 0
    assert done.out.startswith(f"Usage: python -m gongkai {command}".rstrip())


def test_explain_in_both_languages_and_the_list(site: Path) -> None:
    assert "说明" in gongkai("explain", "D301", cwd=site).out
    assert "Right" in gongkai("explain", "d301", "--lang", "en", cwd=site).out
    listed = gongkai("explain", cwd=site)
    assert listed.code == 0
    assert len(listed.out.splitlines()) > 60


def test_output_is_utf_8_text_even_where_the_console_is_not(site: Path) -> None:
    write_files(site, WRONG)
    done = gongkai("check", cwd=site, env={"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.code == 1
    assert "D301" in done.out


def test_the_site_may_be_named_from_elsewhere(site: Path, tmp_path: Path) -> None:
    write_files(site, WRONG)
    done = gongkai("check", "--site", str(site), "--format", "json", cwd=tmp_path)
    assert done.code == 1
    assert json.loads(done.out)["problems"][0]["file"] == YAML


def test_a_folder_that_is_no_site(tmp_path: Path) -> None:
    done = gongkai("check", cwd=tmp_path)
    assert done.code == 1
    assert "gongkai new site" in done.out
    assert "这个文件夹不是站点" in done.out
    assert done.out.endswith("\n1 个错误，0 个警告\n")
    built = gongkai("build", cwd=tmp_path)
    assert built.code == 1
    assert built.err.endswith("output 还没有建立\n")
    assert gongkai("build", "--lang", "en", cwd=tmp_path).err.endswith("there is no output yet\n")
    assert list(tmp_path.iterdir()) == []
    fixed = gongkai("fix", cwd=tmp_path)
    assert (fixed.code, fixed.err) == (2, ". 不是站点：先进入站点的文件夹，或用 --site 指明\n")
    (tmp_path / "content").mkdir()
    assert gongkai("check", cwd=tmp_path).out.endswith("\n2 个错误，0 个警告\n")


def test_several_broken_files_are_all_told_worst_first(site: Path) -> None:
    write_files(site, {**BLANK, MARKDOWN: "<b>\n", "content/organs.yaml": "organs: [\n"})
    done = gongkai("check", "--format", "json", cwd=site)
    found = [(p["severity"], p["code"]) for p in json.loads(done.out)["problems"]]
    assert found == sorted(found, key=lambda pair: ["error", "warning", "info"].index(pair[0]))
    assert {"D119", "D228", "D601", "D219"} <= {code for _, code in found}
