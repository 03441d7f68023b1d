"""What the search index is made of: every page with a text of its own, and names that mean one organ."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble import urls
from gongkai.assemble.columns import Shelf, shelves
from gongkai.assemble.holdings import hold
from gongkai.assemble.plain import plain
from gongkai.model.headings import section_of
from gongkai.model.pattern import pattern
from gongkai.model.quotes import filled
from gongkai.model.records import Article, Organ, Report, Site
from gongkai.model.search import Choice, Entry, Synonym

_YEAR = pattern(r"\d{4}")
_PLACE = "省市县区旗州盟镇乡"


def entries(site: Site) -> tuple[Entry, ...]:
    """Give every page that can be found, in the order of the register and the columns."""
    ranks = {organ.id: rank for rank, organ in enumerate(site.organs)}
    reports = sorted(site.reports, key=lambda report: ranks.get(report.organ, len(ranks)))
    return (
        *(
            Entry(urls.page(page.id), page.title, _text(page.summary, plain(page.prose.text)), "page")
            for page in site.pages
        ),
        *(entry for shelf in shelves(site) for entry in _column(site, shelf)),
        *(_organ(organ) for organ in hold(site).organs),
        *(_report(site, report) for report in reports),
    )


def choices(site: Site) -> tuple[Choice, ...]:
    """Give the organs, in the order of the register."""
    return tuple(Choice(organ.id, organ.name) for organ in site.organs)


def synonyms(site: Site) -> tuple[Synonym, ...]:
    """Give short names and former names with those that they stand for, each pair once."""
    found = dict.fromkeys(pair for organ in site.organs if (pair := _short(organ)))
    found |= dict.fromkeys(
        Synonym(change.name, organ.name)
        for organ in site.organs
        for change in organ.lineage
        if change.name and change.name != organ.name
    )
    return tuple(found)


def _organ(organ: Organ) -> Entry:
    """An organ's page is found by every name that it has or had."""
    names = _text(organ.short_name, *dict.fromkeys(change.name for change in organ.lineage))
    return Entry(urls.organ_archive(organ.id), organ.name, names, "organ", organ.id)


def _names(site: Site, organ: str, *texts: str) -> Iterator[str]:
    """Give an organ's names of today that stand in none of the texts: titles keep those of their time."""
    known = site.organ_by_id.get(organ)
    for name in (known.name, known.short_name) if known else ():
        if not any(name in text for text in texts):
            yield name


def _column(site: Site, shelf: Shelf) -> Iterator[Entry]:
    topic = shelf.topic
    way = "/".join(above.id for above in (*shelf.above[1:], topic))
    yield Entry(urls.topic(topic.id), topic.title, _text(topic.summary, topic.basis), "topic", topic=way)
    for article in topic.articles:
        yield _article(site, article, way)


def _article(site: Site, article: Article, way: str) -> Entry:
    written, prose = _YEAR.match(article.published), plain(article.prose.text)
    text = _text(
        article.number,
        article.index,
        article.source,
        article.summary,
        prose,
        *_names(site, article.organ, article.title, article.source, prose),
        *(attached.title for attached in article.attachments),
        *article.keywords,
    )
    year = int(written[0]) if written else 0
    path = urls.article(article.id)
    return Entry(path, article.title, text, "article", article.organ, year, way, article.published)


def _report(site: Site, report: Report) -> Entry:
    last = site.last_year_of(report)
    narrative = report.narrative
    blocks = [plain(filled(narrative.preface.text, report, last))] if narrative else []
    for section in narrative.sections if narrative else ():
        known = section_of(report.form, section.heading.text)
        blocks += [
            known.heading if known else section.heading.text,
            plain(filled(section.prose.text, report, last)),
        ]
    blocks += _names(site, report.organ, report.title, *blocks)
    text = _text(*blocks, *(attached.title for attached in report.attachments))
    path = urls.report(report.organ, report.year)
    return Entry(path, report.title, text, "report", report.organ, report.year, "", report.published)


def _text(*blocks: str) -> str:
    return "\n".join(block for block in blocks if block)


def _short(organ: Organ) -> Synonym | None:
    """Take the place off a short name and a full one, so that one pair serves every place.

    A short name that stands within the full one needs no help to find it.
    """
    short, full = organ.short_name, organ.name
    if not short or short in full:
        return None
    ends = [end for end in range(len(short) - 1, 0, -1) if short[end - 1] in _PLACE and short[:end] in full]
    pairs = [(short[end - 1], short[end:], full.split(short[:end], 1)[1]) for end in ends]
    # An abbreviation keeps the first character: 市监局 is 市场监督管理局, not what follows on a second 市.
    pairs.sort(key=lambda pair: pair[1][:1] != pair[2][:1])
    place, short, full = pairs[0] if pairs else ("", short, full)
    # 政府 stands within 人民政府; 市政府 does not within 市人民政府.
    return Synonym(place + short, place + full) if short in full else Synonym(short, full)
