"""Figures and noughts of other things, of other organs, of a part: none of them is an error."""

from __future__ import annotations

from decimal import Decimal

import pytest
from narratives import marked, problems

from gongkai.diagnostics.catalogue import sentence

LED = "依申请公开方面，收到政府信息公开申请35件。"


@pytest.mark.parametrize(
    "text",
    [
        # Of one kind only.
        "没有收到重复的政府信息公开申请。",
        "没有收到对答复不满的政府信息公开申请。",
        "没有收到企业的政府信息公开申请。",
        "没有收到其他组织提出的政府信息公开申请。",
        "没有收到需要收费的政府信息公开申请。",
        "未收到恶意政府信息公开申请。",
        "未收到外籍人士的政府信息公开申请。",
        "没有收到涉及国家秘密的政府信息公开申请。",
        "没有逾期结转下年度办理的申请。",
        "没有因工作失误结转下年度的申请。",
        "没有无故结转下年度的申请。",
        "未发生因未按时答复引发的行政复议。",
        # Of another organ, or of a part of this one.
        "我局下属单位没有收到政府信息公开申请。",
        "直属事业单位未收到政府信息公开申请。",
        "县招考中心未收到政府信息公开申请。",
        "县招考中心没有结转下年度的申请。",
        # For a while.
        "春节期间没有收到政府信息公开申请。",
        "春节期间，没有收到政府信息公开申请。",
        "连续三个月没有收到政府信息公开申请。",
        "除此之外，没有收到政府信息公开申请。",
        "不存在没有收到政府信息公开申请的情况。",
    ],
)
def test_none_of_one_kind_is_not_none_at_all(text: str) -> None:
    assert marked(text, organ="青山县水利局") == []
    assert marked(LED + text, organ="青山县水利局") == []


@pytest.mark.parametrize(
    "text",
    [
        "我局没有收到政府信息公开申请。",
        "2022年度，县水利局未收到任何政府信息公开申请。",
        "青山县水利局全年未收到公民、法人或其他组织提出的政府信息公开申请。",
        "本年度，我局未收到和处理政府信息公开申请。",
        "没有结转下年度的申请。",
    ],
)
def test_none_at_all_is_an_error(text: str) -> None:
    (one,) = marked(LED + text, organ="青山县水利局")
    assert one.startswith("D622")


@pytest.mark.parametrize(
    "text",
    [
        "信访件新收200件，上年结转10件，结转下年度5件。",
        "收到信访件200件，上年结转10件，结转下年度5件。",
        "本年新收行政许可申请1300件，上年结转20件。",
        "行政处罚案件上年结转3件，新收85件。",
        "行政处罚案件88件，上年结转3件，新收85件。",
        "投诉举报新收20件，上年结转3件。",
        "学籍申请新收200件。",
        "教师资格认定申请新收300件。",
        "仲裁案件新收10件。",
        "督查新收案件20件。",
        "局机关新收申请60件，二级单位新收申请53件。",
        "机关新收60件、招考中心新收53件。",
        "其中教育股新收43件。",
        "甲乡新收10件，乙镇新收20件。",
        "我局全年新收件200件。",
        "全年新收文件300件，办结299件。",
        "信访工作有序。新收200件，上年结转10件。",
        "人民调解方面，新收20件，上年结转3件。",
        "本年新收300件公文。",
        "上年结转20件信访事项。",
        "新收重复的政府信息公开申请3件。",
        "政府信息公开申请方面，教育股新收43件，结转下年度3件。",
    ],
)
def test_what_is_new_of_other_things_is_not_compared(text: str) -> None:
    assert marked(LED + text, organ="青山县水利局") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年我局新收53件，上年结转8件，结转下年度3件。", ["D620 53件", "D620 8件", "D620 3件"]),
        ("办结36件，其中予以公开12件，结转下年度3件。", ["D620 3件"]),
        ("受理37件（含上年结转3件）。", ["D620 3件"]),
        ("另有3件申请结转下年度。", ["D620 3件"]),
        # In the same sentence, behind what is not known: not for sure.
        ("政府信息公开申请35件，逐件登记、分类交办，结转下年度3件。", ["D621 3件"]),
    ],
)
def test_what_is_said_of_the_requests_is_compared(text: str, expected: list[str]) -> None:
    assert marked(LED + text, organ="青山县水利局") == expected


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请35件，已办结34件，1件正在办理。",
        "主动公开渠道告知3件，予以公开9件。",
        "信息公开类行政复议结案6件，均维持。",
        "信息公开类已审结的6件行政复议案件均维持。",
        "办理行政许可事项20项。",
        "收取信息处理费380元，涉及政府信息公开申请1件。",
        "上年结转的2件申请中，予以公开1件。",
        "信息公开类诉讼9件，直接起诉6件，复议后起诉3件，维持8件。",
    ],
)
def test_other_meanings_are_not_questioned(text: str) -> None:
    changed = {
        "review_and_litigation/reconsideration/upheld": 6,
        "review_and_litigation/reconsideration/pending": 1,
    }
    assert marked(LED + text, organ="青山县水利局", changed=changed) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收取行政事业性收费319.6406万元。", []),
        ("收取行政事业性收费3196406元。", []),
        ("收取行政事业性收费319.6406元。", ["D621 319.6406元"]),
        ("收取行政事业性收费3196.406万元。", ["D621 3196.406万元"]),
        ("未收取行政事业性收费。", ["D623 行政事业性收费"]),
    ],
)
@pytest.mark.parametrize("unit", ["", "万元"])
def test_money_is_compared_in_the_unit_of_its_column(text: str, expected: list[str], unit: str) -> None:
    cell = "art20_8/administrative_fees/amount"
    assert marked(text, changed={cell: Decimal("319.6406")}, units={cell: unit}) == expected


def test_money_stated_in_another_unit_is_not_compared() -> None:
    cell = "art20_8/administrative_fees/amount"
    assert marked("收取行政事业性收费5元。", changed={cell: 9}, units={cell: "元"}) == []


def test_a_group_of_rows_goes_by_its_own_name() -> None:
    (problem,) = problems("收到政府信息公开申请35件，其中不予公开9件，不予处理6件。")
    assert sentence(problem, "zh-CN").startswith("文中“不予公开”为 9件，表中“（三）不予公开 总计”为 2件")
    assert sentence(problem, "en").startswith("The text gives")
    (problem,) = problems("收到政府信息公开申请99件。")
    assert len(problem.notes) <= 5
    assert len(problem.related) <= 3
