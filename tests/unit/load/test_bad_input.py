"""Whatever is wrong with a file is said at its own line, and no other file is hidden by it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.diagnostics.diagnostic import Text
from gongkai.pipeline import check
from shown import problems_of
from toy import MARKDOWN, NARRATIVE, REPORT, YAML, replaced, report_of, write_files

LAUGHS = 'lol: &lol "lol"\n' + REPORT.replace("[2, 1, 3]", "[*lol, *lol, *lol]")
SECTION = NARRATIVE[NARRATIVE.index("## 四") :]


def in_report(old: str, new: str) -> dict[str, str | bytes | None]:
    return {YAML: replaced(REPORT, old, new)}


def in_text(old: str, new: str) -> dict[str, str | bytes | None]:
    return {MARKDOWN: replaced(NARRATIVE, old, new)}


CASES: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "not YAML": (in_report("[2, 1, 3]", "[2, 1, 3]]"), "report.yaml:7:19 D119"),
    "another encoding": ({YAML: REPORT.encode("gb18030")}, "report.yaml:4:8 D102"),
    "UTF-16": ({YAML: REPORT.encode("utf-16")}, "report.yaml:1:1 D102"),
    "a byte order mark": ({YAML: "\ufeff" + REPORT}, "report.yaml:1:1 D103"),
    "a control character": (in_report("北岬灯塔1987", "北岬\x0b灯塔1987"), "report.yaml:4:10 D117"),
    "a mark that turns the direction": (in_text("雾多。", "雾\u202e多。"), "report.md:5:2 D117"),
    "one that does so by its number": (in_text("雾多。", "&#8212;雾&#x202E;多。"), "report.md:5:9 D117"),
    "one that does so by a decimal number": (in_text("雾多。", "雾多&#8238;。"), "report.md:5:3 D117"),
    "one that does so with an end": (in_text("雾多。", "\u2067雾多。"), "report.md:5:1 D117"),
    "a control character as an escape": (
        in_report("title: 北岬灯塔1987年守灯报告", 'title: "北岬灯塔\\u202e1987年守灯报告"'),
        "report.yaml:4:8 D117",
    ),
    "a tab": (in_report("  upper", "\tupper"), "report.yaml:7:1 D106"),
    "a full-width colon": (in_report("upper: ", "upper： "), "report.yaml:7:8 D107"),
    "a full-width digit": (in_report("[2, 1, 3]", "[２, 1, 3]"), "report.yaml:7:11 D212 lamps/upper/white"),
    "a full-width comma": (in_report("[2, 1, 3]", "[2， 1, 3]"), "report.yaml:7:12 D107"),
    "1,234": (in_report("lower: [4, 0, 4]", "lower: [1,234, 0, 1,234]"),
              "report.yaml:8:11 D213; report.yaml:8:21 D213"),
    "12件": (in_report("[2, 1, 3]", "[2件, 1, 3]"), "report.yaml:7:11 D211 lamps/upper/white"),
    "012": (in_report("[2, 1, 3]", "[02, 1, 3]"), "report.yaml:7:11 D214 lamps/upper/white"),
    "a duplicate key": (in_report("  lower:", "  upper: [2, 1, 3]\n  lower:"), "report.yaml:8:3 D108"),
    "an unknown organ": (
        {"content/organs.yaml": "organs:\n  - {id: harbour, name: 群岛港}\n"},
        "report.yaml:2:8 D225; site.yaml:2:8 D225",
    ),
    "a year that is not its folder's": (in_report("year: 1987", "year: 1986"), "report.yaml:3:7 D226"),
    "an organ that is not its folder's": (in_report("north-light", "harbour"), "report.yaml:2:8 D227"),
    "a section missing": (in_text(SECTION, ""), "report.md:1:1 D228"),
    "a section doubled": ({MARKDOWN: f"{NARRATIVE}\n{SECTION}"}, "report.md:13:1 D229"),
    "sections out of order": (
        {MARKDOWN: f"{SECTION}\n{NARRATIVE.replace(SECTION, '')}"}, "report.md:9:1 D230"
    ),
    "an unknown section": ({MARKDOWN: f"{NARRATIVE}\n## 五、海鸥\n\n三只\n"}, "report.md:13:1 D231"),
    "a section without text": (in_text("### 小愿望\n\n来一只猫。\n", ""), "report.md:7:1 D233"),
    "raw HTML": (in_text("雾多。", "雾<b>多</b>。"), "report.md:5:2 D601; report.md:5:6 D601"),
    "a script": (in_text("雾多。", "<script>alert(1)</script>"), "report.md:5:1 D601"),
    "a dangerous link": (in_text("../../../pages/guide.md", "javascript:alert(1)"), "report.md:5:12 D602"),
    "a billion laughs": ({YAML: LAUGHS}, "report.yaml:1:6 D109"),
    "no report.yaml": ({YAML: None}, "report.yaml:1:1 D116"),
    "no report.md": ({MARKDOWN: None}, "report.md:1:1 D116"),
    "no organs.yaml": ({"content/organs.yaml": None}, "organs.yaml:1:1 D116"),
    "no site.yaml": ({"content/site.yaml": None}, "site.yaml:1:1 D116"),
    "a page without front matter": ({"content/pages/guide.md": "# 须知\n"}, "guide.md:1:1 D115"),
    "front matter without end": ({"content/pages/guide.md": "---\ntitle: 须知\n"}, "guide.md:3:1 D115"),
    "a page's name that cannot be an address": (
        {"content/pages/守灯.md": "---\ntitle: 守灯\n---\n\n须知\n"}, "守灯.md:1:1 D114"
    ),
    "a column without column.yaml": ({"content/columns/fog/column.yaml": None}, "column.yaml:1:1 D116"),
    "an empty file": ({YAML: ""}, "report.yaml:1:1 D203"),
    "a list for a file": ({YAML: "- 1\n"}, "report.yaml:1:1 D203"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_bad_input(site: Path, name: str) -> None:
    files, expected = CASES[name]
    write_files(site, files)
    assert problems_of(site) == expected.split("; ")


def test_a_folder_of_a_year_that_is_none(site: Path) -> None:
    write_files(site, {"content/reports/north-light/87/report.yaml": REPORT})
    assert problems_of(site) == ["87:1:1 D114"]


@pytest.mark.parametrize(
    "name", [YAML, MARKDOWN, "content/pages/guide.md", "content/columns/fog/column.yaml"]
)
def test_a_link_out_of_the_site_is_not_followed(site: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.write_text("secret: 1\n")
    (site / name).unlink()
    (site / name).symlink_to(outside)
    found = problems_of(site)
    assert f"{Path(name).name}:1:1 D113" in found
    assert {line.split()[1] for line in found} == {"D113"}


@pytest.mark.parametrize("name", ["content/reports/north-light", "content/reports/north-light/1988"])
def test_a_folder_that_leads_out_of_the_site_is_not_followed(site: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    link = site / "content/reports" / ("south" if name.endswith("light") else "north-light/1988")
    link.symlink_to(outside)
    assert problems_of(site) == [f"{link.name}:1:1 D113"]


def test_a_folder_in_circles_ends(site: Path) -> None:
    (site / "content/columns/fog/again").symlink_to(site / "content/columns")
    found = problems_of(site)
    assert found == ["column.yaml:1:1 D521"]


def test_a_file_that_may_not_be_read_is_said_to_be_so(site: Path) -> None:
    if os.geteuid() == 0:
        (site / YAML).unlink()
        (site / YAML).mkdir()  # what not even root can read as a file
    else:
        (site / YAML).chmod(0)
    assert "report.yaml:1:1 D101" in problems_of(site)


def test_one_broken_report_hides_no_other(site: Path) -> None:
    broken = report_of(1988)
    broken["content/reports/north-light/1988/report.yaml"] = "a: 1\n b: 2\n"
    wrong = report_of(1989)
    wrong["content/reports/north-light/1989/report.yaml"] = wrong[
        "content/reports/north-light/1989/report.yaml"
    ].replace("[2, 1, 3]", "[2, 1, 4]")
    write_files(site, {**broken, **wrong})
    assert problems_of(site) == ["report.yaml:2:3 D105", "report.yaml:7:17 D301 lamps/upper/both"]


def test_what_a_missing_column_file_is_to_hold_makes_it_one(site: Path) -> None:
    path = site / "content/columns/fog/column.yaml"
    path.unlink()
    (problem,) = check(site).problems
    how = problem.arguments["how"]
    assert isinstance(how, Text)
    path.write_text(f"{how.zh.split('“')[1].rstrip('”')}\n", "utf-8")
    assert problems_of(site) == []
