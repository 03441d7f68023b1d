"""D3xx: the form's arithmetic identities (勾稽关系)."""

from gongkai.diagnostics.catalogue.rule import ERROR, entry

_CHECK = (
    "与台账核对后改正；合计格也可以填“=”，由程序相加",
    "Check against the ledger and correct it; a total can be “=”, and is then added up for you",
)

RULES = (
    entry(
        "D301",
        "row-total",
        ERROR,
        ("行合计不符", "Row total"),
        (
            "“{row}”的“{column}”应为 {computed}，实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” should be {computed}, but is {stated}; the difference is {difference}",
        ),
        _CHECK,
    ),
    entry(
        "D302",
        "column-total",
        ERROR,
        ("列合计不符", "Column total"),
        (
            "“{row}”的“{column}”应为 {computed}，实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” should be {computed}, but is {stated}; the difference is {difference}",
        ),
        _CHECK,
    ),
    entry(
        "D303",
        "balance",
        ERROR,
        ("收支不平衡", "Sides do not balance"),
        (
            "“{column}”列不平衡：{left} 合计 {left_sum}，{right} 合计 {right_sum}，相差 {difference}",
            "“{column}” does not balance: {left} is {left_sum}, {right} is {right_sum}, {difference} apart",
        ),
        _CHECK,
    ),
    entry(
        "D304",
        "odd-figure",
        ERROR,
        ("一格使合计不符", "One figure breaks the sums"),
        (
            "“{row}”的“{column}”应为 {computed}，实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” should be {computed}, but is {stated}; the difference is {difference}",
        ),
        _CHECK,
    ),
    entry(
        "D305",
        "blank-in-sum",
        ERROR,
        ("空格处应有数字", "Blank where the sums need a figure"),
        (
            "“{row}”的“{column}”为空，但按勾稽关系应为 {computed}",
            "“{column}” of “{row}” is blank, but by the sums it must be {computed}",
        ),
        ("核对后填 {computed}", "Check it and write {computed}"),
    ),
)
