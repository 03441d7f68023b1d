"""The home page and the page for addresses that lead nowhere."""

from __future__ import annotations

from itertools import islice

from gongkai.assemble import urls
from gongkai.assemble.archives import year_items
from gongkai.assemble.chrome import chrome, module_cards
from gongkai.assemble.frame import Frame
from gongkai.assemble.grids import anchor, shown
from gongkai.assemble.listings import article_item, missing_item, report_item
from gongkai.assemble.topics import topic_groups
from gongkai.model.due import latest_due
from gongkai.model.records import Report
from gongkai.model.views import Figure, HomeView, NotFoundView, ReportItem

_REPORTS = 6
_ARTICLES = 8
_MISSING = 10


def home_view(frame: Frame) -> HomeView:
    """Make the home page: the latest of everything, and what is missing of the last year that is due."""
    here = urls.HOME
    site = frame.site
    latest = site.latest_report
    topics = site.topics
    root = frame.columns.get(topics.id) if topics else None
    missing, count = _missing(frame)
    return HomeView(
        chrome=chrome(frame, here, site.portal.name),
        description=site.portal.description,
        modules=module_cards(frame, here),
        figures=_figures(frame, latest) if latest else (),
        figures_from=report_item(frame, latest, here) if latest and site.portal.highlights else None,
        reports=tuple(report_item(frame, report, here) for report in _latest(frame)),
        topics=topic_groups(frame, root, here) if root else (),
        articles=tuple(
            article_item(frame, article, here) for article in frame.articles[:_ARTICLES] if article.published
        ),
        missing=missing,
        missing_count=count,
        years=year_items(frame, here),
    )


def not_found_view(frame: Frame) -> NotFoundView:
    """Make the page for addresses that lead nowhere."""
    here = urls.NOT_FOUND
    return NotFoundView(
        chrome=chrome(frame, here, frame.words["not_found"]), modules=module_cards(frame, here)
    )


def _latest(frame: Frame) -> list[Report]:
    """Give the reports published last; one without a date counts as published when its year was over."""
    every = (report for reports in frame.archive.by_year.values() for report in reports)
    ordered = sorted(every, key=lambda report: report.published or f"{report.year + 1}", reverse=True)
    return ordered[:_REPORTS]


def _missing(frame: Frame) -> tuple[tuple[ReportItem, ...], int]:
    """Give the first reports that are missing of the last year that is due, and how many are in all."""
    last = latest_due(frame.site) or next(iter(frame.archive.years), 0)
    organs = frame.archive.missing_in.get(last, ())
    return tuple(missing_item(frame, organ, last) for organ in islice(organs, _MISSING)), len(organs)


def _figures(frame: Frame, report: Report) -> tuple[Figure, ...]:
    figures = []
    for highlight in frame.site.portal.highlights:
        fact = report.facts.get(highlight.cell)
        if fact is None or fact.number is None:
            continue
        table, _, column = highlight.cell.split("/")
        leaf = report.form.table_by_id[table].column_by_id[column]
        page = urls.between(urls.HOME, urls.report(report.organ, report.year))
        href = f"{page}#{anchor(report.form, highlight.cell)}"
        figures.append(Figure(highlight.label, shown(fact.number, leaf.column), fact.unit, href))
    return tuple(figures)
