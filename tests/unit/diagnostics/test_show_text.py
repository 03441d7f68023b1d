"""Problems in the terminal: input and the exact block that people read."""

from __future__ import annotations

import re
from dataclasses import replace

from problem_samples import EMPTY, ROW_TOTAL, SKIPPED, lines

from gongkai.diagnostics.counts import count_line
from gongkai.diagnostics.show_text import rule_summary, show_text

CHINESE = """\
content/reports/shuiwu/2024/report.yaml:41:33: 错误[D301 row-total]
  “予以公开”的“总计”应为 11，实为 12，相差 1
   41 │     granted: [6, 3, 2, 0, 0, 0, 12]
      │               ^  ^  ^           ^^
   各项  自然人 6 + 商业企业 3 + 科研机构 2 = 11
   可能  本行多计 1
   办法  与台账核对后改正
   另见  content/reports/shuiwu/2024/report.yaml:63:5 （七）总计
   详见  gongkai explain D301

content/reports/shuiwu/2024/report.md:1:1: 警告[D604 heading-skipped]
  “#### 一、总体情况”跳过了一级标题
   1 │ #### 一、总体情况
     │ ^^^^
   办法  标题逐级加深
   详见  gongkai explain D604
"""

ENGLISH = """\
content/reports/shuiwu/2024/report.yaml:41:33: error[D301 row-total]
  “Total” of “Granted” should be 11, but is 12; the difference is 1
   41 │     granted: [6, 3, 2, 0, 0, 0, 12]
      │               ^  ^  ^           ^^
   parts   6 + 3 + 2 = 11
   likely  this row counts 1 too many
   help    Check it against the ledger
   also    content/reports/shuiwu/2024/report.yaml:63:5 the column's total
   see     gongkai explain D301
"""


def test_chinese() -> None:
    assert show_text([ROW_TOTAL, SKIPPED], lines, "zh-CN") == CHINESE


def test_english() -> None:
    assert show_text([ROW_TOTAL], lines, "en") == ENGLISH


def test_without_an_excerpt() -> None:
    block = show_text([EMPTY], lines, "zh-CN").split("\n")
    assert block[0] == "content/columns/a/column.yaml:1:1: 提示[D501 empty-topic]"
    assert block[2].startswith("   办法  ")


def test_colour_changes_nothing_but_colour() -> None:
    coloured = show_text([ROW_TOTAL, SKIPPED], lines, "zh-CN", colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == CHINESE
    assert "\x1b[1;31m^^\x1b[0m" in coloured  # the total
    assert "\x1b[36m^\x1b[0m" in coloured  # a part of it


def test_what_content_says_cannot_steer_the_terminal_or_start_a_line() -> None:
    problem = replace(SKIPPED, arguments={"found": "a\x1b[2J\n::error::b\u202e"})
    sentence = show_text([problem], lines, "zh-CN").split("\n")[1]
    assert sentence == "  “a␛[2J ::error::b�”跳过了一级标题"


def test_counts() -> None:
    assert count_line([], "zh-CN") == "0 个错误，0 个警告"
    assert count_line([ROW_TOTAL, ROW_TOTAL, SKIPPED, EMPTY], "zh-CN") == "2 个错误，1 个警告，1 个提示"
    assert count_line([ROW_TOTAL, SKIPPED, SKIPPED], "en") == "1 error, 2 warnings"
    assert count_line([EMPTY, EMPTY], "en") == "0 errors, 0 warnings, 2 notes"


def test_a_summary_by_rule_has_the_gravest_and_the_most_frequent_first() -> None:
    problems = [EMPTY, SKIPPED, *[ROW_TOTAL] * 12]
    assert rule_summary(problems, "zh-CN") == (
        "按规则\n"
        "   错误 12  D301 row-total        行合计不符\n"
        "   警告  1  D604 heading-skipped  标题跳级\n"
        "   提示  1  D501 empty-topic      栏目没有内容"
    )
    coloured = rule_summary(problems, "en", colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == rule_summary(problems, "en")
    assert "\x1b[1;31merror  \x1b[0m" in coloured
