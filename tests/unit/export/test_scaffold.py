"""Blank reports read like the form, and hold what last year's reports determine and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.diagnostics.width import text_width
from gongkai.export.last_year import LastYear, last_year
from gongkai.export.scaffold import blank_narrative, blank_report, unfilled
from gongkai.load.site import read_site
from gongkai.model.form import Form
from gongkai.model.records import Site
from shown import problems_of
from toy import FORM, YAML, replaced, report_of, write_files, write_site

PREVIOUS = replaced(
    FORM,
    "      - {each: column, sum: stored + bought = burnt + kept}\n",
    """\
      - {each: column, sum: stored + bought = burnt + kept}
      - {each: column, sum: stored = previous.kept, rule: last-year-relation}
""",
)
PREVIOUS = replaced(
    PREVIOUS,
    "      - {each: row, sum: white + red = both}\n",
    """\
      - {each: row, sum: white + red = both}
      - {each: row, sum: white <= previous.white + previous.red, rule: last-year-relation}
""",
)
ORGANS = "content/organs.yaml"
TWO = """\
organs:
  - {id: harbour, name: 群岛港}
  - {id: south-light, name: 南岬灯塔, to: 1987}
  - {id: north-light, name: 北岬灯塔}
  - id: both-lights
    name: 双岬灯塔
    lineage: [{year: 1988, from: [north-light, south-light], name: 旧双岬灯塔}]
"""


@pytest.fixture
def site_with_previous(tmp_path: Path) -> Path:
    return write_site(tmp_path, {"content/formats/toy.yaml": PREVIOUS})


def read(root: Path) -> tuple[Site, Form]:
    site, _ = read_site(root)
    assert site
    return site, next(form for form in site.forms.values() if form.id == "toy")


def known(root: Path, organ: str, year: int) -> LastYear:
    site, form = read(root)
    return last_year(site, site.organ_by_id[organ], form, year)


def blank(root: Path, organ: str, year: int, required: tuple[str, ...] = (), first_line: str = "") -> str:
    site, form = read(root)
    last = last_year(site, site.organ_by_id[organ], form, year)
    return blank_report(form, site.organ_by_id[organ], year, last, required=required, first_line=first_line)


def test_it_reads_like_the_form(site: Path) -> None:
    assert (
        blank(site, "north-light", 2001).split("\n\n", 1)[1]
        == """\
# 二、灯与油

lamps:  # 灯
  #       白光  红光  合计
  upper: [   □,    □,    =]  # 上层
  lower: [   □,    □,    =]  # 下层

oil:  # 灯油
  #         升数  罐数
  stored:  [   □,    □]  # 年初存油
  bought:  [   □,    □]  # 本年购油
  # 去向
  burnt:  # 点用
    calm:  [   □,    □]  # 风平时
    storm: [   □,    □]  # 起风时
  kept:    [   □,    □]  # 年末存油

# 三、来船

visits:  # （小船与大船相加为总数）
  #        小船  大船  总数
  spring: [   □,    □,    =]  # 春天
  # 风季
  autumn: [   □,    □,    =]  # 秋天
  winter: [   □,    □,    =]  # 冬天
"""
    )


def test_heads_stand_over_their_figures(site: Path) -> None:
    lines = blank(site, "north-light", 2001).split("\n")
    head = next(line for line in lines if "白光" in line)
    row = next(line for line in lines if "upper" in line)
    ends = [text_width(head[: head.index(word) + len(word)]) for word in ("白光", "红光", "合计")]
    assert ends == [i for i, char in enumerate(row) if char in ",]"]


def test_one_column_is_written_without_brackets(site: Path) -> None:
    form = replaced(FORM, "      - {id: cans, label: 罐数}\n", "")
    write_files(site, {"content/formats/toy.yaml": form})
    assert "  stored:  □     # 年初存油\n" in blank(site, "north-light", 2001)


def test_a_first_line_is_put_first(site: Path) -> None:
    assert blank(site, "north-light", 2001, first_line="# 头一行").startswith("# 头一行\n# 守灯年报")


def test_what_the_portal_asks_for_has_a_line_to_fill_in(site: Path) -> None:
    assert "review" not in blank(site, "north-light", 2001)
    text = blank(site, "north-light", 2001, required=("review",))
    assert text.count("# review: {reviewer: ") == 1


def test_what_last_year_determines_is_filled_in(site_with_previous: Path) -> None:
    last = known(site_with_previous, "north-light", 1988)
    assert last.figures == {"oil/stored/litres": "12.00", "oil/stored/cans": "3"}
    text = blank(site_with_previous, "north-light", 1988)
    assert "  stored:  [12.00,    3]  # 年初存油" in text
    assert "来自 1987 年的报告" in text


def test_what_it_only_bounds_is_a_note(site_with_previous: Path) -> None:
    last = known(site_with_previous, "north-light", 1988)
    assert last.notes["lamps", "upper"] == ("上年白光 2", "上年红光 1")
    assert "# 上层；上年白光 2；上年红光 1\n" in blank(site_with_previous, "north-light", 1988)


def test_a_missing_last_year_is_said_and_nothing_filled_in(site_with_previous: Path) -> None:
    last = known(site_with_previous, "north-light", 1990)
    assert last.wanting
    assert last.wanting.zh == "没有北岬灯塔 1989 年的报告"
    assert not last.figures
    assert not last.notes
    assert "年的报告，请核对" not in blank(site_with_previous, "north-light", 1990)


@pytest.mark.parametrize(
    ("written", "filled_in"),
    [("[/, 3]", {"oil/stored/litres": "/", "oil/stored/cans": "3"}), ("[~, 3]", {"oil/stored/cans": "3"})],
)
def test_states_of_last_year_are_kept_apart(
    site_with_previous: Path, written: str, filled_in: dict[str, str]
) -> None:
    text = (site_with_previous / YAML).read_text("utf-8")
    write_files(site_with_previous, {YAML: replaced(text, "kept: [12.00, 3]", f"kept: {written}")})
    assert known(site_with_previous, "north-light", 1988).figures == filled_in


def test_another_form_tells_only_of_cells_that_it_has_too(site_with_previous: Path) -> None:
    later = PREVIOUS.replace("id: toy", "id: later").replace("{from: 1950}", "{from: 1988}")
    later = later.replace("id: litres", "id: volume")
    write_files(site_with_previous, {"content/formats/later.yaml": later})
    site, _ = read_site(site_with_previous)
    assert site
    form = next(form for form in site.forms.values() if form.id == "later")
    last = last_year(site, site.organ_by_id["north-light"], form, 1988)
    assert last.figures == {"oil/stored/cans": "3"}


def test_predecessors_are_added_up(site_with_previous: Path) -> None:
    write_files(site_with_previous, {ORGANS: TWO, **report_of(1987, "south-light", "南岬灯塔")})
    last = known(site_with_previous, "both-lights", 1988)
    assert [report.organ for report in last.reports] == ["north-light", "south-light"]
    assert last.figures == {"oil/stored/litres": "24.00", "oil/stored/cans": "6"}


def test_predecessors_are_added_up_whole_or_not_at_all(site_with_previous: Path) -> None:
    write_files(site_with_previous, {ORGANS: TWO})
    last = known(site_with_previous, "both-lights", 1988)
    assert last.wanting
    assert last.wanting.zh == "没有南岬灯塔 1987 年的报告"


def test_a_predecessor_that_went_on_is_no_source(site_with_previous: Path) -> None:
    organs = replaced(TWO, "to: 1987", "to: 1990")
    write_files(site_with_previous, {ORGANS: organs, **report_of(1987, "south-light", "南岬灯塔")})
    last = known(site_with_previous, "both-lights", 1988)
    assert last.wanting
    assert "南岬灯塔只有一部分并入" in last.wanting.zh


def test_the_title_has_the_name_of_that_year(site_with_previous: Path) -> None:
    write_files(site_with_previous, {ORGANS: TWO})
    assert "title: 旧双岬灯塔1987年守灯报告" in blank(site_with_previous, "both-lights", 1987)
    assert "title: 双岬灯塔1988年守灯报告" in blank(site_with_previous, "both-lights", 1988)


def test_what_is_to_be_filled_in_is_counted(site_with_previous: Path) -> None:
    site, form = read(site_with_previous)
    last = last_year(site, site.organ_by_id["north-light"], form, 1988)
    assert [(table.id, count) for table, count in unfilled(form, last)] == [
        ("lamps", 4),
        ("oil", 8),
        ("visits", 6),
    ]


def test_the_narrative_names_what_is_asked_of_this_kind_of_organ(site: Path) -> None:
    wants = """\
  - id: weather
    heading: 一、这一年的天气
    wants:
      - {rule: aspects-missing, name: 雾, words: [雾]}
      - {rule: aspects-missing, name: 风, words: [风], kinds: [department]}
      - {rule: aspects-missing, name: 浪, words: [浪], when: lamps/upper/white}
"""
    form = replaced(FORM, "  - {id: weather, heading: 一、这一年的天气}\n", wants)
    form += "wants: [{rule: period-missing, name: 年月, words: [年]}]\n"
    write_files(site, {"content/formats/toy.yaml": form})
    read_again, toy = read(site)
    text = blank_narrative(toy, read_again.organ_by_id["north-light"])
    assert text.split() == [
        "【请写年月（写在哪一部分都可以）】",
        *("##", "一、这一年的天气", "【请写雾】"),
        *("##", "四、守灯人的愿望", "【请写本部分】"),
    ]


def test_what_is_made_only_wants_filling_in(site_with_previous: Path) -> None:
    site, form = read(site_with_previous)
    folder = "content/reports/north-light/1988"
    organ = site.organ_by_id["north-light"]
    assert problems_of(site_with_previous) == []
    write_files(
        site_with_previous,
        {
            f"{folder}/report.yaml": blank(site_with_previous, "north-light", 1988),
            f"{folder}/report.md": blank_narrative(form, organ),
        },
    )
    assert {line.split()[1] for line in problems_of(site_with_previous)} == {"D210", "D258"}
