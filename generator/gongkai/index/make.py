"""The files of the index, below `search/`: where it begins, what strings stand where, and the pages.

`index.js` names the parts: `k….js` have strings in order with the pages of each, `t….js` pages with
their texts, `filters.js` and `organs.js` the pages that a filter leaves. Pages are numbered in the order
in which results are shown; each is two texts, its own and, numbered after all of these, its title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from gongkai.index.coding import DIGITS, batches, bits, gaps, is_dense, literal, registered
from gongkai.index.fold import fold
from gongkai.index.tree import DEPTH, END, Node, grow
from gongkai.model.search import Choice, Entry, Synonym

FOLDER = "search"
# Bytes of a part; with the index's beginning and the script, a query takes some twenty parts at most.
_STRINGS, _TEXTS = 14_000, 8_000
_BETWEEN = "\0"


def make_index(
    entries: Sequence[Entry], synonyms: Sequence[Synonym], organs: Sequence[Choice]
) -> Mapping[str, bytes]:
    """Make the files of the index, by path."""
    if not entries:
        return {}
    pages = sorted(entries, key=_rank)
    texts = [literal(_shown(page)) for page in pages]
    cuts = list(batches([len(text.encode()) for text in texts], _TEXTS))
    data = {f"t{at}": f"[{','.join(texts[cut])}]" for at, cut in enumerate(cuts)}
    starts = []
    for at, (start, strings) in enumerate(_parts(pages)):
        starts.append(start)
        data[f"k{at}"] = literal(strings)
    data["filters"] = literal({"year": _years(pages), "topic": _topics(pages)})
    data["organs"] = literal(_organs(pages, organs))
    version = sha256("\n".join(data.values()).encode()).hexdigest()[:8]
    index = {
        "pages": len(pages),
        "depth": DEPTH,
        "texts": gaps([cut.start for cut in cuts]),
        "synonyms": sorted({(fold(pair.short), fold(pair.full)) for pair in synonyms}),
    }
    data["index"] = f'{literal(index)[:-1]},"strings":{literal(chr(9).join(starts))}}}'
    return {f"{FOLDER}/{name}.js": registered(version, name, part) for name, part in data.items()}


def _rank(page: Entry) -> tuple[bool, int]:
    """Put pages of no year first, then the latest; among equals the given order stays."""
    return page.year > 0, -page.year


def _shown(page: Entry) -> tuple[str, ...]:
    return page.title, page.path, page.kind, page.date, page.text


def _parts(pages: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Give each part of the strings, with a string that is above all of the part before it."""
    both = (*(page.text for page in pages), *(page.title for page in pages))
    folded = fold(_BETWEEN.join(text.replace(_BETWEEN, "") for text in both)).split(_BETWEEN)
    start, size = "", 0
    part: list[str] = []
    for node in grow([f"{text}{END}" for text in folded]):
        same = node.same
        if size > _STRINGS:
            yield start, "".join(part)
            start, same, size, part = node.key[: same + 1], 0, 0, []
        written = _written(node, same, len(pages))
        part.append(written)
        size += len(written) + 2 * (len(node.key) - same)
    if part:
        yield start, "".join(part)


def _written(node: Node, same: int, pages: int) -> str:
    """Write a node, its texts and its titles apart: what is new in its key after the last one, the pages."""
    key, texts = node.key, node.texts
    if texts[-1] < pages:
        return _row(key, same, node.whole, texts, is_title=False)
    at = bisect_left(texts, pages)
    written = _row(key, same, node.whole, texts[:at], is_title=False) if at else ""
    titles = [text - pages for text in texts[at:]]
    return written + _row(key, len(key) if at else same, node.whole, titles, is_title=True)


def _row(key: str, same: int, whole: bool, ids: Sequence[int], *, is_title: bool) -> str:
    dense = is_dense(ids)
    how = DIGITS[same * 2 + whole] + DIGITS[(len(key) - same) * 4 + dense * 2 + is_title]
    return f"{how}{key[same:]}{bits(ids) if dense else gaps(ids)} "


def _years(pages: Sequence[Entry]) -> dict[str, str]:
    return _lists((str(page.year), at) for at, page in enumerate(pages) if page.year)


def _topics(pages: Sequence[Entry]) -> dict[str, str]:
    """Give the pages of each column; those of a column below it are its own too."""
    ways = ((page.topic.split("/"), at) for at, page in enumerate(pages) if page.topic)
    return _lists(("/".join(way[: end + 1]), at) for way, at in ways for end in range(len(way)))


def _organs(pages: Sequence[Entry], organs: Sequence[Choice]) -> list[tuple[str, str, str]]:
    """Give the organs that have pages, in the order of the register: id, name and pages."""
    lists = _lists((page.organ, at) for at, page in enumerate(pages))
    return [(organ.value, organ.label, lists[organ.value]) for organ in organs if organ.value in lists]


def _lists(pairs: Iterable[tuple[str, int]]) -> dict[str, str]:
    found: dict[str, list[int]] = {}
    for value, at in pairs:
        found.setdefault(value, []).append(at)
    # What is dense begins with a space, which no gap does.
    return {value: f" {bits(ids)}" if is_dense(ids) else gaps(ids) for value, ids in found.items()}
