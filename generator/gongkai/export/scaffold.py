"""Blank files to start from: a report with every row of its form, its narrative, an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from gongkai.diagnostics.width import pad, text_width
from gongkai.export.last_year import LastYear
from gongkai.model.form import Form, LeafColumn, LeafRow, Row, Table, Want
from gongkai.model.records import Organ

UNFILLED = "□"
_INDENT = "  "
# Where the notes on the keys of an article begin.
_EXAMPLE = 36
_CELLS = "# 方框换成数字；没有发生填 0；= 表示由程序相加，也可改填数字；/ 不适用；~ 空缺。"
_ATTACHMENTS = "# attachments: [{file: nianbao.pdf, title: 附件名称}]   # 文件放在同一个文件夹里"
_REVIEW = "# review: {reviewer: 审查人, date: YYYY-MM-DD, conclusion: 审查结论}   # 本站要求，发布前填写"
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fff\w（）《》〔〕、，。·—“”]*")


def blank_report(
    form: Form,
    organ: Organ,
    year: int,
    last: LastYear,
    *,
    required: Sequence[str] = (),
    first_line: str = "",
) -> str:
    """Write a report.yaml: □ in every cell to fill in, `=` in totals, and what last year determines.

    `required` is what the portal asks of every report beyond the form.
    """
    titles = form.titles(organ.name_in(year), year)
    lines = [
        *([first_line] if first_line else []),
        f"# {form.name}（{form.basis}）",
        *([_CELLS] if form.tables else []),
        *([f"# 已填的数来自 {last.year} 年的报告，请核对。"] if last.figures else []),
        f"format: {form.id}",
        f"organ: {organ.id}",
        f"year: {year}",
        f"title: {quoted(titles[0])}",
        "# published: YYYY-MM-DD HH:MM        # 发布后填写，照实填写",
        *([_REVIEW] if "review" in required else []),
        *([] if form.tables else [_ATTACHMENTS]),
    ]
    for section in form.sections:
        if not section.is_narrative:
            lines += ["", f"# {section.heading}"]
        for name in section.tables:
            lines += ["", *_Layout(form.table_by_id[name], last).lines()]
    return "\n".join(lines) + "\n"


def blank_narrative(form: Form, organ: Organ) -> str:
    """Write a report.md: the headings of the narrative sections, and a mark for what each should tell."""
    if not form.sections:
        return "【请写报告全文，各部分照原文用 ## 开头；表格照抄在正文里，或者作为附件】\n"
    anywhere = "、".join(_wanted(form.wants, organ))
    blocks = [f"【请写{anywhere}（写在哪一部分都可以）】"] if anywhere else []
    for section in form.sections:
        if section.is_narrative:
            names = _wanted(section.wants, organ) or ["本部分"]
            blocks += [f"## {section.heading}", *(f"【请写{name}】" for name in names)]
    return "\n\n".join(blocks) + "\n"


def _wanted(wants: Sequence[Want], organ: Organ) -> list[str]:
    """Name what an organ's text should speak of whatever its tables say."""
    asked = [want.name for want in wants if not want.when and (not want.kinds or organ.kind in want.kinds)]
    return list(dict.fromkeys(asked))


def unfilled(form: Form, last: LastYear) -> tuple[tuple[Table, int], ...]:
    """Count the cells of each table that are still to be filled in."""
    counts = []
    for table in form.tables:
        cells = [_cell(table, row, leaf, last) for row in table.leaf_rows for leaf in table.leaf_columns]
        counts.append((table, cells.count(UNFILLED)))
    return tuple((table, count) for table, count in counts if count)


def blank_article(title: str, *, organ: str = "", number: str = "", made: str = "") -> str:
    """Write an article's front matter with every key that it may have; those without a value are comments."""

    def line(key: str, value: str, example: str, note: str) -> str:
        return f"{key}: {quoted(value)}" if value else pad(f"# {key}: {example}", _EXAMPLE) + f"# {note}"

    lines = [
        "---",
        f"title: {quoted(title)}",
        "summary: ",
        line("published", "", "YYYY-MM-DD HH:MM", "公开日期，公开后照实填写"),
        line("organ", organ, "jiguan", "制作机关，organs.yaml 中的 id"),
        line("source", "", "信息来源", "不写则为制作机关"),
        line("number", number, "某政发〔2025〕1号", "文号"),
        line("index", "", "索引号", "加引号，以免首位的 0 出错"),
        line("made", made, "YYYY-MM-DD", "成文日期"),
        line("validity", "", "in_force", "现行有效写 in_force，废止、失效写 repealed"),
        line("repealed", "", "YYYY-MM-DD", "废止日期，只与 validity: repealed 一起写"),
        line("keywords", "", "[关键词, 关键词]", "便于搜索"),
        pad("# attachments:", _EXAMPLE) + "# 附件放在本文件旁边",
        "#   - {file: fujian.pdf, title: 附件名称}",
        line("id", "", "wangzhi", "网址，不写则用文件名；公开后不再改"),
        line("formerly", "", "[columns/old/1.html]", "以前的网址，会转到这里"),
        line("order", "", "1", "次序，小的在前；不写则按日期"),
        "---",
        "",
        "【请写正文】",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Write a text as a YAML scalar: plain where nothing in it could mean anything else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


class _Layout:
    """A table as text: the heads of its columns stand over their figures, as on the form."""

    def __init__(self, table: Table, last: LastYear) -> None:
        self.table, self.last = table, last
        self.start = max((len(key) for key in _keys(table.rows, 1)), default=0) + 1
        cells = [[self.cell(row, leaf) for leaf in table.leaf_columns] for row in table.leaf_rows]
        heads = [leaf.column.label for leaf in table.leaf_columns]
        self.widths = [
            max(map(text_width, (head, *below))) for head, *below in zip(heads, *cells, strict=True)
        ]

    def lines(self) -> Iterator[str]:
        """Write the table."""
        title = self.table.title or self.table.note
        yield f"{self.table.id}:" + (f"  # {title}" if title else "")
        for leaf in self.table.leaf_columns:
            if leaf.column.units:
                example = f"{{value: 320.5, unit: {leaf.column.units[0]}}}"
                units = "、".join(leaf.column.units)
                yield f"{_INDENT}# {leaf.column.label}要写明单位（{units}），如 {example}"
        heads = [leaf.column.label for leaf in self.table.leaf_columns]
        # A list's figures stand one place to the right, after the bracket.
        begin = pad(f"{_INDENT}#", self.start + (len(heads) > 1))
        yield (begin + "  ".join(self.fitted(heads))).rstrip()
        yield from self.rows(self.table.rows, (), 1)

    def rows(self, rows: Sequence[Row], path: tuple[str, ...], level: int) -> Iterator[str]:
        indent = _INDENT * level
        for row in rows:
            here = (*path, row.id) if row.id else path
            if row.children:
                yield f"{indent}{row.id}:  # {row.label}" if row.id else f"{indent}# {row.label}"
                yield from self.rows(row.children, here, level + bool(row.id))
            else:
                leaf = self.table.row_by_path[".".join(here)]
                yield pad(f"{indent}{row.id}:", self.start) + self.figures(leaf) + self.comment(leaf)

    def figures(self, row: LeafRow) -> str:
        cells = self.fitted([self.cell(row, leaf) for leaf in self.table.leaf_columns])
        return f"[{', '.join(cells)}]" if len(cells) > 1 else cells[0]

    def comment(self, row: LeafRow) -> str:
        return "  # " + "；".join([row.labels[-1], *self.last.notes.get((self.table.id, row.path), ())])

    def cell(self, row: LeafRow, leaf: LeafColumn) -> str:
        return _cell(self.table, row, leaf, self.last)

    def fitted(self, texts: Sequence[str]) -> list[str]:
        """Fill texts up to the width of their columns: several to the right, one alone to the left."""
        if len(texts) == 1:
            return [pad(texts[0], self.widths[0])]
        gaps = (width - text_width(text) for text, width in zip(texts, self.widths, strict=True))
        return [" " * gap + text for text, gap in zip(texts, gaps, strict=True)]


def _cell(table: Table, row: LeafRow, leaf: LeafColumn, last: LastYear) -> str:
    if table.is_total(row.path, leaf.id):
        return "="
    return last.figures.get(table.cell(row.path, leaf.id), UNFILLED)


def _keys(rows: Sequence[Row], level: int) -> Iterator[str]:
    for row in rows:
        if row.children:
            yield from _keys(row.children, level + bool(row.id))
        else:
            yield f"{_INDENT * level}{row.id}:"
