"""D6xx: text, privacy and accessibility."""

from gongkai.diagnostics.catalogue.rule import ERROR, WARNING, entry

RULES = (
    entry(
        "D601",
        "raw-html",
        ERROR,
        ("正文里有 HTML", "HTML in the text"),
        ("正文里有 HTML 代码“{found}”", "The text has HTML in it: “{found}”"),
        (
            "用 Markdown 书写；脚本、样式和网页代码一律不用。要写尖括号本身，写作 \\<",
            "Write Markdown; scripts, styles and page code are not taken. For a bracket itself write \\<",
        ),
    ),
    entry(
        "D602",
        "dangerous-link",
        ERROR,
        ("链接类型不许使用", "Kind of link not allowed"),
        ("链接“{href}”的类型不许使用", "The link “{href}” is of a kind that is not allowed"),
        ("只用 https、http、mailto、tel 或站内路径", "Use https, http, mailto, tel or a path in the site"),
    ),
    entry(
        "D603",
        "image-without-text",
        ERROR,
        ("图片没有替代文字", "Image without alternative text"),
        ("图片“{href}”没有替代文字", "The image “{href}” has no alternative text"),
        ("写作 ![图片说明](文件)，说明图里有什么", "Write ![what it shows](file)"),
    ),
    entry(
        "D604",
        "heading-skipped",
        WARNING,
        ("标题跳级", "Heading level skipped"),
        ("“{found}”跳过了一级标题", "“{found}” skips a level of headings"),
        (
            "标题逐级加深，读屏软件靠它导航",
            "Go down one level at a time: screen readers navigate by headings",
        ),
    ),
    entry(
        "D605",
        "empty-text",
        ERROR,
        ("没有正文", "No text"),
        ("“{title}”没有正文", "“{title}” has no text"),
        (
            "在文件头的“---”下面写正文；还不公开的，先移到 content 之外",
            "Write below the front matter, or keep the file out of content/ until you do",
        ),
    ),
    entry(
        "D606",
        "reference",
        ERROR,
        ("文中引用数字的写法", "Reference to a figure"),
        ("“{found}”会原样印在网页上", "“{found}” would be printed as it stands"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D607",
        "image-from-elsewhere",
        ERROR,
        ("图片在别的网站", "Image from another site"),
        (
            "图片“{href}”在别的网站，网页上显示不出来",
            "The image “{href}” is on another site and would not show",
        ),
        ("把图片文件放在本文件旁边，写它的文件名", "Put the image beside this file and give its file name"),
    ),
    entry(
        "D608",
        "reference-to-nothing",
        ERROR,
        ("引用的格没有数字", "Reference to a cell without a figure"),
        (
            "“{found}”引用的“{row}”的“{column}”没有数字",
            "“{found}” names “{column}” of “{row}”, which has no figure",
        ),
        ("在表中填上数字，或者删去这处引用", "Fill the figure in, or take the reference out"),
    ),
    entry(
        "D609",
        "reference-to-last-year",
        ERROR,
        ("引用的上年报告不在站内", "Reference to a report that is not there"),
        (
            "“{found}”引用上年的数字，但站内没有本机关 {year} 年的报告",
            "“{found}” names a figure of {year}, but there is no report of this organ on that year",
        ),
        ("补上该年报告，或者直接写出数字", "Add that report, or write the figure itself"),
    ),
)
