"""What surrounds every page: navigation, the way to it, meta tags, footer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from gongkai.assemble import urls
from gongkai.model.records import Identifier, Report, Site
from gongkai.model.views import Card, Chrome, FooterItem, Link

Words = Mapping[str, str]
Meta = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A part of the portal that the navigation leads to (指南, 制度, 法定主动公开内容, 年报)."""

    title: str
    path: str
    summary: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share, made once: the site, its address, the theme's words, its modules.

    `by_year` and `by_organ` hold the reports in the order of lists: the latest year first, then
    as the register has them.
    """

    site: Site
    base_url: str
    words: Words
    modules: tuple[Module, ...]
    by_year: Mapping[int, tuple[Report, ...]]
    by_organ: Mapping[str, tuple[Report, ...]]


def make_frame(site: Site, base_url: str, words: Words) -> Frame:
    """Gather the modules in the order that 国办公开办函〔2019〕61号 platforms keep."""
    modules = [Module(page.title, urls.page(page.id), page.summary) for page in site.pages]
    topics = site.topics
    after = sum(page.order <= _BEFORE_COLUMNS for page in site.pages)
    statutory = []
    if topics and topics.size:
        statutory.append(Module(topics.title, urls.topic(()), topics.summary, topics.size))
    if site.reports:
        count = len(site.reports)
        statutory.append(Module(words["archive"], urls.ARCHIVE, words["archive_summary"], count))
    every = (*modules[:after], *statutory, *modules[after:])
    ranks = {organ.id: rank for rank, organ in enumerate(site.organs)}
    reports = sorted(site.reports, key=lambda report: (-report.year, ranks[report.organ]))
    return Frame(
        site,
        base_url,
        words,
        every,
        {year: tuple(group) for year, group in groupby(reports, lambda report: report.year)},
        {
            organ: tuple(group)
            for organ, group in groupby(
                sorted(reports, key=lambda report: ranks[report.organ]), lambda report: report.organ
            )
        },
    )


# Standing pages with a low order come before the columns and the archive, others after them.
_BEFORE_COLUMNS = 5


def chrome(
    frame: Frame, here: str, title: str, trail: tuple[tuple[str, str], ...] = (), meta: Meta = ()
) -> Chrome:
    """Surround the page at `here`; `trail` is the titles and paths between home and the page."""
    site, portal = frame.site, frame.site.portal
    home = _link(frame, here, urls.HOME)
    crumbs = [Link(frame.words["home"], home, current=here == urls.HOME)]
    crumbs += [Link(label, _link(frame, here, path)) for label, path in trail]
    if here != urls.HOME:
        crumbs.append(Link(title, "", current=True))
    organ = site.organ_by_id.get(portal.organ)
    return Chrome(
        language=portal.language,
        site_name=portal.name,
        page_title=title,
        organ_name=organ.name if organ else "",
        root=urls.root(here, frame.base_url),
        home=home,
        canonical="" if here == urls.NOT_FOUND else urls.canonical(here, frame.base_url),
        notice=portal.notice,
        description=portal.description,
        navigation=tuple(_module_link(frame, module, here, trail) for module in frame.modules),
        crumbs=tuple(crumbs),
        meta=tuple(
            (name, content) for name, content in {**_site_meta(site), **dict(meta)}.items() if content
        ),
        contact=tuple(_footer(item) for item in portal.contact),
        footer=tuple(_footer(item) for item in portal.footer),
    )


def module_cards(frame: Frame, here: str) -> tuple[Card, ...]:
    """Give the modules as cards."""
    return tuple(
        Card(module.title, _link(frame, here, module.path), module.summary, module.count)
        for module in frame.modules
    )


def _link(frame: Frame, here: str, there: str) -> str:
    """Link within the portal; from the page for wrong addresses, by its complete path if there is one."""
    if here == urls.NOT_FOUND:
        return urls.root(here, frame.base_url) + there
    return urls.between(here, there)


def _module_link(frame: Frame, module: Module, here: str, trail: tuple[tuple[str, str], ...]) -> Link:
    within = any(path == module.path for _, path in trail)
    return Link(module.title, _link(frame, here, module.path), current=here == module.path, within=within)


def _site_meta(site: Site) -> dict[str, str]:
    """Give the site's tags, each name once."""
    portal = site.portal
    tags = {"SiteName": portal.name, "SiteDomain": portal.domain, "SiteIDCode": portal.id_code}
    return {**tags, **portal.meta}


def _footer(item: Identifier) -> FooterItem:
    return FooterItem(item.label, item.text, item.href)
