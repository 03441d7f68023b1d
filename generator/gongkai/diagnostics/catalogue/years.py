"""D4xx: across tables and years: figures beside last year's."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

_BY_LAST_YEAR = (
    "与上年报告对照，“{row}”的“{column}”{relation} {wanted}，实为 {stated}，相差 {difference}",
    "Beside last year's, “{column}” of “{row}” {relation} {wanted}, but is {stated}; {difference} apart",
)
_CHECK_BOTH = (
    "核对两年的台账，错的一年改正；机构改革、更正等确有原因的，写明原因",
    "Check both years' ledgers and correct the wrong one; or state the reason, such as a reorganisation",
)

RULES = (
    entry(
        "D401",
        "carry-over-total",
        ERROR,
        ("上年结转总计与上年报告不符", "Carry-over differs from last year's report"),
        _BY_LAST_YEAR,
        _CHECK_BOTH,
        acceptable=True,
    ),
    entry(
        "D402",
        "carry-over",
        WARNING,
        ("上年结转与上年报告不符", "Carry-over of a column differs from last year's"),
        _BY_LAST_YEAR,
        _CHECK_BOTH,
        acceptable=True,
    ),
    entry(
        "D403",
        "documents-in-force",
        WARNING,
        ("有效文件数与上年接不上", "Documents in force do not follow from last year's"),
        _BY_LAST_YEAR,
        _CHECK_BOTH,
        acceptable=True,
    ),
    entry(
        "D404",
        "repeal-bound",
        ERROR,
        ("废止的多于曾有的", "More repeals than documents"),
        _BY_LAST_YEAR,
        _CHECK_BOTH,
        acceptable=True,
    ),
    entry(
        "D405",
        "pending-cases",
        INFO,
        ("上年未结的案件没有计入", "Last year's pending cases are not counted"),
        _BY_LAST_YEAR,
        (
            "上年没有审结的，本年应再次计入；撤回等情形不必改",
            "A case pending last year is usually counted again; if it was withdrawn, leave it",
        ),
        acceptable=True,
    ),
    entry(
        "D406",
        "last-year-relation",
        WARNING,
        ("与上年报告接不上", "Does not follow from last year's report"),
        _BY_LAST_YEAR,
        _CHECK_BOTH,
        acceptable=True,
    ),
    entry(
        "D407",
        "reorganised-sum",
        INFO,
        ("机构改革前后合计不符", "Sums before and after a reorganisation differ"),
        (
            "“{row}”的“{column}”：{successors}共 {stated}，{predecessors}上年 {wanted}，相差 {difference}",
            "“{column}” of “{row}”: {stated} in {successors}, {wanted} in {predecessors}; {difference} apart",
        ),
        (
            "核对各机关分别承接了多少；确实如此的不必改",
            "Check how much each organ took over; if it is right, leave it",
        ),
        acceptable=True,
    ),
    entry(
        "D410",
        "fee-unit",
        WARNING,
        ("金额可能写错单位", "Amount perhaps in another unit"),
        (
            "“{row}”的“{column}”为 {stated} {unit}，是 {year} 年 {other} 的约 {times} 倍，可能误以元计",
            "“{column}” of “{row}” is {stated} {unit}, {times} times that of {year} ({other}): perhaps yuan",
        ),
        (
            "如确以元计，应填 {wanted}",
            "If it is in yuan, write {wanted}",
        ),
        acceptable=True,
    ),
    entry(
        "D411",
        "jump",
        INFO,
        ("与上年相差五倍以上", "Five times last year's, or a fifth"),
        (
            "本年有 {count} 个数与上年相差五倍以上：{figures}",
            "Against last year's, {count} of the figures are five times as large, or a fifth: {figures}",
        ),
        (
            "核对有无错位、多写或漏写一位；无误的不必改",
            "Check for a digit too many or too few; if right, leave it",
        ),
        acceptable=True,
    ),
    entry(
        "D412",
        "repeats-last-year",
        WARNING,
        ("与上年数字完全相同", "The same figures as last year"),
        (
            "{what}与 {year} 年的数字完全相同，可能是沿用上年文件而没有更新",
            "{what}: the figures are those of {year} throughout; they may have been left in last year's file",
        ),
        (
            "按本年台账重新填写；确实相同的写明原因",
            "Fill in this year's figures; state the reason if they are the same",
        ),
        acceptable=True,
    ),
    entry(
        "D413",
        "rulemaker",
        WARNING,
        ("没有规章制定权的机关填了规章数", "Rules by an organ that cannot make them"),
        (
            "{known}，“{row}”的“{column}”却为 {stated}",
            "{known}, but “{column}” of “{row}” is {stated}",
        ),
        (
            "不是规章的文件不填在这一行；确有规章制定权的，在 organs.yaml 改正 makes_rules",
            "Other documents have a row of their own; if it may make rules, correct makes_rules",
        ),
        acceptable=True,
    ),
)

# What an identity of a form can name as its rule, and what it is a case of where it names none.
COMPARISONS = (
    "carry-over-total",
    "carry-over",
    "documents-in-force",
    "repeal-bound",
    "pending-cases",
    "last-year-relation",
    "in-force-bound",
    "usual-relation",
)
ACROSS, INSIDE = "last-year-relation", "usual-relation"
