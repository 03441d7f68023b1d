"""The two editions of the official form: every label in its place, all cells, all identities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gongkai.load.site import shipped_forms
from gongkai.model.arithmetic import equations
from gongkai.model.form import Column, Form, Row

FORMS = {form.id: form for form in shipped_forms()}
BOTH = ("cn-2019", "cn-2021")

OUTCOMES = """
三、本年度办理结果
  （一）予以公开
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）
  （三）不予公开
    1.属于国家秘密
    2.其他法律行政法规禁止公开
    3.危及“三安全一稳定”
    4.保护第三方合法权益
    5.属于三类内部事务信息
    6.属于四类过程性信息
    7.属于行政执法案卷
    8.属于行政查询事项
  （四）无法提供
    1.本机关不掌握相关政府信息
    2.没有现成信息需要另行制作
    3.补正后申请内容仍不明确
  （五）不予处理
    1.信访举报投诉类申请
    2.重复申请
    3.要求提供公开出版物
    4.无正当理由大量反复申请
    5.要求行政机关确认或重新出具已获取信息
  （六）其他处理
"""
OTHER_HANDLING_2021 = """
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
    3.其他
"""
APPLICANTS = """
申请人情况
  自然人
  法人或其他组织
    商业企业
    科研机构
    社会公益组织
    法律服务机构
    其他
  总计
"""
REVIEW = """
行政复议
行政诉讼
  未经复议直接起诉
  复议后起诉
"""
# Each table of section 2: its title, the heads of its columns, its rows.
DISCLOSURE = {
    "cn-2021": """
第二十条第（一）项 | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 || 规章 | 行政规范性文件
第二十条第（五）项 | 信息内容 | 本年处理决定数量 || 行政许可
第二十条第（六）项 | 信息内容 | 本年处理决定数量 || 行政处罚 | 行政强制
第二十条第（八）项 | 信息内容 | 本年收费金额（单位：万元） || 行政事业性收费
""",
    "cn-2019": """
第二十条第（一）项 | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 || 规章 | 规范性文件
第二十条第（五）项 | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 || 行政许可 | 其他对外管理服务事项
第二十条第（六）项 | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 || 行政处罚 | 行政强制
第二十条第（八）项 | 信息内容 | 上一年项目数量 | 本年增/减 || 行政事业性收费
第二十条第（九）项 | 信息内容 | 采购项目数量 | 采购总金额 || 政府集中采购
""",
}
HEADINGS = {
    "cn-2021": """
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
""",
    "cn-2019": """
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、政府信息公开工作存在的主要问题及改进情况
六、其他需要报告的事项
""",
}
# The skeletons' keys, as people's files have them: rows and columns of each table.
KEYS_2021 = """
art20_1: issued repealed in_force / regulations normative_documents
art20_5: decisions / administrative_licensing
art20_6: decisions / administrative_penalty administrative_compulsion
art20_8: amount / administrative_fees
"""
KEYS_2019 = """
art20_1: created newly_disclosed disclosed_total / regulations normative_documents
art20_5: items_last_year change decisions / administrative_licensing other_external_services
art20_6: items_last_year change decisions / administrative_penalty administrative_compulsion
art20_8: items_last_year change / administrative_fees
art20_9: projects amount / centralized_procurement
"""
KEYS_OF_APPLICATIONS = """
natural_person commercial_enterprise research_institution public_welfare_organization
legal_service_institution other total /
new_received carried_over results.granted results.partially_granted
results.refused.state_secret results.refused.prohibited_by_law
results.refused.three_securities_one_stability results.refused.third_party_rights
results.refused.internal_affairs results.refused.process_information
results.refused.enforcement_case_file results.refused.administrative_inquiry
results.unable_to_provide.not_held results.unable_to_provide.needs_creation
results.unable_to_provide.still_unclear
results.not_processed.petition_or_complaint results.not_processed.repeated
results.not_processed.public_publication results.not_processed.excessive_without_reason
results.not_processed.confirm_or_reissue
OTHER_HANDLING
results.total carried_forward
"""
SPLIT = (
    "results.other_handling.correction_overdue results.other_handling.fee_unpaid results.other_handling.other"
)


def outline(nodes: tuple[Row, ...] | tuple[Column, ...], depth: int = 0) -> Iterator[str]:
    for node in nodes:
        yield "  " * depth + node.label
        yield from outline(node.children, depth + 1)


def lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")


def keys(form: Form, table: str) -> str:
    found = form.table_by_id[table]
    columns = " ".join(column.id for column in found.leaf_columns)
    return f"{columns} / {' '.join(row.path for row in found.leaf_rows)}"


@pytest.mark.parametrize(("form", "cells", "identities"), [("cn-2021", 200, 42), ("cn-2019", 198, 40)])
def test_number_of_cells_and_identities(form: str, cells: int, identities: int) -> None:
    assert len(FORMS[form].cells) == len(set(FORMS[form].cells)) == cells
    assert len(list(equations(FORMS[form]))) == identities


@pytest.mark.parametrize("form", BOTH)
def test_sections_are_headed_as_in_the_form(form: str) -> None:
    assert [section.heading for section in FORMS[form].sections] == lines(HEADINGS[form])


@pytest.mark.parametrize("form", BOTH)
def test_tables_of_proactive_disclosure(form: str) -> None:
    shown = [
        " | ".join([table.title, table.row_head, *outline(table.columns)])
        + " || "
        + " | ".join(outline(table.rows))
        for table in FORMS[form].tables
        if table.title
    ]
    assert shown == lines(DISCLOSURE[form])


@pytest.mark.parametrize("form", BOTH)
def test_table_of_applications(form: str) -> None:
    table = FORMS[form].table_by_id["requests"]
    split = OTHER_HANDLING_2021 if form == "cn-2021" else ""
    assert list(outline(table.rows)) == [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        *lines(OUTCOMES),
        *(lines(split) if split else []),
        "  （七）总计",
        "四、结转下年度继续办理",
    ]
    assert list(outline(table.columns)) == lines(APPLICANTS)
    assert table.note == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


@pytest.mark.parametrize("form", BOTH)
def test_table_of_review_and_litigation_is_one_row(form: str) -> None:
    table = FORMS[form].table_by_id["review_and_litigation"]
    assert table.layout == "across"
    assert list(outline(table.rows)) == lines(REVIEW)
    assert list(outline(table.columns)) == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.mark.parametrize(("form", "skeleton"), [("cn-2021", KEYS_2021), ("cn-2019", KEYS_2019)])
def test_keys_are_those_of_the_skeletons(form: str, skeleton: str) -> None:
    for line in lines(skeleton):
        table, wanted = line.split(": ")
        assert keys(FORMS[form], table) == wanted
    split = SPLIT if form == "cn-2021" else "results.other_handling"
    wanted = " ".join(KEYS_OF_APPLICATIONS.replace("OTHER_HANDLING", split).split())
    assert keys(FORMS[form], "requests") == wanted
    assert keys(FORMS[form], "review_and_litigation") == (
        "upheld corrected other pending total / "
        "reconsideration litigation_direct litigation_after_reconsideration"
    )


def test_years_that_each_edition_holds_for() -> None:
    years = range(2017, 2026)
    assert [year for year in years if FORMS["cn-2019"].holds_for(year)] == [2019, 2020]
    assert [year for year in years if FORMS["cn-2021"].holds_for(year)] == [2021, 2022, 2023, 2024, 2025]


def test_units_and_types_of_cells() -> None:
    fees = FORMS["cn-2021"].table_by_id["art20_8"].column_by_id["amount"].column
    assert (fees.type, fees.unit, fees.places) == ("amount", "万元", 4)
    bought = FORMS["cn-2019"].table_by_id["art20_9"].column_by_id["amount"].column
    assert (bought.type, bought.unit, bought.units) == ("amount", "", ("元", "万元", "亿元"))
    for table in ("art20_5", "art20_6", "art20_8"):
        assert FORMS["cn-2019"].table_by_id[table].column_by_id["change"].column.type == "change"


def test_a_group_in_an_identity_stands_for_its_leaves() -> None:
    table = FORMS["cn-2021"].table_by_id["requests"]
    results, row = table.identities[1], table.identities[2]
    assert len(results.left.terms) == 21
    assert results.total == "results.total"
    assert len(row.left.terms) == 6
    assert row.total == "total"
    assert table.identities[0].total is None


COMPARISONS = {
    "cn-2019": """
art20_1 newly_disclosed <= disclosed_total: usual-relation 2
art20_1 disclosed_total <= previous.disclosed_total + newly_disclosed: last-year-relation 2
art20_5 items_last_year = previous.items_last_year + previous.change: last-year-relation 2
art20_6 items_last_year = previous.items_last_year + previous.change: last-year-relation 2
art20_8 items_last_year = previous.items_last_year + previous.change: last-year-relation 1
""",
    "cn-2021": """
art20_1 in_force + repealed = previous.in_force + issued: documents-in-force 2
art20_1 repealed <= previous.in_force + issued: repeal-bound 2
art20_1 issued <= in_force + repealed: in-force-bound 2
""",
}
IN_BOTH = """
requests carried_over = previous.carried_forward: carry-over-total 1
requests carried_over = previous.carried_forward: carry-over 6
review_and_litigation previous.pending <= total: pending-cases 3
"""


@pytest.mark.parametrize("form", BOTH)
def test_what_is_compared_and_in_how_many_rows_or_columns(form: str) -> None:
    found = [
        f"{table.id} {c.written}: {c.rule} {sum(compared.comparison is c for compared in table.compared)}"
        for table in FORMS[form].tables
        for c in table.comparisons
    ]
    assert found == [line for line in (COMPARISONS[form] + IN_BOTH).split("\n") if line]
