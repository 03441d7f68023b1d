"""D4xx: across organs: what a government's report adds up, and the register of organs over time."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

RULES = (
    entry(
        "D420",
        "rollup-coverage",
        ERROR,
        ("有下级机关没有说明是否汇总", "Organs without a status in the roll-up"),
        (
            "{year} 年有 {count} 个下级机关没有说明是否汇总：{organs}",
            "The roll-up says nothing of {count} organs that were below in {year}: {organs}",
        ),
        (
            "写入 organs；不汇总的，写入 left_out 并说明原因",
            "List them in organs, or in left_out with the reason",
        ),
    ),
    entry(
        "D421",
        "rollup-sum",
        ERROR,
        ("与各机关之和不符", "Not the sum of the organs"),
        (
            "“{row}”的“{column}”应为 {computed}（{of}），实为 {stated}，相差 {difference}",
            "“{column}” of “{row}” should be {computed} ({of}), but is {stated}: {difference} apart",
        ),
        (
            "与各机关的报告核对后改正；确有各机关报告以外的数，写入 adjustments 并说明原因",
            "Check it against the organs' reports; for what is in none of them state an adjustment",
        ),
    ),
    entry(
        "D422",
        "rollup-organ",
        ERROR,
        ("一个机关使汇总不符", "One organ breaks the roll-up"),
        (
            "“{organ}”像是{way}：有 {count} 格与各机关之和不符，差额与它的数吻合",
            "“{organ}” seems to be {way}: {count} cells are not the sums, and differ by its figures",
        ),
        (
            "核对汇总底稿，改正各格，或者改正 organs 和 left_out",
            "Check the working sheet; correct the cells, or organs and left_out",
        ),
    ),
    entry(
        "D423",
        "rollup-format",
        ERROR,
        ("汇总的报告格式不一", "Reports on different forms in a roll-up"),
        (
            "{organs}的报告用的是 {found}，本报告用的是 {form}，不能相加",
            "The reports of {organs} are on {found}, this one is on {form}: they cannot be added up",
        ),
        ("同一年度的报告用同一种格式", "Use one form for all reports on a year"),
    ),
    entry(
        "D424",
        "rollup-doubled",
        ERROR,
        ("机关会重复汇总", "Organ added up twice"),
        ("“{organ}”会重复计算：{detail}", "“{organ}” would be counted twice: {detail}"),
        ("只在一处汇总", "Add it up in one place only"),
    ),
    entry(
        "D426",
        "rollup-adjustment-stale",
        WARNING,
        ("调整已不需要", "Adjustment no longer needed"),
        (
            "“{row}”的“{column}”不加调整（{by}）正好等于各机关之和",
            "“{column}” of “{row}” is the sum of the organs without the adjustment ({by})",
        ),
        ("删去这一条调整", "Remove this adjustment"),
    ),
    entry(
        "D427",
        "rollup-open",
        INFO,
        ("汇总数无法核对", "Roll-up cannot be judged"),
        ("{detail}，有关的汇总数无法核对", "{detail}, so that the sums with them cannot be judged"),
        ("先改正各机关的报告", "Correct the organs' reports first"),
    ),
    entry(
        "D429",
        "rollup-list",
        ERROR,
        ("汇总名单自相矛盾", "Roll-up lists contradict each other"),
        ("汇总名单里的“{organ}”不对：{detail}", "“{organ}” cannot be listed in the roll-up: {detail}"),
        (
            "每个下级机关只写一次：汇总的写入 organs，不汇总的写入 left_out",
            "Give each organ below once: in organs if it is added up, in left_out if not",
        ),
    ),
    entry(
        "D430",
        "rollup-adjustment",
        ERROR,
        ("调整数为零", "Adjustment of nothing"),
        ("对“{cell}”的调整为 0，等于没有调整", "The adjustment of “{cell}” is 0, which is none"),
        ("写明加减多少，或者删去这一条", "Say by how much, or remove it"),
    ),
    entry(
        "D431",
        "organ-life",
        ERROR,
        ("报告的年度在机关存续期间之外", "Report on a year without the organ"),
        (
            "按名录，“{organ}”{life}，{year} 年还没有或者已经没有这个机关",
            "By the register “{organ}” was there {life}, but not in {year}",
        ),
        (
            "核对后改正报告的机关、年度，或者名录中的 from、to",
            "Correct the report's organ or year, or from and to in the register",
        ),
    ),
    entry(
        "D432",
        "organ-years",
        ERROR,
        ("机关的起止年度颠倒", "Organ ends before it begins"),
        ("“{organ}”的 from（{from}）晚于 to（{to}）", "from ({from}) of “{organ}” is after to ({to})"),
        (
            "from 是设立的年度，to 是存续的最后一个年度",
            "from is the year of its founding, to its last year",
        ),
    ),
    entry(
        "D433",
        "lineage-year",
        ERROR,
        ("沿革的年度不对", "Change outside an organ's life"),
        (
            "“{organ}”{year} 年的变更不对：“{of}”{life}",
            "The change of “{organ}” in {year} cannot be: “{of}” was there {life}",
        ),
        (
            "year 是变更生效的年度；改正它，或者改正机关的 from、to",
            "year is the one from which the change is in force; correct it, or the organ's from and to",
        ),
    ),
    entry(
        "D434",
        "unknown-predecessor",
        ERROR,
        ("前身机关不在名录中", "Predecessor not in the register"),
        ("前身机关“{organ}”不在名录中", "The predecessor “{organ}” is not in the register"),
        (
            "{advice}；已经撤销的机关也留在名录里，写明 to",
            "{advice} An organ that is gone stays in the register, with its to",
        ),
    ),
    entry(
        "D435",
        "lineage-cycle",
        ERROR,
        ("机关成了自己的前身", "Organ among its own predecessors"),
        (
            "“{organ}”{year} 年经由前身绕回了自己：{way}",
            "In {year} “{organ}” comes out as its own predecessor: {way}",
        ),
        (
            "互有移交的，只写未办结的申请移交的方向",
            "Where both handed over, give the one to which the open requests went",
        ),
    ),
    entry(
        "D436",
        "lineage-doubled",
        ERROR,
        ("沿革重复", "Change given twice"),
        ("{year} 年的变更里，{what}写了两次", "In {year}, {what} is given twice"),
        ("同一年度的变更合并为一条", "Merge the changes of one year"),
    ),
    entry(
        "D437",
        "lineage-empty",
        ERROR,
        ("沿革没有写明变更", "Change that says nothing"),
        ("{year} 年的这一条没有写明什么变了", "This entry of {year} does not say what changed"),
        (
            "写明 from（前身机关）、parent（原上级机关）或 name（原名称），都要与以后的不同；没有变更的删去",
            "Give from (predecessors), parent (the former one) or name (the former one), or remove it",
        ),
    ),
    entry(
        "D438",
        "rollup-report-missing",
        ERROR,
        ("汇总的机关没有报告", "Organ in a roll-up without a report"),
        (
            "列入汇总的 {count} 个机关没有 {year} 年的报告：{organs}",
            "{count} organs in the roll-up have no report on {year}: {organs}",
        ),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D439",
        "rollup-far-apart",
        ERROR,
        ("汇总与各机关之和多处不符", "Roll-up far from the sum of its organs"),
        (
            "有 {count} 格与各机关之和不符，如“{row}”的“{column}”应为 {computed}，实为 {stated}",
            "{count} cells are not the sums; “{column}” of “{row}” should be {computed}, but is {stated}",
        ),
        (
            "先核对汇总的是不是这些机关、这个年度的报告，再逐格核对",
            "See first whether these organs and this year were added up, then look at the cells",
        ),
    ),
    entry(
        "D440",
        "rollup-unstated",
        INFO,
        ("像是汇总，却没有写明", "A roll-up, it seems, and not said to be one"),
        (
            "有 {count} 格正好是{organs}的报告之和，却没有写 rollup",
            "{count} cells are just the sums of the reports of {organs}, but there is no rollup",
        ),
        (
            "是汇总的，写“rollup: {{organs: [{ids}]}}”，每一格就都会核对；不是汇总的不必改",
            "If they were added up, write “rollup: {{organs: [{ids}]}}”, to have every cell checked",
        ),
        acceptable=True,
    ),
)
