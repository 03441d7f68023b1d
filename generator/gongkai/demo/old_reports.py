"""Writes the host's reports on years before the first form with tables: documents, with a file beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from gongkai.demo.attachments import pdf, plain
from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data
from gongkai.demo.item import Content, scalar
from gongkai.demo.register import DemoOrgan
from gongkai.demo.story import common_words
from gongkai.demo.when import day_between
from gongkai.demo.wording import Wording
from gongkai.model.form import Form

_BESIDE = "nianbao.pdf"


def old_reports(
    host: DemoOrgan, first: int, documents: Sequence[Form], seed: int
) -> Iterator[tuple[str, Content]]:
    """Give them by path; none, where a year would be missing between them and the first year."""
    data = read_data("old_reports")
    if data["years"][-1] != first - 1:
        return
    for year in data["years"]:
        for form in documents:
            if form.holds_for(year):
                yield from _report(host, year, form, Chance(seed, host.id, "old", str(year)))


def _report(host: DemoOrgan, year: int, form: Form, chance: Chance) -> Iterator[tuple[str, Content]]:
    data = read_data("old_reports")
    words = {**common_words(), "organ": [host.name], "year": [str(year)], "matter": host.matters}
    wording = Wording(words, chance)
    title, text = wording.fill(data["title"]), wording.text(data["text"])
    first, last = (dt.date(year + 1, month, day) for month, day in data["published"])
    folder = f"content/reports/{host.id}/{year}"
    lines = [
        f"format: {form.id}",
        f"organ: {host.id}",
        f"year: {year}",
        f"title: {title}",
        f"published: {day_between(first, last, chance).isoformat()}",
        "attachments:",
        f"  - {{file: {_BESIDE}, title: {scalar(wording.fill(data['attachment']))}}}",
    ]
    yield f"{folder}/report.yaml", "\n".join(lines) + "\n"
    yield f"{folder}/report.md", text
    yield f"{folder}/{_BESIDE}", pdf(title, plain(text))
