"""D2xx: what the narrative must speak of, and what stands in it unfinished."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

# What a form can ask its texts to speak of; each is said with {section} and {missing}.
ASKED = (
    "aspects-missing",
    "supervision-missing",
    "improvements-missing",
    "fee-statement",
    "lapsed-fee",
    "period-missing",
)

RULES = (
    entry(
        "D242",
        "section-thin",
        WARNING,
        ("部分内容过少", "Section says too little"),
        (
            "“{section}”只有 {count} 个字，至少应有 {least} 个字",
            "“{section}” has {count} characters; at least {least} are expected",
        ),
        (
            "写明这一年做了什么、做到什么程度，不要只写编制说明",
            "Say what was done in the year, and how far; a note on how the report was made is not enough",
        ),
        acceptable=True,
    ),
    entry(
        "D243",
        "aspects-missing",
        WARNING,
        ("应写的方面没有写全", "Aspects missing"),
        ("“{section}”没有写到：{missing}", "“{section}” does not speak of: {missing}"),
        (
            "各方面分别写明，用小标题列出更清楚；没有这项工作的，也写明没有",
            "Speak of each, best under a heading of its own; where nothing was done, say so",
        ),
        acceptable=True,
    ),
    entry(
        "D244",
        "supervision-missing",
        WARNING,
        ("政府的报告没有写监督的结果", "A government's report without results of supervision"),
        ("全文没有写到：{missing}", "The report does not speak of: {missing}"),
        (
            "各级人民政府的报告要写明工作考核、社会评议和责任追究结果；没有追究责任的情形，也写明没有",
            "Give the results of assessment, public review and accountability, if only that there are none",
        ),
        acceptable=True,
    ),
    entry(
        "D245",
        "improvements-missing",
        WARNING,
        ("问题和改进缺少一项", "Problems or improvements missing"),
        ("“{section}”没有写到：{missing}", "“{section}” does not speak of: {missing}"),
        (
            "既写主要问题，也写怎样改进；去年的问题改得怎样，也可写在这里",
            "Name the main problems, and how they are being mended",
        ),
        acceptable=True,
    ),
    entry(
        "D246",
        "fee-statement",
        INFO,
        ("没有提到信息处理费", "No word on the processing fee"),
        ("全文没有提到{missing}", "The report has no word on: {missing}"),
        (
            "是否收过信息处理费？收了的，写明件数和金额；没有收的，写一句没有收取",
            "Was the fee for processing charged? Give requests and amount, or say that there was none",
        ),
    ),
    entry(
        "D247",
        "period-missing",
        INFO,
        ("没有写统计期限", "Statistical period not stated"),
        ("全文没有写明数据的{missing}", "The report does not state: {missing}"),
        (
            "在第一部分之前写一句，如“本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日”",
            "Say before the first section that they are of 1 January to 31 December {year}",
        ),
    ),
    entry(
        "D248",
        "period-wrong",
        ERROR,
        ("统计期限不是报告的年度", "Period of another year"),
        (
            "统计期限写作“{found}”，而报告的年度是 {year} 年",
            "The period is given as “{found}”, but the report is on {year}",
        ),
        ("改为“{wanted}”", "Write “{wanted}”"),
    ),
    entry(
        "D249",
        "parts-count",
        WARNING,
        ("部分的个数说得不对", "Number of parts"),
        (
            "这里说有 {found} 个部分，{counted}",
            "{found} parts are announced here, but {counted}",
        ),
        ("改正个数，或者把各部分列全", "Correct the number, or list every part"),
    ),
    entry(
        "D250",
        "contact-missing",
        INFO,
        ("请人联系却没有联系方式", "No way to get in touch"),
        (
            "文中请读者联系，却没有电话、邮箱或地址，站点也没有设联系方式",
            "Readers are asked to get in touch, but no telephone, e-mail or address is given",
        ),
        (
            "在这句话里补上单位的电话，或者在 site.yaml 的 contact 中设置",
            "Add the office's telephone here, or set it under contact in site.yaml",
        ),
    ),
    entry(
        "D251",
        "unfilled-number",
        ERROR,
        ("数字没有填", "Number not filled in"),
        ("“{found}”处的数字还没有填", "The number in “{found}” was not filled in"),
        ("填上实际的数字；没有的写 0，不需要的删去这句", "Fill in the figure; write 0 where there was none"),
    ),
    entry(
        "D253",
        "typed-table",
        WARNING,
        ("自己画了表格", "Table drawn by hand"),
        ("这里{detail}", "Here {detail}"),
        (
            "表格由程序按 report.yaml 的数字印出，正文里不再画；数字写进 report.yaml",
            "The tables are printed from report.yaml: put the figures there and take this out",
        ),
    ),
    entry(
        "D254",
        "lapsed-fee",
        WARNING,
        ("有因未缴费不再处理的申请，却没有写收费", "Requests lapsed unpaid, and no word on fees"),
        (
            "表中有申请因逾期未缴费而不再处理，全文却没有提到{missing}",
            "Requests lapsed because a fee was unpaid; the report has no word on: {missing}",
        ),
        (
            "写明发出收费通知的件数和收取的金额；表中填错的，改正表格",
            "Say how many were asked to pay and what was collected, or correct the table",
        ),
    ),
    entry(
        "D255",
        "blank-left",
        WARNING,
        ("像是没有填完的空", "Looks like a blank"),
        ("“{found}”像是还没有填的空", "“{found}” looks like a blank that was not filled in"),
        (
            "填上实际内容；确是隐去名称的，改用“某”字",
            "Fill it in; where a name is left out on purpose, put it in words",
        ),
        acceptable=True,
    ),
    entry(
        "D256",
        "period-days",
        WARNING,
        ("统计期限不是整年", "Period is not the whole year"),
        ("统计期限写作“{found}”，不是整年", "The period is given as “{found}”, not the whole year"),
        (
            "一般应为“{wanted}”；年中才成立的机关，写明原因",
            "Usually it is “{wanted}”; an organ set up within the year should say so",
        ),
        acceptable=True,
    ),
    entry(
        "D257",
        "section-long",
        INFO,
        ("部分过长", "Section is long"),
        (
            "“{section}”有 {count} 个字，多于 {most} 个字",
            "“{section}” has {count} characters, more than {most}",
        ),
        (
            "与公开工作无关的删去，详细的内容放到栏目里；确需写这么长的不必改",
            "Take out what is not about disclosure, or put details in a column; else leave it",
        ),
        acceptable=True,
    ),
    entry(
        "D258",
        "unwritten-text",
        ERROR,
        ("正文还没有写", "Text not written"),
        ("“{found}”{more}还没有写", "Not written yet: “{found}”{more}"),
        (
            "写上实际的内容，连同【】一起去掉；还不公开的，先把文件移到 content 之外",
            "Write the text and take the 【】 away; keep what is not ready out of content/",
        ),
    ),
)
