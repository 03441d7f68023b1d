from __future__ import annotations

import pytest

from gongkai.check.personal_data import personal_data
from gongkai.check.secrecy import marks_of_secrecy
from gongkai.check.written_page import Page
from gongkai.diagnostics.catalogue import sentence
from gongkai.model.source import Source


def found(text: str) -> list[str]:
    page = Page(Source("content/pages/guide.md", text))
    return [f"{p.code} {p.place.span.column}" for p in (*personal_data(page), *marks_of_secrecy(page))]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("申请人：张建国", 5),
        ("申请人姓名：陈静，女", 7),
        ("当事人：欧阳文远。", 5),
        ("| 申请人 | 李伟 |", 9),
        ("举报人王小明反映", None),
        ("举报人王小明（男）", 4),
        ("申请人刘洋不服答复", 4),
        ("信访人赵丽华、钱某", 4),
        ("原告李强诉县水务局", 3),
        ("原告：上官云", 4),
        ("被处罚人张伟不服", 5),
        ("被处罚人：诸葛明亮，男", 6),
        ("举报人司马文提出", 4),
    ],
)
def test_a_full_name_after_its_role_is_found(text: str, column: int | None) -> None:
    assert found(text) == ([f"D644 {column}"] if column else [])


@pytest.mark.parametrize(
    "text",
    [
        "申请人：王某", "申请人王某某不服", "申请人：张**", "申请人情况", "申请人数", "申请人自然人",
        "申请人：自然人", "申请人应当写明", "申请人于2022年提出", "申请人向本机关", "当事人陈述、申辩",
        "当事人：陈述、申辩", "申请人马上", "申请人高度", "申请人许可", "申请人：张家村村委会",
        "申请人：云溪县某公司", "申请人王先生", "申请人对答复不服", "申请人无正当理由逾期不补正",
        "原告诉求", "原告张某诉县水务局", "原告王庄村", "被处罚人应当", "被处罚人：某公司", "举报人司机",
        "申请人：", "申请人张贴、散发", "申请人黄河公司提出", "申请人任何", "申请人林业、水利",
        "当事人何时何地", "申请人方便", "申请人、代理人", "举报人权利", "申请人：李某、王某",
    ],
)  # fmt: skip
def test_what_only_begins_like_a_name_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("家住幸福小区3号楼2单元501室", ["D645 7"]),
        ("王某住三号楼二单元501", ["D645 7"]),
        ("12栋3单元402室", ["D645 1"]),
        ("地址：人民路1号行政中心3号楼501室", []),
        ("政务服务中心2号楼3层301室", []),
        ("改造3号楼、5号楼", []),
        ("完成12单元验收", []),
        ("划分为12栋3单元120户", []),
        ("会议室3室", []),
    ],
)
def test_a_door_of_a_home_is_told_from_an_office(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("邮箱：12345@qq.com", ["D646 4"]),
        ("a.b@vip.163.com。", ["D646 1"]),
        ("someone＠gmail.com", ["D646 1"]),
        ("shuiwu@yunxi.gov.cn", []),
        ("x@qq.com.example.org", []),
        ("@qq.com", []),
    ],
)
def test_mail_at_a_public_service_is_noted(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("机密★", "D650 1"), ("秘密★10年", "D650 1"), ("绝密 ★ 长期", "D650 1"), ("【机密】", "D650 1"),
        ("[秘密]", "D650 1"), ("密级：机密", "D650 1"),
        ("**密级**：秘密", "D650 3"), ("| 密级 | 绝密 |", "D650 3"),
        ("  绝 密", "D650 3"), ("title: 机密", "D650 8"), ("# 秘密", "D650 3"), ("**机密**", "D650 3"),
        ("title: 机密★某通知", "D650 8"), ("（秘密）", "D650 1"),
        ("【内部资料】", "D651 1"), ("内部资料，注意保存", "D651 1"), ("（仅供内部使用）", "D651 1"),
        ("内部文件", "D651 1"), ("工作秘密★", "D651 1"), ("【不得公开】", "D651 1"),
    ],
)  # fmt: skip
def test_a_mark_of_secrecy_is_found(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "1.属于国家秘密", "state_secret: [0, 0]  # 1.属于国家秘密", "严格执行保密审查制度",
        "不得泄露国家秘密、商业秘密",
        "密级分为绝密、机密、秘密三级", "密级：绝密、机密、秘密三级", "秘密级文件的管理",
        "商业秘密", "- 秘密",
        "属于工作秘密的不得公开", "**不得公开**：涉及商业秘密的信息", "（三）不予公开",
        "[内部资料](a.md)", "不予公开",
        "密级：无", "机密性要求", "**机密**信息不上网", "密码、密钥",
        "其中不予公开3件（不予公开）", "秘密。",
    ],
)  # fmt: skip
def test_words_in_a_sentence_are_no_mark(text: str) -> None:
    assert found(text) == []


def test_messages_do_not_repeat_what_should_go() -> None:
    page = Page(Source("a.md", "申请人：张建国 12345@qq.com"))
    said = "".join(sentence(problem, "en") for problem in personal_data(page))
    assert "建国" not in said
    assert "12345" not in said
