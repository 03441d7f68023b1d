"""Writes the articles of one organ: those that it always has, and a few more over the years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.demo.attachments import csv, pdf, plain, xlsx
from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.desk import Desk
from gongkai.demo.documents import Draft
from gongkai.demo.item import Beside, Item
from gongkai.demo.when import at_work, day_between, workday
from gongkai.demo.wording import Wording, within

# Where an article says nothing of its day.
_WHOLE_YEAR = ((1, 6), (12, 16))
_FIVE_YEARS = 5
_MONTHS = 3  # of a season

Template = Mapping[str, Any]


def articles(desk: Desk, columns: Mapping[str, str]) -> Iterator[Item]:
    """Give the articles of an organ; `columns` are the folders of the portal's columns."""
    data = read_data("articles")
    chance = desk.chance("articles")
    fitting = [each for each in data["articles"] if each["column"] in columns and _fits(each, desk)]
    drawn = [each for each in fitting if "weight" in each]
    rank = {each["id"]: chance.share() ** (1 / each["weight"]) for each in drawn}
    drawn.sort(key=lambda each: -rank[each["id"]])
    drawn = drawn[: chance.between(*data["drawn"][desk.organ.level])]
    serials: dict[int, int] = {}
    for template in (*(each for each in fitting if "weight" not in each), *drawn):
        years = (
            desk.years if desk.organ.level in template.get("yearly", ()) else [_some_year(desk.years, chance)]
        )
        for year in years:
            of = year + bool(template.get("late"))
            serials[of] = serials.get(of, 0) + 1
            yield _article(desk, columns, template, year, serials[of])


def interpretations(desk: Desk, drafts: Sequence[Draft], columns: Mapping[str, str]) -> Iterator[Item]:
    """Explain some of the organ's normative documents of the years reported on."""
    data = read_data("documents")["interpretation"]
    chance = desk.chance("interpretations")
    for draft in drafts:
        # What was repealed is explained to nobody.
        explained = draft.made.year in desk.years and chance.below(100) < data["share"]
        if not explained or draft.repealed or data["column"] not in columns:
            continue
        link = f"/{columns['normative-documents']}/{draft.name}.md"
        words = {**desk.words, "title": [within(draft.title)], "link": [link], "topic": [draft.topic]}
        wording = Wording(words, desk.chance(f"interpretation/{draft.name}"))
        day = workday(draft.published + dt.timedelta(1 + chance.between(*data["days"])))
        yield Item(
            column=data["column"],
            id=f"{draft.name}-jiedu",
            title=wording.fill(data["title"]),
            published=at_work(day, chance),
            organ=desk.organ.id,
            text=wording.text(data["text"]),
            summary=wording.fill(data["summary"]),
            keywords=(draft.topic, *data["keywords"]),
        )


def _fits(template: Template, desk: Desk) -> bool:
    organ = desk.organ
    businesses = template.get("of", (desk.business,))
    stands_in = desk.is_host_s_office and desk.businesses.isdisjoint(businesses)
    return (
        organ.role in template.get("kinds", (organ.role,))
        and (desk.business in businesses or (stands_in and "or_office" in template))
        and organ.level in template.get("levels", (organ.level,))
        and (stands_in or bool(_matters(template, organ.matters)))
        and not organ.is_government
    )


def _matters(template: Template, own: Sequence[str]) -> Sequence[str]:
    return [matter for matter in own if matter in template["matters"]] if "matters" in template else own


def _some_year(years: Sequence[int], chance: Chance) -> int:
    """Take a year, rather one of the later."""
    return years[max(chance.below(len(years)), chance.below(len(years)))]


def _article(desk: Desk, columns: Mapping[str, str], template: Template, year: int, serial: int) -> Item:
    chance = desk.chance(f"article/{template['id']}/{year}")
    first, last = template.get("when", _WHOLE_YEAR)
    of = year + bool(template.get("late"))
    day = day_between(dt.date(of, *first), dt.date(of, *last), chance)
    seasons = read_data("articles")["seasons"]
    ended = max(0, (day.month - 1) // _MONTHS - 1)
    matters = _matters(template, desk.organ.matters) or desk.organ.matters
    words = {**_words(desk, columns, year), "season": [seasons[ended]], "matter": matters}
    wording = Wording(words, chance)
    title = wording.fill(template["title"])
    text = wording.text(template["text"])
    numbered = template.get("numbered", False)
    sign = desk.sign.removesuffix("规")
    return Item(
        column=template["column"],
        id=f"{desk.organ.id}-{template['id']}" + ("" if template["id"] == "duties" else f"-{year}"),
        title=title,
        published=at_work(day, chance),
        organ=desk.organ.id,
        text=text,
        number=f"{sign}〔{of}〕{chance.between(1, 6) + serial * 6}号" if numbered else "",
        index=desk.index(of, serial),
        made=day_between(day - dt.timedelta(9), day - dt.timedelta(4), chance).isoformat()
        if numbered
        else "",
        summary=wording.fill(template["summary"]),
        keywords=template["keywords"],
        attachments=[_beside(each, title, text, wording, desk, year) for each in template.get("beside", ())],
    )


def _words(desk: Desk, columns: Mapping[str, str], year: int) -> Mapping[str, Sequence[str]]:
    organ, top = desk.organ, desk.top
    return {
        **desk.words,
        **read_data("articles")["words"],
        "matter": organ.matters,
        "town": _towns(),
        "year": [str(year)],
        "last": [str(year - 1)],
        "until": [str(year + _FIVE_YEARS)],
        "top": [top.name],
        "report": [f"/reports/{organ.id}/{year}/report.yaml"],
        "host_report": [f"/reports/{top.id}/{year}/report.yaml"],
        "duties": [f"/{columns['functions']}/{organ.id}-duties.md"],
    }


def _towns() -> Sequence[str]:
    towns = read_data("places")["towns"]
    return [one + two for one in towns["first"] for two in towns["second"]]


def _beside(beside: Template, title: str, text: str, wording: Wording, desk: Desk, year: int) -> Beside:
    kind = beside["kind"]
    if kind == "pdf":
        return Beside("pdf", beside["title"], pdf(title, plain(text)))
    head = [wording.fill(cell) for cell in beside["head"]]
    rows = [[wording.fill(cell) for cell in row] for row in beside.get("rows", ())]
    for i in range(beside.get("count", 0)):
        # Each row has words of its own.
        own = Wording(_words(desk, {"functions": ""}, year), desk.chance(f"row/{title}/{i}"))
        rows.append([own.fill(cell) for cell in beside["row"]])
    return Beside(kind, beside["title"], (csv if kind == "csv" else xlsx)([head, *rows]))
