"""The addresses of all pages for search engines (sitemaps.org), and the robots.txt that names them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

# The protocol's limit for one file.
MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def as_sitemaps(addresses: Sequence[tuple[str, str]], most: int = MOST) -> tuple[bytes, ...]:
    """Write addresses, each with its day or an empty one, in as many maps as it takes."""
    return tuple(_map(addresses[start : start + most]) for start in range(0, len(addresses), most))


def as_index(maps: Sequence[tuple[str, str]]) -> bytes:
    """Write the map of several maps, each with the latest day in it."""
    lines = [f"<sitemap>{_place(address, day)}</sitemap>\n" for address, day in maps]
    return f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{''.join(lines)}</sitemapindex>\n".encode()


def as_robots(sitemap: str) -> bytes:
    """Write a robots.txt that closes nothing and names the map."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _map(addresses: Sequence[tuple[str, str]]) -> bytes:
    lines = [f"<url>{_place(address, day)}</url>\n" for address, day in addresses]
    return f"{_HEAD}<urlset {_NAMESPACE}>\n{''.join(lines)}</urlset>\n".encode()


def _place(address: str, day: str) -> str:
    return f"<loc>{escape(address)}</loc>" + (f"<lastmod>{day}</lastmod>" if day else "")
