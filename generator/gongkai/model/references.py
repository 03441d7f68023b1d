"""Links in content: from the file they stand in to the file they mean."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from gongkai.model.pattern import pattern

_SCHEME = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

_SAFE = pattern(r"(?:https?|mailto|tel):", re.IGNORECASE)


def is_external(href: str) -> bool:
    """Tell whether a link leads out of the site: it has a scheme or a host."""
    return _SCHEME.match(href) is not None


def is_safe(href: str) -> bool:
    """Tell whether a link out of the site is of a kind that only shows, writes or calls."""
    return _SAFE.match(href) is not None


def target(file: str, href: str) -> str:
    """Give the content file that a link in `file` means; a leading slash means `content/`."""
    path = unquote(href.split("#", 1)[0].split("?", 1)[0])
    base = "content" if path.startswith("/") else posixpath.dirname(file)
    return posixpath.normpath(posixpath.join(base, path.lstrip("/")))


def fragment(href: str) -> str:
    """Give what follows the `#`, with it, or nothing."""
    _, mark, name = href.partition("#")
    return mark + name
