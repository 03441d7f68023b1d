"""The whole demonstration, file by file: the same size and seed always give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.demo.chance import Chance
from gongkai.demo.columns import column_files
from gongkai.demo.data import read_data
from gongkai.demo.figures import Before, Figures, draw, first_levels, form_for, next_levels, summed
from gongkai.demo.ledger import Ledger
from gongkai.demo.old_reports import old_reports
from gongkai.demo.papers import paper
from gongkai.demo.plan import Plan, plan_of
from gongkai.demo.portal import File, portal_files
from gongkai.demo.register import DemoOrgan, make_register
from gongkai.demo.story import Told, common_words, filled_in, narrative, words_of
from gongkai.model.form import Form


@dataclass(frozen=True)
class Size:
    """How large a demonstration is to be, and its last year, if not the usual one.

    With `quoted`, texts name figures in braces, in part.
    """

    organs: int
    years: int
    seed: int = 1
    quoted: bool = False
    until: int = 0


@dataclass(frozen=True)
class DemoReport:
    """A report as written, and what it was written from.

    `story` is the text with names in place of figures, `below` are the figures of the organs that a
    government's report adds up.
    """

    organ: DemoOrgan
    year: int
    plan: Plan
    figures: Figures
    told: Told
    data: str
    story: str
    text: str
    below: tuple[Figures, ...]
    is_last: bool

    @property
    def folder(self) -> str:
        """Give its folder in the site."""
        return f"content/reports/{self.organ.id}/{self.year}"

    def files(self) -> Iterator[File]:
        """Give its files by path."""
        yield f"{self.folder}/report.yaml", self.data
        yield f"{self.folder}/report.md", self.text


@dataclass(frozen=True)
class Demo:
    """A demonstration: its register and years, the portal's files, and the reports, made one by one.

    `ledger` notes what the columns have to agree with while reports are made.
    """

    top: DemoOrgan
    years: tuple[int, ...]
    seed: int
    portal: Sequence[File]
    reports: Iterator[DemoReport]
    ledger: Ledger

    @property
    def keys(self) -> list[tuple[str, int]]:
        """Give organ and year of every report."""
        return [(organ.id, year) for organ in self.top.walk() for year in self.years]

    def columns(self) -> Iterator[File]:
        """Give the files of the columns, once all reports have been made."""
        return column_files(self.top, self.years, self.ledger, self.seed)


@dataclass(frozen=True)
class _Making:
    size: Size
    city: str
    years: tuple[tuple[int, Plan], ...]
    ledger: Ledger
    words: Mapping[str, Sequence[str]] = field(default_factory=common_words)


def most_years(forms: Sequence[Form]) -> int:
    """Give how many years there can be: back to the first of the forms with tables."""
    return int(read_data("portal")["latest"]) - min(form.from_year for form in forms if form.tables) + 1


def demo_site(size: Size, known: Sequence[Form]) -> Demo:
    """Make a demonstration; those of the forms that have no tables are for reports on years before."""
    forms = [form for form in known if form.tables]
    latest = size.until or int(read_data("portal")["latest"])
    plans = {form.id: plan_of(form) for form in forms}
    years = tuple(
        (year, plans[form_for(forms, year).id]) for year in range(latest - size.years + 1, latest + 1)
    )
    top = make_register(size.organs, size.seed)
    documents = [form for form in known if not form.tables]
    old = old_reports(top, years[0][0], documents, size.seed)
    portal = [*portal_files(top, years[-1][1].form), *old]
    ledger = Ledger()
    reports = _reports(_Making(size, top.area, years, ledger), top, {})
    return Demo(top, tuple(year for year, _ in years), size.seed, portal, reports, ledger)


def _reports(making: _Making, organ: DemoOrgan, sums: dict[str, list[Figures]]) -> Iterator[DemoReport]:
    """Give the reports of an organ, after those of the organs below it, and note its figures."""
    below: dict[str, list[Figures]] = {}
    for child in organ.children:
        yield from _reports(making, child, below)
    seed = making.size.seed
    steady = Chance(seed, organ.id, "levels")
    levels = first_levels(organ, steady)
    words = _words(making, organ, steady)
    before: Before | None = None
    own: list[Figures] = []
    for at, (year, plan) in enumerate(making.years):
        chance, tilt = Chance(seed, organ.id, str(year)), Chance(seed, organ.id, plan.form.id)
        parts = tuple(reports[at] for reports in below.values())
        figures = summed(parts) if parts else draw(plan, levels, before, tilt, chance)
        own.append(figures)
        told = Told(organ, {**words, **words_of(plan.form, year)}, plan, figures)
        making.ledger.note(told, year)
        data = paper(plan, organ, year, figures, Chance(seed, organ.id, "title"), chance)
        story = narrative(told, chance)
        text = filled_in(story, told, chance if making.size.quoted else None)
        is_last = at == len(making.years) - 1
        yield DemoReport(organ, year, plan, figures, told, data, story, text, parts, is_last)
        before = Before(plan, figures)
        levels = next_levels(levels, steady)
    sums[organ.id] = own


def _words(making: _Making, organ: DemoOrgan, chance: Chance) -> Mapping[str, Sequence[str]]:
    towns = read_data("places")["towns"]
    street = chance.pick(list(towns["first"])) + chance.pick(list(towns["second"]))
    address = f"{organ.area}{street}{read_data('portal')['street']}{chance.between(1, 188)}号"
    return {
        **making.words,
        "organ": [organ.name],
        "area": [organ.area],
        "self": organ.calls,
        "city": [making.city],
        "address": [address],
        "phone": [f"0000-6{chance.between(100000, 999999)}"],
    }
