"""One view for each kind of page: the name of its template, its kind, and what the template gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gongkai.model.views.parts import (
    ArticleItem,
    Branch,
    Card,
    Chrome,
    Download,
    Figure,
    FooterItem,
    Link,
    Option,
    OrganGroup,
    OrganItem,
    Pagination,
    ProseView,
    Remark,
    ReportGroup,
    ReportItem,
    SectionView,
    Tested,
    TopicGroup,
    YearItem,
)


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
    articles: tuple[ArticleItem, ...] = ()
    missing: tuple[ReportItem, ...] = ()
    missing_count: int = 0
    years: tuple[YearItem, ...] = ()


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
    """A column (栏目), or a page of its list. The root is 法定主动公开内容.

    `groups` are the columns below it by kind (on its first page only), `articles` those of this page;
    `tree` is all of the columns, opened down to this one; `basis` is the provision that asks for it.
    """

    template: ClassVar[str] = "topic.html"
    kind: ClassVar[str] = "topic"
    chrome: Chrome
    title: str
    summary: str
    groups: tuple[TopicGroup, ...]
    articles: tuple[ArticleItem, ...]
    basis: str = ""
    count: int = 0
    pagination: Pagination | None = None
    tree: tuple[Branch, ...] = ()
    feed: str = ""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of a column. `previous` and `following` are its neighbours in the column.

    `index` is its 索引号, `made` the day it was made (成文日期), `validity` is `in_force`, `repealed` or
    empty, `repealed` the day since which it is not in force; `organ` leads to the organ's reports.
    """

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
    organ: Link | None = None
    index: str = ""
    made: str = ""
    validity: str = ""
    repealed: str = ""
    attachments: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """政府信息公开年报: the years (latest first), and the organs by level, kind and name."""

    template: ClassVar[str] = "archive.html"
    kind: ClassVar[str] = "archive"
    chrome: Chrome
    title: str
    years: tuple[YearItem, ...]
    groups: tuple[OrganGroup, ...]
    published: int
    missing: int


@dataclass(frozen=True, slots=True)
class YearView:
    """One year's reports, those missing among them, by level and kind of organ."""

    template: ClassVar[str] = "year.html"
    kind: ClassVar[str] = "year"
    chrome: Chrome
    title: str
    year: int
    groups: tuple[ReportGroup, ...]
    published: int
    missing: int
    years: tuple[YearItem, ...]


@dataclass(frozen=True, slots=True)
class OrganView:
    """One organ: its reports and the years that miss one, the organ above it and those below it."""

    template: ClassVar[str] = "organ.html"
    kind: ClassVar[str] = "organ"
    chrome: Chrome
    title: str
    name: str
    organ_kind: str
    reports: tuple[ReportItem, ...]
    parent: Link | None
    children: tuple[OrganItem, ...]
    articles: tuple[ArticleItem, ...] = ()
    history: tuple[str, ...] = ()
    feed: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: its sections in the form's order, its downloads, its neighbours in time.

    `remarks` are the exceptions and adjustments that its authors state. `parent` is the report of the same
    year of the organ above, `children` are the first of those below, of `children_count` in all.
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
    attachments: tuple[Download, ...] = ()
    parent: Link | None = None
    children: tuple[Link, ...] = ()
    children_count: int = 0


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: the choices of its filters, and where the index begins, which has the organs."""

    template: ClassVar[str] = "search.html"
    kind: ClassVar[str] = "search"
    chrome: Chrome
    title: str
    index: str
    years: tuple[Option, ...]
    topics: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """The accessibility statement (无障碍声明), made of what the program's own tests cover."""

    template: ClassVar[str] = "statement.html"
    kind: ClassVar[str] = "statement"
    chrome: Chrome
    title: str
    tested: tuple[Tested, ...]
    limits: tuple[str, ...]
    contact: tuple[FooterItem, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """网站地图: every part of the portal, and what is in it down to columns, years and organs."""

    template: ClassVar[str] = "site_map.html"
    kind: ClassVar[str] = "site-map"
    chrome: Chrome
    title: str
    parts: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """Stands where a page was that has another address now, and leads there."""

    template: ClassVar[str] = "moved.html"
    kind: ClassVar[str] = "moved"
    chrome: Chrome
    title: str
    to: Link


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere."""

    template: ClassVar[str] = "404.html"
    kind: ClassVar[str] = "not-found"
    chrome: Chrome
    modules: tuple[Card, ...]


View = (
    HomeView
    | PageView
    | TopicView
    | ArticleView
    | ArchiveView
    | YearView
    | OrganView
    | ReportView
    | SearchView
    | StatementView
    | SiteMapView
    | MovedView
    | NotFoundView
)
