"""Former addresses as `_redirects`, the file that Netlify and Cloudflare Pages read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

_INDEX = "index.html"


def as_redirects(moves: Iterable[tuple[str, str]], base: str) -> bytes:
    """Write a line for each former path and the present one; `base` is the portal's own, with slashes."""
    lines = []
    for former, present in sorted(moves):
        to = quote(base + present.removesuffix(_INDEX))
        lines.append(f"{quote(base + former)} {to} 301\n")
        if former.endswith(f"/{_INDEX}"):
            lines.append(f"{quote(base + former.removesuffix(_INDEX))} {to} 301\n")
    return "".join(lines).encode()
