"""The accessibility statement (无障碍声明): it says what the program's own tests cover, and no more."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gongkai.assemble import urls
from gongkai.assemble.chrome import chrome, column_meta
from gongkai.assemble.frame import Frame
from gongkai.model.views import StatementView, Tested


@cache
def audit() -> dict[str, Any]:
    """Give what is tested, as the tests and the statement read it."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("tested.yaml").read_text("utf-8"))
    return data


def statement_view(frame: Frame) -> StatementView:
    """Make the statement."""
    here = urls.STATEMENT
    title = frame.words["statement"]
    data = audit()
    language = "en" if frame.site.portal.language == "en" else "zh"

    def said(name: str) -> tuple[str, ...]:
        return tuple(item[language] for item in data[name])

    def part(name: str, items: tuple[str, ...]) -> Tested:
        return Tested(data["labels"][name][language], items)

    widths = tuple(data["labels"]["width"][language].format(width=width) for width in data["widths"])
    return StatementView(
        chrome=chrome(frame, here, title, (), column_meta(title)),
        title=title,
        tested=(
            *(part(name, said(name)) for name in ("standards", "tools", "page_kinds", "modes")),
            part("widths", widths),
        ),
        limits=said("limits"),
        contact=frame.contact,
    )
