"""The ids of headings: what a link's `#…` leads to within a page."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from gongkai.model.pattern import pattern

# Begins the ids of headings in the text of an article or a standing page.
IN_TEXT = "text"

_NOT_OF_WORDS = pattern(r"\W+")
# Marks of Markdown in a heading as typed, which its words do not have.
_MARKUP = pattern(r"\]\([^)]*\)|[*`~\[\]]")
_FOLDERS = ("content/columns/", "content/pages/")


def anchor(prefix: str, words: str, taken: set[str]) -> str:
    """Make the id of a heading of its words, numbered where it is met again, and note it as taken."""
    base = "-".join(part for part in (prefix, slug(words)) if part)
    made, count = base, 1
    while made in taken:
        count += 1
        made = f"{base}-{count}"
    taken.add(made)
    return made


def slug(words: str) -> str:
    """Write words as part of an id: lower case, one hyphen for whatever is no letter or digit."""
    return _NOT_OF_WORDS.sub("-", words).strip("-").lower()


def anchors(headings: Iterable[str]) -> set[str]:
    """Give the ids of the headings of an article or a standing page, by their words as typed."""
    taken: set[str] = set()
    for typed in headings:
        anchor(IN_TEXT, _MARKUP.sub("", typed), taken)
    return taken


def wanted(file: str, fragment: str) -> str:
    """Give the id that a link's fragment (`#…`) means on the page of a content file, with its `#`.

    In an article or a standing page, a writer names a heading by its words.
    """
    if not is_text(file) or len(fragment) < len("#x"):
        return fragment
    name = unquote(fragment[1:])
    is_id = name == IN_TEXT or name.startswith(f"{IN_TEXT}-")
    return f"#{name}" if is_id else f"#{IN_TEXT}-{slug(name)}"


def is_text(file: str) -> bool:
    """Tell whether a content file is an article or a standing page."""
    return file.startswith(_FOLDERS) and file.endswith(".md")
