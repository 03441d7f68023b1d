"""D5xx: addresses of the published portal."""

from gongkai.diagnostics.catalogue.rule import INFO, entry

RULES = (
    entry(
        "D540",
        "no-base-url",
        INFO,
        ("没有写站点的网址", "The portal's address is not given"),
        (
            "没有写站点的完整网址，所以没有生成订阅源和 sitemap.xml",
            "The portal's complete address is not given, so that feeds and sitemap.xml were not made",
        ),
        (
            "在 site.yaml 写 base_url，或者构建时用 --base-url",
            "Write base_url in site.yaml, or build with --base-url",
        ),
    ),
    entry(
        "D541",
        "address-gone",
        INFO,
        ("已公开的网址不再有网页", "A published address has no page any more"),
        (
            "上次公开的网址 {path} 已经没有网页，收藏和引用它的链接会失效",
            "{path} was published before and has no page any more: links to it are broken",
        ),
        (
            "换了网址的，在文章开头或栏目的 column.yaml 里写 formerly: [{path}]；确实撤下的不必处理",
            "If it has moved, write formerly: [{path}] in the article or column.yaml; else leave it",
        ),
    ),
)
