"""What `gongkai new` says: of a report that was made, where it makes none, of columns that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai.commands.common import say, wrong_usage
from gongkai.diagnostics.diagnostic import Language
from gongkai.export.last_year import LastYear
from gongkai.export.scaffold import unfilled
from gongkai.load.files import is_address
from gongkai.model.form import Form, cell_labels
from gongkai.model.life import life
from gongkai.model.records import Organ, Site, Topic

_MOST_LISTED = 20


def columns_of(root: Path) -> str:
    """List the columns that are there, of many the first ones."""
    columns = root / "content" / "columns"
    found = [path.parent.relative_to(columns).as_posix() for path in sorted(columns.rglob("column.yaml"))]
    names = [name for name in found if name != "."]
    return ", ".join(names[:_MOST_LISTED]) + (" …" if len(names) > _MOST_LISTED else "")


def refuse_year(organ: Organ, year: int, site: Site, language: Language) -> None:
    """Refuse a year in which there was no such organ; name those that took it over."""
    when = life(organ)
    heirs = [e for e in site.organs if any(organ.id in change.predecessors for change in e.lineage)]
    able = [heir for heir in heirs if heir.is_active(year)]
    zh = "".join(f"；改由{heir.name}编报：gongkai new report {heir.id} {year}" for heir in able)
    en = "".join(f"; {heir.name} took it over: gongkai new report {heir.id} {year}" for heir in able)
    wrong_usage(
        language,
        f"按名录，{organ.name}{when.zh}，{year} 年没有这个机关，没有新建。"
        f"名录写错了的，改 organs.yaml 中的 from 或 to{zh}",
        f"By the register {organ.name} was there {when.en}, not in {year}; nothing was made. "
        f"If that is wrong, correct from or to in organs.yaml{en}",
    )


def tell(folder: Path, form: Form, last: LastYear, language: Language) -> None:
    """Say what last year's report has filled in, and list what is to be filled in."""
    if not form.tables:
        say(
            language,
            f"已新建 {folder}\n  正文写在 report.md，附件放在同一个文件夹里\n写好之后运行 gongkai check",
            f"Made {folder}\n  Write the text in report.md; attachments go beside it\nThen run gongkai check",
        )
        return
    rows: dict[str, int] = {}
    for cell in last.figures:
        table = form.table_by_id[cell.split("/")[0]]
        row = cell_labels(table, cell)[0]
        rows[row] = rows.get(row, 0) + 1
    if last.wanting:
        carried = (
            f"  {last.wanting.zh}，没有带入上年的数",
            f"  no figure of last year: {last.wanting.en}",
        )
    else:
        each = "；".join(f"“{row}”{count} 格" for row, count in rows.items()) or "没有能确定的格"
        listed = "; ".join(f"{row}: {count}" for row, count in rows.items()) or "none is determined"
        carried = (f"  由 {last.year} 年的报告填入：{each}", f"  cells filled in from {last.year}: {listed}")
    left = unfilled(form, last)
    total = sum(count for _, count in left)
    zh = "；".join(f"{form.called(table)} {count} 格" for table, count in left)
    en = "; ".join(f"{form.called(table)}: {count}" for table, count in left)
    headings = [section.heading for section in form.sections if section.is_narrative]
    to_write = ("", "")
    if headings:
        to_write = (
            f"  待写 {len(headings)} 个部分（report.md）：{'；'.join(headings)}\n",
            f"  {len(headings)} sections to write (report.md): {'; '.join(headings)}\n",
        )
    say(
        language,
        f"已新建 {folder}\n{carried[0]}\n"
        f"  待填 {total} 格（report.yaml 中的 □）：{zh}\n"
        f"{to_write[0]}"
        "填好之后运行 gongkai check",
        f"Made {folder}\n{carried[1]}\n"
        f"  {total} cells to fill in (each □ in report.yaml): {en}\n"
        f"{to_write[1]}"
        "Then run gongkai check",
    )


def column_folder(root: Path, name: str, every: Sequence[Topic], language: Language) -> Path:
    """Find a column's folder: by its path below the columns, or else by its title."""
    columns = root / "content" / "columns"
    folder = columns / name
    if folder.resolve().is_relative_to(columns.resolve()) and (folder / "column.yaml").is_file():
        return folder
    named = [topic for topic in every if topic.title == name]
    if len(named) == 1:
        return (root / named[0].place.file).parent
    is_folder = all(map(is_address, name.split("/")))
    wanted = f"content/columns/{name}" if is_folder else "content/columns/…"
    there = columns_of(root)
    wrong_usage(
        language,
        f"没有栏目 {name}：先建文件夹 {wanted}（小写字母、数字和连字符），"
        f"在其中写 column.yaml（title: 栏目名称）"
        f"{there and f'；已有的栏目：{there}'}",
        f"No column {name}: make the folder {wanted} (lower-case letters, digits and hyphens) "
        f"with a column.yaml (title: …) in it{there and f'; columns that are there: {there}'}",
    )
    raise AssertionError
