"""What tells other programs of the portal, by path: the feeds and the map of addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gongkai.export.as_atom import as_atom
from gongkai.export.as_sitemap import MOST, as_index, as_sitemaps
from gongkai.model.feed import Dated, Feed

Address = Callable[[str], str]


def feeds(made: Mapping[str, Feed], address: Address, language: str) -> dict[str, bytes]:
    """Write every feed, by path; `address` gives the complete address of a path."""
    return {path: as_atom(feed, address, language) for path, feed in made.items()}


def sitemaps(
    pages: Sequence[Dated], address: Address, whole: str, part: Callable[[int], str], most: int = MOST
) -> dict[str, bytes]:
    """Write the map of addresses at the path `whole`; where it takes several, each at its `part`."""
    maps = as_sitemaps([(address(page.path), page.day) for page in pages], most)
    if len(maps) == 1:
        return {whole: maps[0]}
    files = {part(number): content for number, content in enumerate(maps, 1)}
    days = [max(page.day for page in pages[start : start + most]) for start in range(0, len(pages), most)]
    return {whole: as_index([(address(path), day) for path, day in zip(files, days, strict=True)]), **files}
