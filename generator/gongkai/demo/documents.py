"""Writes rules and normative documents: as many in force, and repealed, as the organ's reports say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.demo.attachments import pdf, plain
from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.desk import Desk
from gongkai.demo.item import Beside, Item
from gongkai.demo.ledger import Stocktaking
from gongkai.demo.when import at_work, day_between, workday
from gongkai.demo.wording import Wording, within

# Documents that are older than the first report were made in so many years before it.
_BACK = 8
_LAST_DAY = (12, 10)
_VALID = 5


@dataclass
class Draft:
    """A document to be written: when it was made, and what became of it."""

    made: dt.date
    published: dt.date
    serial: int = 0
    topic: str = ""
    shape: int = 0
    title: str = ""
    name: str = ""
    repealed: dt.date | None = None
    by: Draft | None = None
    instead_of: Draft | None = None


def documents(desk: Desk, kind: str, counted: Sequence[Stocktaking]) -> Iterator[tuple[Draft, Item]]:
    """Give an organ's documents of one kind, the oldest first."""
    if not counted:
        return
    of = read_data("documents")["kinds"][kind]
    chance = desk.chance(f"documents/{kind}")
    drafts = _drafts(counted, chance)
    _name(desk, of, drafts, chance)
    for all_, draft in enumerate(drafts, 1):
        yield draft, _item(desk, of, draft, all_, chance)


def _drafts(counted: Sequence[Stocktaking], chance: Chance) -> list[Draft]:
    repealed = sum(each.repealed for each in counted)
    total = counted[-1].in_force + repealed
    years = [each.year for each in counted for _ in range(each.issued)][-total:] if total else []
    first = counted[0].year
    years += [first - 1 - chance.below(_BACK) for _ in range(total - len(years))]
    days = sorted(day_between(dt.date(year, 1, 4), dt.date(year, *_LAST_DAY), chance) for year in years)
    drafts = [Draft(day, workday(day + dt.timedelta(chance.between(1, 9)))) for day in days]
    old = iter(list(drafts))
    for each in counted:
        follow = [draft for draft in drafts if draft.made.year == each.year]
        for _ in range(each.repealed):
            draft = next(old)
            later = [one for one in follow if one.made > draft.made and not one.instead_of]
            if later:
                draft.by = later[0]
                later[0].instead_of = draft
            last = dt.date(each.year, 12, 20)
            draft.repealed = later[0].made if later else workday(max(last, draft.made))
    return drafts


def _name(desk: Desk, of: Mapping[str, Any], drafts: Sequence[Draft], chance: Chance) -> None:
    """Give each document a number and a title of its own; what replaces another is about the same matter."""
    topics: Sequence[str] = desk.organ.matters
    if desk.organ.role == "government_office":
        topics = [matter for business in read_data("businesses") for matter in business["matters"]]
    free = [*_ways(of, topics, chance), *_ways(of, of.get("topics", ()), chance)]
    taken: set[tuple[str, int]] = set()
    year, serial = 0, 0
    for draft in drafts:
        serial = serial + 1 if draft.made.year == year else 1
        year = draft.made.year
        draft.serial, draft.name = serial, f"{desk.organ.id}-{of['id']}-{year}-{serial:02}"
        while free and free[-1] in taken:
            free.pop()
        if not draft.topic:
            draft.topic, draft.shape = free[-1] if free else (topics[0], 0)
            taken.add((draft.topic, draft.shape))
        if draft.by:
            _keep_for_next(draft, draft.by, of["shapes"], taken)
        draft.title = _wording(desk, draft, chance).fill(of["shapes"][draft.shape]["title"])


def _ways(of: Mapping[str, Any], topics: Sequence[str], chance: Chance) -> list[tuple[str, int]]:
    """Give every topic with every shape of a title, those to be taken first at the end."""
    return chance.shuffled(
        [(topic, shape) for topic in dict.fromkeys(topics) for shape in range(len(of["shapes"]))]
    )


def _keep_for_next(
    draft: Draft, by: Draft, shapes: Sequence[Mapping[str, Any]], taken: set[tuple[str, int]]
) -> None:
    """Give what takes a document's place the same topic, in a shape as near as there is; or part the two."""
    free = [shape for shape in range(len(shapes)) if (draft.topic, shape) not in taken]
    if not free:
        by.instead_of = draft.by = None
        return
    by.topic = draft.topic
    by.shape = min(free, key=lambda shape: bool(shapes[shape]["text"] != shapes[draft.shape]["text"]))
    taken.add((by.topic, by.shape))


def _wording(desk: Desk, draft: Draft, chance: Chance) -> Wording:
    topic, data = draft.topic, read_data("documents")
    statute = next((topic + end for word, end in data["statutes"].items() if topic.endswith(word)), "")
    other = draft.instead_of
    words = {
        **desk.words,
        "topic": [topic],
        "statute": [statute or f"{topic}{data['statute']}"],
        "title": [draft.title],
        "own": ["本办法" if draft.title.endswith("办法") else "本规定"],
        "made": [_written(draft.made)],
        "effect": [_written((draft.made.replace(day=1) + dt.timedelta(32)).replace(day=1))],
        "until": [str(draft.made.year + _VALID)],
        "before": [f"[《{within(other.title)}》]({other.name}.md)" if other else ""],
        "year": [str(draft.made.year)],
        "top": [desk.top.name],
    }
    return Wording(words, chance)


def _item(desk: Desk, of: Mapping[str, Any], draft: Draft, all_: int, chance: Chance) -> Item:
    data = read_data("documents")
    wording = _wording(desk, draft, chance)
    shape = of["shapes"][draft.shape]
    text = wording.text(of["texts"][shape["text"]])
    if draft.instead_of:
        text += "\n" + wording.fill(data["instead"]) + "\n"
    year, serial = draft.made.year, draft.serial
    number = str(of["number"]).format(sign=desk.sign, top=desk.top.name, year=year, serial=serial, all=all_)
    beside: tuple[Beside, ...] = ()
    if chance.below(100) < of["with_pdf"]:
        beside = (Beside("pdf", wording.fill(data["pdf"]), pdf(draft.title, [number, *plain(text)])),)
    if draft.repealed:
        by = draft.by
        told = (
            data["replaced"].format(title=within(by.title), name=by.name)
            if by
            else data["repealed"].format(year=draft.repealed.year)
        )
        text = f"{told}\n\n{text}"
    return Item(
        column=of["column"],
        id=draft.name,
        title=draft.title,
        published=at_work(draft.published, chance),
        organ=desk.top.id if of.get("by_top") else desk.organ.id,
        text=text,
        number=number,
        index=desk.index(year, of["first_index"] + serial),
        made=draft.made.isoformat(),
        validity="repealed" if draft.repealed else "in_force",
        repealed=draft.repealed.isoformat() if draft.repealed else "",
        summary=wording.fill(shape["summary"]),
        keywords=(draft.topic, *of["keywords"]),
        attachments=beside,
    )


def _written(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
