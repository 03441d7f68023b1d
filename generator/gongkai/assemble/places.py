"""Resolves the links in prose for the page that it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.assemble import urls
from gongkai.model.anchors import wanted
from gongkai.model.moved import name_of
from gongkai.model.records import Prose
from gongkai.model.references import fragment, is_external, target
from gongkai.model.views import ProseView


def prose_view(prose: Prose, here: str, pages: Mapping[str, str], shift: int = 0) -> ProseView:
    """Give a text with its links resolved for the page that it stands on."""
    links = {}
    for mention in (*prose.links, *prose.images):
        href = mention.text
        if is_external(href):
            continue
        if href.startswith("#"):
            links[href] = wanted(prose.file, href)
            continue
        file = target(prose.file, href)
        there = pages.get(file) or pages.get(name_of(file))
        if there:
            links[href] = urls.between(here, there) + wanted(file, fragment(href))
    return ProseView(prose.text, links, shift)
