"""What each template gets: one frozen view per kind of page, and nothing else.

Every address in a view is ready to print: relative to the page, or complete. Templates never
see the site; what a page depends on is what its view holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from gongkai.model.grid import Grid


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `current` marks the page itself, `within` the part of the portal it stands in."""

    label: str
    href: str
    current: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class FooterItem:
    """A footer item: a label, its text, and an address where it has one."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What surrounds every page. `meta` are meta tags in order, none with an empty value.

    `root` leads from the page to the portal's root, with a final slash or empty.
    `canonical` is the complete address, empty where the portal has no base URL.
    """

    language: str
    site_name: str
    page_title: str
    organ_name: str
    root: str
    home: str
    canonical: str
    notice: str
    description: str
    navigation: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    meta: tuple[tuple[str, str], ...]
    contact: tuple[FooterItem, ...]
    footer: tuple[FooterItem, ...]


@dataclass(frozen=True, slots=True)
class ProseView:
    """Markdown and the addresses that its links and images resolve to.

    `shift` is added to the level of its headings, so that the page's outline stays whole.
    """

    text: str
    links: Mapping[str, str]
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of the home page or of a list of columns. `count` is of items within, if known."""

    title: str
    href: str
    summary: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A report in a list. `published` is empty where the source does not state it."""

    title: str
    href: str
    organ: str
    year: int
    published: str = ""


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article in a list."""

    title: str
    href: str
    summary: str
    source: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure set large: its label, text and unit, and the cell that it comes from."""

    label: str
    text: str
    unit: str
    href: str


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Columns of one kind under a heading, e.g. the special topics (专题专栏)."""

    heading: str
    topics: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports of one year or of one organ; `href` is the page that has only these."""

    heading: str
    href: str
    reports: tuple[ReportItem, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the report: its kind (JSON, CSV), what it is, its size in bytes."""

    kind: str
    href: str
    size: int


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section (部分) of the report: text, or tables with text before them where there is any."""

    id: str
    heading: str
    prose: ProseView | None
    grid: Grid | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `figures_from` is the report that the figures come from."""

    template: ClassVar[str] = "home.html"
    kind: ClassVar[str] = "home"
    chrome: Chrome
    description: str
    modules: tuple[Card, ...]
    figures: tuple[Figure, ...]
    figures_from: ReportItem | None
    reports: tuple[ReportItem, ...]
    topics: tuple[TopicGroup, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A standing page: 公开指南, 公开制度 …."""

    template: ClassVar[str] = "page.html"
    kind: ClassVar[str] = "page"
    chrome: Chrome
    title: str
    summary: str
    prose: ProseView


@dataclass(frozen=True, slots=True)
class TopicView:
    """A column (栏目): the columns below it by kind, its articles. The root is 法定主动公开内容."""

    template: ClassVar[str] = "topic.html"
    kind: ClassVar[str] = "topic"
    chrome: Chrome
    title: str
    summary: str
    groups: tuple[TopicGroup, ...]
    articles: tuple[ArticleItem, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of a column. `previous` and `following` are its neighbours in the column."""

    template: ClassVar[str] = "article.html"
    kind: ClassVar[str] = "article"
    chrome: Chrome
    title: str
    published: str
    source: str
    number: str
    prose: ProseView
    topic: Link
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """政府信息公开年报: all reports, by year (latest first) and by organ."""

    template: ClassVar[str] = "archive.html"
    kind: ClassVar[str] = "archive"
    chrome: Chrome
    title: str
    by_year: tuple[ReportGroup, ...]
    by_organ: tuple[ReportGroup, ...]


@dataclass(frozen=True, slots=True)
class ReportListView:
    """The reports of one year, or of one organ. `others` leads to the other years or organs."""

    template: ClassVar[str] = "report_list.html"
    kind: ClassVar[str] = "report-list"
    chrome: Chrome
    title: str
    axis: str  # "year" or "organ"
    reports: tuple[ReportItem, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A stated exception: what it is about, the reason, and where its cell stands (or nothing)."""

    about: str
    reason: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: its sections in the form's order, its downloads, its neighbours in time.

    `remarks` are the exceptions and adjustments that its authors state.
    """

    template: ClassVar[str] = "report.html"
    kind: ClassVar[str] = "report"
    chrome: Chrome
    title: str
    organ: str
    year: int
    published: str
    source: str
    basis: str
    preface: ProseView | None
    sections: tuple[SectionView, ...]
    downloads: tuple[Download, ...]
    organ_archive: Link
    year_archive: Link
    previous: Link | None
    following: Link | None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere."""

    template: ClassVar[str] = "404.html"
    kind: ClassVar[str] = "not-found"
    chrome: Chrome
    modules: tuple[Card, ...]


View = (
    HomeView | PageView | TopicView | ArticleView | ArchiveView | ReportListView | ReportView | NotFoundView
)
