"""Checks links that lead to a heading (`#…`), of the same page or of another."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from gongkai.diagnostics.diagnostic import Argument, Diagnostic
from gongkai.diagnostics.nearest import nearest
from gongkai.model.anchors import anchors, is_text, wanted
from gongkai.model.records import Mention, Prose, Site
from gongkai.model.references import fragment, is_external, target

_SHOWN = 60


def check_fragments(site: Site) -> Iterator[Diagnostic]:
    """Every link to a heading of an article or a standing page leads to one."""
    links = [
        (prose, link)
        for prose, _ in site.texts()
        for link in prose.links
        if "#" in link.text and not is_external(link.text)
    ]
    if links:
        texts = {prose.file: prose for prose in site.prose_of_pages()}
        for prose, link in links:
            yield from _broken(prose, link, texts)


def _broken(prose: Prose, link: Mention, texts: dict[str, Prose]) -> Iterator[Diagnostic]:
    href = link.text
    file = prose.file if href.startswith("#") else target(prose.file, href)
    there, sought = texts.get(file), fragment(href)
    if not there or not is_text(file) or sought in ("", "#"):
        return
    headings = [heading.text for heading in there.headings]
    if wanted(file, sought)[1:] not in anchors(headings):
        advice = nearest(unquote(sought[1:]), headings)
        arguments: dict[str, Argument] = {"href": unquote(href)[:_SHOWN], "advice": advice}
        yield Diagnostic("D532", link.place, arguments)
