"""docs/theme.md is a contract: every block, field and macro that it names is there, and none is left out."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

from gongkai.model import views
from gongkai.render.theme import open_theme

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "theme.md").read_text(encoding="utf-8")
THEME = open_theme("default", Path())
NAME = re.compile(r"`([a-z_]+)`")
BLOCK = re.compile(r"{% block (\w+)")
MACRO = re.compile(r"{% macro (\w+)\(([^)]*)\)")
# Helpers of the table alone.
PRIVATE = {"head_rows", "data_rows", "sign", "place", "span"}


def table(*heads: str) -> list[list[str]]:
    """Give the rows of the table that has these heads."""
    begin = DOCUMENT.index(f"| {' | '.join(heads)} |\n")
    lines = DOCUMENT[begin:].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def names_of(record: type) -> set[str]:
    return {field.name for field in fields(record)}


def test_every_template_is_listed_with_all_of_its_blocks() -> None:
    listed = {row[0].strip("`"): NAME.findall(row[2]) for row in table("Template", "Page", "Blocks")}
    base = set(BLOCK.findall(THEME.templates["base.html"].text))
    for name, source in THEME.templates.items():
        if "/" not in name:
            own = list(dict.fromkeys(BLOCK.findall(source.text)))
            assert listed.pop(name) == [block for block in own if name == "base.html" or block not in base], (
                name
            )
    assert not listed


def test_every_view_is_listed_with_all_of_its_fields_and_its_kind() -> None:
    rows = {row[0].strip("`"): row for row in table("View", "Kind", "Fields beside `chrome`")}
    for view in get_args(views.View):
        _, kind, text = rows.pop(view.__name__)
        assert kind == f"`{view.kind}`"
        assert set(NAME.findall(text)) == names_of(view) - {"chrome"}, view.__name__
    assert not rows


def test_chrome_and_every_part_are_listed_with_all_of_their_fields() -> None:
    around = {row[0].strip("`"): set(NAME.findall(row[1])) for row in table("Record", "Fields")}
    assert around["chrome"] == names_of(views.Chrome)
    assert around["link"] == names_of(views.Link)
    assert around["footer item"] == names_of(views.FooterItem)
    rows = {row[1].strip("`"): set(NAME.findall(row[2])) for row in table("Record", "Class", "Fields")}
    for name, found in rows.items():
        assert found == names_of(getattr(views, name)), name
    known = {view.__name__ for view in get_args(views.View)} | {"Chrome", "Link", "FooterItem", "Grid"}
    records = {name for name, value in vars(views).items() if hasattr(value, "__dataclass_fields__")}
    assert records - known == set(rows)


def test_every_macro_is_listed_with_its_arguments() -> None:
    listed = {
        row[0].strip("`"): set(re.findall(r"`(\w+\([^`]*\))`", row[1]))
        for row in table("Component", "Macros")
    }
    for name, source in THEME.templates.items():
        if name.startswith("components/"):
            macros = {
                f"{macro}({', '.join(part.split('=')[0].strip() for part in arguments.split(','))})"
                for macro, arguments in MACRO.findall(source.text)
                if macro not in PRIVATE
            }
            assert listed.pop(name.removeprefix("components/")) == macros, name
    assert not listed


def test_every_token_is_listed() -> None:
    listed = set(re.findall(r"`(--[\w-]+)`", DOCUMENT))
    css = THEME.assets["site.css"].content.decode()
    root = css[: css.index("@media")]
    switches = {"--light", "--dark", "--strokes"}
    assert set(re.findall(r"(--[\w-]+):", root)) - switches == listed - switches
