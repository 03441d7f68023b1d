"""The only maker of addresses: where each page stands, and how one page links to another.

Every link names a file, so that the same output works at a domain's root, under a path and
opened from the disk.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote, urlsplit

HOME = "index.html"
NOT_FOUND = "404.html"
ARCHIVE = "reports/index.html"


def page(name: str) -> str:
    """Give the path of a standing page."""
    return f"{name}/index.html"


def topic(way: tuple[str, ...]) -> str:
    """Give the path of a column; `way` is its ids from the root's child down."""
    return posixpath.join("columns", *way, "index.html")


def article(way: tuple[str, ...], name: str) -> str:
    """Give the path of an article in a column."""
    return posixpath.join("columns", *way, f"{name}.html")


def year_archive(year: int) -> str:
    """Give the path of the list of one year's reports."""
    return f"reports/{year}/index.html"


def organ_archive(organ: str) -> str:
    """Give the path of the list of one organ's reports."""
    return f"reports/{organ}/index.html"


def report(organ: str, year: int, file: str = "index.html") -> str:
    """Give the path of a report's page or of a file beside it."""
    return f"reports/{organ}/{year}/{file}"


def attachment(file: str) -> str:
    """Give the path of an image or document: its own within `content/`."""
    return file.removeprefix("content/")


def between(here: str, there: str) -> str:
    """Give the link from one page to another."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def root(here: str, base_url: str) -> str:
    """Give the way from a page to the portal's root, with a final slash, or empty.

    The page for wrong addresses is served at any depth: with a base URL its links are complete paths.
    """
    if here == NOT_FOUND and base_url:
        return f"{urlsplit(base_url).path.rstrip('/')}/"
    return "../" * here.count("/")


def canonical(here: str, base_url: str) -> str:
    """Give the complete address of a page; empty without a base URL."""
    if not base_url:
        return ""
    path = here.removesuffix("index.html")
    return f"{base_url.rstrip('/')}/{quote(path)}"
