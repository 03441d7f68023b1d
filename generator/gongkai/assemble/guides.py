"""Pages that lead to others: the map of the site, the search page, and what stands at a former address."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gongkai.assemble import urls
from gongkai.assemble.archives import group_heading
from gongkai.assemble.chrome import chrome, column_meta
from gongkai.assemble.frame import Frame, Module
from gongkai.assemble.levels import grouped
from gongkai.assemble.listings import year_label
from gongkai.model.views import Branch, Link, MovedView, Option, SearchView, SiteMapView


def site_map_view(frame: Frame) -> SiteMapView:
    """Make 网站地图: every part of the portal, down to columns, years and organs."""
    here = urls.SITE_MAP
    title = frame.words["site_map"]
    parts = [_part(frame, module, here) for module in frame.modules]
    if frame.made.index:
        parts.append(Branch(Link(frame.words["search"], urls.between(here, urls.SEARCH))))
    parts.append(Branch(Link(frame.words["statement"], urls.between(here, urls.STATEMENT))))
    return SiteMapView(chrome(frame, here, title, (), column_meta(title)), title, tuple(parts))


def search_view(frame: Frame) -> SearchView:
    """Make the search page: the choices of its filters, and where the index begins."""
    here = urls.SEARCH
    title = frame.words["search"]
    return SearchView(
        chrome=chrome(frame, here, title, (), column_meta(title)),
        title=title,
        index=urls.between(here, frame.made.index),
        years=tuple(Option(str(year), year_label(frame, year)) for year in frame.archive.years),
        topics=tuple(
            Option("/".join(topic.id for topic in (*above, shelf.topic)), shelf.topic.title, len(above))
            for shelf in frame.columns.values()
            if shelf.above
            for above in (shelf.above[1:],)
        ),
    )


def moved_view(frame: Frame, here: str, there: str, title: str) -> MovedView:
    """Make the page that stands where another one was, and leads there."""
    words = frame.words["moved"]
    return MovedView(
        chrome(frame, here, words, canonical=there), words, Link(title, urls.between(here, there))
    )


def _part(frame: Frame, module: Module, here: str) -> Branch:
    link = Link(module.title, urls.between(here, module.path))
    if module.path == urls.ARCHIVE:
        return Branch(link, module.count, (*_years(frame, here), *_levels(frame, here)))
    root = next(iter(frame.columns), None)
    if root is not None and module.path == urls.topic(root):
        return Branch(link, module.count, _columns(frame, root, here))
    return Branch(link, module.count)


def _columns(frame: Frame, topic: str, here: str) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            Link(child.title, urls.between(here, urls.topic(child.id))),
            child.size,
            _columns(frame, child.id, here),
        )
        for child in frame.columns[topic].below
    )


def _years(frame: Frame, here: str) -> Iterator[Branch]:
    for year in frame.archive.years:
        link = Link(year_label(frame, year), urls.between(here, urls.year_archive(year)))
        yield Branch(link, len(frame.archive.by_year.get(year, ())))


def _levels(frame: Frame, here: str) -> Iterator[Branch]:
    """Give each level with all its organs; the archive has the first group of each under its name."""
    groups = grouped(frame.site, frame.archive.organs)
    for _, found in groupby(groups, lambda group: group.head.id if group.head else group.id):
        level = tuple(found)
        first = level[0]
        name = first.head.name if first.head else group_heading(frame, first)
        below = tuple(
            Branch(Link(organ.name, urls.between(here, urls.organ_archive(organ.id))))
            for group in level
            for organ in group.organs
        )
        yield Branch(Link(name, f"{urls.between(here, urls.ARCHIVE)}#{first.id}"), len(below), below)
