"""Resolves the links in prose for the page that it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.assemble import urls
from gongkai.model.records import Prose
from gongkai.model.references import fragment, is_external, target
from gongkai.model.views import ProseView


def prose_view(prose: Prose, here: str, pages: Mapping[str, str], shift: int = 0) -> ProseView:
    """Give a text with its links resolved for the page that it stands on."""
    links = {}
    for mention in (*prose.links, *prose.images):
        href = mention.text
        if is_external(href) or href.startswith("#"):
            continue
        there = pages.get(target(prose.file, href))
        if there:
            links[href] = urls.between(here, there) + fragment(href)
    return ProseView(prose.text, links, shift)
