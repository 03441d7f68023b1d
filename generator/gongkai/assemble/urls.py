"""The only maker of addresses: where each page stands, and how one page links to another.

Every link names a file, so that the same output works at a domain's root, under a path and
opened from the disk. Columns and articles are addressed by their own ids, which are unique over
the portal: moving one changes no address.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

HOME = "index.html"
NOT_FOUND = "404.html"
ARCHIVE = "reports/index.html"
SEARCH = "search/index.html"
SEARCH_INDEX = "search/index.js"
STATEMENT = "accessibility/index.html"
SITE_MAP = "sitemap/index.html"
FEED = "feed.xml"
MAP_OF_ADDRESSES = "sitemap.xml"
ROBOTS = "robots.txt"
REDIRECTS = "_redirects"


def page(name: str) -> str:
    """Give the path of a standing page."""
    return f"{name}/index.html"


def topic(name: str, number: int = 1) -> str:
    """Give the path of a column, or of a later page of its list; the root's id is empty."""
    file = "index.html" if number == 1 else f"page-{number}.html"
    return f"columns/{name}/{file}" if name else f"columns/{file}"


def topic_feed(name: str) -> str:
    """Give the path of a column's feed; the root's is the portal's."""
    return f"columns/{name}/feed.xml" if name else FEED


def article(name: str) -> str:
    """Give the path of an article."""
    return f"articles/{name}.html"


def year_archive(year: int) -> str:
    """Give the path of the list of one year's reports."""
    return f"reports/{year}/index.html"


def organ_archive(organ: str) -> str:
    """Give the path of the list of one organ's reports."""
    return f"reports/{organ}/index.html"


def organ_feed(organ: str) -> str:
    """Give the path of an organ's feed."""
    return f"reports/{organ}/feed.xml"


def report(organ: str, year: int, file: str = "index.html") -> str:
    """Give the path of a report's page or of a file beside it."""
    return f"reports/{organ}/{year}/{file}"


def attachment(file: str) -> str:
    """Give the path of an image or document: its own within `content/`."""
    return file.removeprefix("content/")


def address_map(number: int) -> str:
    """Give the path of one part of a map of addresses that is too long for one file."""
    return f"sitemap-{number}.xml"


def former(written: str) -> str:
    """Give the path that a former address stood at: a folder's page is its index."""
    path = written.strip().lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def leads_on(path: str) -> bool:
    """Tell whether a former address gets a page that leads on; others have a line of `_redirects` only."""
    return path.endswith((".html", ".htm"))


def between(here: str, there: str) -> str:
    """Give the link from one page to another."""
    folders, path = here.split("/")[:-1], there.split("/")
    same = 0
    for ours, theirs in zip(folders, path[:-1], strict=False):
        if ours != theirs:
            break
        same += 1
    return "../" * (len(folders) - same) + "/".join(path[same:])


def root(here: str, base_url: str) -> str:
    """Give the way from a page to the portal's root, with a final slash, or empty.

    The page for wrong addresses is served at any depth: with a base URL its links are complete paths.
    """
    if here == NOT_FOUND and base_url:
        return f"{urlsplit(base_url).path.rstrip('/')}/"
    return "../" * here.count("/")


def complete(path: str, base_url: str) -> str:
    """Give the complete address of a file."""
    return f"{base_url.rstrip('/')}/{quote(path)}"


def canonical(here: str, base_url: str) -> str:
    """Give the complete address of a page, a folder's without its index; empty without a base URL."""
    return complete(here.removesuffix("index.html"), base_url) if base_url else ""
