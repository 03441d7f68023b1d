"""Writes what is not a report: the portal's own file, the register, the standing pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from gongkai.demo.data import read_data, read_pages, read_text
from gongkai.demo.item import Content
from gongkai.demo.register import DemoOrgan
from gongkai.model.form import Form

File = tuple[str, Content]


def portal_files(top: DemoOrgan, latest: Form) -> Iterator[File]:
    """Give the portal's files by path."""
    yield "content/site.yaml", _site(top, latest)
    yield "content/organs.yaml", _organs(top)
    for name, text in read_pages().items():
        yield f"content/pages/{name}", text
    mark = read_data("portal")["brand"]["mark"]
    yield f"content/{mark}", read_text(PurePosixPath(mark).name)


def _site(top: DemoOrgan, latest: Form) -> str:
    data = read_data("portal")
    lines = [
        f"name: {data['name'].format(place=top.area)}",
        f"organ: {top.id}",
        f"description: {data['description'].format(place=top.area)}",
        f"notice: {data['notice']}",
        "language: zh-CN",
        "theme: default",
        f"domain: {data['domain']}",
        f"base_url: {data['base_url']}",
        f"id_code: {json.dumps(data['id_code'])}",
        "brand:",
        *(f"  {key}: {json.dumps(value)}" for key, value in data["brand"].items()),
        f"meta: {_record(data['meta'])}",
    ]
    fitting = [each for each in data["highlights"] if each["cell"] in latest.cells]
    if fitting:
        lines += ["highlights:", *(f"  - {_record(each)}" for each in fitting)]
    for name in ("contact", "footer"):
        lines += [f"{name}:", *(f"  - {_record(each)}" for each in data[name])]
    return "\n".join(lines) + "\n"


def _record(values: dict[str, str]) -> str:
    return (
        "{"
        + ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
        + "}"
    )


def _organs(top: DemoOrgan) -> str:
    lines = ["organs:"]
    for organ in top.walk():
        lines += [
            f"  - id: {organ.id}",
            f"    name: {organ.name}",
            f"    short_name: {organ.short_name}",
            f"    kind: {organ.role}",
            *([f"    parent: {organ.parent}"] if organ.parent else []),
            f"    makes_rules: {'true' if organ.makes_rules else 'false'}",
        ]
    return "\n".join(lines) + "\n"
