"""Blank files to start from: a report with every row of its form, its narrative, an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from gongkai.model.form import Column, Form, LeafColumn, LeafRow, Row, Table
from gongkai.model.records import Organ

UNFILLED = "□"
_INDENT = "  "
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fff\w（）《》〔〕、，。·—“”]*")


def blank_report(form: Form, organ: Organ, year: int) -> str:
    """Write a report.yaml with □ in every cell to fill in and `=` in every total."""
    titles = form.titles(organ.name, year)
    lines = [
        f"# {form.name}（{form.basis}）",
        "# 方框换成数字；没有发生填 0；= 表示由程序相加，也可改填数字；/ 不适用；~ 空缺。",
        f"format: {form.id}",
        f"organ: {organ.id}",
        f"year: {year}",
        f"title: {quoted(titles[0])}",
        "# published: YYYY-MM-DD HH:MM        # 发布后填写，照实填写",
    ]
    for table in form.tables:
        lines += ["", *_table(table)]
    return "\n".join(lines) + "\n"


def blank_narrative(form: Form) -> str:
    """Write a report.md with the headings of the form's narrative sections."""
    return "\n\n".join(f"## {s.heading}" for s in form.sections if s.is_narrative) + "\n"


def blank_article(title: str) -> str:
    """Write an article's front matter."""
    return (
        f"---\ntitle: {quoted(title)}\n# published: YYYY-MM-DD\n# source: \nsummary: \n---\n\n【请写正文】\n"
    )


def quoted(text: str) -> str:
    """Write a text as a YAML scalar: plain where nothing in it could mean anything else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _table(table: Table) -> Iterator[str]:
    title = table.title or table.note
    yield f"{table.id}:" + (f"  # {title}" if title else "")
    yield f"{_INDENT}# 各列依次为：{'、'.join(_column(c) for c in table.leaf_columns)}"
    rows = {row.path: row for row in table.leaf_rows}
    yield from _rows(table, table.rows, (), rows, 1)


def _rows(
    table: Table, rows: tuple[Row, ...], path: tuple[str, ...], leaves: dict[str, LeafRow], level: int
) -> Iterator[str]:
    width = max((len(row.id) for row in rows if row.id and not row.children), default=0)
    for row in rows:
        here = (*path, row.id) if row.id else path
        indent = _INDENT * level
        if row.children and row.id:
            yield f"{indent}{row.id}:  # {row.label}"
            yield from _rows(table, row.children, here, leaves, level + 1)
        elif row.children:
            yield f"{indent}# {row.label}"
            yield from _rows(table, row.children, here, leaves, level)
        else:
            leaf = leaves[".".join(here)]
            cells = ", ".join(_cell(table, leaf, column) for column in table.leaf_columns)
            yield f"{indent}{(row.id + ':').ljust(width + 1)} [{cells}]  # {row.label}"


def _cell(table: Table, row: LeafRow, column: LeafColumn) -> str:
    return "=" if table.is_total(row.path, column.id) else UNFILLED


def _column(leaf: LeafColumn) -> str:
    column: Column = leaf.column
    return f"{column.label}（写作 {{value: 数, unit: {column.units[0]}}}）" if column.units else column.label
