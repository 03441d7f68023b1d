"""D5xx: columns and their articles, attachments, the portal's colour."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

RULES = (
    entry(
        "D520",
        "doubled-id",
        ERROR,
        ("id 重复", "Id given twice"),
        (
            "id“{id}”已用于另一{kind}，两页会是同一个网址",
            "The id “{id}” is that of another {kind}: both would have one address",
        ),
        (
            "给没有公开过的那一个另写 id，或者改文件（夹）名；已经公开的不要改",
            "Give another id, or another file name, to the one that was not published yet",
        ),
    ),
    entry(
        "D521",
        "column-cycle",
        ERROR,
        ("栏目套着自己", "Column inside itself"),
        (
            "文件夹“{path}”是一个链接，又回到它自己的上级栏目",
            "The folder “{path}” is a link that leads back to a column above it",
        ),
        (
            "删去这个链接（快捷方式、软链接）；一篇文章只放在一个栏目里",
            "Remove the link or junction; an article stands in one column only",
        ),
    ),
    entry(
        "D522",
        "attachment-missing",
        ERROR,
        ("附件不在", "Attachment missing"),
        ("没有文件“{file}”", "There is no file “{file}”"),
        (
            "把文件放到文章旁边，核对文件名（大小写、扩展名也要一致）；附件放在 columns、pages 或 reports 里",
            "Put the file beside the text and see that the name is the same, capitals and suffix too",
        ),
    ),
    entry(
        "D523",
        "attachment-type",
        ERROR,
        ("这个文件不能公开", "File that may not be published"),
        ("“{file}”不能作为附件：{detail}", "“{file}” cannot be an attachment: {detail}"),
        (
            "改存为 PDF、OFD、Word、Excel、WPS、CSV、TXT、ZIP 或图片；带宏的另存为不带宏的",
            "Save it as PDF, OFD, Word, Excel, WPS, CSV, TXT, ZIP or a picture, without macros",
        ),
    ),
    entry(
        "D524",
        "attachment-content",
        WARNING,
        ("附件的内容与扩展名不符", "Attachment is not what its name says"),
        (
            "文件名是 {kind}，内容却不是这一类，读者可能打不开",
            "It is named {kind}, but its content is of another kind: readers may not be able to open it",
        ),
        (
            "用原来的软件打开，另存为所要的类型；不要直接改扩展名",
            "Open it with its program and save it as what it should be; renaming does not convert it",
        ),
    ),
    entry(
        "D525",
        "attachment-case",
        ERROR,
        ("文件名只有大小写不同", "Names that differ in capitals only"),
        (
            "“{file}”和“{other}”只有大小写不同，在 Windows 上是同一个文件",
            "“{file}” and “{other}” differ in capitals only: to Windows they are one file",
        ),
        ("给其中一个改名，一律用小写", "Rename one of them; use lower-case letters"),
    ),
    entry(
        "D526",
        "alternative-is-file-name",
        WARNING,
        ("图片的文字是文件名", "Picture described by a file name"),
        (
            "图片的替代文字“{found}”是文件名，没有说图里是什么",
            "The text “{found}” of the picture is a file name: it does not say what is to be seen",
        ),
        (
            "改写成一句话，说明图里是什么",
            "Say in a sentence what the picture shows",
        ),
    ),
    entry(
        "D527",
        "dates-out-of-order",
        WARNING,
        ("日期先后矛盾", "Dates out of order"),
        (
            "成文日期 {made} 晚于{what} {other}",
            "The day of making, {made}, is later than the day of {what}, {other}",
        ),
        (
            "照原文核对，改正写错的一个",
            "Check against the document and correct the one that is wrong",
        ),
    ),
    entry(
        "D528",
        "date-to-come",
        ERROR,
        ("日期在今天之后", "Date later than today"),
        (
            "{what} {found} 在今天（{today}）之后",
            "The day of {what}, {found}, is later than today ({today})",
        ),
        (
            "照原文核对；还没有到废止的日子，validity 仍写 in_force",
            "Check against the document; until the day of repeal its validity is in_force",
        ),
    ),
    entry(
        "D529",
        "repealed-in-title",
        WARNING,
        ("标题说已废止", "Title says repealed"),
        (
            "标题写着“{found}”，validity 却是 in_force（现行有效）",
            "The title says “{found}”, but validity is in_force",
        ),
        (
            "已经废止的，validity 改为 repealed，标题照原文；现行有效的，从标题里删去这几个字",
            "If it was repealed, write validity: repealed and keep the title; else take the words out",
        ),
    ),
    entry(
        "D530",
        "repealed-date",
        ERROR,
        ("有废止日期却未写废止", "Date of repeal without repeal"),
        (
            "写了废止日期 {found}，validity 却{state}",
            "There is a day of repeal, {found}, but validity {state}",
        ),
        (
            "已经废止的写 validity: repealed；没有废止的删去 repealed",
            "Write validity: repealed if it was; else take out the date",
        ),
    ),
    entry(
        "D531",
        "long-title",
        WARNING,
        ("标题过长", "Very long title"),
        ("标题有 {count} 个字", "The title has {count} characters"),
        (
            "看看是不是把正文粘到了标题里；标题要能在列表里一眼读完",
            "See whether the text was pasted into the title; a title is read at a glance in a list",
        ),
    ),
    entry(
        "D532",
        "broken-fragment",
        WARNING,
        ("链接的标题不存在", "Link to a heading that is not there"),
        (
            "链接“{href}”所指的标题，那一页上没有",
            "The page has no heading that the link “{href}” could lead to",
        ),
        (
            "# 后面照抄那个标题的文字。{advice}",
            "After the # come the words of the heading. {advice}",
        ),
    ),
    entry(
        "D533",
        "in-force-list",
        WARNING,
        ("现行有效的件数与栏目不符", "Documents in force, against the list"),
        (
            "报告说现行有效 {figure} 件，栏目“{title}”里列出的是 {count} 件",
            "The report says that {figure} are in force, the column “{title}” lists {count}",
        ),
        (
            "核对目录：漏列的补上，废止的写 validity: repealed；口径不同的，在报告里用 accept 说明",
            "Add what is missing, write validity: repealed where it was; excuse what is counted differently",
        ),
        acceptable=True,
    ),
    entry(
        "D534",
        "brand-contrast",
        WARNING,
        ("颜色太浅", "Colour too light"),
        (
            "颜色 {colour} 与它的浅底色对比度是 {ratio}:1，不到 4.5:1，字看不清",
            "The contrast of {colour} with its own light tint is {ratio}:1, less than 4.5:1",
        ),
        (
            "用深一些的颜色，如 {wanted}；不改的，网页会自动加深",
            "Take a darker one, such as {wanted}; else the pages darken it by themselves",
        ),
    ),
    entry(
        "D535",
        "drawing-content",
        ERROR,
        ("图里有不能公开的内容", "Drawing with more than a picture in it"),
        ("“{file}”不能公开：{detail}", "“{file}” cannot be published: {detail}"),
        (
            "用画图软件另存为“普通 SVG”，去掉脚本、动画和链接；或者改存为 PNG",
            "Save it as plain SVG, without scripts, animation and links; or else as PNG",
        ),
    ),
    entry(
        "D536",
        "former-address-taken",
        ERROR,
        ("旧网址写得不对", "Former address that cannot be one"),
        (
            "旧网址“{path}”不能用：{detail}",
            "“{path}” cannot be a former address: {detail}",
        ),
        (
            "从 formerly 里删去它；formerly 只写以前用过、现在没有网页的网址",
            "Take it out of formerly, which has only addresses that were used once and have no page today",
        ),
    ),
    entry(
        "D537",
        "article-incomplete",
        WARNING,
        ("文章缺一项，同栏目的都有", "Article that lacks what the others have"),
        (
            "没有写 {key}：栏目“{column}”里另有 {count} 篇写了，{effect}",
            "There is no {key}: {count} of the column “{column}” have it; {effect}",
        ),
        (
            "照实补上；确实没有或者查不到的不必补，更不要编",
            "Add what is true; where there is none, or nobody knows, leave it out",
        ),
    ),
    entry(
        "D538",
        "date-without-time",
        INFO,
        ("公开日期没有写时刻", "Date without the time of day"),
        (
            "{found} 没有写几点几分：栏目“{column}”里另有 {count} 篇写了",
            "{found} has no time of day: {count} others of the column “{column}” have one",
        ),
        (
            "查得到的，照实补上，如 {found} 09:30；查不到的不必补",
            "Add it where it is known, such as {found} 09:30; leave it if nobody knows",
        ),
    ),
    entry(
        "D539",
        "markup-in-name",
        WARNING,
        ("名称里有网页代码", "Markup in a name"),
        ("这里写着“{found}”，会原样印在页面上", "“{found}” stands here, and would be printed as it is"),
        (
            "多半是从网页上连代码一起复制来的：删去它，只留文字",
            "Mostly it was copied with the text from a page: take it out, and keep the words",
        ),
    ),
)
