"""Figures in the text against the tables: what is told, and where."""

from __future__ import annotations

import pytest
from narratives import marked, problems

from gongkai.diagnostics.catalogue import sentence


@pytest.mark.parametrize(
    "text",
    [
        "新收政府信息公开申请35件，上年结转2件，结转下年度继续办理1件。",
        "全年收到政府信息公开申请３５件，办结36件。",
        # What is received may have what was carried over in it, and what is done may not.
        "全县共受理政府信息公开申请37件（其中新收35件，2021年结转2件），转2023年办理1件。",
        "收到政府信息公开申请三十五件，答复三十六件。",
        "收到35份政府信息公开申请，其中自然人申请30件，法人或其他组织申请5件。",
        "办结依申请公开36件，其中12件准予公开、4件部分公开，予以公开及部分公开的16件，占44.44%。",
        "依申请公开办结36件：予以公开12件；不予公开2件；因本机关不掌握等原因无法提供12件；不予处理6件。",
        # One reason for not being able to provide, in the words of both the group and the row.
        "依申请公开中，因本机关不掌握相关政府信息无法提供9件。",
        "依申请公开中，因本机关不掌握相关政府信息无法提供12件。",
        "因政府信息公开被申请行政复议7件、提起行政诉讼9件。行政复议、诉讼分别为7件、9件。",
        "信息公开类行政复议7件，均获维持；未经复议直接起诉6件，其中结果维持5件、尚未审结1件。",
        "制发行政规范性文件5件，废止2件，现行有效40件。作出行政许可决定300件。",
        "收取行政事业性收费227.782万元（2277820元），约228万元。",
        "新收政府信息公开申请{{ requests.new_received.total }}，办结{{ requests.results.total.total }}。",
        "",
        "一年来各项工作稳步推进，没有可说的数字。",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收政府信息公开申请53件。", ["D620 53件"]),
        ("依申请公开方面，全年收到申请35件，上年结转3件。", ["D620 3件"]),
        ("政府信息公开申请中，上年结转2件，结转下年度继续办理2件。", ["D620 2件"]),
        ("政府信息公开申请中，另有3件转2023年继续办理。", ["D620 3件"]),
        ("共受理政府信息公开申请38件。", ["D621 38件"]),
        ("依申请公开三十八件。", ["D621 三十八件"]),
        ("收到8份政府信息公开申请。", ["D621 8份"]),
        ("收到政府信息公开申请35件，其中自然人申请28件。", ["D621 28件"]),
        ("收到政府信息公开申请35件，予以公开及部分公开258件。", ["D621 258件"]),
        ("收到政府信息公开申请35件，因本机关不掌握等原因无法提供9件。", ["D621 9件"]),
        ("收到政府信息公开申请35件，不掌握相关信息和重复申请各6件。", ["D621 6件"]),
        ("信息公开类行政复议6件，行政诉讼9件。", ["D621 6件"]),
        ("信息公开类复议、诉讼分别为7件、8件。", ["D621 8件"]),
        ("信息公开类行政复议7件，诉讼9件，均获维持。", ["D625 均获维持"]),
        ("本年度未收到政府信息公开申请。", ["D622 未收到政府信息公开申请"]),
        ("未发生因政府信息公开引起的行政复议、行政诉讼。", ["D623 行政复议", "D623 行政诉讼"]),
        ("信息公开类行政诉讼均未发生。", ["D623 行政诉讼"]),
        ("依申请公开办结36件，予以公开12件，占31.3%。", ["D624 31.3%"]),
        ("制发行政规范性文件6件，废止2件，现行有效41件。", ["D621 6件", "D621 41件"]),
        ("收取行政事业性收费2277.82万元。", ["D621 2277.82万元"]),
    ],
)
def test_what_disagrees_is_shown_at_its_figure(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Another year, or a part of this one.
        "2021年新收政府信息公开申请28件。",
        "上半年新收政府信息公开申请12件。2022年8月，收到申请公开3件。",
        "2008年以来，受理政府信息公开申请1350件。累计受理政府信息公开申请350件。",
        "政府信息公开申请比上年增加7件，同比增长25%。",
        # Some of them.
        "收到政府信息公开申请35件，其中网络申请20件，信函申请15件，涉及征地拆迁11件。",
        "通过网络收到政府信息公开申请20件。收到涉及征地的政府信息公开申请11件。",
        "收到政府信息公开申请35件。自然人申请30件，其中予以公开8件，部分公开3件。",
        # About so many.
        "新收政府信息公开申请约40件，办结30余件、30-36件，5件以上的单位3个。",
        # Other things.
        "公开信息1234条，办理建议23件、提案34件，受理热线工单4567件，全部办结。",
        "制作政府信息3021条，其中依申请公开459条，不予公开1535条。",
        "公开行政规范性文件8件，发布政策文件22件，备案规范性文件9件。梳理行政许可事项223项。",
        "司法局办理行政复议案件88件，维持50件；代理行政诉讼65件。",
        "依据第36条，印发《关于新收政府信息公开申请9件的通报》（青政办〔2022〕35号）。",
        "“新收政府信息公开申请8件”的说法有误。",
        "未发生因政府信息公开引起的行政复议纠错、行政诉讼败诉情形。",
        "依申请公开中没有出现应公开而不予公开的办件，未收到其他政府信息公开申请。",
        "未收到对依申请公开工作的投诉。按照规定，不予公开的应当说明理由。",
        "### 新收政府信息公开申请9件\n\n| 新收政府信息公开申请 | 9件 |\n",
        "因政府信息公开申请提起的行政诉讼9件，其中上年结转5件。",
        # A number that is right in one place and is perhaps of something else in another.
        "收到政府信息公开申请35件。收到政府信息公开申请8件的经过如下。",
    ],
)
def test_what_may_be_something_else_is_not_questioned(text: str) -> None:
    assert marked(text) == []


OFFICE = "县政府办公室新收政府信息公开申请8件，办结8件，予以公开3件。"
WHOLE = "全县新收政府信息公开申请36件。"


@pytest.mark.parametrize(
    ("text", "organ", "expected"),
    [
        (OFFICE, "青山县人民政府", []),
        (OFFICE, "青山县人民政府办公室", ["D621 8件", "D621 8件", "D621 3件"]),
        (WHOLE, "青山县人民政府", ["D620 36件"]),
        (WHOLE, "青山县人民政府办公室", []),
        (WHOLE, "青山县水利局", []),
        ("县水利局收到政府信息公开申请6件。", "青山县人民政府", []),
        ("县水利局收到政府信息公开申请6件。", "青山县水利局", ["D621 6件"]),
        ("各部门收到政府信息公开申请6件。", "青山县人民政府", []),
        ("全县各部门收到政府信息公开申请6件。", "青山县人民政府", ["D621 6件"]),
        ("我局新收政府信息公开申请6件。", "青山县水利局", ["D620 6件"]),
        # The next figures are the office's too, until it is said whose they are.
        (OFFICE + "部分公开3件。", "青山县人民政府", []),
        (OFFICE + "全县部分公开3件。", "青山县人民政府", ["D621 3件"]),
    ],
)
def test_only_the_organs_own_figures_are_compared(text: str, organ: str, expected: list[str]) -> None:
    assert marked(text, organ=organ) == expected


def test_a_blank_cell_is_not_compared() -> None:
    changed = {"requests/new_received/total": None, "requests/results.granted/total": None}
    assert marked("新收政府信息公开申请9件，予以公开9件。", changed=changed) == []


def test_another_reading_is_no_excuse_where_the_table_is_broken() -> None:
    text = "收到政府信息公开申请37件。"
    assert marked(text) == []
    assert marked(text, changed={"requests/results.total/total": 40}) == ["D621 37件"]


def test_a_section_of_tables_is_about_its_table() -> None:
    text = "收到40件，办结36件。"
    assert marked(text) == []
    section = "三、收到和处理政府信息公开申请情况"
    assert marked(text, section=section) == ["D621 40件"]


def test_a_heading_says_what_follows_is_about() -> None:
    assert marked("### （二）依申请公开\n\n全年收到40件。") == ["D621 40件"]
    assert marked("（二）依申请公开\n\n全年收到40件。") == ["D621 40件"]
    assert marked("### （一）主动公开\n\n全年收到40件。") == []


def test_the_form_of_2019_has_its_own_words() -> None:
    text = "新收政府信息公开申请53件，其他处理3件，制发规范性文件4件。"
    assert marked(text, form="cn-2019") == ["D620 53件", "D621 3件", "D621 4件"]


def test_the_message_names_the_cells_their_sum_and_where_they_are() -> None:
    (problem,) = problems("收到政府信息公开申请35件，其中予以公开及部分公开258件。")
    assert sentence(problem, "zh-CN") == (
        "文中“予以公开及部分公开”为 258件，表中“（一）予以公开 + （二）部分公开"
        "（区分处理的，只计这一情形，不计其他情形） 总计”为 16，两处可能不一致"
    )
    assert [related.label.zh.split(" ")[-1] for related in problem.related] == ["12", "4"]
    assert problem.cell is None
    (one,) = problems("新收政府信息公开申请53件。")
    assert one.cell == "requests/new_received/total"
    assert one.arguments["reference"] == "{{ requests.new_received.total }}"


LONG = ("收到政府信息公开申请35件，", "“1", "{{", "（", "均", "、复议", "《", "一", "1,234", "未收到", "收到")


@pytest.mark.parametrize("piece", [*LONG, "均维持", "复议7件，均维持，"])
def test_a_long_text_takes_its_length_in_time(piece: str) -> None:
    # Were it more than linear, this would not come to an end.
    codes = {problem.code for problem in problems(piece * (100_000 // len(piece)))}
    assert codes <= {"D621", "D623"}
