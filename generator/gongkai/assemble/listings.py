"""Entries of lists: a report, a missing one, a year, an organ, an article."""

from __future__ import annotations

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame
from gongkai.model.due import day_due
from gongkai.model.form import Form
from gongkai.model.records import Article, Organ, Report
from gongkai.model.views import ArticleItem, OrganItem, ReportItem, YearItem


def report_item(frame: Frame, report: Report, here: str, *, form: bool = False) -> ReportItem:
    """Make a report's entry; with the edition of its form where a list has several."""
    return ReportItem(
        report.title,
        urls.between(here, urls.report(report.organ, report.year)),
        frame.site.organ_by_id[report.organ].name_in(report.year),
        report.year,
        report.published,
        form=basis_of(frame, report.form) if form else "",
    )


def missing_item(frame: Frame, organ: Organ, year: int) -> ReportItem:
    """Make the entry of a report that is missing, with the last day to publish it by law."""
    name = organ.name_in(year)
    form = frame.archive.forms[year]
    titles = form.titles(name, year) if form else ()
    title = titles[0] if titles else frame.words["missing_report"].format(organ=name, year=year)
    return ReportItem(title, "", name, year, missing=True, due=day_due(organ, year, frame.site))


def year_item(frame: Frame, year: int, here: str) -> YearItem:
    """Make a year's entry: how many reports there are, and how many with those that are missing."""
    reports = frame.archive.by_year.get(year, ())
    missing = len(frame.archive.missing_in.get(year, ()))
    there = urls.year_archive(year)
    forms = dict.fromkeys(basis_of(frame, report.form) for report in reports)
    return YearItem(
        year_label(frame, year),
        urls.between(here, there),
        year,
        len(reports),
        len(reports) + missing,
        frame.words["joint"].join(forms),
        current=here == there,
    )


def organ_item(frame: Frame, organ: Organ, here: str) -> OrganItem:
    """Make an organ's entry."""
    reports = frame.archive.by_organ.get(organ.id, ())
    return OrganItem(
        organ.name,
        urls.between(here, urls.organ_archive(organ.id)),
        kind_label(frame, organ),
        len(reports),
        reports[0].year if reports else None,
        len(frame.archive.missing.get(organ.id, ())),
        organ.to_year,
    )


def article_item(frame: Frame, article: Article, here: str) -> ArticleItem:
    """Make an article's entry; its organ is its source where none is named."""
    return ArticleItem(
        article.title,
        urls.between(here, urls.article(article.id)),
        article.summary,
        frame.site.source_of(article),
        article.published,
        article.number,
        article.validity,
    )


def basis_of(frame: Frame, form: Form) -> str:
    """Say what a report's form rests on: a document's number, or for some forms words of the interface."""
    return frame.words.get(f"basis_{form.id}", form.basis)


def kind_label(frame: Frame, organ: Organ) -> str:
    """Name an organ's kind; one that is not stated has no name."""
    return frame.words.get(f"kind_{organ.kind}", "") if organ.kind else ""


def year_label(frame: Frame, year: int) -> str:
    """Write a year as headings and links have it."""
    return frame.words["year"].format(year=year)
