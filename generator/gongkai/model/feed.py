"""What a feed tells of: only what has a date that its source states."""

from __future__ import annotations

from typing import NamedTuple


class FeedEntry(NamedTuple):
    """A page in a feed: its path from the portal's root, and when it was published.

    `published` is YYYY-MM-DD or YYYY-MM-DD HH:MM; `author` and `summary` may be empty.
    `repealed` is the day on which it was, if it was.
    """

    path: str
    title: str
    published: str
    author: str
    summary: str = ""
    repealed: str = ""

    @property
    def updated(self) -> str:
        """When it last changed, as far as is known: readers of feeds look again at what was repealed."""
        return max(self.published, self.repealed)


class Feed(NamedTuple):
    """A feed: its own path, its title, the path of the page that it follows, its entries, latest first."""

    path: str
    title: str
    page: str
    entries: tuple[FeedEntry, ...]


class Dated(NamedTuple):
    """An address for search engines, and the day that its content is of, where a source states one."""

    path: str
    day: str = ""
