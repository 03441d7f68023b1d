"""The page of a report, and the lists of reports by year and by organ."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame, chrome
from gongkai.assemble.grids import make_grid
from gongkai.assemble.places import prose_view
from gongkai.assemble.quotes import with_figures
from gongkai.assemble.remarks import remarks
from gongkai.model.form import Section
from gongkai.model.headings import section_of
from gongkai.model.records import Prose, Report
from gongkai.model.views import (
    ArchiveView,
    Download,
    Link,
    ProseView,
    ReportGroup,
    ReportItem,
    ReportListView,
    ReportView,
    SectionView,
)

Pages = Mapping[str, str]


def report_view(frame: Frame, report: Report, pages: Pages, sizes: Mapping[str, int]) -> ReportView:
    """Make the page of a report; `sizes` are those of the files beside it, by name."""
    here = urls.report(report.organ, report.year)
    organ = _organ_name(frame, report)
    organ_now = frame.site.organ_by_id[report.organ].name
    trail = (
        (frame.words["archive"], urls.ARCHIVE),
        (organ_now, urls.organ_archive(report.organ)),
    )
    meta = (
        *column_meta(frame.words["archive"], frame.words["archive_summary"]),
        ("ArticleTitle", report.title),
        ("PubDate", report.published),
        ("ContentSource", report.source or organ),
    )
    narrative = report.narrative
    preface = narrative.preface if narrative and not narrative.preface.is_empty else None
    own = [other.year for other in reversed(frame.by_organ[report.organ])]
    at = own.index(report.year)
    return ReportView(
        chrome=chrome(frame, here, report.title, trail, meta),
        title=report.title,
        organ=organ,
        year=report.year,
        published=report.published,
        source=report.source,
        basis=report.form.basis,
        preface=_shown(frame, report, preface, here, pages) if preface else None,
        sections=tuple(_section(frame, report, section, here, pages) for section in report.form.sections),
        downloads=tuple(Download(name.rsplit(".", 1)[1].upper(), name, size) for name, size in sizes.items()),
        organ_archive=Link(organ_now, urls.between(here, urls.organ_archive(report.organ))),
        year_archive=Link(_year(frame, report.year), urls.between(here, urls.year_archive(report.year))),
        previous=_neighbour(frame, report, here, own[at - 1]) if at else None,
        following=_neighbour(frame, report, here, own[at + 1]) if at + 1 < len(own) else None,
        remarks=tuple(remarks(frame, report)),
    )


def archive_view(frame: Frame) -> ArchiveView:
    """Make 政府信息公开年报: every report, by year and by organ."""
    here = urls.ARCHIVE
    title = frame.words["archive"]
    return ArchiveView(
        chrome=chrome(frame, here, title, (), column_meta(title, frame.words["archive_summary"])),
        title=title,
        by_year=tuple(
            ReportGroup(
                _year(frame, year),
                urls.between(here, urls.year_archive(year)),
                tuple(item(frame, report, here) for report in reports),
            )
            for year, reports in frame.by_year.items()
        ),
        by_organ=tuple(
            ReportGroup(
                frame.site.organ_by_id[organ].name,
                urls.between(here, urls.organ_archive(organ)),
                tuple(item(frame, report, here) for report in reports),
            )
            for organ, reports in frame.by_organ.items()
        ),
    )


def year_view(frame: Frame, year: int) -> ReportListView:
    """Make the list of one year's reports."""
    here = urls.year_archive(year)
    others = tuple(
        Link(_year(frame, other), urls.between(here, urls.year_archive(other)), current=other == year)
        for other in frame.by_year
    )
    title = frame.words["archive_year"].format(year=year)
    return _list(frame, here, title, "year", frame.by_year[year], others)


def organ_view(frame: Frame, organ: str) -> ReportListView:
    """Make the list of one organ's reports."""
    here = urls.organ_archive(organ)
    others = tuple(
        Link(
            frame.site.organ_by_id[other].name,
            urls.between(here, urls.organ_archive(other)),
            current=other == organ,
        )
        for other in frame.by_organ
    )
    title = frame.words["archive_organ"].format(organ=frame.site.organ_by_id[organ].name)
    return _list(frame, here, title, "organ", frame.by_organ[organ], others)


def item(frame: Frame, report: Report, here: str) -> ReportItem:
    """Make a report's entry in a list."""
    href = urls.between(here, urls.report(report.organ, report.year))
    return ReportItem(report.title, href, _organ_name(frame, report), report.year, report.published)


def column_meta(title: str, summary: str) -> tuple[tuple[str, str], ...]:
    """Give the column's meta tags."""
    return (
        ("ColumnName", title),
        ("ColumnDescription", summary or title),
        ("ColumnKeywords", title),
        ("ColumnType", title),
    )


def _list(
    frame: Frame, here: str, title: str, axis: str, reports: tuple[Report, ...], others: tuple[Link, ...]
) -> ReportListView:
    trail = ((frame.words["archive"], urls.ARCHIVE),)
    meta = column_meta(title, "")
    return ReportListView(
        chrome=chrome(frame, here, title, trail, meta),
        title=title,
        axis=axis,
        reports=tuple(item(frame, report, here) for report in reports),
        others=others if len(others) > 1 else (),
    )


def _shown(frame: Frame, report: Report, prose: Prose, here: str, pages: Pages) -> ProseView:
    return with_figures(prose_view(prose, here, pages), report, frame.site.last_year_of(report), here)


def _section(frame: Frame, report: Report, section: Section, here: str, pages: Pages) -> SectionView:
    prose = _prose(report, section)
    view = _shown(frame, report, prose, here, pages) if prose and not prose.is_empty else None
    return SectionView(section.id, section.heading, view, make_grid(report.form, section, report.facts))


def _prose(report: Report, section: Section) -> Prose | None:
    for written in report.narrative.sections if report.narrative else ():
        found = section_of(report.form, written.heading.text)
        if found and found.id == section.id:
            return written.prose
    return None


def _neighbour(frame: Frame, report: Report, here: str, year: int) -> Link:
    return Link(_year(frame, year), urls.between(here, urls.report(report.organ, year)))


def _organ_name(frame: Frame, report: Report) -> str:
    return frame.site.organ_by_id[report.organ].name_in(report.year)


def _year(frame: Frame, year: int) -> str:
    return frame.words["year"].format(year=year)
