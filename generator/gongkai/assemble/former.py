"""Former addresses (`formerly`) against those of today: none may be an address that the portal has.

A page that leads on is a file of the output like any other. Where it would take the place of another
file, stand below one, or differ from one in capitals only, it cannot be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from gongkai.assemble import urls
from gongkai.assemble.addresses import former_places, own_paths, page_paths
from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Place, Related, Text
from gongkai.model.file_names import fold
from gongkai.model.key_places import item_place
from gongkai.model.records import Article, Site, Topic

# What the portal has beside its pages (styles, scripts, the index of the search, maps of addresses), and
# the lists of years, which come by themselves.
_KEPT = re.compile(
    r"(?:assets|search)/|(?:_redirects|_headers|sitemap-[0-9]+\.xml)(?:/|$)|reports/[0-9]{4}/index\.html$"
)
_LATER_PAGE = re.compile(r"page-[0-9]+\.html")
_OTHER, _BESIDE = Text("现在有这个网址的", "which has it today"), Text("另一处", "the other one")
_TWICE = Text("写了两次，一个旧网址只能转到一处", "it is written twice, and can lead to one page only")
_ITSELF = Text("这就是它现在的网址", "it is the address of today")


class _Taken(NamedTuple):
    """What is in the output: files and folders, each in the form by which Windows knows it."""

    files: Mapping[str, tuple[str, Place | None]]
    folders: Mapping[str, str]


def check_former(site: Site) -> Iterator[Diagnostic]:
    """Name each former address that cannot be one, at its own place."""
    written = [(urls.former(item), record, item) for record, item in former_places(site)]
    taken = _taken(site)
    seen: dict[str, Place] = {}
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path, record, item in written:
        place = item_place(record, "formerly", item.strip("/"))
        why, other = _trouble(path, record, taken)
        if not why and path in seen:
            why, other = _TWICE, Related(seen[path], _BESIDE)
        if not why and urls.leads_on(path):
            # Pages that lead on are files beside each other, too.
            why, other = _between(path, files, folders), None
            files[fold(path)] = path
            folders |= {fold(folder): folder for folder in _above(path)}
        seen.setdefault(path, place)
        if why:
            arguments: dict[str, Argument] = {"path": path.removesuffix("index.html") or "/", "detail": why}
            yield Diagnostic("D536", place, arguments, related=(other,) if other else ())


def live_paths(site: Site) -> Iterator[tuple[str, Place | None]]:
    """Give every path that today's portal has or will have when it grows, but for those kept by name."""
    yield from page_paths(site)
    yield from own_paths(site)
    for organ in site.organs:
        yield urls.organ_archive(organ.id), organ.place
        yield urls.organ_feed(organ.id), organ.place
    for topic in site.every_topic():
        yield urls.topic_feed(topic.id), topic.place


def is_kept(path: str) -> bool:
    """Tell whether the portal keeps a path for what it makes of itself."""
    return _KEPT.match(fold(path)) is not None


def _taken(site: Site) -> _Taken:
    files: dict[str, tuple[str, Place | None]] = {}
    folders: dict[str, str] = {}
    for path, place in live_paths(site):
        files.setdefault(fold(path), (path, place))
        for folder in _above(path):
            folders.setdefault(fold(folder), folder)
    return _Taken(files, folders)


def _trouble(path: str, record: Article | Topic, taken: _Taken) -> tuple[Text | None, Related | None]:
    """Say why a former address is in the way of what the portal has today, and of what."""
    live, place = taken.files.get(fold(path), ("", None))
    related = Related(place, _OTHER) if place and place != record.place else None
    if live == path:
        own = urls.article(record.id) if isinstance(record, Article) else urls.topic(record.id)
        return (_ITSELF if path == own else _text(_LIVE, path)), related
    if live:
        return _text(_CAPITALS, live), related
    if is_kept(path) or _is_later_page(path, taken):
        return _text(_RESERVED, path), None
    for folder in _above(path):
        live, place = taken.files.get(fold(folder), ("", None))
        if live:
            return _text(_FILE, live), Related(place, _OTHER) if place else None
        spelled = taken.folders.get(fold(folder), folder)
        if spelled != folder:
            return _text(_FOLDER, f"{spelled}/"), None
    spelled = taken.folders.get(fold(path), "")
    return (_text(_IS_FOLDER, f"{spelled}/") if spelled else None), None


def _is_later_page(path: str, taken: _Taken) -> bool:
    """Tell whether a list of today will have the path as a later page."""
    folder, _, name = fold(path).rpartition("/")
    is_list = folder == "columns" or folder.startswith("columns/")
    return is_list and _LATER_PAGE.fullmatch(name) is not None and f"{folder}/index.html" in taken.files


def _between(path: str, files: Mapping[str, str], folders: Mapping[str, str]) -> Text | None:
    other = files.get(fold(path), path)
    if other != path:
        return _text(_CAPITALS, other)
    if fold(path) in folders:
        return _text(_IS_FOLDER, f"{folders[fold(path)]}/")
    for folder in _above(path):
        if fold(folder) in files:
            return _text(_FILE, files[fold(folder)])
        if folders.get(fold(folder), folder) != folder:
            return _text(_FOLDER, f"{folders[fold(folder)]}/")
    return None


def _above(path: str) -> Iterable[str]:
    parts = path.split("/")
    return ("/".join(parts[:i]) for i in range(1, len(parts)))


def _text(text: Text, found: str) -> Text:
    return Text(text.zh.format(found=found), text.en.format(found=found))


_LIVE = Text("本站现在有网页或文件用这个网址", "the portal has a page or file of this address today")
_CAPITALS = Text(
    "与网址 {found} 只有写法不同（大小写），在 Windows 上是同一个文件",
    "it differs from {found} in capitals only, and to Windows is the same file",
)
_RESERVED = Text("这个网址留给本站自己使用", "the portal keeps this address for itself")
_FILE = Text("{found} 是一个文件，下面不能再有网址", "{found} is a file: no address can stand below it")
_FOLDER = Text(
    "所在的文件夹与 {found} 只有写法不同（大小写），在 Windows 上是同一个",
    "its folder differs from {found} in capitals only, and to Windows is the same one",
)
_IS_FOLDER = Text("{found} 是一个文件夹，不能又是网页", "{found} is a folder, and cannot be a page too")
