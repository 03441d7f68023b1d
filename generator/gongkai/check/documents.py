"""Checks what articles say of themselves as documents: organ, dates, validity (效力)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.key_places import key_place
from gongkai.model.pattern import pattern
from gongkai.model.records import DAY, IN_FORCE, REPEALED, Article, Site

_MADE, _PUBLISHED, _OF_REPEAL = (
    Text("成文日期", "making"),
    Text("公开日期", "publication"),
    Text("废止日期", "repeal"),
)
# A decision to repeal another document is in force itself: only a mark on the title counts.
_MARKED = pattern(r"[（(【\[〔]\s*(?:现?已经?|全文)?(?:废止|失效)\s*[）)】\]〕]|(?<=已)(?:废止|失效)$")


def check_documents(site: Site) -> Iterator[Diagnostic]:
    """Every article names an organ of the register, and its dates and its validity agree."""
    told = 0
    for article in site.every_article():
        if article.organ and article.organ not in site.organ_by_id and not site.register_is_troubled:
            advice = nearest(article.organ, list(site.organ_by_id), told)
            told += 1
            arguments: dict[str, Argument] = {"organ": article.organ, "advice": advice}
            yield Diagnostic("D225", key_place(article, "organ"), arguments)
        if article.made or article.repealed:
            yield from _dates(article, site.today)
        if article.validity or article.repealed:
            yield from _validity(article, site)


def _dates(article: Article, today: str) -> Iterator[Diagnostic]:
    made, published, repealed = (date[:DAY] for date in (article.made, article.published, article.repealed))
    for key, day, what in (("made", made, _MADE), ("repealed", repealed, _OF_REPEAL)):
        if today and day > today:
            yield Diagnostic("D528", key_place(article, key), {"what": what, "found": day, "today": today})
    for other, what in ((published, _PUBLISHED), (repealed, _OF_REPEAL)):
        if made and other and made > other:
            arguments: dict[str, Argument] = {"made": made, "what": what, "other": other}
            yield Diagnostic("D527", key_place(article, "made"), arguments)


def _validity(article: Article, site: Site) -> Iterator[Diagnostic]:
    # A validity that cannot be read has a problem of its own.
    if article.repealed and article.validity != REPEALED and article.place.file not in site.troubled:
        state = Text("是 in_force", "is in_force") if article.validity else Text("没有写", "is not given")
        arguments: dict[str, Argument] = {"found": article.repealed, "state": state}
        yield Diagnostic("D530", key_place(article, "repealed"), arguments)
    if article.validity == IN_FORCE and ("废止" in article.title or "失效" in article.title):
        found = _MARKED.search(article.title)
        if found:
            yield Diagnostic("D529", key_place(article, "title"), {"found": found[0]})
