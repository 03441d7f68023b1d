"""The page of an article, and the standing pages."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.assemble import urls
from gongkai.assemble.chrome import article_meta, chrome, column_meta
from gongkai.assemble.columns import Shelf
from gongkai.assemble.downloads import attached
from gongkai.assemble.frame import Frame
from gongkai.assemble.places import prose_view
from gongkai.assemble.topics import trail_to
from gongkai.model.records import StandingPage
from gongkai.model.views import ArticleView, Link, PageView

Pages = Mapping[str, str]


def page_view(frame: Frame, page: StandingPage, pages: Pages) -> PageView:
    """Make a standing page."""
    here = urls.page(page.id)
    return PageView(
        chrome=chrome(frame, here, page.title, (), column_meta(page.title, page.summary)),
        title=page.title,
        summary=page.summary,
        prose=prose_view(page.prose, here, pages),
    )


def article_view(frame: Frame, shelf: Shelf, at: int, pages: Pages) -> ArticleView:
    """Make the page of the column's article at position `at`."""
    topic, article = shelf.topic, shelf.topic.articles[at]
    here = urls.article(article.id)
    organ = frame.site.organ_by_id.get(article.organ)
    source = frame.site.source_of(article)
    meta = (
        *column_meta(topic.title, topic.summary, topic.kind),
        *article_meta(
            frame,
            here,
            article.title,
            article.published,
            source,
            keywords=",".join(article.keywords),
            summary=article.summary,
        ),
    )
    archived = organ if organ and frame.archive.has(organ.id) else None
    return ArticleView(
        chrome=chrome(
            frame, here, article.title, trail_to(shelf, topic), meta, feed=urls.topic_feed(topic.id)
        ),
        title=article.title,
        published=article.published,
        source=source,
        number=article.number,
        prose=prose_view(article.prose, here, pages),
        topic=Link(topic.title, urls.between(here, urls.topic(topic.id))),
        previous=_neighbour(shelf, at - 1, here),
        following=_neighbour(shelf, at + 1, here),
        organ=Link(archived.name, urls.between(here, urls.organ_archive(archived.id))) if archived else None,
        index=article.index,
        made=article.made,
        validity=article.validity,
        repealed=article.repealed,
        attachments=tuple(attached(frame, article.attachments, here)),
    )


def _neighbour(shelf: Shelf, at: int, here: str) -> Link | None:
    if not 0 <= at < len(shelf.topic.articles):
        return None
    article = shelf.topic.articles[at]
    return Link(article.title, urls.between(here, urls.article(article.id)))
