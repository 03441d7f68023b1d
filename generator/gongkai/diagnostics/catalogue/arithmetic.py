"""D3xx: the form's arithmetic identities (勾稽关系)."""

from gongkai.diagnostics.catalogue.rule import ERROR, WARNING, entry

_CHECK = (
    "与台账核对后改正；合计格也可以填“=”，由程序相加",
    "Check against the ledger and correct it; a total can be “=”, and is then added up for you",
)

_CHECK_FIGURE = ("与台账核对后改正", "Check against the ledger and correct it")

_RELATION = (
    "“{row}”的“{column}”{relation} {wanted}，实为 {stated}，相差 {difference}",
    "“{column}” of “{row}” {relation} {wanted}, but is {stated}; the difference is {difference}",
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
        acceptable=True,
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
        acceptable=True,
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
        _CHECK_FIGURE,
        acceptable=True,
    ),
    entry(
        "D304",
        "odd-figure",
        ERROR,
        ("一格使合计不符", "One figure breaks the sums"),
        (
            "“{row}”的“{column}”{should} {computed}，实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” {should} {computed}, but is {stated}; the difference is {difference}",
        ),
        _CHECK_FIGURE,
        acceptable=True,
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
        acceptable=True,
    ),
    entry(
        "D306",
        "in-force-bound",
        WARNING,
        ("有效的少于制发的", "Fewer in force than were issued"),
        _RELATION,
        (
            "核对三个数：本年制发又未废止的，年底应当有效",
            "Check the three figures: what was issued and still stands should be in force",
        ),
        acceptable=True,
    ),
    entry(
        "D307",
        "usual-relation",
        WARNING,
        ("表内数字关系异常", "Figures do not fit together"),
        _RELATION,
        ("与台账核对，确实如此的写明原因", "Check it against the ledger; state the reason where it is right"),
        acceptable=True,
    ),
    entry(
        "D308",
        "row-at-fault",
        ERROR,
        ("整行不符", "A whole row is wrong"),
        (
            "“{row}”整行不符：应为 {computed}，实为 {stated}",
            "The row “{row}” is wrong throughout: it should be {computed}, but is {stated}",
        ),
        _CHECK_FIGURE,
    ),
)
