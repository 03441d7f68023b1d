"""Checks columns and articles as entries of lists: ids, titles, and what articles of one have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Related, Text
from gongkai.model.pattern import pattern
from gongkai.model.records import DAY, Article, Organ, Site, StandingPage, Topic

_LONG_TITLE = 120
_MARKUP = pattern(r"</?[a-z][^<>]{0,200}>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});", re.IGNORECASE)
# So many articles, and more than half of a column, show how the column is kept.
_CUSTOM = 2
_COLUMN, _ARTICLE = Text("个栏目", "column"), Text("篇文章", "article")
_SHOWN = 40
_FIRST = Text("已用于这里", "used here")

# What articles say, in which keys, of which articles it is asked, and what comes of it where one does not.
_EXPECTED: tuple[tuple[Text, Callable[[Article], str], Callable[[Article], bool], Text], ...] = (
    (
        Text("published", "published"),
        lambda article: article.published,
        lambda _: True,
        Text("这一篇会排在最后，也不进订阅源", "this stands last, in no feed"),
    ),
    (
        Text("organ 或 source", "organ or source"),
        lambda article: article.organ or article.source,
        lambda _: True,
        Text("这一篇的页面上没有来源", "the page of this names no source"),
    ),
    (
        Text("validity", "validity"),
        lambda article: article.validity,
        lambda article: bool(article.number),
        Text("读者不知道这一篇是否有效", "readers cannot tell whether this is in force"),
    ),
)


def check_columns(site: Site) -> Iterator[Diagnostic]:
    """Every column and every article has an id of its own, and a title that can be read in a list."""
    topics = list(site.every_topic())
    articles = list(site.every_article())
    yield from _doubled(topics[1:], _COLUMN)
    # An address that was published first is the one to be kept.
    yield from _doubled(_oldest_first(articles), _ARTICLE)
    records: list[Article | Topic | StandingPage] = [*topics, *articles, *site.pages]
    for record in records:
        yield from _title(record)
    for topic in topics:
        yield from _lacking(topic, site)
        yield from _untimed(topic)
    for organ in site.organs:
        yield from _markup(organ.name, organ)


def _oldest_first(articles: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: (article.published or "9999", article.place.file))


def _doubled(records: Iterable[Article | Topic], kind: Text) -> Iterator[Diagnostic]:
    first: dict[str, Article | Topic] = {}
    for record in records:
        other = first.setdefault(record.id, record)
        if other is not record:
            from gongkai.model.key_places import key_place  # noqa: PLC0415 - right ids have no need of it

            related = (Related(key_place(other, "id"), _FIRST),)
            arguments: dict[str, Argument] = {"id": record.id, "kind": kind}
            yield Diagnostic("D520", key_place(record, "id"), arguments, related=related)


def _title(record: Article | Topic | StandingPage) -> Iterator[Diagnostic]:
    count = len(record.title)
    if count > _LONG_TITLE:
        from gongkai.model.key_places import key_place  # noqa: PLC0415 - as above

        yield Diagnostic("D531", key_place(record, "title"), {"count": str(count)})
    yield from _markup(record.title, record)


def _markup(name: str, record: Article | Topic | StandingPage | Organ) -> Iterator[Diagnostic]:
    """Name what was copied with a title from a page, and would be printed as it stands."""
    found = _MARKUP.search(name) if "<" in name or "&" in name else None
    if found:
        from gongkai.model.key_places import key_place  # noqa: PLC0415 - as above

        place = record.name_place if isinstance(record, Organ) else key_place(record, "title")
        yield Diagnostic("D539", place, {"found": found[0][:_SHOWN]})


def _lacking(topic: Topic, site: Site) -> Iterator[Diagnostic]:
    """Name the few articles of a column that do not say what the others do."""
    for key, has, concerns, effect in _EXPECTED:
        asked = [article for article in topic.articles if concerns(article)]
        having = [article for article in asked if has(article)]
        if len(having) == len(asked) or not _is_custom(having, asked):
            continue
        for article in asked:
            # What cannot be read has a problem of its own.
            if not has(article) and article.place.file not in site.troubled:
                arguments: dict[str, Argument] = {
                    "key": key,
                    "count": str(len(having)),
                    "column": topic.title,
                    "effect": effect,
                }
                yield Diagnostic("D537", article.place, arguments)


def _untimed(topic: Topic) -> Iterator[Diagnostic]:
    """Name the few articles of a column whose date has no time of day, though that of the others has."""
    dated = [article for article in topic.articles if article.published]
    timed = [article for article in dated if len(article.published) > DAY]
    if len(timed) == len(dated) or not _is_custom(timed, dated):
        return
    for article in dated:
        if len(article.published) == DAY and article.published_place:
            arguments: dict[str, Argument] = {
                "found": article.published,
                "count": str(len(timed)),
                "column": topic.title,
            }
            yield Diagnostic("D538", article.published_place, arguments)


def _is_custom(kept: Sequence[Article], every: Sequence[Article]) -> bool:
    return len(kept) >= _CUSTOM and 2 * len(kept) > len(every)
