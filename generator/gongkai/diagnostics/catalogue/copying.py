"""D6xx: text that belongs to another organ or year."""

from gongkai.diagnostics.catalogue.rule import INFO, WARNING, entry

RULES = (
    entry(
        "D630",
        "other-organ",
        WARNING,
        ("写成了别的机关", "Another organ's name"),
        (
            "这里以“{found}”自称，而这是“{organ}”的报告",
            "The report speaks as “{found}” here, but it is that of “{organ}”",
        ),
        (
            "改为本机关的名称；从别处拿来的段落，逐句核对",
            "Put the organ's own name, and read through what was taken from elsewhere",
        ),
        acceptable=True,
    ),
    entry(
        "D631",
        "organ-kind",
        WARNING,
        ("自称与机关不符", "Word for oneself does not fit"),
        ("“{organ}”的报告里自称“{found}”", "The report of “{organ}” calls its organ “{found}”"),
        (
            "改为合适的自称；从别处拿来的段落，逐句核对",
            "Put the word that fits, and read through what was taken from elsewhere",
        ),
        acceptable=True,
    ),
    entry(
        "D632",
        "stale-year",
        WARNING,
        ("写成了别的年度", "Another year"),
        (
            "这句话说的是 {found} 年，而这是 {year} 年的报告",
            "This sentence tells of {found}, but the report is on {year}",
        ),
        (
            "去年的话没有改的，改为今年的情况；确要说往年的，写明与今年的关系",
            "Bring it up to date; where the earlier year is meant, say what it has to do with this one",
        ),
        acceptable=True,
    ),
    entry(
        "D633",
        "last-years-text",
        WARNING,
        ("与上一年的文字几乎相同", "Nearly last year's text"),
        (
            "文字与 {other} 年的报告有 {share}% 相同",
            "{share}% of the text is that of the report on {other}",
        ),
        (
            "写出这一年的情况：做了什么新的，去年的问题改得怎样",
            "Say what happened in this year: what is new, and what became of last year's problems",
        ),
        acceptable=True,
    ),
    entry(
        "D634",
        "peer-text",
        WARNING,
        ("与别的机关的文字几乎相同", "Nearly another organ's text"),
        (
            "文字与“{other}”同一年的报告有 {share}% 相同",
            "{share}% of the text is that of the report of “{other}” on the same year",
        ),
        (
            "写出本机关自己的情况",
            "Write of the organ's own work",
        ),
        acceptable=True,
    ),
    entry(
        "D635",
        "generic-text",
        INFO,
        ("像是说一个地区的话", "Sounds like an area, not an organ"),
        (
            "“{found}”像是说一个地区，而这是一个机关的报告",
            "“{found}” speaks of an area, but this is the report of one organ",
        ),
        ("说的是本机关吗？是的，写明是哪些科室、哪些事项", "Is the organ itself meant? Then say what of it"),
    ),
    entry(
        "D636",
        "foreign-domain",
        INFO,
        ("网址属于别的机关", "Address of another government"),
        (
            "“{found}”不在本站的域名“{domain}”之下",
            "“{found}” does not belong to the site's domain “{domain}”",
        ),
        ("是本机关的网址吗？不是的，改正", "Is it the organ's own address? If not, correct it"),
    ),
)
