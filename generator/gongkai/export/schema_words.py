"""What an editor says of each key of the YAML files, by the way to it; tables are told by their form.

The words are Chinese: they are for the people who fill in the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_ADDRESS = r"^\s*[a-z0-9]+(?:[-_][a-z0-9]+)*\s*$"
_ADDRESS_WANTED = "只用小写字母、数字和连字符"
ADDRESS = "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"
_ORGAN = "^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$"
_ORGAN_WANTED = "机关标识只用小写字母、数字和连字符，以字母开头"
_DATE = r"^\s*\d{4}-\d{2}-\d{2}(?: (?:[01]\d|2[0-3]):[0-5]\d)?\s*$"
_DATE_WANTED = "日期写作 2025-01-20 或 2025-01-20 09:30"
_ID = "^[a-z][a-z0-9_]*$"
_ID_WANTED = "标识用小写字母、数字和下划线，以字母开头"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a key; `pattern` is what its text looks like, `wanted` what is said if it does not.

    `choices` tell what each of the texts that it may be means. `snippet` is a record to start from, in
    which `$1`, `$2` … are the places to fill in.
    """

    text: str
    pattern: str = ""
    wanted: str = ""
    choices: Mapping[str, str] | None = None
    snippet: Mapping[str, str | tuple[str, ...]] | None = None


_KIND = {
    "government": "政府",
    "government_office": "政府办公厅（室）",
    "department": "部门",
    "township": "乡镇",
    "subdistrict": "街道",
    "administrative_committee": "管委会",
    "authorized_organization": "法律法规授权的组织",
}

_PHRASE = {
    "words": "文字里的说法",
    "is": "指哪些行或列",
    "certain": "只有一个意思的写 true",
    "everyday": "日常也用、与所说的表连着才算的写 true",
    "outright": "单独出现也算的写 true",
    "beside": "只有紧跟在单独出现也算的词之后才算的写 true",
    "listed": "只在同组各行（或各列）的列举中、后面紧跟数字才算的写 true",
    "nought": "本身就是说没有的写 true",
    "part": "写明了它的数，各格的数就不是全部、不再比较的写 true",
}

WORDS: Mapping[str, Words] = {
    # site.yaml
    "site": Words("门户：页面上的名称、说明和页脚"),
    "site.name": Words("门户名称"),
    "site.organ": Words("主办机关：organs.yaml 中的 id", _ORGAN, _ORGAN_WANTED),
    "site.description": Words("首页的一句说明"),
    "site.notice": Words("印在每一页上方的说明"),
    "site.language": Words("界面语言，不写为 zh-CN", choices={"zh-CN": "简体中文", "en": "英文"}),
    "site.theme": Words("主题，不写为 default"),
    "site.base_url": Words(
        "网站的完整网址", r"^\s*https?://", "网址以 http:// 或 https:// 开头，如 https://www.example.gov.cn/"
    ),
    "site.domain": Words("网站域名，写进网页的 SiteDomain 标签"),
    "site.id_code": Words("政府网站标识码；加引号，以免首位的 0 出错"),
    "site.contact": Words(
        "页脚的联系方式；没有的不要填", snippet={"label": "${1:电话}", "text": "$2"}
    ),
    "site.contact.label": Words("名目，如：地址、电话"),
    "site.contact.text": Words("内容"),
    "site.contact.href": Words("链接，可省：https:、mailto: 或 tel: 开头"),
    "site.footer": Words("页脚的其他内容", snippet={"label": "${1:备案}", "text": "$2"}),
    "site.footer.label": Words("名目，如：主办单位、备案"),
    "site.footer.text": Words("内容"),
    "site.footer.href": Words("链接，可省：https:、mailto: 或 tel: 开头"),
    "site.meta": Words("其他网页标签，每行一个“名称: 内容”"),
    "site.highlights": Words(
        "首页的大字数据，取自主办机关最近一年的报告", snippet={"cell": "$1", "label": "$2"}
    ),
    "site.highlights.cell": Words("单元格，写作 表/行/列；报告页旁的 report.json 列有全部单元格"),
    "site.highlights.label": Words("这个数在首页上的名称"),
    "site.longest": Words("格式限了字数的部分，本站最多要多少字，超过的会问；不写则按格式"),
    "site.required": Words("本站要求每份报告都写的项", choices={"review": "发布前的审查"}),
    "site.brand": Words(
        "本站的样子：主色和标志", snippet={"colour": "#${1:9b1c1c}", "mark": "${2:brand/mark.svg}"}
    ),
    "site.brand.colour": Words(
        '主色，写在引号里，如 "#9b1c1c"；太浅的会自动加深',
        r"^\s*#[0-9a-fA-F]{6}\s*$",
        '颜色写作引号里的 #rrggbb，如 "#9b1c1c"',
    ),
    "site.brand.mark": Words(
        "标志图，content 中的 .svg 或 .png 文件，如 brand/mark.svg",
        r"\.(?:[sS][vV][gG]|[pP][nN][gG])\s*$",
        "标志图是 .svg 或 .png 文件",
    ),
    # organs.yaml
    "organs": Words("机关名录"),
    "organs.organs": Words(
        "各机关，上级也要列入", snippet={"id": "$1", "name": "$2", "kind": "${3:department}"}
    ),
    "organs.organs.id": Words("标识，会成为网址的一部分，公开后不宜再改", _ORGAN, _ORGAN_WANTED),
    "organs.organs.name": Words("全称，与报告标题一致"),
    "organs.organs.short_name": Words("简称"),
    "organs.organs.kind": Words("机关的类别", choices=_KIND),
    "organs.organs.parent": Words("上级机关的 id，上级也须在名录中"),
    "organs.organs.from": Words("从哪一年起有这个机关"),
    "organs.organs.to": Words("到哪一年为止"),
    "organs.organs.makes_rules": Words("可以制定规章的写 true，不可以的写 false"),
    "organs.organs.makes_reports": Words("不单独编制年报的写 false"),
    "organs.organs.lineage": Words(
        "机构改革的沿革：哪一年并入了哪些机关，此前的名称、上级",
        snippet={"year": "$1", "from": ("$2",)},
    ),
    "organs.organs.lineage.year": Words("自哪一年起"),
    "organs.organs.lineage.from": Words("并入的机关，写 id；全部或部分职责并入的都写"),
    "organs.organs.lineage.parent": Words("此前的上级机关的 id；没有变的不写"),
    "organs.organs.lineage.name": Words("此前的全称；没有变的不写"),
    # column.yaml
    "column": Words("栏目"),
    "column.title": Words("栏目名称"),
    "column.summary": Words("一句说明"),
    "column.kind": Words("类别，如：专题专栏；同类的排在一起"),
    "column.order": Words("次序，小的在前"),
    "column.id": Words(
        "标识，即网址；不写则取文件夹名。公开后不宜再改，挪动栏目时不变", _ADDRESS, _ADDRESS_WANTED
    ),
    "column.basis": Words("公开的依据，如：《政府信息公开条例》第二十条"),
    "column.counts": Words(
        "本栏目现行有效的文章数应当等于报告的哪一格，写作 表/行/列；报告页旁的 report.json 列有全部单元格"
    ),
    "column.formerly": Words("以前的网址，会转到现在的网址；从根写起，如 columns/gonggao/"),
    # report.yaml
    "report": Words("一份年度报告的数据"),
    "report.format": Words("报告格式"),
    "report.organ": Words("机关：organs.yaml 中的 id，与所在文件夹同名", ADDRESS, _ORGAN_WANTED),
    "report.year": Words("报告的年度，不是发布的年度；与所在文件夹同名"),
    "report.title": Words("标题"),
    "report.published": Words(
        "发布日期，照实填写；没有载明的不写。写作 2025-01-20 或 2025-01-20 09:30", _DATE, _DATE_WANTED
    ),
    "report.source": Words("信息来源"),
    "report.accept": Words(
        "确属正确、却与规则不符之处：逐条写明规则和理由，印在网页上",
        snippet={"code": "$1", "cell": "$2", "reason": "$3"},
    ),
    "report.accept.code": Words("规则的代码，如 D402；gongkai explain 可看说明"),
    "report.accept.cell": Words("哪一格，写作 表/行/列；问题在格里的必须写明"),
    "report.accept.text": Words("哪一处文字，照抄几个字"),
    "report.accept.reason": Words("理由，会印在网页上"),
    "report.rollup": Words("汇总：本报告汇总了哪些机关的报告"),
    "report.rollup.organs": Words("汇总在内的机关，写 id"),
    "report.rollup.left_out": Words("没有汇总在内的机关及原因", snippet={"organ": "$1", "reason": "$2"}),
    "report.rollup.left_out.organ": Words("机关的 id"),
    "report.rollup.left_out.reason": Words("没有汇总的原因"),
    "report.rollup.adjustments": Words(
        "汇总数与各机关之和的差额及原因",
        snippet={"cell": "$1", "by": "$2", "reason": "$3"},
    ),
    "report.rollup.adjustments.cell": Words("哪一格，写作 表/行/列"),
    "report.rollup.adjustments.by": Words("在各机关之和上加多少，少的写负数"),
    "report.rollup.adjustments.reason": Words("原因"),
    "report.review": Words(
        "发布前的审查", snippet={"reviewer": "$1", "date": "$2", "conclusion": "${3:可以公开}"}
    ),
    "report.review.reviewer": Words("审查人"),
    "report.review.date": Words("审查日期，写作 2025-01-20", _DATE, _DATE_WANTED),
    "report.review.conclusion": Words("审查结论"),
    "report.attachments": Words(
        "附件：随报告公开的文件", snippet={"file": "${1:fujian.pdf}", "title": "$2"}
    ),
    "report.attachments.file": Words("文件，路径从本文件夹算起"),
    "report.attachments.title": Words("附件的名称，不写则用文件名"),
    # formats/*.yaml
    "form": Words("报告格式：部分、表、行、列和勾稽关系"),
    "form.id": Words(
        "标识，与文件名相同",
        "^[a-z][a-z0-9_-]*$",
        "标识用小写字母、数字、下划线和连字符，以字母开头",
    ),
    "form.name": Words("格式的名称"),
    "form.basis": Words("依据，如文号"),
    "form.years": Words("适用于哪些年度的报告"),
    "form.years.from": Words("从哪一年度起"),
    "form.years.to": Words("到哪一年度为止；仍在用的不写"),
    "form.titles": Words("报告标题的写法，里面有 {organ} 和 {year}；第一种用于空白表"),
    "form.sections": Words("各部分，按次序", snippet={"id": "$1", "heading": "$2"}),
    "form.sections.id": Words("部分的标识", _ID, _ID_WANTED),
    "form.sections.heading": Words("标题，连同序号"),
    "form.sections.aliases": Words("也认得的其他写法"),
    "form.sections.tables": Words("这一部分的表，写表的 id；不写的是文字部分"),
    "form.sections.caption": Words("表的标题，不写则用部分的标题"),
    "form.sections.least": Words("这一部分至少多少字，不到的会问"),
    "form.sections.most": Words("这一部分最多多少字，超过的会问"),
    "form.sections.wants": Words(
        "这一部分的文字应当写到什么", snippet={"rule": "$1", "name": "$2", "words": ("$3",)}
    ),
    "form.sections.wants.rule": Words("规则的名称"),
    "form.sections.wants.name": Words("应当写到的事，如：主动公开"),
    "form.sections.wants.words": Words("写到其中任何一个就算写到"),
    "form.sections.wants.kinds": Words("只问这些类别的机关；不写则都问"),
    "form.sections.wants.when": Words("只在这一格大于 0 时才问，写作 表/行/列"),
    "form.tables": Words("各表"),
    "form.tables.id": Words("表的标识", _ID, _ID_WANTED),
    "form.tables.title": Words("表头上的名称"),
    "form.tables.row_head": Words("行名一列的表头"),
    "form.tables.note": Words("表的注"),
    "form.tables.layout": Words(
        "表的样子，不写为 down",
        choices={"down": "行名在左，列名在上", "across": "全表一行，行名排在列名之上"},
    ),
    "form.tables.measure": Words("表中各数的量词，如：件"),
    "form.tables.watch": Words(
        "与上年比较时问什么：jump 增减过大，repeat 与上年全同；写成列表，如 [jump, repeat]"
    ),
    "form.tables.columns": Words("各列", snippet={"id": "$1", "label": "$2"}),
    "form.tables.columns.id": Words("列的标识，末级必须有", _ID, _ID_WANTED),
    "form.tables.columns.label": Words("列名"),
    "form.tables.columns.type": Words(
        "怎样填，不写为 count",
        choices={
            "count": "件数：不小于 0 的整数",
            "change": "增减：整数，可为负",
            "amount": "金额：可有小数",
        },
    ),
    "form.tables.columns.unit": Words("单位"),
    "form.tables.columns.units": Words("可选的单位，由填报的人在数旁写明"),
    "form.tables.columns.places": Words("小数至多几位"),
    "form.tables.columns.columns": Words("下级列"),
    "form.tables.rows": Words("各行", snippet={"id": "$1", "label": "$2"}),
    "form.tables.rows.id": Words("行的标识，末级必须有；没有的只是标题，数据里不占层级", _ID, _ID_WANTED),
    "form.tables.rows.label": Words("行名"),
    "form.tables.rows.needs": Words(
        "哪些机关才可能有这一行", choices={"rulemaking": "可以制定规章的机关"}
    ),
    "form.tables.rows.rows": Words("下级行"),
    "form.tables.identities": Words(
        "勾稽关系", snippet={"each": "${1:row}", "sum": "${2:甲} + ${3:乙} = ${4:丙}"}
    ),
    "form.tables.identities.each": Words(
        "逐行还是逐列", choices={"row": "逐行，各项是列", "column": "逐列，各项是行"}
    ),
    "form.tables.identities.sum": Words(
        "写作 甲 + 乙 = 丙；previous. 开头的是上年的数，<= 是不大于"
    ),
    "form.tables.identities.rule": Words("规则的名称"),
    "form.tables.identities.only": Words("只在这些列（行）成立；不写则都成立"),
    "form.wants": Words(
        "全文应当写到什么，不问写在哪一部分",
        snippet={"rule": "$1", "name": "$2", "words": ("$3",)},
    ),
    "form.wants.rule": Words("规则的名称"),
    "form.wants.name": Words("应当写到的事"),
    "form.wants.words": Words("写到其中任何一个就算写到"),
    "form.wants.kinds": Words("只问这些类别的机关；不写则都问"),
    "form.wants.when": Words("只在这一格大于 0 时才问，写作 表/行/列"),
    "form.phrases": Words("文字里怎样说表中的数"),
    "form.phrases.elsewhere": Words("这些词之后说的是别的事，不与表比"),
    "form.phrases.aside": Words("这些词说的数不在任何表里"),
    "form.phrases.tables": Words("各表的说法，按表的 id"),
    "form.phrases.tables.units": Words("数后面的量词，如：件"),
    "form.phrases.tables.subjects": Words("引出全表的说法"),
    "form.phrases.tables.rows": Words("各行的说法"),
    "form.phrases.tables.columns": Words("各列的说法"),
    **{
        f"form.phrases.tables.{part}.{key}": Words(text)
        for part in ("subjects", "rows", "columns")
        for key, text in _PHRASE.items()
    },
}  # fmt: skip
