"""What all pages share, made once: the site, its words, its modules, its archive and its columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gongkai.assemble import urls
from gongkai.assemble.columns import Shelf, shelves
from gongkai.assemble.feeds import make_feeds
from gongkai.assemble.holdings import Holdings, hold
from gongkai.model.feed import Feed
from gongkai.model.records import Article, Site
from gongkai.model.views import FooterItem

Words = Mapping[str, str]
Meta = tuple[tuple[str, str], ...]
Trail = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A part of the portal that the navigation leads to (指南, 制度, 法定主动公开内容, 年报)."""

    title: str
    path: str
    summary: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What is made before the pages and that they name: paths from the portal's root, and sizes in bytes.

    `sizes` are those of attachments by content file; `brand` and `mark` are the paths of the portal's own
    style sheet and sign, `index` where the search index begins; empty where there is none.
    """

    sizes: Mapping[str, int] = field(default_factory=dict)
    brand: str = ""
    mark: str = ""
    index: str = ""


@dataclass(frozen=True)
class Frame:
    """What all pages share.

    `archive` is what is held of reports, `columns` are those with items by id, `feeds` the feeds by path:
    none without a base URL, since their addresses are complete ones.
    """

    site: Site
    base_url: str
    words: Words
    made: Made
    modules: tuple[Module, ...]
    archive: Holdings
    columns: Mapping[str, Shelf]
    feeds: Mapping[str, Feed]

    @cached_property
    def contact(self) -> tuple[FooterItem, ...]:
        """The portal's contact, as every page has it."""
        return tuple(FooterItem(item.label, item.text, item.href) for item in self.site.portal.contact)

    @cached_property
    def footer(self) -> tuple[FooterItem, ...]:
        """The portal's identifiers, as every page has them."""
        return tuple(FooterItem(item.label, item.text, item.href) for item in self.site.portal.footer)

    @cached_property
    def site_meta(self) -> Mapping[str, str]:
        """The site's meta tags, each name once, none empty."""
        portal = self.site.portal
        tags = {"SiteName": portal.name, "SiteDomain": portal.domain, "SiteIDCode": portal.id_code}
        return {name: content for name, content in {**tags, **portal.meta}.items() if content}

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Every article, the latest first, then as the columns have them; without a date it is last."""
        every = (article for shelf in self.columns.values() for article in shelf.topic.articles)
        return tuple(sorted(every, key=lambda article: article.published, reverse=True))

    @cached_property
    def articles_of(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles of each organ, the latest first."""
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            if article.organ:
                found.setdefault(article.organ, []).append(article)
        return {organ: tuple(articles) for organ, articles in found.items()}


# Standing pages with a low order come before the columns and the archive, others after them.
_BEFORE_COLUMNS = 5


def make_frame(site: Site, base_url: str, words: Words, made: Made | None = None) -> Frame:
    """Gather the modules in the order that platforms of governments have them."""
    modules = [Module(page.title, urls.page(page.id), page.summary) for page in site.pages]
    columns = {shelf.topic.id: shelf for shelf in shelves(site)}
    archive = hold(site)
    after = sum(page.order <= _BEFORE_COLUMNS for page in site.pages)
    statutory = []
    if columns and site.topics:
        topics = site.topics
        statutory.append(Module(topics.title, urls.topic(topics.id), topics.summary, topics.size))
    if site.reports:
        count = len(site.reports)
        statutory.append(Module(words["archive"], urls.ARCHIVE, words["archive_summary"], count))
    every = (*modules[:after], *statutory, *modules[after:])
    feeds = make_feeds(site, words, columns, archive) if base_url else {}
    return Frame(site, base_url, words, made or Made(), every, archive, columns, feeds)
