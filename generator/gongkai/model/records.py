"""What a site on disk says, read and typed: portal, organs, reports, columns, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from gongkai.diagnostics.diagnostic import Place
from gongkai.model.arithmetic import is_balanced
from gongkai.model.facts import Facts, Number
from gongkai.model.form import Form
from gongkai.model.moved import by_name
from gongkai.model.organ import Organ, Succession
from gongkai.model.prose import Heading, Mention, Narrative, NarrativeSection, Prose
from gongkai.model.record import Record
from gongkai.model.source import Source
from gongkai.model.topic import DAY, IN_FORCE, REPEALED, Article, Attachment, Topic

__all__ = [
    "DAY",
    "IN_FORCE",
    "REPEALED",
    "Acceptance",
    "Adjustment",
    "Article",
    "Attachment",
    "Brand",
    "Heading",
    "Highlight",
    "Identifier",
    "LeftOut",
    "Mention",
    "Narrative",
    "NarrativeSection",
    "Organ",
    "Portal",
    "Prose",
    "Report",
    "Review",
    "Rollup",
    "Site",
    "StandingPage",
    "Succession",
    "Topic",
]


class Identifier(Record):
    """A footer item: 网站标识码, ICP备案号 … with an address where it has one."""

    label: str
    text: str
    href: str = ""


class Brand(Record):
    """The portal's own look: its main colour as `#rrggbb`, and its sign, a file of the content."""

    colour: str = ""
    mark: str = ""
    mark_place: Place | None = None


class Highlight(Record):
    """A figure for the home page: the id of its cell in the latest report, and how to call it."""

    cell: str
    label: str
    place: Place


SHIPPED_THEME = "default"


class Portal(Record):
    """`site.yaml`. `meta` are further meta tags by name; `notice` stands on every page.

    `highlights` are figures of the host organ's latest report, for the home page; `required` names
    what the portal asks of every report beyond the form. `longest`, if not 0, takes the place of the most
    characters that a form gives to a section.
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
    longest: int = 0
    brand: Brand = Brand()


class Acceptance(Record):
    """A lawful exception, printed on the page: the rule's code, where it applies, and why.

    `cell` is the cell that it speaks of, `text` the words; both may be empty.
    """

    code: str
    cell: str
    text: str
    reason: str
    place: Place


class Adjustment(Record):
    """A stated difference between a roll-up's cell and the sum of its organs: `by` is added to the sum."""

    cell: str
    by: Number
    reason: str
    place: Place


class LeftOut(Record):
    """An organ whose report is not in a roll-up, and why."""

    organ: str
    reason: str
    place: Place


class Rollup(Record):
    """What a government's report adds up (汇总): `organs` are ids with the place of each."""

    organs: tuple[tuple[str, Place], ...]
    left_out: tuple[LeftOut, ...]
    adjustments: tuple[Adjustment, ...]
    place: Place


class Review(Record):
    """Who examined the report before publication (条例第十七条), when, and with what conclusion."""

    reviewer: str
    date: str
    conclusion: str
    place: Place


class Report(Record, beside=("written",)):
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
    attachments: tuple[Attachment, ...] = ()
    written: Source | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Organ and year, which name a report."""
        return self.organ, self.year

    @cached_property
    def is_balanced(self) -> bool:
        """Tell whether no cell is blank or missing and every identity of the form holds."""
        return is_balanced(self.form, self.facts)


class StandingPage(Record, beside=("written",)):
    """A standing page such as 公开指南; `id` is its file's name and its address."""

    id: str
    title: str
    summary: str
    order: int
    prose: Prose
    place: Place
    written: Source | None = None


class Site(Record, beside=("settings", "unparsed")):
    """All that a site says. Data only: the verbs are in `pipeline.py`.

    `attachments` are the files that texts link to; `troubled` are the files that have a
    problem of their own, and so perhaps no record here. `today` is YYYY-MM-DD, or empty where
    the day is not to count. `settings` are the files of the portal, the register and the site's own
    forms as written, `unread` the files and folders that nothing reads, `unparsed` the texts that gave
    no record.
    """

    portal: Portal
    organs: tuple[Organ, ...]
    forms: Mapping[str, Form]
    reports: tuple[Report, ...]
    topics: Topic | None
    pages: tuple[StandingPage, ...]
    attachments: tuple[str, ...] = ()
    troubled: frozenset[str] = frozenset()
    today: str = ""
    settings: tuple[Source, ...] = ()
    unread: tuple[str, ...] = ()
    unparsed: tuple[Source, ...] = ()

    def sources(self) -> Iterator[Source]:
        """Give every file that was read, as it was written: comments, keys and all."""
        yield from self.settings
        for report in self.reports:
            yield from _written(report, report.narrative)
        yield from _written(*self.pages)
        for topic in self.every_topic():
            yield from _written(topic, *topic.articles)
        yield from self.unparsed

    def texts(self) -> Iterator[tuple[Prose, int]]:
        """Give every text with the level that its topmost headings have."""
        for report in self.reports:
            for prose in report.narrative.texts() if report.narrative else ():
                yield prose, 3
        for prose in self.prose_of_pages():
            yield prose, 2

    def prose_of_pages(self) -> Iterator[Prose]:
        """Give the texts of standing pages and articles."""
        for page in self.pages:
            yield page.prose
        for article in self.every_article():
            yield article.prose

    def every_topic(self) -> Iterator[Topic]:
        """Give every column, from the root down, those without items too."""
        return self.topics.walk() if self.topics else iter(())

    def every_article(self) -> Iterator[Article]:
        """Give every article, by the columns from the root down."""
        return (article for topic in self.every_topic() for article in topic.articles)

    def source_of(self, article: Article) -> str:
        """Name the source of an article: its organ, where it names none itself."""
        return article.source or self.name_of(article.organ)

    def name_of(self, organ: str) -> str:
        """Give an organ's name of today, or nothing where it is not registered."""
        known = self.organ_by_id.get(organ)
        return known.name if known else ""

    @cached_property
    def organ_by_id(self) -> dict[str, Organ]:
        """Organs by id."""
        return {organ.id: organ for organ in self.organs}

    @cached_property
    def organ_by_name(self) -> dict[str, Organ]:
        """Organs by full name, those that they had before too."""
        named = {change.name: o for o in self.organs for change in o.lineage if change.name}
        return named | {organ.name: organ for organ in self.organs}

    @cached_property
    def organ_name_starts(self) -> frozenset[str]:
        """The first four characters of every name, by which most texts can be passed over."""
        return frozenset(name[:4] for name in self.organ_by_name)

    @cached_property
    def report_by_key(self) -> dict[tuple[str, int], Report]:
        """Reports by organ and year."""
        return {report.key: report for report in self.reports}

    @cached_property
    def reports_of(self) -> dict[str, tuple[Report, ...]]:
        """The reports of each organ, the earliest first."""
        found: dict[str, list[Report]] = {}
        for report in sorted(self.reports, key=lambda report: report.year):
            found.setdefault(report.organ, []).append(report)
        return {organ: tuple(reports) for organ, reports in found.items()}

    @cached_property
    def successions(self) -> dict[int, tuple[tuple[str, tuple[str, ...]], ...]]:
        """Organs that took over others, by year: the id of each with those of its predecessors."""
        found: dict[int, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        for organ in self.organs:
            for change in organ.lineage:
                if change.predecessors:
                    found[change.year] = (*found.get(change.year, ()), (organ.id, change.predecessors))
        return found

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
        topics = [topic for topic in self.every_topic() if topic.size]
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

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Where a link leads that names an article or column by another folder than it stands in."""
        return by_name(self.linkable)


def _written(*records: Report | Narrative | Topic | Article | StandingPage | None) -> Iterator[Source]:
    for record in records:
        if record and record.written:
            yield record.written
