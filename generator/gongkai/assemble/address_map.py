"""Which pages search engines are told of, and the day that each is of, as far as content states one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame
from gongkai.model.feed import Dated
from gongkai.model.records import DAY, Article, Report


def dated_pages(frame: Frame) -> Iterator[Dated]:
    """Give every page but those that only lead elsewhere: search, wrong and former addresses."""
    yield Dated(urls.HOME, _latest((*frame.site.reports, *frame.articles)))
    for page in frame.site.pages:
        yield Dated(urls.page(page.id))
    for shelf in frame.columns.values():
        day = _latest(shelf.topic.articles)
        for number in range(1, shelf.pages + 1):
            yield Dated(urls.topic(shelf.topic.id, number), day)
        for article in shelf.topic.articles:
            yield Dated(urls.article(article.id), article.published[:DAY])
    if frame.site.reports:
        yield from _archive(frame)
    yield Dated(urls.SITE_MAP)
    yield Dated(urls.STATEMENT)


def _archive(frame: Frame) -> Iterator[Dated]:
    archive = frame.archive
    yield Dated(urls.ARCHIVE, _latest(frame.site.reports))
    for year in archive.years:
        yield Dated(urls.year_archive(year), _latest(archive.by_year.get(year, ())))
    for organ in archive.organs:
        yield Dated(urls.organ_archive(organ.id), _latest(archive.by_organ.get(organ.id, ())))
    for report in frame.site.reports:
        yield Dated(urls.report(report.organ, report.year), report.published[:DAY])


def _latest(records: Iterable[Report | Article]) -> str:
    return max((record.published[:DAY] for record in records), default="")
