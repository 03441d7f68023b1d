"""Two figures that stand in each other's place, and figures that nothing sets apart."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.check.arithmetic import check_arithmetic
from gongkai.diagnostics.diagnostic import Problems
from gongkai.load.reports import DATA
from gongkai.load.site import read_site
from toy import write_files

ROOT = Path(__file__).resolve().parents[3]


def problems(tmp_path: Path, row: str, cells: str, others: dict[str, str] | None = None) -> Problems:
    """The arithmetic problems of the shipped report with rows of it changed."""
    text = (ROOT / "content/reports/shifanqu/2022" / DATA).read_text("utf-8")
    for name, values in {row: cells, **(others or {})}.items():
        text, count = re.subn(rf"(?m)^( +{name}: *)\[[^]]*\]", rf"\g<1>[{values}]", text)
        assert count == 1
    organs = "organs: [{id: a, name: 甲}]\n"
    data = re.sub(r"(?m)^organ: .*", "organ: a", text)
    write_files(
        tmp_path,
        {
            "content/site.yaml": "name: 甲\norgan: a\n",
            "content/organs.yaml": organs,
            "content/reports/a/2022/report.yaml": data,
        },
    )
    site, _ = read_site(tmp_path)
    assert site
    return tuple(check_arithmetic(site.reports[0], site))


def test_two_figures_swapped_in_a_row_are_both_named_with_each_other(tmp_path: Path) -> None:
    found = problems(tmp_path, "granted", "0, 1, 0, 0, 0, 0, 1")
    assert [(p.code, p.cell) for p in found] == [
        ("D304", "requests/results.granted/natural_person"),
        ("D304", "requests/results.granted/commercial_enterprise"),
    ]
    assert "互换" in found[0].notes[-1].sentence.zh


def test_a_row_too_high_throughout_breaks_the_balance_once_and_accuses_no_total(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "new_received", "2, 0, 0, 0, 0, 0, 2")
    assert (found.code, found.cell) == ("D303", "requests/carried_forward/natural_person")
    assert found.notes[-1].sentence.zh == "“总计”差 1：是某一行连同合计一起填错了"


def test_blanks_that_the_sums_fill_are_told_with_their_figure(tmp_path: Path) -> None:
    found = problems(tmp_path, "granted", "~, 0, 0, 0, 0, 0, 1")
    (blank,) = found
    assert (blank.code, blank.cell) == ("D305", "requests/results.granted/natural_person")
    assert blank.arguments["computed"] == "1"


def test_a_stranger_among_zeros_is_accused_and_not_the_total(tmp_path: Path) -> None:
    found = problems(tmp_path, "reconsideration", "0, 7, 0, 0, 0")
    assert [p.cell for p in found] == ["review_and_litigation/reconsideration/corrected"]


def test_digits_swapped_in_a_part_are_seen(tmp_path: Path) -> None:
    found = problems(tmp_path, "reconsideration", "191, 25, 91, 24, 259")
    assert [(p.cell, p.arguments["computed"]) for p in found] == [
        ("review_and_litigation/reconsideration/upheld", "119")
    ]


def test_a_wrong_total_is_named_and_not_its_parts(tmp_path: Path) -> None:
    found = problems(tmp_path, "reconsideration", "119, 25, 91, 24, 260")
    assert [(p.code, p.cell) for p in found] == [("D301", "review_and_litigation/reconsideration/total")]
