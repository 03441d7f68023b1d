"""Sums in the text: a total that the parts beside it, said to be all, do not add up to."""

from __future__ import annotations

import pytest
from narratives import marked, problems

from gongkai.diagnostics.catalogue import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请35件，其中网络申请20件，占57.1%；信函申请14件，占42.9%。", ["D626 35"]),
        (
            "公开信息90条（新增9条），其中政策30条（新增3条）、动态30条（新增3条）、公示20条（新增3条）。",
            ["D626 90"],
        ),
        (
            "公开信息90条（新增8条），其中政策30条（新增3条）、动态30条（新增3条）、公示30条（新增3条）。",
            ["D626 8"],
        ),
        ("新收政府信息公开申请35件，上年结转2件，共38件。", ["D626 38"]),
    ],
)
def test_a_wrong_sum_is_shown_at_its_total(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请35件，其中网络申请20件，占57.1%；信函申请15件，占42.9%。",
        # Not all of the parts, or not said to be.
        "收到政府信息公开申请35件，其中网络申请20件，占57.1%；信函申请10件，占28.6%。",
        "收到政府信息公开申请35件，其中网络申请20件、信函申请10件。",
        # Shares of something else.
        "收到政府信息公开申请35件。公开信息中，政策类20条，占40%；动态类30条，占60%。",
        "公开信息90条（新增8条），其中政策30条（新增3条）、动态30条（新增3条）。",
        "公开信息90条（新增9条），其中政策30条（新增3条）、动态30条（新增3条）、公示30条（新增3条）。",
        "新收政府信息公开申请35件，上年结转2件，共37件。",
        "新收政府信息公开申请35件，上年结转2件，共办结36件。",
    ],
)
def test_what_adds_up_or_need_not_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_a_figure_that_the_table_shows_to_be_wrong_is_told_once() -> None:
    assert marked("新收政府信息公开申请34件，上年结转2件，共37件。") == ["D620 34件"]


def test_the_message_gives_the_parts_and_the_difference() -> None:
    (problem,) = problems("新收政府信息公开申请35件，上年结转2件，共38件。")
    assert sentence(problem, "zh-CN") == "文中总数为 38，各项 35 + 2 = 37，相差 1"


@pytest.mark.parametrize("piece", ["20件，占50%；", "90条（新增9条）", "20件，占50%。", "共3件", "（"])
def test_a_long_text_takes_its_length_in_time(piece: str) -> None:
    # Were it more than linear, this would not come to an end.
    assert marked(piece * (100_000 // len(piece))) == []
