"""`gongkai new columns`: the columns that the Regulation lists; never over one that is there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from gongkai.commands.common import lang_option, say, site_option, wrong_usage
from gongkai.diagnostics.diagnostic import Language
from gongkai.export.column_files import COLUMN, LEVELS, ColumnFile, column_files
from gongkai.export.json_schema import FOLDER, modeline, schema_file
from gongkai.load.prose_files import read_topics

_KIND = "column"


@click.command()
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default=LEVELS[0],
    show_default=True,
    help="市县政府、部门或乡镇 · A city's or county's government, a department, a township.",
)
@site_option
@lang_option
def columns(level: str, root: Path, language: Language) -> None:
    """建立法定主动公开内容的栏目 · Make the columns of what the Regulation has published.

    条例第二十条各项，第二十一条按机关的层级，另有一个专题专栏作例子。已有的栏目不动。

    Article 20 by items, article 21 by level of organ, and a special topic as an example. Columns that
    are there stay as they are.
    """
    if not (root / "content" / "site.yaml").is_file():
        wrong_usage(
            language, f"{root} 不是站点：先运行 gongkai new site", f"{root} is no site: run gongkai new site"
        )
    topics, _ = read_topics(root)
    found = topics.walk() if topics else ()
    there = {topic.id: PurePosixPath(topic.place.file).parent.as_posix() for topic in found}
    has_schema = (root / FOLDER / schema_file(_KIND)).is_file()
    made, left = 0, 0
    try:
        for column in column_files(level, there):
            path = root / column.folder / COLUMN
            if path.exists():  # it is there, but could not be read
                left += 1
                continue
            _write(path, column, has_schema=has_schema)
            made += 1
    except OSError as error:
        wrong_usage(
            language,
            f"无法写入 {error.filename}：{error.strerror}",
            f"{error.filename} cannot be written: {error.strerror}",
        )
    left += len(there)
    say(
        language,
        f"已新建 {made} 个栏目，原有的 {left} 个没有改动，都在 {root / 'content' / 'columns'}\n"
        "与本机关职责无关的，删去文件夹；没有文章的栏目不会公开\n"
        "放入文章：gongkai new article policies/normative-documents 标题",
        f"Made {made} columns in {root / 'content' / 'columns'}; {left} that were there were left alone\n"
        "Remove the folders of those that are none of the organ's business; empty ones are not published\n"
        "An article: gongkai new article policies/normative-documents TITLE",
    )


def _write(path: Path, column: ColumnFile, *, has_schema: bool) -> None:
    first = [modeline(_KIND, f"{column.folder}/{COLUMN}")] if has_schema else []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*first, *column.lines]) + "\n", "utf-8", newline="\n")
