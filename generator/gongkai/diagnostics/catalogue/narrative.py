"""D6xx: figures in the text against the tables."""

from gongkai.diagnostics.catalogue.rule import ERROR, WARNING, Rule, entry

_HELP = (
    "与台账核对，改正文字或表格；文字也可以写 {reference}，由程序填入表中的数",
    "Check against the ledger and correct text or table; {reference} in the text is filled in for you",
)
_ASK = (
    "与台账核对，改正文字或表格；文字所说的不是这一格时，把范围写清楚",
    "Check against the ledger and correct text or table; if the text means something else, say what",
)

RULES: tuple[Rule, ...] = (
    entry(
        "D620",
        "text-figure",
        ERROR,
        ("文字与表格的数不一致", "Figure in the text"),
        (
            "文中“{words}”为 {stated}，表中“{cells}”为 {figure}",
            "The text gives “{words}” as {stated}, but “{cells}” in the table is {figure}",
        ),
        _HELP,
        acceptable=True,
    ),
    entry(
        "D621",
        "text-figure-unmatched",
        WARNING,
        ("文字中的数在表格里对不上", "Figure in the text without a match"),
        (
            "文中“{words}”为 {stated}，表中“{cells}”为 {figure}，两处可能不一致",
            "The text gives “{words}” as {stated}, but “{cells}” is {figure}: the two may disagree",
        ),
        _HELP,
        acceptable=True,
    ),
    entry(
        "D622",
        "text-says-none",
        ERROR,
        ("文字说没有，表格里有", "Text says there were none"),
        (
            "文中说没有“{words}”，表中“{cells}”为 {figure}",
            "The text says there was no “{words}”, but “{cells}” in the table is {figure}",
        ),
        _ASK,
        acceptable=True,
    ),
    entry(
        "D623",
        "text-says-none-perhaps",
        WARNING,
        ("文字似说没有，表格里有", "Text seems to say there were none"),
        (
            "文中似说没有“{words}”，表中“{cells}”为 {figure}，两处可能不一致",
            "The text seems to say there was no “{words}”, but “{cells}” is {figure}",
        ),
        _ASK,
        acceptable=True,
    ),
    entry(
        "D624",
        "text-share",
        WARNING,
        ("文字中的百分比与表格不符", "Percentage in the text"),
        (
            "文中“{words}”占 {stated}%，按表格为 {figure} ÷ {whole} = {computed}%",
            "The text gives “{words}” as {stated} %, but the table {figure} ÷ {whole} = {computed} %",
        ),
        (
            "重算百分比，保留两位小数；分母不是办理结果总计的，写明占什么的比例",
            "Work it out again, to two places; where it is not a share of all results, say of what",
        ),
        acceptable=True,
    ),
    entry(
        "D625",
        "text-says-all",
        WARNING,
        ("文字说全部如此，表格里另有别的结果", "Text says all came out alike"),
        (
            "文中说“{words}”，表中共 {whole}，“{cells}”为 {figure}，另有 {others}",
            "The text says “{words}”, but of {whole} in the table “{cells}” is {figure}, {others} are others",
        ),
        (
            "把各种结果的件数分别写明，或改正表格",
            "Give the number of each outcome, or correct the table",
        ),
        acceptable=True,
    ),
    entry(
        "D626",
        "text-sum",
        WARNING,
        ("文字中各项之和与总数不符", "Sum in the text"),
        (
            "文中总数为 {stated}，各项 {parts} = {computed}，相差 {difference}",
            "The text gives a total of {stated}, but {parts} = {computed}, off by {difference}",
        ),
        (
            "与台账核对，改正总数或其中一项；列的不是全部的，去掉占比或写明“其中”哪些",
            "Check against the ledger and correct the total or a part; if parts are left out, say so",
        ),
        acceptable=True,
    ),
)
