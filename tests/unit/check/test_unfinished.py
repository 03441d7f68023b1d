"""Blanks that were not filled in, and tables drawn by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.pipeline import check
from shown import located
from toy import MARKDOWN, write_files


def found(site: Path, weather: str, light: str = "油够。") -> list[str]:
    text = f"## 一、这一年的天气\n\n{weather}\n\n## 二、灯与油\n\n{light}\n\n## 四、守灯人的愿望\n\n猫。\n"
    write_files(site, {MARKDOWN: text})
    return located(check(site).problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共记录大雾XX次。", "3:6 D251"),
        ("共记录大雾 ×× 次。", "3:7 D251"),
        ("共记录大雾ＸＸ次。", "3:6 D251"),
        ("来船＿＿艘次，点灯____次。", "3:10 D251; 3:3 D255"),
        ("来船□次。", "3:3 D251"),
        ("记录信息  条。", "3:5 D251"),
        ("记录信息\u3000条，发布。", "3:5 D251"),
        ("记录信息 条。", "3:3 D255"),
        ("大雾（待补）次。", "3:3 D251"),
        ("大雾【待统计】次。", "3:3 D251"),
        ("TODO 大雾。", "3:1 D251"),
        ("全年XX％的日子有雾。", "3:3 D251"),
        ("邻近的××岛有雾。", "3:4 D255"),
        ("手册写着“雾XX次”。", "3:7 D255"),
        ("记录信息（）条，来船【】次，点灯（ ）次。", "3:5 D251; 3:11 D251; 3:17 D251"),
        ("大雾（此处填写天数）多。", "3:3 D251"),
        ("20XX年大雾，202X年也有。", "3:1 D251; 3:9 D251"),
        ("来船12X件，点灯3×次。", "3:3 D251; 3:10 D251"),
        ("来船：待补充。", "3:4 D255"),
        ("灯亮□，油够。", "3:3 D255"),
        # Words that only look like it.
        ("油够：☑是 □否。", ""),
        ("油够：□是 □否。", ""),
        ("油够□，灯亮☑。", ""),
        ("灯（一）条，灯（ 甲 ）次。", ""),
        ("灯具3×5米，12X号。", ""),
        ("（请补充说明人数后）再来，请填写表格。", ""),
        ("记录信息 12 条。", ""),
        ("记录信息十二 条。", ""),
        ("规范性文 件，各一份。", ""),
        ("每 次都记。", ""),
        ("待补正的一件，有待补充，时间待定。", ""),
        ("灯具 30×5 米，XXL 号雨衣，www.xx.org/xxgk 可查。", ""),
        ("由 **重点** 与 __雾__ 组成，见第三条。", ""),
        ("___\n\n雾。", ""),
        ("雾多。  \n条件不好。", ""),
        ("雾多，  条件不好。", ""),
        ("大家  条理清楚。", ""),
    ],
)
def test_blanks(site: Path, text: str, expected: str) -> None:
    assert found(site, text) == list(filter(None, expected.split("; ")))


FILE = {".png": b"\x89PNG", "xlsx": b"PK\x03\x04"}
BARS = "| 灯 | 数 |\n|---|---|\n| 上层 | XX |"


@pytest.mark.parametrize(
    ("light", "expected"),
    [
        (BARS, "8:1 D253"),
        ("灯 | 数\n--- | ---\n上层 | 3", "8:1 D253"),
        ("上层 3\n下层 4\n起风时 8", "9:1 D253"),
        ("上层\t3\n\n下层\t4\n\n起风时\t8", "11:1 D253"),
        ("![灯数表](lamps.png)", "7:8 D253"),
        # A picture that says it is of the section's table, by its words or its file; or that says nothing.
        ("![灯与油](lamps.png)", "7:8 D253"),
        ("![截图](lamps.png)", "7:7 D253"),
        ("![各室灯数](deng-biaoge.png)", "7:9 D253"),
        ("![图片1](lamps.png)", "7:8 D253"),
        ("[各室灯数](lamps-table.png)", "7:8 D253"),
        ("![上层](lamps.png)\n\n![下层](lamps.png)", "7:7 D253"),
        ("![灯数趋势图](table.png)\n\n![灯塔照片](lamps.png)", ""),
        ("![灯数变化情况表](lamps.png)", "7:12 D253"),
        ("![各室灯数](lamp_tables_2.png)", "7:9 D253"),
        ("![点灯代表](lamps.png)", ""),
        # Words that only look like those of a table, and charts.
        *(
            (f"![各室灯数]({name}.png)", "")
            for name in ("vegetables", "stable", "portable", "timetabled", "excellent")
        ),
        *(
            (f"![{words}](lamps.png)", "")
            for words in (
                "钟表",
                "仪表盘",
                "发表会",
                "灯与油趋势图示",
                "灯与油变化",
                "图1 灯与油",
                "灯与油图（上）",
            )
        ),
        ("[灯数](lamps-table.xlsx)", ""),
        ("上层 3\n下层 4\n\n油够。", ""),
        ("上层点灯 3\n下层点灯 4\n起风点灯 8", ""),
        ("油够。\n\n---\n\n灯亮 | 灯灭", ""),
        ("![灯塔](lamps.png)", ""),
    ],
)
def test_tables_drawn_by_hand(site: Path, light: str, expected: str) -> None:
    pictures = re.findall(r"\(([\w-]+\.\w+)\)", light)
    write_files(site, {MARKDOWN.replace("report.md", picture): FILE[picture[-4:]] for picture in pictures})
    assert found(site, "雾。", light) == list(filter(None, expected.split("; ")))


def test_a_table_as_a_picture_is_told_in_the_other_sections_too(site: Path) -> None:
    write_files(site, {MARKDOWN.replace("report.md", "fog.png"): FILE[".png"]})
    assert found(site, "![雾日统计表](fog.png)") == ["3:10 D253"]
    assert found(site, "![雾中来客登记表](fog.png)") == []
    assert found(site, "![雾日情况表明](fog.png)") == []


def test_a_text_of_blanks_is_read_in_linear_time(site: Path) -> None:
    problems = found(site, "□" * 100_000)
    assert len(problems) <= 1
