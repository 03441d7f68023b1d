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
        ("直接写出数字，删去花括号", "Write the figure itself, without the braces"),
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
)
