"""Plants mistakes in articles and their attachments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from gongkai.demo.chance import Chance
from gongkai.demo.item import Content
from gongkai.demo.mistakes import Mistake, mistake_of
from gongkai.demo.slips_in_texts import identity_number

# Of the mistakes of a portal one in so many is in an article; there is at most one of each kind.
_ONE_IN = 5
_TO_COME = "2999-12-31 09:30"
_ID, _PUBLISHED, _FILE = "id: ", "published: ", "  - {file: "

Files = dict[str, Content]
# Spoils an article, given its path and the earlier one's, and tells the line; 0 where it has nothing for it.
Slip = Callable[[Files, str, str, Chance], int]


def in_articles(wanted: int) -> int:
    """Give how many of the mistakes are to be in articles."""
    return min(wanted // _ONE_IN, len(ARTICLE_SLIPS))


def spoil(made: Sequence[tuple[str, Content]], wanted: int, seed: int) -> tuple[Files, Sequence[Mistake]]:
    """Give the files of the columns, with so many mistakes."""
    files: Files = dict(made)
    chance = Chance(seed, "mistakes", "articles")
    left = chance.shuffled([name for name in files if name.endswith(".md")])
    planted: list[Mistake] = []
    for kind, slip in (*ARTICLE_SLIPS.items(), *[("article-to-come", _to_come)] * wanted):
        for at, name in enumerate(left if len(planted) < wanted else ()):
            other = left[at - 1]
            line = slip(files, name, other, chance)
            if line:
                planted.append(mistake_of(name, line, kind))
                left = [each for each in left if each not in (name, other)]
                break
    return files, planted


def _id_doubled(files: Files, name: str, other: str, _: Chance) -> int:
    """Give an article the id of one that was published before it."""
    if _published(files, name) <= _published(files, other):
        return 0
    lines = _lines(files, name)
    lines.insert(1, f"{_ID}{PurePosixPath(other).stem}")
    files[name] = "\n".join(lines)
    return 2


def _to_come(files: Files, name: str, _: str, __: Chance) -> int:
    lines = _lines(files, name)
    at = _line(lines, _PUBLISHED)
    lines[at] = _PUBLISHED + _TO_COME
    files[name] = "\n".join(lines)
    return at + 1


def _attachment_missing(files: Files, name: str, _: str, __: Chance) -> int:
    lines = _lines(files, name)
    at = _line(lines, _FILE)
    if at:
        del files[_beside(name, lines[at])]
    return at + 1 if at else 0


def _number_in_name(files: Files, name: str, _: str, chance: Chance) -> int:
    """Put somebody's number of identity into the name of an attachment."""
    lines = _lines(files, name)
    at = _line(lines, _FILE)
    if not at:
        return 0
    old = _beside(name, lines[at])
    new = PurePosixPath(old).with_name(f"{identity_number(chance).lower()}{PurePosixPath(old).suffix}")
    files[str(new)] = files.pop(old)
    lines[at] = lines[at].replace(PurePosixPath(old).name, new.name)
    files[name] = "\n".join(lines)
    return at + 1


def _lines(files: Files, name: str) -> list[str]:
    return str(files[name]).split("\n")


def _line(lines: Sequence[str], start: str) -> int:
    return next((at for at, line in enumerate(lines) if line.startswith(start)), 0)


def _published(files: Files, name: str) -> str:
    lines = _lines(files, name)
    return lines[_line(lines, _PUBLISHED)]


def _beside(name: str, line: str) -> str:
    file = line.removeprefix(_FILE).partition(",")[0]
    return str(PurePosixPath(name).with_name(file))


ARTICLE_SLIPS: Mapping[str, Slip] = {
    "article-id-doubled": _id_doubled,
    "article-attachment-missing": _attachment_missing,
    "article-to-come": _to_come,
    "article-number-in-name": _number_in_name,
}
