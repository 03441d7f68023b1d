"""One view of each kind, of a fictional portal, with tables as large as they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gongkai.model.grid import Block, Corner, DataCell, Grid, GridRow, HeadCell
from gongkai.model.views import (
    ArchiveView,
    ArticleItem,
    ArticleView,
    Branch,
    Card,
    Chrome,
    Download,
    Figure,
    FooterItem,
    HomeView,
    Link,
    MovedView,
    NotFoundView,
    Option,
    OrganGroup,
    OrganItem,
    OrganView,
    PageView,
    Pagination,
    ProseView,
    ReportGroup,
    ReportItem,
    ReportView,
    SearchView,
    SectionView,
    SiteMapView,
    StatementView,
    Tested,
    TopicGroup,
    TopicView,
    View,
    YearItem,
    YearView,
)

ORGAN = "云溪市清河新区管理委员会"
SITE = "云溪市清河新区政府信息公开"
MODULES = ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报")


@dataclass
class Tree:
    """A label and those below it."""

    label: str
    below: list[Tree] = field(default_factory=list)

    @property
    def leaves(self) -> int:
        return sum(tree.leaves for tree in self.below) or 1

    @property
    def depth(self) -> int:
        return 1 + max((tree.depth for tree in self.below), default=0)


def tree(text: str) -> list[Tree]:
    """Read a tree of labels, one a line, deeper by two spaces."""
    top = Tree("")
    path = [top]
    for line in filter(str.strip, text.splitlines()):
        level = (len(line) - len(line.lstrip())) // 2
        node = Tree(line.strip())
        path[level].below.append(node)
        path[level + 1 :] = [node]
    return top.below


COLUMNS = tree("""\
申请人情况
  自然人
  法人或其他组织
    商业企业
    科研机构
    社会公益组织
    法律服务机构
    其他
  总计
""")
ROWS = tree("""\
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果
  （一）予以公开
  （二）部分公开（区分处理的，只计这一情形，不计其他情形）
  （三）不予公开
    1.属于国家秘密
    2.其他法律行政法规禁止公开
    3.危及“三安全一稳定”
    4.保护第三方合法权益
    5.属于三类内部事务信息
    6.属于四类过程性信息
    7.属于行政执法案卷
    8.属于行政查询事项
  （四）无法提供
    1.本机关不掌握相关政府信息
    2.没有现成信息需要另行制作
    3.补正后申请内容仍不明确
  （五）不予处理
    1.信访举报投诉类申请
    2.重复申请
    3.要求提供公开出版物
    4.无正当理由大量反复申请
    5.要求行政机关确认或重新出具已获取信息
  （六）其他处理
    1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
    2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
    3.其他
  （七）总计
四、结转下年度继续办理
""")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
LEAVES = [Tree(label) for label in OUTCOMES]
REVIEWS = [
    Tree("行政复议", LEAVES),
    Tree("行政诉讼", [Tree("未经复议直接起诉", LEAVES), Tree("复议后起诉", LEAVES)]),
]


def heads(columns: list[Tree], prefix: str, corner: int) -> tuple[tuple[GridRow, ...], list[str]]:
    """Lay columns out as rows of heads; give with them the heads of each leaf, by ids."""
    depth = max(column.depth for column in columns)
    rows: list[list[HeadCell | Corner]] = [[] for _ in range(depth)]
    chains: list[str] = []
    if corner:
        rows[0].append(Corner(colspan=corner, rowspan=depth))

    def lay(column: Tree, level: int, above: str) -> None:
        id_ = f"{prefix}-c{level}-{len(rows[level])}"
        chain = f"{above} {id_}".strip()
        scope = "colgroup" if column.below else "col"
        rowspan = 1 if column.below else depth - level
        rows[level].append(HeadCell(id_, column.label, scope, column.leaves, rowspan, above))
        if not column.below:
            chains.append(chain)
        for child in column.below:
            lay(child, level + 1, chain)

    for column in columns:
        lay(column, 0, "")
    return tuple(GridRow(tuple(row)) for row in rows), chains


def row_heads(rows: list[Tree], prefix: str) -> Iterator[tuple[list[HeadCell], str]]:
    """Give the heads that begin each row, and the ids of all heads that it stands under."""
    depth = max(row.depth for row in rows)
    count = 0

    def lay(row: Tree, level: int, above: str, first: list[HeadCell]) -> Iterator[tuple[list[HeadCell], str]]:
        nonlocal count
        count += 1
        id_ = f"{prefix}-r{count}"
        chain = f"{above} {id_}".strip()
        if not row.below:
            yield [*first, HeadCell(id_, row.label, "row", depth - level, 1, above)], chain
        begun = [*first, HeadCell(id_, row.label, "rowgroup", 1, row.leaves, above)]
        for child in row.below:
            yield from lay(child, level + 1, chain, begun)
            begun = []

    for row in rows:
        yield from lay(row, 0, "", [])


def data(prefix: str, number: int, head: str, text: str, **rest: object) -> DataCell:
    state = {"0": "zero", "": "blank", "/": "not-applicable"}.get(text, "figure")
    return DataCell(f"{prefix}-d{number}", f"{prefix}/row/{number}", head, text, state, **rest)


def requests() -> Grid:
    """25 rows of seven figures under three levels of heads, beside three columns of labels."""
    head, chains = heads(COLUMNS, "t3", 3)
    rows = []
    number = 0
    texts = {0: "12", 5: "/", 6: "12", 14: "9", 20: "9", 23: "", 30: "2", 34: "2", 168 - 7: "12", 167: "12"}
    for labels, chain in row_heads(ROWS, "t3"):
        total = labels[-1].label.endswith("总计")
        cells = []
        for place, column in enumerate(chains):
            text = texts.get(number, "0")
            cells.append(data("t3", number, f"{column} {chain}", text, total=place == len(chains) - 1))
            number += 1
        rows.append(GridRow((*labels, *cells), total))
    block = Block("t3-block", "", head, tuple(rows))
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    return Grid("t3", "收到和处理政府信息公开申请情况", note, 10, 3, (block,))


def disclosed() -> Grid:
    """Four tables stacked in four columns."""
    specs = (
        (
            "第二十条第（一）项",
            ("本年制发件数", "本年废止件数", "现行有效件数"),
            (("规章", "/ / /"), ("行政规范性文件", "11 9 98")),
        ),
        ("第二十条第（五）项", ("本年处理决定数量",), (("行政许可", "7657"),)),
        ("第二十条第（六）项", ("本年处理决定数量",), (("行政处罚", "39"), ("行政强制", "0"))),
        ("第二十条第（八）项", ("本年收费金额（单位：万元）",), (("行政事业性收费", "93.0592"),)),
    )
    blocks = []
    for place, (title, columns, rows) in enumerate(specs):
        prefix = f"t2-{place}"
        wide = 3 // len(columns)
        head = [HeadCell(f"{prefix}-h", "信息内容", "col", headers=prefix)]
        head += [HeadCell(f"{prefix}-c{i}", c, "col", wide, headers=prefix) for i, c in enumerate(columns)]
        body = []
        for r, (label, texts) in enumerate(rows):
            first = HeadCell(f"{prefix}-r{r}", label, "row", headers=prefix)
            cells = [
                data(f"{prefix}", r * 3 + c, f"{prefix} {prefix}-c{c} {prefix}-r{r}", text, colspan=wide)
                for c, text in enumerate(texts.split())
            ]
            body.append(GridRow((first, *cells)))
        blocks.append(Block(prefix, title, (GridRow(tuple(head)),), tuple(body)))
    return Grid("t2", "主动公开政府信息情况", "", 4, 1, tuple(blocks))


def reviews() -> Grid:
    """One row of 15 figures under three levels of heads, with no labels."""
    head, chains = heads(REVIEWS, "t4", 0)
    texts = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 1, 3]
    cells = [
        data("t4", i, chain, str(text), total=i % 5 == 4)
        for i, (chain, text) in enumerate(zip(chains, texts, strict=True))
    ]
    block = Block("t4-block", "", head, (GridRow(tuple(cells)),))
    return Grid("t4", "政府信息公开行政复议、行政诉讼情况", "", 15, 0, (block,))


def chrome(title: str, current: int | None = None, deeper: tuple[str, ...] = (), **rest: object) -> Chrome:
    """The surroundings of a page in a module, or deeper in it."""
    names = ["首页", *([MODULES[current]] if current is not None else []), *deeper]
    crumbs = tuple(
        Link(name, "" if i == len(names) - 1 else "home.html", current=i == len(names) - 1)
        for i, name in enumerate(names)
    )
    navigation = tuple(
        Link(name, "page.html", current=i == current and not deeper, within=i == current)
        for i, name in enumerate(MODULES)
    )
    made = Chrome(
        language="zh-CN",
        site_name=SITE,
        page_title=title,
        organ_name=ORGAN,
        root="",
        home="home.html",
        canonical="",
        notice="本站是演示站点，机关与数据均属虚构，不代表任何行政机关的信息公开。",
        description=f"{title}。",
        navigation=navigation,
        crumbs=crumbs,
        meta=(("SiteName", SITE), ("ColumnName", MODULES[current or 0])),
        contact=(
            FooterItem("主办单位", ORGAN),
            FooterItem("办公地址", "云溪市清河新区人民路1号"),
            FooterItem("联系电话", "000-0000000"),
        ),
        footer=(
            FooterItem("网站标识码", "0000000000"),
            FooterItem("备案号", "云ICP备00000000号", "https://beian.miit.gov.cn/"),
            FooterItem("纠错", "我为政府网站找错", "https://zfwzgl.www.gov.cn/"),
        ),
        search="search.html",
        statement="statement.html",
        site_map="site-map.html",
        feeds=(Link(SITE, "feed.xml"),),
    )
    return replace(made, **rest)


OVERALL = """\
2022年，新区严格执行《中华人民共和国政府信息公开条例》，围绕群众关切，扎实做好政府信息公开各项工作，
在深化公开内容、健全各项制度、规范公开载体等方面取得了新的进展。现将有关情况报告如下。

### （一）主动公开

一是进一步完善工作制度、操作流程和保密审查制度，明确职责、程序、公开方式和时限要求。二是对公开内容进行分类整理，
对拟公开的信息逐条审核，做到“**先审查、后公开**”。详见[政府信息公开制度](pages/zhidu.md)和
[国务院规定](https://www.gov.cn/)。

### （二）依申请公开

全年新收申请12件，其中：

1. 予以公开9件；
2. 部分公开2件，均已说明理由；
3. 结转下年度1件。

> 申请人可以当面、邮寄或者通过网站提出申请。

| 渠道 | 件数 |
| --- | ---: |
| 当面 | 3 |
| 邮寄 | 9 |
"""
PROBLEMS = """\
公开内容有待进一步充实，时效性有待进一步提高。下一步将加强培训，完善考核，
推动政府信息公开工作再上新台阶。
"""


def report_item(year: int, organ: str = ORGAN, published: str = "") -> ReportItem:
    return ReportItem(f"{organ}{year}年政府信息公开工作年度报告", "report.html", organ, year, published)


def absent(year: int, organ: str) -> ReportItem:
    """A report that was due and is not there."""
    title = f"{organ}{year}年政府信息公开工作年度报告"
    return ReportItem(title, "", organ, year, missing=True, due=f"{year + 1}-01-31")


def year_items(current: int = 0) -> tuple[YearItem, ...]:
    forms = {2018: "文字报告", 2019: "2019年格式", 2020: "2019年格式"}
    return tuple(
        YearItem(
            f"{year}年", "year.html", year, published, 12, forms.get(year, "2021年格式"), year == current
        )
        for year, published in ((2022, 10), (2021, 12), (2020, 12), (2019, 11), (2018, 12))
    )


ARTICLES = (
    ArticleItem(
        "关于印发清河新区重大行政决策事项目录的通知",
        "article.html",
        "",
        "清河新区管委会办公室",
        "2023-09-30 17:18",
        "清管办发〔2023〕28号",
        "in_force",
    ),
    ArticleItem(
        "清河新区2022年度部门决算公开目录",
        "article.html",
        "汇总新区各部门2022年度决算公开的位置和说明。",
        "清河新区财政局",
        "2023-08-20 10:00",
    ),
    ArticleItem(
        "清河新区国有土地上房屋征收与补偿暂行办法",
        "article.html",
        "",
        "清河新区管委会",
        "2019-03-01 09:00",
        "清管发〔2019〕3号",
        "repealed",
    ),
    ArticleItem(
        "食品安全监督抽检信息公告（第3期）",
        "article.html",
        "抽检粮食加工品、乳制品等6类食品42批次。",
        "清河新区市场监管局",
        "2022-11-02",
    ),
    ArticleItem("新区管委会领导分工", "article.html", "", ""),
)


def home() -> HomeView:
    return HomeView(
        chrome=chrome(SITE),
        description="这里集中公开新区制定的规范性文件、办理的许可与处罚、财政预决算和重点领域信息，以及历年政府信息公开工作年度报告，供公众查阅、下载。",
        modules=(
            Card(MODULES[0], "page.html", "公开什么、在哪里查、怎样申请、怎样联系。"),
            Card(MODULES[1], "page.html", "新区执行的法律、行政法规和各项工作制度。"),
            Card(MODULES[2], "topic.html", "按条例第二十条分栏目公开的信息。", 24),
            Card(MODULES[3], "archive.html", "历年政府信息公开工作年度报告，可按年度、按机关查看。", 6),
        ),
        figures=(
            Figure("现行有效的行政规范性文件", "98", "件", "report.html#t2-0-d5"),
            Figure("本年行政许可决定", "7657", "件", "report.html#t2-1-d0"),
            Figure("行政事业性收费", "93.0592", "万元", "report.html#t2-3-d0"),
            Figure("新收政府信息公开申请", "12", "件", "report.html#t3-d6"),
        ),
        figures_from=report_item(2022),
        reports=tuple(report_item(year, published=f"{year + 1}-01-18 09:30") for year in (2022, 2021, 2020)),
        topics=(
            TopicGroup(
                "重点领域",
                tuple(
                    Card(name, "topic.html", "", count)
                    for name, count in (
                        ("财政预决算", 4),
                        ("生态环境", 3),
                        ("食品药品安全", 2),
                        ("行政许可", 6),
                        ("公共资源配置", 2),
                        ("社会救助", 1),
                        ("教育", 1),
                        ("医疗卫生", 2),
                        ("安全生产", 3),
                    )
                ),
            ),
            TopicGroup("专题专栏", (Card("优化营商环境", "topic.html", "办事、政策与评价，一处看全。", 5),)),
        ),
        articles=ARTICLES[:4],
        missing=(absent(2022, "清河新区财政局"), absent(2022, "清河新区生态环境分局")),
        missing_count=5,
        years=year_items(),
    )


def report() -> ReportView:
    prose = ProseView(OVERALL, {"pages/zhidu.md": "page.html"})
    problems = ProseView(PROBLEMS, {})
    title = f"{ORGAN}2022年政府信息公开工作年度报告"
    return ReportView(
        chrome=chrome(title, 3, ("2022年", "清河新区管委会")),
        title=title,
        organ=ORGAN,
        year=2022,
        published="2023-01-18 09:30",
        source="云溪市清河新区管理委员会办公室",
        basis="国办公开办函〔2021〕30号",
        preface=ProseView(
            "本报告依据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限为2022年1月1日至12月31日。",
            {},
        ),
        sections=(
            SectionView("overall", "一、总体情况", prose, None),
            SectionView("proactive", "二、主动公开政府信息情况", None, disclosed()),
            SectionView("requests", "三、收到和处理政府信息公开申请情况", None, requests()),
            SectionView("review", "四、政府信息公开行政复议、行政诉讼情况", None, reviews()),
            SectionView("problems", "五、存在的主要问题及改进情况", problems, None),
            SectionView("other", "六、其他需要报告的事项", ProseView("本年度未收取信息处理费。", {}), None),
        ),
        downloads=(Download("JSON", "report.json", 12_345), Download("CSV", "report.csv", 8_101)),
        organ_archive=Link(ORGAN, "organ.html"),
        year_archive=Link("2022年", "year.html"),
        previous=Link("2021年", "report.html"),
        following=None,
        attachments=(Download("PDF", "report.pdf", 1_234_567, f"{title}（盖章扫描件）"),),
        parent=Link("云溪市", "report.html"),
        children=(Link("清河新区财政局", "report.html"), Link("清河新区生态环境分局", "report.html")),
    )


def branches() -> tuple[Branch, ...]:
    below = tuple(
        Branch(Link(label, "topic.html", current=i == 1, within=False), 4)
        for i, label in enumerate(("规章", "行政规范性文件", "其他文件"))
    )
    names = ("机关职能", "政策文件", "行政许可", "行政处罚和行政强制", "财政预决算", "公共资源配置")
    return tuple(
        Branch(Link(name, "topic.html", within=i == 1), 12, below if i == 1 else ())
        for i, name in enumerate(names)
    )


def topic() -> TopicView:
    pagination = Pagination(
        1,
        12,
        (Link("1", "", current=True), Link("2", "topic.html"), None, Link("12", "topic.html")),
        "",
        "topic.html",
    )
    return TopicView(
        chrome("行政规范性文件", 2, ("政策文件", "行政规范性文件")),
        "行政规范性文件",
        "新区管委会及其部门制定的行政规范性文件，现行有效和已废止的分别标明。",
        (TopicGroup("公开事项", (Card("清理", "topic.html", "", 3), Card("听证", "topic.html", "", 8))),),
        ARTICLES,
        "《中华人民共和国政府信息公开条例》第二十条第（一）项",
        231,
        pagination,
        branches(),
        "feed.xml",
    )


def article() -> ArticleView:
    text = OVERALL.replace("### ", "## ")
    title = "关于印发清河新区重大行政决策事项目录的通知"
    return ArticleView(
        chrome=chrome(title, 2, ("政策文件", "行政规范性文件", title)),
        title=title,
        published="2023-09-30 17:18",
        source="清河新区管委会办公室",
        number="清管办发〔2023〕28号",
        prose=ProseView(text, {"pages/zhidu.md": "page.html"}),
        topic=Link("行政规范性文件", "topic.html"),
        previous=Link("清河新区2022年度部门决算公开目录", "article.html"),
        following=Link("食品安全监督抽检信息公告（第3期）", "article.html"),
        organ=Link(ORGAN, "organ.html"),
        index="QH001-0201-2023-0028",
        made="2023-09-27",
        validity="in_force",
        attachments=(
            Download("PDF", "a.pdf", 234_567, "清河新区重大行政决策事项目录"),
            Download("DOCX", "b.docx", 34_567, "重大行政决策事项申报表"),
            Download("XLSX", "c.xlsx", 4_567),
        ),
    )


def repealed() -> ArticleView:
    """A document that is not in force any more, with a title of 300 characters."""
    title = "清河新区国有土地上房屋征收与补偿暂行办法" * 15
    return replace(
        article(), chrome=chrome(title, 2, (title,)), title=title, validity="repealed", repealed="2022-06-30"
    )


def archive() -> ArchiveView:
    groups = (
        OrganGroup("l1", "管理委员会", (OrganItem(ORGAN, "organ.html", "管理委员会", 5, 2022),)),
        OrganGroup(
            "l2",
            "清河新区管委会：政府部门",
            tuple(
                OrganItem(f"清河新区{name}", "organ.html", "政府部门", 4, 2022 - missing, missing)
                for name, missing in (
                    ("财政局", 1),
                    ("教育和体育局", 0),
                    ("市场监督管理局", 0),
                    ("生态环境分局", 1),
                    ("应急管理局", 0),
                )
            ),
            "清河新区管委会",
            "政府部门",
        ),
        OrganGroup(
            "l3",
            "清河新区管委会：街道",
            (OrganItem("清河街道办事处", "organ.html", "街道办事处", 5, 2022),),
            "清河新区管委会",
            "街道",
        ),
    )
    return ArchiveView(chrome(MODULES[3], 3), MODULES[3], year_items(), groups, 57, 3)


def year() -> YearView:
    return YearView(
        chrome("2022年度政府信息公开工作年度报告", 3, ("2022年",)),
        "2022年度政府信息公开工作年度报告",
        2022,
        (
            ReportGroup("管理委员会", "", (report_item(2022, published="2023-01-18 09:30"),), "g1"),
            ReportGroup(
                "清河新区管委会：政府部门",
                "organ.html",
                (
                    absent(2022, "清河新区财政局"),
                    report_item(2022, "清河新区教育和体育局", "2023-01-20"),
                    report_item(2022, "清河新区市场监督管理局", "2023-01-21 08:00"),
                    absent(2022, "清河新区生态环境分局"),
                    report_item(2022, "清河新区应急管理局"),
                ),
                "g2",
                "清河新区管委会",
                "政府部门",
            ),
        ),
        10,
        2,
        year_items(2022),
    )


def organ() -> OrganView:
    name = "清河新区财政局"
    title = f"{name}历年政府信息公开工作年度报告"
    forms = {2020: "2019年格式", 2019: "2019年格式"}
    return OrganView(
        chrome(title, 3, (name,)),
        title,
        name,
        "政府部门",
        (
            absent(2022, name),
            *(
                replace(report_item(year, name, f"{year + 1}-01-20"), form=forms.get(year, "2021年格式"))
                for year in (2021, 2020, 2019)
            ),
        ),
        Link(ORGAN, "organ.html"),
        (OrganItem("清河新区财政评审中心", "organ.html", "具有管理公共事务职能的组织", 3, 2021),),
        ARTICLES[1:2],
        ("2019年，由清河新区财政金融局更名为“清河新区财政局”",),
        "feed.xml",
    )


def search() -> SearchView:
    return SearchView(
        chrome("搜索", None, ("搜索",)),
        "搜索",
        "search/index.js",
        (Option("2022", "2022年"), Option("2021", "2021年")),
        (Option("zhengce", "政策文件"), Option("zhengce/guizhang", "规章", 1)),
    )


def statement() -> StatementView:
    page = chrome("无障碍声明", None, ("无障碍声明",))
    return StatementView(
        page,
        "无障碍声明",
        (
            Tested("标准", ("WCAG 2.2 AA级", "axe-core 的全部最佳实践")),
            Tested("方式", ("只用键盘可以到达每一处", "宽360、768、1280像素，浅色、深色和长者模式")),
        ),
        ("附件由各机关提供，未逐一测试。",),
        page.contact,
    )


def site_map() -> SiteMapView:
    years = tuple(Branch(Link(item.label, item.href), item.published) for item in year_items())
    parts = (
        Branch(Link(MODULES[0], "page.html")),
        Branch(Link(MODULES[2], "topic.html"), 96, branches()),
        Branch(Link(MODULES[3], "archive.html"), 57, years),
    )
    return SiteMapView(chrome("网站地图", None, ("网站地图",)), "网站地图", parts)


def moved() -> MovedView:
    return MovedView(
        chrome(
            "网址已经变更", None, ("网址已经变更",), canonical="https://example.gov.cn/articles/mulu.html"
        ),
        "网址已经变更",
        Link("清河新区2022年度部门决算公开目录", "article.html"),
    )


def page() -> PageView:
    text = """\
## 一、公开范围

新区管委会主动公开下列信息：

- 行政规范性文件；
- 机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名；
- 办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果。

## 二、公开形式

通过本站公开，也可以在[查阅点](https://example.gov.cn/)查阅。

### （一）查阅点

工作日9:00—12:00、13:30—17:30。申请表见[申请表](申请表.pdf)。

## 三、申请程序

1. 填写申请表；
2. 提交申请表，并附身份证明；
3. 新区管委会自收到申请之日起20个工作日内答复。

| 方式 | 地址 | 办理时间 |
| :-- | :-- | --: |
| 当面 | 新区政务服务中心一楼 | 9:00 |
| 邮寄 | 云溪市清河新区人民路1号 | — |
"""
    return PageView(
        chrome(MODULES[0], 0),
        MODULES[0],
        "公开什么、在哪里查、怎样申请、怎样联系。",
        ProseView(text, {"申请表.pdf": "form.pdf"}),
    )


def not_found() -> NotFoundView:
    return NotFoundView(chrome("没有找到这个页面"), home().modules)


def all_views() -> tuple[View, ...]:
    return (
        home(),
        page(),
        topic(),
        article(),
        archive(),
        year(),
        organ(),
        report(),
        search(),
        statement(),
        site_map(),
        moved(),
        not_found(),
    )
