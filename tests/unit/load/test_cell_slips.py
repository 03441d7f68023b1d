"""A figure with a unit is answered in that unit: nobody is told to write 15000 where 1.5 is meant."""

from __future__ import annotations

import pytest

from gongkai.diagnostics.catalogue import advice
from gongkai.diagnostics.diagnostic import START, Diagnostic, Place
from gongkai.load.cell_slips import slip_in
from gongkai.model.form import Column, LeafColumn

FEES = Column("收费", "fees", "amount", "万元", places=4)
BOUGHT = Column("金额", "bought", "amount", units=("元", "万元"), places=6)
CASES = Column("件数", "cases")


@pytest.mark.parametrize(
    ("column", "text", "expected", "repair"),
    [
        (FEES, "15000元", "15000 元是 1.5 万元；核对后填 1.5", []),
        (FEES, "15,000 元", "15000 元是 1.5 万元；核对后填 1.5", []),
        (FEES, "10000元", "10000 元是 1 万元；核对后填 1", []),
        (FEES, "0.5亿元", "0.5 亿元是 5000 万元；核对后填 5000", []),
        (FEES, "36.52万元", "改为 36.52", ["36.52"]),
        (FEES, "12桶", "改为 12", []),
        (BOUGHT, "251000 元", "写作 {value: 251000, unit: 元}", []),
        (BOUGHT, "25.1万元", "写作 {value: 25.1, unit: 万元}", []),
        (CASES, "11万", "11 万是 110000；核对后填 110000", []),
        (CASES, "11件", "改为 11", ["11"]),
        (CASES, "100余", "填准确的数", []),
        (CASES, "100多件", "填准确的数", []),
        (CASES, "100件左右", "填准确的数", []),
    ],
)
def test_advice_on_a_figure_with_a_unit(column: Column, text: str, expected: str, repair: list[str]) -> None:
    slip = slip_in(LeafColumn(column, (column.label,)), text, Place("a.yaml", START))
    assert slip.code == "D211"
    problem = Diagnostic(slip.code, slip.place, {"row": "行", "column": "列", **slip.arguments})
    assert advice(problem, "zh-CN") == expected
    assert [edit.text for edit in slip.edits] == repair
