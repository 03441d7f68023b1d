"""政府信息公开年报: the archive as a whole, of a year and of an organ, with what is missing from it."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble import urls
from gongkai.assemble.chrome import archive_meta, chrome, feed_link
from gongkai.assemble.frame import Frame
from gongkai.assemble.history import history
from gongkai.assemble.levels import Group, grouped
from gongkai.assemble.listings import (
    article_item,
    kind_label,
    missing_item,
    organ_item,
    report_item,
    year_item,
)
from gongkai.model.records import Organ
from gongkai.model.views import (
    ArchiveView,
    Link,
    OrganGroup,
    OrganView,
    ReportGroup,
    ReportItem,
    YearItem,
    YearView,
)

_ARTICLES = 10


def archive_view(frame: Frame) -> ArchiveView:
    """Make the archive's first page: every year, and every organ by level and kind."""
    here, archive = urls.ARCHIVE, frame.archive
    title = frame.words["archive"]
    return ArchiveView(
        chrome=chrome(frame, here, title, (), archive_meta(frame, title)),
        title=title,
        years=year_items(frame, here),
        groups=tuple(
            OrganGroup(
                group.id,
                group_heading(frame, group),
                tuple(organ_item(frame, organ, here) for organ in group.organs),
                _level(group),
                _kind(frame, group),
            )
            for group in grouped(frame.site, archive.organs)
        ),
        published=len(frame.site.reports),
        missing=sum(map(len, archive.missing.values())),
    )


def year_view(frame: Frame, year: int) -> YearView:
    """Make the list of one year's reports, with those missing at their places."""
    here, archive = urls.year_archive(year), frame.archive
    title = frame.words["archive_year"].format(year=year)
    reports = {report.organ: report for report in archive.by_year.get(year, ())}
    missing = {organ.id for organ in archive.missing_in.get(year, ())}
    organs = [organ for organ in frame.site.organs if organ.id in reports or organ.id in missing]

    def entry(organ: Organ) -> ReportItem:
        report = reports.get(organ.id)
        return report_item(frame, report, here) if report else missing_item(frame, organ, year)

    return YearView(
        chrome=chrome(frame, here, title, _trail(frame), archive_meta(frame, title)),
        title=title,
        year=year,
        groups=tuple(
            ReportGroup(
                group_heading(frame, group),
                _head_page(frame, group, here),
                tuple(entry(organ) for organ in group.organs),
                group.id,
                _level(group),
                _kind(frame, group),
            )
            for group in grouped(frame.site, organs, year)
        ),
        published=len(reports),
        missing=len(missing),
        years=year_items(frame, here),
    )


def organ_view(frame: Frame, organ: Organ) -> OrganView:
    """Make an organ's own page: all its years, what stands above and below it, what became of it."""
    here, archive = urls.organ_archive(organ.id), frame.archive
    title = frame.words["archive_organ"].format(organ=organ.name)
    feed = urls.organ_feed(organ.id)
    above = frame.site.organ_by_id.get(organ.parent)
    parent = Link(above.name, urls.between(here, urls.organ_archive(above.id))) if above else None
    return OrganView(
        chrome=chrome(frame, here, title, _trail(frame), archive_meta(frame, title), feed=feed),
        title=title,
        name=organ.name,
        organ_kind=kind_label(frame, organ),
        reports=tuple(_years_of(frame, organ, here)),
        parent=parent if above and archive.has(above.id) else None,
        children=tuple(organ_item(frame, child, here) for child in archive.below.get(organ.id, ())),
        articles=tuple(
            article_item(frame, article, here) for article in frame.articles_of.get(organ.id, ())[:_ARTICLES]
        ),
        history=tuple(history(frame, organ)),
        feed=feed_link(frame, here, feed),
    )


def year_items(frame: Frame, here: str) -> tuple[YearItem, ...]:
    """Give the entries of all years, the latest first."""
    return tuple(year_item(frame, year, here) for year in frame.archive.years)


def group_heading(frame: Frame, group: Group) -> str:
    """Name a group by its level and its kind."""
    level, kind = _level(group), _kind(frame, group)
    return frame.words["group_of_level"].format(level=level, kind=kind) if level else kind


def _years_of(frame: Frame, organ: Organ, here: str) -> Iterator[ReportItem]:
    reports = {report.year: report for report in frame.archive.by_organ.get(organ.id, ())}
    for year in sorted({*reports, *frame.archive.missing.get(organ.id, ())}, reverse=True):
        report = reports.get(year)
        yield report_item(frame, report, here, form=True) if report else missing_item(frame, organ, year)


def _trail(frame: Frame) -> tuple[tuple[str, str], ...]:
    return ((frame.words["archive"], urls.ARCHIVE),)


def _level(group: Group) -> str:
    return group.head.name if group.head else ""


def _kind(frame: Frame, group: Group) -> str:
    if group.is_head_alone:
        return kind_label(frame, group.organs[0])
    return frame.words[f"kinds_{group.kind or 'other'}"]


def _head_page(frame: Frame, group: Group, here: str) -> str:
    head = group.head
    return urls.between(here, urls.organ_archive(head.id)) if head and frame.archive.has(head.id) else ""
