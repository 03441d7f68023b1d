"""The home page and the page for addresses that lead nowhere."""

from __future__ import annotations

from itertools import chain, islice

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame, chrome, module_cards
from gongkai.assemble.grids import anchor, shown
from gongkai.assemble.reports import item
from gongkai.assemble.topics import topic_groups
from gongkai.model.records import Report
from gongkai.model.views import Figure, HomeView, NotFoundView

_LATEST = 6


def home_view(frame: Frame) -> HomeView:
    """Make the home page."""
    here = urls.HOME
    site = frame.site
    latest = site.latest_report
    topics = site.topics if site.topics and site.topics.size else None
    reports = chain.from_iterable(frame.by_year.values())
    return HomeView(
        chrome=chrome(frame, here, site.portal.name),
        description=site.portal.description,
        modules=module_cards(frame, here),
        figures=_figures(frame, latest) if latest else (),
        figures_from=item(frame, latest, here) if latest and site.portal.highlights else None,
        reports=tuple(item(frame, report, here) for report in islice(reports, _LATEST)),
        topics=topic_groups(frame, topics, (), here) if topics else (),
    )


def not_found_view(frame: Frame) -> NotFoundView:
    """Make the page for addresses that lead nowhere."""
    here = urls.NOT_FOUND
    return NotFoundView(
        chrome=chrome(frame, here, frame.words["not_found"]), modules=module_cards(frame, here)
    )


def _figures(frame: Frame, report: Report) -> tuple[Figure, ...]:
    figures = []
    for highlight in frame.site.portal.highlights:
        fact = report.facts.get(highlight.cell)
        if fact is None or fact.number is None:
            continue
        table, _, column = highlight.cell.split("/")
        leaf = report.form.table_by_id[table].column_by_id[column]
        href = f"{urls.between(urls.HOME, urls.report(report.organ, report.year))}#{anchor(highlight.cell)}"
        figures.append(Figure(highlight.label, shown(fact.number, leaf.column), fact.unit, href))
    return tuple(figures)
