"""A feed as Atom (RFC 4287): complete addresses, which are its ids, and no time but those of its entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from gongkai.model.feed import Feed, FeedEntry
from gongkai.model.records import DAY
from gongkai.model.script import CHINESE, has_chinese, is_foreign

# What XML cannot hold at all; tabs and line ends become spaces.
_UNFIT = dict.fromkeys((*range(0x20), 0x7F, 0xFFFE, 0xFFFF), " ")


def as_atom(feed: Feed, address: Callable[[str], str], language: str) -> bytes:
    """Write a feed that has entries; `address` gives the complete address of a path."""
    own, page = address(feed.path), address(feed.page)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_text(language)}">',
        f"<id>{_text(own)}</id>",
        f"<title{_language(language, feed.title)}>{_text(feed.title)}</title>",
        f"<updated>{_time(max(entry.updated for entry in feed.entries))}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{_text(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{_text(page)}"/>',
    ]
    for entry in feed.entries:
        told = _language(language, entry.title, entry.author or feed.title, entry.summary)
        lines += _entry(entry, address(entry.path), feed.title, told)
    return ("\n".join((*lines, "</feed>")) + "\n").encode()


def _entry(entry: FeedEntry, address: str, title: str, language: str) -> Iterator[str]:
    yield f"<entry{language}>"
    yield f"<id>{_text(address)}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<published>{_time(entry.published)}</published>"
    yield f"<updated>{_time(entry.updated)}</updated>"
    yield f"<author><name>{_text(entry.author or title)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href="{_text(address)}"/>'
    if entry.summary:
        yield f"<summary>{_text(entry.summary)}</summary>"
    yield "</entry>"


def _language(feed: str, *texts: str) -> str:
    """Say of Chinese in a feed of another language that it is."""
    return f' xml:lang="{CHINESE}"' if is_foreign(feed) and any(map(has_chinese, texts)) else ""


def _time(written: str) -> str:
    """Write a date of China with or without its time as RFC 3339 has it."""
    day, time = written[:DAY], written[DAY:].strip() or "00:00"
    return f"{day}T{time}:00+08:00"


def _text(text: str) -> str:
    return escape(text.translate(_UNFIT))
