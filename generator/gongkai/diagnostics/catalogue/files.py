"""D1xx: files and YAML."""

from gongkai.diagnostics.catalogue.rule import ERROR, WARNING, entry

RULES = (
    entry(
        "D101",
        "unreadable",
        ERROR,
        ("文件无法读取", "File cannot be read"),
        ("无法读取此文件：{detail}", "This file cannot be read: {detail}"),
        (
            "检查文件是否存在、是否被其他程序占用、是否有读取权限",
            "See that the file exists, is not held by another program and may be read",
        ),
    ),
    entry(
        "D102",
        "encoding",
        ERROR,
        ("文件编码不是 UTF-8", "File is not UTF-8"),
        ("文件编码不是 UTF-8，看起来是 {guess}", "The file is not UTF-8; it looks like {guess}"),
        (
            "用编辑器打开后选“另存为”，编码选 UTF-8",
            "Open it in an editor, choose “save as”, and set the encoding to UTF-8",
        ),
    ),
    entry(
        "D103",
        "byte-order-mark",
        ERROR,
        ("文件开头有字节顺序标记", "File starts with a byte order mark"),
        (
            "文件开头有看不见的字节顺序标记（BOM）",
            "The file starts with an invisible byte order mark (BOM)",
        ),
        (
            "运行 gongkai fix 去掉；或另存一次，编码选“UTF-8”，不选“带有 BOM 的 UTF-8”",
            "Run gongkai fix, which takes it out; or save it as “UTF-8”, not as “UTF-8 with BOM”",
        ),
    ),
    entry(
        "D104",
        "too-large",
        ERROR,
        ("文件过大", "File too large"),
        (
            "文件有 {size}，超过上限 {limit}，没有读取",
            "The file has {size}, over the limit of {limit}; it was not read",
        ),
        (
            "检查是否误放了别的文件；确是要公开的附件，压缩或拆分后再放",
            "See whether another file was put here by mistake; make a real attachment smaller or split it",
        ),
    ),
    entry(
        "D105",
        "yaml-syntax",
        ERROR,
        ("YAML 格式有误", "YAML syntax"),
        ("此处不是有效的 YAML：{detail}", "This is not valid YAML: {detail}"),
        (
            "检查本行和上一行的缩进、冒号、引号和括号",
            "Check indentation, colons, quotes and brackets on this line and the one above",
        ),
    ),
    entry(
        "D106",
        "tab",
        ERROR,
        ("用了制表符", "Tab character"),
        ("此处有制表符（Tab），YAML 只许用空格缩进", "There is a tab here; YAML allows only spaces"),
        (
            "把制表符换成空格，每层两个；编辑器可设为“用空格代替 Tab”",
            "Replace the tab by spaces, two for each level; editors can be set to insert spaces",
        ),
    ),
    entry(
        "D107",
        "full-width-punctuation",
        ERROR,
        ("用了全角标点", "Full-width punctuation"),
        (
            "此处是全角的“{found}”，应为半角的“{wanted}”",
            "Here stands a full-width “{found}” where a half-width “{wanted}” belongs",
        ),
        (
            "切换到英文输入法，把“{found}”改为“{wanted}”；冒号和逗号后各留一个空格",
            "Switch the input method to English and write “{wanted}” for “{found}”, a space after : and ,",
        ),
    ),
    entry(
        "D108",
        "duplicate-key",
        ERROR,
        ("同一项写了两次", "Key given twice"),
        ("“{key}”在这里第二次出现", "“{key}” is given here a second time"),
        (
            "只保留一处；两处不同时，核对哪一处是对的",
            "Keep one of them; where they differ, find out which is right",
        ),
    ),
    entry(
        "D109",
        "alias",
        ERROR,
        ("用了锚点或别名", "Anchor or alias"),
        (
            "“{found}”是 YAML 的锚点或别名，这里不许使用",
            "“{found}” is a YAML anchor or alias, which is not allowed here",
        ),
        (
            "把内容直接写出；如要写以 * 或 & 开头的文字，请加引号",
            "Write the value out; quote a text that starts with * or &",
        ),
    ),
    entry(
        "D110",
        "tag",
        ERROR,
        ("用了类型标签", "Type tag"),
        ("“{found}”是 YAML 的类型标签，这里不许使用", "“{found}” is a YAML tag, which is not allowed here"),
        ("删去标签；以 ! 开头的文字请加引号", "Remove the tag; quote a text that starts with !"),
    ),
    entry(
        "D111",
        "too-deep",
        ERROR,
        ("嵌套过深", "Nested too deeply"),
        ("此处嵌套超过 {limit} 层", "Nesting goes deeper than {limit} levels here"),
        ("检查括号是否成对、缩进是否越写越深", "See whether brackets are closed and indentation is right"),
    ),
    entry(
        "D112",
        "several-documents",
        ERROR,
        ("一个文件里有多份内容", "Several documents in one file"),
        ("“---”之后又开始了一份内容", "A second document starts after “---”"),
        ("一个文件只写一份：删去“---”，或分成两个文件", "Keep one document: remove “---”, or split the file"),
    ),
    entry(
        "D113",
        "outside-site",
        ERROR,
        ("指向站点之外", "Leads out of the site"),
        ("“{path}”指向站点文件夹之外，没有读取", "“{path}” leads out of the site's folder; it was not read"),
        (
            "把文件本身放进站点，不要用链接或“..”",
            "Put the file itself into the site instead of a link or “..”",
        ),
    ),
    entry(
        "D114",
        "bad-name",
        ERROR,
        ("名称不能用作网址", "Name cannot be an address"),
        (
            "“{name}”不能用作网址：{wanted}",
            "“{name}” cannot be part of an address: {wanted}",
        ),
        (
            "改名；名称一经公开就是永久网址，请取简短、稳定的名称",
            "Rename it; once published the name is a permanent address, so keep it short and stable",
        ),
    ),
    entry(
        "D115",
        "front-matter",
        ERROR,
        ("文件头有误", "Front matter"),
        (
            "文件应以“---”开头，写标题等信息，再以“---”结束",
            "The file must start with “---”, give title and the like, and close with “---”",
        ),
        (
            "在第一行写“---”，下面写“title: 标题”，再写一行“---”，然后是正文",
            "Write “---” on the first line, “title: …” below it, another “---”, then the text",
        ),
    ),
    entry(
        "D116",
        "missing-file",
        ERROR,
        ("缺少文件", "File missing"),
        ("缺少文件“{path}”", "The file “{path}” is missing"),
        ("新建此文件：{how}", "Create it: {how}"),
    ),
    entry(
        "D117",
        "control-character",
        ERROR,
        ("有看不见的控制字符", "Invisible control character"),
        ("此处有看不见的控制字符 {name}", "There is an invisible control character {name} here"),
        (
            "删去此字符；常因从 Word 或网页粘贴而来",
            "Delete it; it often comes from pasting out of Word or a page",
        ),
    ),
    entry(
        "D118",
        "missing-space",
        ERROR,
        ("冒号后缺空格", "No space after the colon"),
        ("“{key}:”后面缺一个空格", "A space is missing after “{key}:”"),
        ("在冒号后加一个半角空格", "Put one space after the colon"),
    ),
    entry(
        "D119",
        "unclosed-bracket",
        ERROR,
        ("括号没有配对", "Bracket not closed"),
        ("此处的“{found}”没有配对", "The “{found}” here has no partner"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D120",
        "unread-file",
        WARNING,
        ("文件没有用上", "File not used"),
        (
            "“{path}”不在 gongkai 会读的位置，没有用上",
            "“{path}” is not where gongkai reads files; it was not used",
        ),
        ("{advice}", "{advice}"),
    ),
)
