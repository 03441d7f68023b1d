"""What views are made of: links, entries of lists, prose, sections, downloads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
    `canonical` is the complete address, empty where the portal has no base URL. `search`, `statement`
    and `site_map` lead to these pages, empty where there is none; `feeds` are the Atom feeds that speak
    of the page; `brand` is the style sheet of the portal's own design tokens, and `mark` its sign,
    both empty where it has none.
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
    search: str = ""
    statement: str = ""
    site_map: str = ""
    feeds: tuple[Link, ...] = ()
    brand: str = ""
    mark: str = ""


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
    """A report in a list. `published` is empty where the source does not state it.

    One that is `missing` has no address; `due` is the last day to publish it by law, YYYY-MM-DD, or
    empty where the law names none. `form` is the short name of the form's edition.
    """

    title: str
    href: str
    organ: str
    year: int
    published: str = ""
    missing: bool = False
    due: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article in a list. `validity` is `in_force`, `repealed` or empty; `number` its 文号."""

    title: str
    href: str
    summary: str
    source: str
    published: str = ""
    number: str = ""
    validity: str = ""


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
    """Reports of organs of one level and kind; `href` is the page of the organ at its head, or nothing.

    `heading` names level and kind, `level` and `kind` each alone; `id` is the group's on the page.
    """

    heading: str
    href: str
    reports: tuple[ReportItem, ...]
    id: str = ""
    level: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside a page: its kind (JSON, CSV, PDF), its size in bytes, and its title if it has one."""

    kind: str
    href: str
    size: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of a long list: all of them but for gaps, which are None; `previous` and `following`."""

    number: int
    count: int
    links: tuple[Link | None, ...]
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A link in a tree, and what is below it; only what is on the way to the page is opened."""

    link: Link
    count: int | None = None
    below: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganItem:
    """An organ in a list: how many reports it has published, the latest year, how many are missing.

    `until` is the last year in which it was there, if it is not there any more.
    """

    name: str
    href: str
    kind: str
    published: int
    latest: int | None = None
    missing: int = 0
    until: int | None = None


@dataclass(frozen=True, slots=True)
class OrganGroup:
    """Organs of one level and kind; `heading` names both, `level` and `kind` each alone."""

    id: str
    heading: str
    organs: tuple[OrganItem, ...]
    level: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class YearItem:
    """A year in a list: how many reports on it are published, and how many with those missing."""

    label: str
    href: str
    year: int
    published: int
    due: int
    form: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter: its value in the index, its label, and how deep it stands in a tree."""

    value: str
    label: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section (部分) of the report: text, or tables with text before them where there is any."""

    id: str
    heading: str
    prose: ProseView | None
    grid: Grid | None


@dataclass(frozen=True, slots=True)
class Remark:
    """A stated exception: what it is about, the reason, and where its cell stands (or nothing)."""

    about: str
    reason: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """What was tested of the pages' accessibility: a label, and what it says."""

    label: str
    items: tuple[str, ...]
