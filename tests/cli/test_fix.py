"""`gongkai fix` as a process: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from program import gongkai, tree
from toy import MARKDOWN, NARRATIVE, REPORT, YAML, replaced, write_files

SLIPS = replaced(REPORT, "  upper: [2, 1, 3]", "  upper：[２，1, 3]  # 上层，两盏")
MENDED = replaced(REPORT, "  upper: [2, 1, 3]", "  upper: [2, 1, 3]  # 上层，两盏")


def test_the_changes_are_shown_and_written(site: Path) -> None:
    write_files(site, {YAML: SLIPS, MARKDOWN: replaced(NARRATIVE, "## 四", "＃＃四")})
    done = gongkai("fix", cwd=site)
    assert (done.code, done.err) == (0, "已改正 2 个文件。请再运行 gongkai check\n")
    assert done.out.split("\n")[-8:] == [
        f"--- a/{YAML}",
        f"+++ b/{YAML}",
        "@@ -6,3 +6,3 @@",
        " lamps:",
        "-  upper：[２，1, 3]  # 上层，两盏",
        "+  upper: [2, 1, 3]  # 上层，两盏",
        "   lower: [4, 0, 4]",
        "",
    ]
    assert (site / YAML).read_text("utf-8") == MENDED
    assert (site / MARKDOWN).read_text("utf-8") == NARRATIVE
    assert gongkai("check", cwd=site).code == 0


def test_a_second_time_there_is_nothing_to_do(site: Path) -> None:
    write_files(site, {YAML: SLIPS})
    gongkai("fix", cwd=site)
    before = tree(site)
    done = gongkai("fix", "--lang", "en", cwd=site)
    assert (done.code, done.out, done.err) == (0, "", "There is nothing that can be mended safely\n")
    assert tree(site) == before


def test_a_dry_run_shows_the_same_and_writes_nothing(site: Path) -> None:
    write_files(site, {YAML: SLIPS})
    before = tree(site)
    shown = gongkai("fix", "--dry-run", cwd=site)
    assert (shown.code, shown.err) == (1, "可改正 1 个文件；没有改动\n")
    assert tree(site) == before
    assert gongkai("fix", cwd=site).out == shown.out


@pytest.mark.parametrize(("end", "mark"), [("\r\n", b""), ("\n", b"\xef\xbb\xbf"), ("\r\n", b"\xef\xbb\xbf")])
def test_line_ends_stay_and_a_byte_order_mark_goes(site: Path, end: str, mark: bytes) -> None:
    write_files(site, {YAML: mark + SLIPS.replace("\n", end).encode()})
    assert gongkai("fix", cwd=site).code == 0
    assert (site / YAML).read_bytes() == MENDED.replace("\n", end).encode()


def test_a_byte_order_mark_alone_is_taken_out_and_said(site: Path) -> None:
    page = "content/pages/guide.md"
    right = (site / page).read_bytes()
    write_files(site, {page: b"\xef\xbb\xbf" + right})
    assert "gongkai fix" in gongkai("check", cwd=site).out
    done = gongkai("fix", cwd=site)
    assert done.out == f"{page}：去掉文件开头看不见的标记（BOM）\n"
    assert done.err == "已改正 1 个文件。请再运行 gongkai check\n"
    assert (site / page).read_bytes() == right
    assert gongkai("fix", cwd=site).err == "没有可以自动改正的笔误\n"


@pytest.mark.parametrize(
    "content", [SLIPS.encode("gb18030"), SLIPS.encode("utf-16"), b"\x00" + SLIPS.encode()]
)
def test_a_file_that_cannot_be_read_as_text_is_left_alone(site: Path, content: bytes) -> None:
    write_files(site, {YAML: content})
    assert gongkai("fix", cwd=site).code == 0
    assert (site / YAML).read_bytes() == content


def test_what_needs_a_look_at_the_ledger_is_left_to_a_person(site: Path) -> None:
    doubtful = replaced(SLIPS, "lower: [4, 0, 4]", "lower: [04, 无, 5]").replace(
        "stored: [12.50,", "stored: [12元,"
    )
    write_files(site, {YAML: doubtful})
    assert gongkai("fix", cwd=site).code == 0
    assert (site / YAML).read_text("utf-8") == replaced(doubtful, "upper：[２，1, 3]", "upper: [2, 1, 3]")
    assert gongkai("check", cwd=site).code == 1


def test_a_slip_in_the_register_hides_none_in_a_report(site: Path) -> None:
    organs = (site / "content/organs.yaml").read_text("utf-8")
    write_files(site, {YAML: SLIPS, "content/organs.yaml": organs.replace("organs:", "organs：")})
    assert gongkai("fix", cwd=site).code == 0
    assert (site / YAML).read_text("utf-8") == MENDED
    assert (site / "content/organs.yaml").read_text("utf-8") == organs


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_mode_of_a_file_stays_and_nothing_else_is_left_behind(site: Path) -> None:
    write_files(site, {YAML: SLIPS})
    (site / YAML).chmod(0o640)
    names = set(tree(site))
    gongkai("fix", cwd=site)
    assert stat.S_IMODE((site / YAML).stat().st_mode) == 0o640
    assert set(tree(site)) == names


def test_a_file_that_cannot_be_written_is_said_and_left_as_it_was(site: Path) -> None:
    write_files(site, {YAML: SLIPS})
    # A folder stands where the new file is prepared: that stops even an administrator.
    (site / YAML).with_name(".report.yaml.gongkai-new").mkdir()
    done = gongkai("fix", "--lang", "en", cwd=site)
    assert done.code == 1
    assert "cannot be written" in done.err
    assert (site / YAML).read_text("utf-8") == SLIPS


def test_what_a_file_says_cannot_steer_the_terminal(site: Path) -> None:
    write_files(site, {YAML: replaced(SLIPS, "# 上层，两盏", "# \u202e上层")})
    assert "\u202e" not in gongkai("fix", "--dry-run", cwd=site).out


def test_a_folder_without_a_site_is_said_to_be_none(tmp_path: Path) -> None:
    done = gongkai("fix", "--lang", "en", cwd=tmp_path)
    assert (done.code, done.err.startswith(". is no site: ")) == (2, True)
    assert list(tmp_path.iterdir()) == []
