"""The page of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from gongkai.assemble import urls
from gongkai.assemble.chrome import archive_meta, article_meta, chrome
from gongkai.assemble.downloads import attached
from gongkai.assemble.frame import Frame
from gongkai.assemble.grids import make_grid
from gongkai.assemble.in_time import neighbours
from gongkai.assemble.listings import basis_of, year_label
from gongkai.assemble.places import prose_view
from gongkai.assemble.quotes import with_figures
from gongkai.assemble.remarks import remarks
from gongkai.model.form import Section
from gongkai.model.headings import section_of
from gongkai.model.records import Prose, Report
from gongkai.model.views import Download, Link, ProseView, ReportView, SectionView

Pages = Mapping[str, str]

# So many reports below a report are named on its page; the organ's page has them all.
_CHILDREN = 20


def report_view(frame: Frame, report: Report, pages: Pages, sizes: Mapping[str, int]) -> ReportView:
    """Make the page of a report; `sizes` are those of the files beside it, by name."""
    here = urls.report(report.organ, report.year)
    organ = frame.site.organ_by_id[report.organ]
    name = organ.name_in(report.year)
    title = frame.words["archive"]
    trail = ((title, urls.ARCHIVE), (organ.name, urls.organ_archive(organ.id)))
    meta = (
        *archive_meta(frame, title),
        *article_meta(frame, here, report.title, report.published, report.source or name),
    )
    narrative = report.narrative
    preface = narrative.preface if narrative and not narrative.preface.is_empty else None
    previous, following = neighbours(frame, report, here)
    parent = frame.site.report_by_key.get((organ.parent_in(report.year), report.year))
    below = frame.archive.below_in.get(report.key, ())
    return ReportView(
        chrome=chrome(frame, here, report.title, trail, meta, feed=urls.organ_feed(organ.id)),
        title=report.title,
        organ=name,
        year=report.year,
        published=report.published,
        source=report.source,
        basis=basis_of(frame, report.form),
        preface=_shown(frame, report, preface, here, pages) if preface else None,
        sections=tuple(_sections(frame, report, here, pages)),
        downloads=tuple(Download(_kind(file), file, size) for file, size in sizes.items()),
        organ_archive=Link(organ.name, urls.between(here, urls.organ_archive(organ.id))),
        year_archive=Link(year_label(frame, report.year), urls.between(here, urls.year_archive(report.year))),
        previous=previous,
        following=following,
        remarks=tuple(remarks(frame, report)),
        attachments=tuple(attached(frame, report.attachments, here)),
        parent=_of_organ(frame, parent, here) if parent else None,
        children=tuple(_of_organ(frame, child, here) for child in below[:_CHILDREN]),
        children_count=len(below),
    )


def _of_organ(frame: Frame, report: Report, here: str) -> Link:
    name = frame.site.organ_by_id[report.organ].name_in(report.year)
    return Link(name, urls.between(here, urls.report(report.organ, report.year)))


def _sections(frame: Frame, report: Report, here: str, pages: Pages) -> Iterator[SectionView]:
    """Give the form's sections, or of a form that has none those that are written."""
    for section in report.form.sections:
        prose = _prose(report, section)
        view = _shown(frame, report, prose, here, pages) if prose and not prose.is_empty else None
        yield SectionView(section.id, section.heading, view, make_grid(report.form, section, report.facts))
    if not report.form.sections and report.narrative:
        for number, written in enumerate(report.narrative.sections, 1):
            view = None if written.prose.is_empty else _shown(frame, report, written.prose, here, pages)
            yield SectionView(f"part-{number}", written.heading.text, view, None)


def _shown(frame: Frame, report: Report, prose: Prose, here: str, pages: Pages) -> ProseView:
    return with_figures(prose_view(prose, here, pages), report, frame.site.last_year_of(report), here)


def _prose(report: Report, section: Section) -> Prose | None:
    for written in report.narrative.sections if report.narrative else ():
        found = section_of(report.form, written.heading.text)
        if found and found.id == section.id:
            return written.prose
    return None


def _kind(file: str) -> str:
    return PurePosixPath(file).suffix.removeprefix(".").upper()
