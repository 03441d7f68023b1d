"""What surrounds a page: navigation, the way to it, meta tags, footer."""

from __future__ import annotations

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame, Meta, Module, Trail
from gongkai.model.views import Card, Chrome, Link


def chrome(
    frame: Frame,
    here: str,
    title: str,
    trail: Trail = (),
    meta: Meta = (),
    *,
    feed: str = "",
    canonical: str = "",
) -> Chrome:
    """Surround the page at `here`.

    `trail` is the titles and paths between home and the page, `feed` the path of a feed that speaks of it,
    `canonical` the page that this one stands for where it is not itself.
    """
    portal = frame.site.portal
    home = link_from(frame, here, urls.HOME)
    crumbs = [Link(frame.words["home"], home, current=here == urls.HOME)]
    crumbs += [Link(label, link_from(frame, here, path)) for label, path in trail]
    if here != urls.HOME:
        crumbs.append(Link(title, "", current=True))
    root, made = urls.root(here, frame.base_url), frame.made
    return Chrome(
        language=portal.language,
        site_name=portal.name,
        page_title=title,
        organ_name=frame.site.name_of(portal.organ),
        root=root,
        home=home,
        canonical="" if here == urls.NOT_FOUND else urls.canonical(canonical or here, frame.base_url),
        notice=portal.notice,
        description=portal.description,
        navigation=tuple(_module_link(frame, module, here, trail) for module in frame.modules),
        crumbs=tuple(crumbs),
        meta=tuple((name, text) for name, text in {**frame.site_meta, **dict(meta)}.items() if text),
        contact=frame.contact,
        footer=frame.footer,
        search=link_from(frame, here, urls.SEARCH) if made.index else "",
        statement=link_from(frame, here, urls.STATEMENT),
        site_map=link_from(frame, here, urls.SITE_MAP),
        feeds=tuple(
            Link(frame.feeds[path].title, link_from(frame, here, path))
            for path in dict.fromkeys((urls.FEED, feed))
            if path in frame.feeds
        ),
        brand=root + made.brand if made.brand else "",
        mark=root + made.mark if made.mark else "",
    )


def module_cards(frame: Frame, here: str) -> tuple[Card, ...]:
    """Give the modules as cards."""
    return tuple(
        Card(module.title, link_from(frame, here, module.path), module.summary, module.count)
        for module in frame.modules
    )


def column_meta(title: str, summary: str = "", kind: str = "") -> Meta:
    """Give the column's meta tags as government websites have them."""
    return (
        ("ColumnName", title),
        ("ColumnDescription", summary or title),
        ("ColumnKeywords", title),
        ("ColumnType", kind or title),
    )


def archive_meta(frame: Frame, title: str) -> Meta:
    """Give the column's meta tags of what stands in the archive."""
    return column_meta(title, frame.words["archive_summary"], frame.words["archive"])


def article_meta(
    frame: Frame, here: str, title: str, published: str, source: str, *, keywords: str = "", summary: str = ""
) -> Meta:
    """Give the meta tags of one text; what the source does not state has none."""
    return (
        ("ArticleTitle", title),
        ("PubDate", published),
        ("ContentSource", source),
        ("Keywords", keywords),
        ("Description", summary),
        ("Url", urls.canonical(here, frame.base_url)),
    )


def link_from(frame: Frame, here: str, there: str) -> str:
    """Link within the portal; from the page for wrong addresses, by its complete path if there is one."""
    if here == urls.NOT_FOUND:
        return urls.root(here, frame.base_url) + there
    return urls.between(here, there)


def _module_link(frame: Frame, module: Module, here: str, trail: Trail) -> Link:
    within = any(path == module.path for _, path in trail)
    return Link(module.title, link_from(frame, here, module.path), current=here == module.path, within=within)


def feed_link(frame: Frame, here: str, path: str) -> str:
    """Lead to a feed, where there is one."""
    return link_from(frame, here, path) if path in frame.feeds else ""
