"""Text that belongs to another organ, another year or another government."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.pipeline import check
from shown import located, problems_of, shown
from toy import FILES, MARKDOWN, replaced, report_of, write_files

COUNTY = "  - {id: yunxi, name: 云溪县人民政府, kind: government}\n"


def found(site: Path, name: str, text: str, others: str = COUNTY, parent: str = "yunxi") -> list[str]:
    """Let the report be that of an organ of a name, below a county, and give its problems."""
    organs = f"organs:\n{others}  - {{id: harbour, name: 群岛港}}\n"
    organs += (
        f"  - {{id: north-light, name: {name}, kind: department{f', parent: {parent}' if parent else ''}}}\n"
    )
    data = FILES[MARKDOWN.replace(".md", ".yaml")].replace("北岬灯塔", name)
    narrative = f"## 一、这一年的天气\n\n{text}\n\n## 四、守灯人的愿望\n\n猫。\n"
    files = {"content/organs.yaml": organs, MARKDOWN: narrative, MARKDOWN.replace(".md", ".yaml"): data}
    write_files(site, files)
    return located(check(site).problems)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("云溪县水务局", "我局公开，本局答复，我县落实，我市部署，我单位负责。", ""),
        ("云溪县水务局", "公开本乡事项。", "3:3 D631"),
        ("云溪县水务局", "我镇和我镇，我委也是。", "3:1 D631; 3:7 D631"),
        ("云溪县水务局", "我区公开。", "3:1 D631"),
        ("云溪县水务局", "我区公开，自治区要求。", ""),
        ("石桥镇人民政府", "我镇和本镇，我县。", ""),
        ("石桥镇人民政府", "我局负责。", "3:1 D631"),
        ("云溪县东城街道办事处", "我街道、我办、本街道。", ""),
        ("云溪县发展和改革委员会", "我委。", ""),
        ("云溪高新区管委会", "我委、我区、我办。", ""),
        ("云溪县政府办公室", "我办。", ""),
        # Letters of a name that tell nothing of the organ.
        ("云溪县城乡一体化示范区管委会", "公开本乡事项，我区落实。", "3:3 D631"),
        ("云溪县住房和城乡建设局", "公开我乡事项，我局落实。", "3:3 D631"),
        ("云溪县社区服务中心", "我区公开。", "3:1 D631"),
        # Not a word for oneself.
        ("云溪县水务局", "申请人说“我镇没有水”。见《我镇的水》。", ""),
        (
            "云溪县水务局",
            "我委托他人，我办理业务，本办法，本区域，本乡镇企业，我区别对待，自我局限，文本区，基本院校。",
            "",
        ),
    ],
)
def test_words_for_oneself(site: Path, name: str, text: str, expected: str) -> None:
    assert found(site, name, text) == list(filter(None, expected.split("; ")))


def test_a_place_is_judged_only_where_a_name_tells_of_one(site: Path) -> None:
    assert found(site, "石桥镇人民政府", "我县和我区。", parent="") == []


def test_a_centre_whose_organ_is_not_in_the_register_may_speak_for_it(site: Path) -> None:
    assert found(site, "云溪县机关事务服务中心", "我局公开，我镇。", parent="") == ["3:6 D631"]
    assert found(site, "云溪县机关事务服务中心", "我局公开。") == ["3:1 D631"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现公布临河县水务局1987年政府信息公开工作年度报告。", "3:4 D630"),
        ("现将临河县水务局政府信息公开工作年度报告公布如下。", "3:3 D630"),
        ("依照条例，临河县水务局编制本报告。", "3:6 D630"),
        ("本报告由临河县发展和改革委员会编制。", "3:5 D630"),
        ("由临河县水务局负责编制本年度报告。", "3:2 D630"),
        ("现公布云溪县水务局1987年政府信息公开工作年度报告。", ""),
        ("现公布海州市云溪县水务局1987年政府信息公开工作年度报告。", ""),
        ("现将我市云溪县水务局政府信息公开工作年度报告公布如下。", ""),
        ("本报告由云溪县人民政府办公室编制。本报告由我局编制。由局办公室编制本报告。", ""),
        ("临河县水务局的做法值得学习，临河县水务局编制其报告。", ""),
    ],
)
def test_the_name_of_an_organ_that_no_register_has(site: Path, text: str, expected: str) -> None:
    assert found(site, "云溪县水务局", text) == list(filter(None, expected.split("; ")))


LINHE = COUNTY + "  - {id: linhe, name: 临河县水务局}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临河县水务局认真落实制度。", "3:1 D630"),
        ("1987年，临河县水务局共公开十条。", "3:7 D630"),
        ("现公布临河县水务局1987年政府信息公开工作年度报告。", "3:4 D630"),
        ("本报告由临河县水务局编制。", "3:5 D630"),
        ("云溪县水务局认真落实制度。", ""),
        ("云溪县人民政府高度重视。", ""),
        ("与临河县水务局会商。临河县水务局提供了资料。", ""),
        ("根据《临河县水务局1987年政府信息公开工作年度报告》的做法。", ""),
    ],
)
def test_another_organs_name(site: Path, text: str, expected: str) -> None:
    assert found(site, "云溪县水务局", text, LINHE) == list(filter(None, expected.split("; ")))


@pytest.mark.parametrize(
    ("text", "is_stale"),
    [
        ("2022年，我局认真贯彻条例。", True),
        ("2022年度，云溪县水务局共公开信息十条。", True),
        ("（一）主动公开。2022年，我局收到申请3件。", True),
        ("2022年,未收到申请。", True),
        ("2023年，我局认真贯彻条例。", False),
        ("2022年，我局收到申请3件，2023年办结。", False),
        ("2022年收到的申请，本年都已答复。", False),
        ("2022年共公开十条，今年比上年多。", False),
        ("2022年修订的办法继续执行。", False),
        ("2022年以来，我局认真整改反馈的问题。", False),
        ("2024年，我局将认真贯彻条例。", False),
        ("自2022年起，我局坚持按月公开。", False),
        ("公开2022年度部门决算。", False),
        ("按照〔2022〕30号文件的要求。", False),
    ],
)
def test_a_sentence_of_another_year(site: Path, text: str, *, is_stale: bool) -> None:
    data = FILES[MARKDOWN.replace(".md", ".yaml")].replace("1987", "2023")
    narrative = f"## 一、这一年的天气\n\n{text}\n\n## 四、守灯人的愿望\n\n猫。\n"
    folder = "content/reports/north-light/2023/"
    write_files(site, {f"{folder}report.yaml": data, f"{folder}report.md": narrative})
    assert ("D632" in {problem.code for problem in check(site).problems}) == is_stale


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("部分地区还存在公开不及时的问题。", "3:1 D635"),
        ("多数部门公开及时，供水科还不够。", ""),
        ("部分地区停水时，及时公开。", ""),
    ],
)
def test_words_of_a_territory_in_the_report_of_one_organ(site: Path, text: str, expected: str) -> None:
    assert found(site, "云溪县水务局", text) == list(filter(None, expected.split("; ")))
    assert found(site, "云溪县人民政府办公室", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本报告可从 www.linhe.gov.cn 下载。", "3:7 D636"),
        ("邮箱：xxgk@linhe.gov.cn。", "3:9 D636"),
        ("本报告可从 www.yunxi.gov.cn 下载。", ""),
        ("本报告可从 shuiwu.yunxi.gov.cn 下载，邮箱 a@yunxi.gov.cn。", ""),
        ("法规见 www.gov.cn，本报告据此编制。", ""),
        ("水质数据见 www.linhe.gov.cn。", ""),
    ],
)
def test_addresses_of_another_government(site: Path, text: str, expected: str) -> None:
    portal = replaced(
        FILES["content/site.yaml"], "organ: north-light\n", "organ: north-light\ndomain: www.yunxi.gov.cn\n"
    )
    write_files(site, {"content/site.yaml": portal})
    assert found(site, "云溪县水务局", text) == list(filter(None, expected.split("; ")))


NIGHTS = """
东 点亮 3 船都看见了岬角
西 擦净 5 海鸥停在栏杆上不肯走
南 添油 7 油罐见了底
北 换芯 2 邮船晚到两个时辰
东北 守着 9 渔村的人上来借火
西南 修好 4 玻璃裂了一道缝
东南 转动 6 齿轮里进了沙
西北 数过 8 账本写到最后一页
上 吊起 1 绳子磨断了一股
下 熄灭 10 天亮时雾散得干净
海 照着 11 潮水退到礁石外边
山 挂起 12 松树挡住半边光
"""
CHAPTER = "".join(
    f"第{number}夜的雾从{side}面来，守灯人{deed}了{count}盏灯，{after}。\n\n"
    for number, (side, deed, count, after) in enumerate(map(str.split, NIGHTS.split("\n")[1:-1]), 1)
)


def narrative(chapter: str) -> str:
    return f"## 一、这一年的天气\n\n{chapter}\n## 四、守灯人的愿望\n\n来一只猫。\n"


def with_reports(site: Path, first: str, second: str, year: int, organ: str, name: str) -> list[str]:
    folder = f"content/reports/{organ}/{year}"
    files = {
        **report_of(year, organ, name),
        f"{folder}/report.md": narrative(second),
        MARKDOWN: narrative(first),
    }
    write_files(site, files)
    return [line for line in shown(check(site).problems) if "D63" in line]


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        (CHAPTER, True),
        (CHAPTER.replace("玻璃裂了一道缝", "玻璃裂了两道缝"), True),
        (CHAPTER.replace("守灯人", "老水手").replace("盏灯", "面旗").replace("雾从", "风由"), False),
        (CHAPTER[:200], False),
    ],
)
def test_last_years_text_and_a_peers_text_are_told_once(site: Path, second: str, *, is_same: bool) -> None:
    last = with_reports(site, CHAPTER, second, 1988, "north-light", "北岬灯塔")
    assert last == (["report.md:1:1 D633"] if is_same else [])


def test_a_peers_text_is_told_at_the_later_report_of_the_pair(site: Path) -> None:
    peer = with_reports(site, CHAPTER, CHAPTER.replace("玻璃", "镜子"), 1987, "harbour", "群岛港")
    assert peer == ["report.md:1:1 D634"]


def test_short_texts_are_not_compared(site: Path) -> None:
    assert with_reports(site, "雾多。", "雾多。", 1988, "north-light", "北岬灯塔") == []
    assert problems_of(site) == []
