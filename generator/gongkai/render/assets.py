"""Assets as published: each under a name that holds a hash of its content, to be cached for ever.

A folder whose name ends like a style sheet's (`site.css/`) is one asset: its parts, joined in
the order of their names. So a theme of several layers can add a part, or replace one. Style sheets
are published without the comments and spaces that are for their authors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from posixpath import normpath, relpath

from gongkai.diagnostics.diagnostic import Text
from gongkai.render.fault import ThemeError
from gongkai.render.shrink import shrink, shrink_script

FOLDER = "assets"
REFERENCE = re.compile(rb"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
ELSEWHERE = (b"data:", b"#", b"http://", b"https://")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme: where it is published, from the portal's root, and its bytes."""

    path: str
    content: bytes


def publish(files: Mapping[str, bytes]) -> dict[str, Asset]:
    """Make assets of files, by name. Style sheets come last: they name the others."""
    joined = _join(files)
    published: dict[str, Asset] = {}
    for name in sorted(joined, key=lambda name: (name.endswith(".css"), name)):
        content = joined[name]
        if name.endswith(".css"):
            content = shrink(_resolve(name, content, published))
        elif name.endswith(".js"):
            content = shrink_script(content)
        published[name] = Asset(_path(name, content), content)
    return published


def _join(files: Mapping[str, bytes]) -> dict[str, bytes]:
    joined: dict[str, bytes] = {}
    for name in sorted(files):
        whole = next((str(top) for top in PurePosixPath(name).parents if top.suffix == ".css"), name)
        joined[whole] = joined[whole] + b"\n" + files[name] if whole in joined else files[name]
    return joined


def _path(name: str, content: bytes) -> str:
    path = PurePosixPath(FOLDER, name)
    return str(path.with_name(f"{path.stem}.{sha256(content).hexdigest()[:8]}{path.suffix}"))


def _resolve(name: str, content: bytes, published: Mapping[str, Asset]) -> bytes:
    folder = str(PurePosixPath(name).parent)

    def published_address(found: re.Match[bytes]) -> bytes:
        if found[2].startswith(ELSEWHERE):
            return found[0]
        target = normpath(f"{folder}/{found[2].decode()}")
        if target not in published:
            raise ThemeError(_no_asset(target), f"{FOLDER}/{name}")
        return f'url("{relpath(published[target].path, f"{FOLDER}/{folder}")}")'.encode()

    return REFERENCE.sub(published_address, content)


def _no_asset(target: str) -> Text:
    return Text(
        f"url() 指向的 {target} 不在主题的 assets/ 中",
        f"url() names {target}, which is not in the theme's assets/",
    )
