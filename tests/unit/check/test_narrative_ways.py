"""Ways in which real texts say their figures, with other figures than the table's."""

from __future__ import annotations

import pytest
from narratives import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请35件，其中31件已经按规定答复。", ["D621 31件"]),
        ("收到政府信息公开申请35件，剩余3件结转下年度继续办理。", ["D620 3件"]),
        ("书面答复依申请公开31件。", ["D621 31件"]),
        ("收到政府信息公开申请35件，予以公开12件，其他7件。", ["D621 7件"]),
        ("收到政府信息公开申请35件，28件属自然人申请。", ["D621 28件"]),
        ("自然人依申请公开政府信息28条。", ["D621 28条"]),
        ("收到政府信息公开申请35件。予以公开占90%。", ["D624 90%"]),
        ("收到政府信息公开申请35件。从结果看，予以公开占34.3%、部分公开占50%。", ["D624 50%"]),
        ("公众未提出政府信息公开申请。", ["D622 未提出政府信息公开申请"]),
        ("目前未收到依申请公开来信。", ["D622 未收到依申请公开来信"]),
        ("没有针对本机关的信息公开行政复议。", ["D623 行政复议"]),
        ("未发生因政府信息公开导致的行政诉讼问题。", ["D623 行政诉讼"]),
        ("2022以来收到政府信息公开申请38件。", ["D621 38件"]),
        ("印发并公开行政规范性文件6件。", ["D621 6件"]),
        ("行政许可处理事项8件，行政处罚2件。", ["D621 8件", "D621 2件"]),
    ],
)
def test_what_disagrees_is_shown(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021全年收到政府信息公开申请28件。",
        "收到政府信息公开申请35件（网络28件，信函5件，其他2件）。",
        "收到政府信息公开申请35件，自然人申请30件，其他申请5件。",
        "行政许可占比12.3%，公开占70%。",
        "没有针对征地拆迁的信息公开行政复议。",
        "收到政府信息公开申请35件。予以公开占34.3%，部分公开占11.4%。",
    ],
)
def test_what_agrees_or_may_be_something_else_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_an_organ_of_a_committee_is_known_by_its_short_name() -> None:
    text = "2022年，州卫健委未收到政府信息公开申请。"
    assert marked(text, organ="青山州卫生健康委员会") == ["D622 未收到政府信息公开申请"]
