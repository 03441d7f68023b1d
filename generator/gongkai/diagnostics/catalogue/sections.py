"""D2xx: the sections of the narrative, titles, the register of organs, dates and headings."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

RULES = (
    entry(
        "D228",
        "section-missing",
        ERROR,
        ("缺少部分", "Section missing"),
        ("缺少“{section}”部分", "The section “{section}” is missing"),
        (
            "补上“## {section}”及其内容；没有可报告的也要写明",
            "Add “## {section}” and its text, even if there is nothing to report",
        ),
    ),
    entry(
        "D229",
        "section-doubled",
        ERROR,
        ("部分重复", "Section given twice"),
        ("“{section}”在这里第二次出现", "“{section}” is given here a second time"),
        ("合并为一处", "Merge the two"),
    ),
    entry(
        "D230",
        "section-order",
        ERROR,
        ("部分的顺序不对", "Sections out of order"),
        ("“{section}”应在“{before}”之前", "“{section}” should stand before “{before}”"),
        ("按格式的顺序排列：{order}", "Keep the form's order: {order}"),
    ),
    entry(
        "D231",
        "section-unknown",
        ERROR,
        ("格式中没有这一部分", "Not a section of the form"),
        ("格式中没有“{found}”这一部分", "The form has no section “{found}”"),
        (
            "各部分为：{order}；部分之内的小标题用 ### 开头",
            "The sections are: {order}; headings inside a section start with ###",
        ),
    ),
    entry(
        "D232",
        "section-alias",
        INFO,
        ("标题与格式用语不同", "Heading worded differently"),
        (
            "标题“{found}”与格式用语不同，页面上印为“{section}”",
            "The heading “{found}” is a known variant; the page prints “{section}”",
        ),
        ("改为“## {section}”", "Write “## {section}”"),
    ),
    entry(
        "D233",
        "section-empty",
        ERROR,
        ("部分没有内容", "Section without text"),
        ("“{section}”下面没有内容", "There is no text under “{section}”"),
        ("写明情况；确无事项的，写明“无”", "Say what there is to say; where there is nothing, say so"),
    ),
    entry(
        "D234",
        "title",
        ERROR,
        ("标题与机关、年度不符", "Title does not fit organ and year"),
        ("标题“{found}”与机关、年度不符", "The title “{found}” does not fit organ and year"),
        ("应为“{wanted}”", "It should read “{wanted}”"),
    ),
    entry(
        "D235",
        "doubled-organ",
        ERROR,
        ("机关标识重复", "Organ id given twice"),
        ("机关标识“{organ}”在这里第二次出现", "The organ id “{organ}” is given here a second time"),
        ("每个机关用不同的标识", "Give each organ an id of its own"),
    ),
    entry(
        "D236",
        "unknown-parent",
        ERROR,
        ("上级机关不在名录中", "Parent organ not in the register"),
        ("上级机关“{organ}”不在名录中", "The parent organ “{organ}” is not in the register"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D237",
        "organ-cycle",
        ERROR,
        ("机关成了自己的上级", "Organ above itself"),
        ("“{organ}”经由上级绕回了自己：{way}", "“{organ}” comes out above itself: {way}"),
        ("改正其中一个 parent", "Correct one of the parents"),
    ),
    entry(
        "D238",
        "bad-date",
        ERROR,
        ("日期写法不对", "Date not well written"),
        ("“{key}”的日期“{found}”不对", "The date “{found}” of “{key}” is not valid"),
        (
            "写作 YYYY-MM-DD 或 YYYY-MM-DD HH:MM，如 2023-01-31 09:30；来源没有写明日期的，不要填",
            "Write YYYY-MM-DD or YYYY-MM-DD HH:MM; leave it out where the source states none",
        ),
    ),
    entry(
        "D239",
        "heading-level",
        ERROR,
        ("标题级别不对", "Heading level"),
        ("此处的标题级别不对：{detail}", "The level of this heading is wrong: {detail}"),
        (
            "一级标题由标题项生成；正文从 ## 开始，逐级加深",
            "The title is the first level; the text starts with ## and goes down step by step",
        ),
    ),
    entry(
        "D240",
        "heading-mark",
        ERROR,
        ("标题的井号写得不对", "Heading mark not well written"),
        (
            "“{found}”像是标题，但井号写得不对",
            "“{found}” looks like a heading, but its mark is not well written",
        ),
        (
            "写作“{wanted}”：半角井号，后面一个空格",
            "Write “{wanted}”: half-width marks and one space after them",
        ),
    ),
    entry(
        "D241",
        "unfilled-text",
        WARNING,
        ("还有待填写的文字", "Text not filled in"),
        ("“{found}”还没有填写", "“{found}” is still to be written"),
        ("换成实际的文字，连同【】一起去掉", "Write what belongs there, and take the 【】 away"),
    ),
)
