"""What a site on disk says, read and typed: portal, organs, reports, columns, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gongkai.diagnostics.diagnostic import Place, Span
from gongkai.model.facts import Facts, Number
from gongkai.model.form import Form


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading, where it stands, and the line below it."""

    level: int
    text: str
    place: Place
    below: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Something in Markdown that a check looks at: a link's address, an image's, raw HTML."""

    text: str
    place: Place
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown text, the line of its file on which it starts (1-based), and what it holds."""

    text: str
    file: str
    line: int
    headings: tuple[Heading, ...] = ()
    links: tuple[Mention, ...] = ()
    images: tuple[Mention, ...] = ()
    markup: tuple[Mention, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        return not self.text.strip()

    def place(self, start: int, end: int) -> Place:
        """Give the place of the characters from `start` to `end` of the text, which are of one line."""
        line = self.line + self.text.count("\n", 0, start)
        column = start - self.text.rfind("\n", 0, start)
        return Place(self.file, Span(line, column, line, column + end - start))


@dataclass(frozen=True, slots=True)
class NarrativeSection:
    """A second-level heading of `report.md` and the text below it."""

    heading: Heading
    prose: Prose


@dataclass(frozen=True, slots=True)
class Narrative:
    """`report.md`: what stands before the first section, and the sections as written."""

    place: Place
    preface: Prose
    sections: tuple[NarrativeSection, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """A change in an organ's life, in force from `year` on (机构改革).

    `predecessors` are the organs that it took over, whole or in part; `parent` and `name` are those
    that it had until the year before, or empty where they stayed.
    """

    year: int
    predecessors: tuple[str, ...]
    parent: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ (机关): `parent` is the id of the organ above it, or empty.

    It is there from `from_year` to `to_year`, as far as they are stated. `makes_rules` says whether it
    may make 规章; None where the register does not say.
    """

    id: str
    name: str
    short_name: str
    kind: str
    parent: str
    place: Place
    name_place: Place
    from_year: int | None = None
    to_year: int | None = None
    lineage: tuple[Succession, ...] = ()
    makes_rules: bool | None = None

    def is_active(self, year: int) -> bool:
        """Tell whether the organ was there in a year, as far as the register says."""
        return (self.from_year is None or self.from_year <= year) and (
            self.to_year is None or year <= self.to_year
        )

    def name_in(self, year: int) -> str:
        """Give the name that the organ had in a year."""
        later = [change for change in self.lineage if change.name and year < change.year]
        return min(later, key=lambda change: change.year).name if later else self.name

    def parent_in(self, year: int) -> str:
        """Give the id of the organ above it in a year, or nothing."""
        later = [change for change in self.lineage if change.parent and year < change.year]
        return min(later, key=lambda change: change.year).parent if later else self.parent


@dataclass(frozen=True, slots=True)
class Identifier:
    """A footer item: 网站标识码, ICP备案号 … with an address where it has one."""

    label: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A figure for the home page: the id of its cell in the latest report, and how to call it."""

    cell: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Portal:
    """`site.yaml`. `meta` are further meta tags by name; `notice` stands on every page.

    `highlights` are figures of the host organ's latest report, for the home page; `required` names
    what the portal asks of every report beyond the form.
    """

    name: str
    organ: str
    description: str
    notice: str
    language: str
    theme: str
    base_url: str
    domain: str
    id_code: str
    contact: tuple[Identifier, ...]
    footer: tuple[Identifier, ...]
    meta: Mapping[str, str]
    highlights: tuple[Highlight, ...]
    place: Place
    theme_place: Place
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A lawful exception, printed on the page: the rule's code, where it applies, and why.

    `cell` is the cell that it speaks of, `text` the words; both may be empty.
    """

    code: str
    cell: str
    text: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A stated difference between a roll-up's cell and the sum of its organs: `by` is added to the sum."""

    cell: str
    by: Number
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An organ whose report is not in a roll-up, and why."""

    organ: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rollup:
    """What a government's report adds up (汇总): `organs` are ids with the place of each."""

    organs: tuple[tuple[str, Place], ...]
    left_out: tuple[LeftOut, ...]
    adjustments: tuple[Adjustment, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Review:
    """Who examined the report before publication (条例第十七条), when, and with what conclusion."""

    reviewer: str
    date: str
    conclusion: str
    place: Place


@dataclass(frozen=True)
class Report:
    """One organ's report on one year. `facts` has every cell of the form."""

    organ: str
    year: int
    form: Form
    title: str
    published: str
    source: str
    facts: Facts
    narrative: Narrative | None
    place: Place
    title_place: Place
    organ_place: Place
    published_place: Place | None = None
    accepted: tuple[Acceptance, ...] = ()
    rollup: Rollup | None = None
    review: Review | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Organ and year, which name a report."""
        return self.organ, self.year


@dataclass(frozen=True, slots=True)
class Article:
    """An item of a column (栏目). `id` is its file's name; dates are only what the source states."""

    id: str
    title: str
    published: str
    source: str
    summary: str
    number: str
    order: int
    prose: Prose
    place: Place


@dataclass(frozen=True)
class Topic:
    """A column (栏目) of the portal with its articles and the columns below it."""

    id: str
    title: str
    summary: str
    kind: str
    order: int
    articles: tuple[Article, ...]
    children: tuple[Topic, ...]
    place: Place

    @cached_property
    def size(self) -> int:
        """How many articles stand in it and below it; one without text is none yet."""
        return sum(not article.prose.is_empty for article in self.articles) + sum(
            child.size for child in self.children
        )

    def walk(self) -> Iterator[Topic]:
        """Give the column and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A standing page such as 公开指南; `id` is its file's name and its address."""

    id: str
    title: str
    summary: str
    order: int
    prose: Prose
    place: Place


@dataclass(frozen=True)
class Site:
    """All that a site says. Data only: the verbs are in `pipeline.py`.

    `attachments` are the files that texts link to; `troubled` are the files that have a
    problem of their own, and so perhaps no record here. `today` is YYYY-MM-DD, or empty where
    the day is not to count.
    """

    portal: Portal
    organs: tuple[Organ, ...]
    forms: tuple[Form, ...]
    reports: tuple[Report, ...]
    topics: Topic | None
    pages: tuple[StandingPage, ...]
    attachments: tuple[str, ...] = ()
    troubled: frozenset[str] = frozenset()
    today: str = ""

    def texts(self) -> Iterator[tuple[Prose, int]]:
        """Give every text with the level that its topmost headings have."""
        for report in self.reports:
            if report.narrative:
                yield report.narrative.preface, 3
                for section in report.narrative.sections:
                    yield section.prose, 3
        for page in self.pages:
            yield page.prose, 2
        for topic in self.topics.walk() if self.topics else ():
            for article in topic.articles:
                yield article.prose, 2

    @cached_property
    def organ_by_id(self) -> dict[str, Organ]:
        """Organs by id."""
        return {organ.id: organ for organ in self.organs}

    @cached_property
    def report_by_key(self) -> dict[tuple[str, int], Report]:
        """Reports by organ and year."""
        return {report.key: report for report in self.reports}

    def last_year_of(self, report: Report) -> Report | None:
        """Give the same organ's report on the year before."""
        return self.report_by_key.get((report.organ, report.year - 1))

    @property
    def register_is_troubled(self) -> bool:
        """Tell whether the register of organs could not be read whole."""
        return "content/organs.yaml" in self.troubled

    @cached_property
    def latest_report(self) -> Report | None:
        """The host organ's latest report, or where it has none the latest of any."""
        own = [report for report in self.reports if report.organ == self.portal.organ]
        return max(own or self.reports, key=lambda report: report.year, default=None)

    @cached_property
    def linkable(self) -> frozenset[str]:
        """The content files that a link may lead to: each has a page, or will have when mended."""
        topics = [topic for topic in self.topics.walk() if topic.size] if self.topics else []
        return frozenset(
            (
                *self.troubled,
                *self.attachments,
                *(report.place.file for report in self.reports),
                *(page.place.file for page in self.pages),
                *(topic.place.file for topic in topics),
                *(article.place.file for topic in topics for article in topic.articles),
            )
        )
