"""Figures in the text against the tables: what is told, and where."""

from __future__ import annotations

import re

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
        "收到政府信息公开申请35件，上年无未办结的；36件已按规定答复，其余1件结转下年度继续办理。",
        "收到政府信息公开申请35件，其中公开12件，部分公开4件。",
        "共收到涉及征地拆迁等方面的政府信息公开申请35件。",
        "作出行政许可决定300件、行政处罚0件、行政强制0件。",
        "收到政府信息公开申请35件，均依法答复。未制定政府规章。",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依申请公开方面，上年无结转。", ["D623 上年无结转"]),
        ("收到政府信息公开申请35件，31件已按规定答复。", ["D621 31件"]),
        ("收到政府信息公开申请35件，其余31件全部按时办结。", ["D621 31件"]),
        ("收到政府信息公开申请35件，其中公开9件，部分公开4件。", ["D621 9件"]),
        ("收到政府信息公开申请35件，均予以公开。", ["D625 均予以公开"]),
        ("共收到涉及征地拆迁等方面的政府信息公开申请40件。", ["D621 40件"]),
        ("作出行政许可决定300件、行政处罚8件。", ["D621 8件"]),
        ("本年度未制定行政规范性文件。", ["D623 行政规范性文件"]),
        ("本年度共制定出台9件行政规范性文件。", ["D621 9件"]),
        ("未发生政府信息公开行政复议或出现申诉情况。", ["D623 行政复议"]),
        ("本部门收到政府信息公开申请40件。", ["D621 40件"]),
        ("**新收政府信息公开申请40件。**", ["D620 40件"]),
        ("收到处理政府信息公开申请40件。", ["D621 40件"]),
        ("未收到因政府信息公开提起诉讼的案件。", ["D623 提起诉讼"]),
    ],
)
def test_other_ways_to_say_so_are_read_too(text: str, expected: list[str]) -> None:
    assert marked(text, organ="青山县水利局") == expected


@pytest.mark.parametrize(
    "text",
    [
        # What is done with some of them is not what was done with all.
        "收到政府信息公开申请35件，其中网络申请20件，18件已按规定答复。",
        "收到留言50件，30件已按规定答复。",
        "公开行政许可55条、行政处罚8件、公开信息30件。",
        "没有制定规范性文件管理办法。制定规范性文件计划1件。",
    ],
)
def test_words_that_go_on_with_a_list_mean_nothing_elsewhere(text: str) -> None:
    assert marked(text) == []


def test_a_sentence_goes_on_in_the_next_line() -> None:
    start = "本年度严格执行各项规定，认真办理收到的各类政府信息公开申请，答复及时规范，其中对申请人不予"
    text = f"{start}\n公开9件，无法提供12件。"
    assert [problem.place.span.line for problem in problems(text)] == [2]
    assert marked(text) == ["D621 9件"]


def test_a_list_goes_on_with_what_leads_it() -> None:
    text = "收到政府信息公开申请35件，办理结果如下：\n\n- 予以公开12件\n- 不予公开9件\n"
    assert marked(text) == ["D621 9件"]
    assert marked(text.replace("收到政府信息公开申请35件，", "")) == []


def test_a_blank_cell_is_not_compared() -> None:
    changed = {"requests/new_received/total": None, "requests/results.granted/total": None}
    assert marked("新收政府信息公开申请9件，予以公开9件。", changed=changed) == []


def test_another_reading_is_no_excuse_where_the_table_is_broken() -> None:
    text = "收到政府信息公开申请37件。"
    assert marked(text) == []
    assert marked(text, changed={"requests/carried_forward/total": 9}) == ["D621 37件"]


def test_a_figure_that_its_sums_show_to_be_wrong_is_told_there_only() -> None:
    assert marked("办结政府信息公开申请36件。", changed={"requests/results.total/total": 40}) == []


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
        "（区分处理的，只计这一情形，不计其他情形） 总计”为 16件，两处可能不一致"
    )
    assert [related.label.zh.split(" ")[-1] for related in problem.related] == ["12", "4"]
    assert problem.cell is None
    (one,) = problems("新收政府信息公开申请53件。")
    assert one.cell == "requests/new_received/total"
    assert one.arguments["reference"] == "{{ requests.new_received.total }}"


@pytest.mark.parametrize(
    ("partially", "meant"),
    # Added up with nothing it is the same again.
    [(4, ["（一）予以公开 + （二）部分公开 为 16件，也不符"]), (0, [])],
)
def test_other_meanings_are_listed_that_have_other_figures(partially: int, meant: list[str]) -> None:
    row = "requests/results.partially_granted/total"
    (problem,) = problems("依申请公开中，予以公开13件。", changed={row: partially})
    listed = [note.sentence.zh for note in problem.notes if note.heading.zh == "别的理解"]
    assert [re.sub("（区分[^）]*）| 总计", "", words) for words in listed] == meant


LONG = ("收到政府信息公开申请35件，", "“1", "{{", "（", "均", "、复议", "《", "一", "1,234", "未收到", "收到")


@pytest.mark.parametrize("piece", [*LONG, "均维持", "复议7件，均维持，", "年度", "新收，", "维持3件、"])
def test_a_long_text_takes_its_length_in_time(piece: str) -> None:
    # Were it more than linear, this would not come to an end.
    codes = {problem.code for problem in problems(piece * (100_000 // len(piece)))}
    assert codes <= {"D621", "D623"}
