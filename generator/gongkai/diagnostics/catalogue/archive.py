"""D5xx: the archive of reports: organs without any, years before the first, names of former times."""

from gongkai.diagnostics.catalogue.rule import INFO, WARNING, entry

RULES = (
    entry(
        "D542",
        "organ-without-report",
        WARNING,
        ("机关没有任何报告", "Organ without any report"),
        (
            "{organ}没有任何年度的报告，{years} 年度的在网页上列为“未公布”",
            "{organ} has no report on any year; the pages list {years} as not published",
        ),
        (
            "用“gongkai new report {id} {year}”补上，在名录写明 from；不单独编制的写 makes_reports: false",
            "“gongkai new report {id} {year}”; write from (its first year), or makes_reports: false",
        ),
    ),
    entry(
        "D543",
        "beginning-unknown",
        INFO,
        ("不知道机关从哪一年起应有报告", "From which year reports are due is not known"),
        (
            "{count} 个机关（{organs}）的第一份报告晚于 {year} 年度，名录没有写 from，此前的年度没有列为缺少",
            "{count} organs ({organs}) begin after {year} without from: no earlier year is listed as missing",
        ),
        (
            "在名录中写 from：从哪一年起有这个机关",
            "Write from in the register: the first year in which the organ was there",
        ),
    ),
    entry(
        "D544",
        "former-name",
        INFO,
        ("几份报告写着名录中没有的名称", "Reports bear a name that is not registered"),
        (
            "{organ}有 {count} 份报告（{years}）的标题和正文写“{found}”，名录中没有这个名称",
            "{count} reports of {organ} ({years}) call it “{found}”, which the register has not",
        ),
        (
            "改过名称的，在名录中写 lineage: [{{year: {year}, name: {found}}}]；没有改过的，改正标题",
            "If renamed, write lineage: [{{year: {year}, name: {found}}}]; if not, correct the titles",
        ),
    ),
    entry(
        "D545",
        "title-names-unknown-organ",
        WARNING,
        ("标题中的机关名称不在名录中", "Title names an organ that is not registered"),
        (
            "标题写的机关是“{found}”，名录中这个机关是“{organ}”",
            "The title has “{found}”; in the register the organ is “{organ}”",
        ),
        (
            "改过名称的，在名录中写 lineage: [{{year: {year}, name: {found}}}]；没有改过的，应为“{wanted}”",
            "If renamed, write lineage: [{{year: {year}, name: {found}}}]; if not, it is “{wanted}”",
        ),
        acceptable=True,
    ),
)
