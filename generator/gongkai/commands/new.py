"""`gongkai new`: blank files to start from; never over one that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from gongkai.commands.common import lang_option, only_where_empty, say, site_option, wrong_usage
from gongkai.commands.new_columns import columns
from gongkai.commands.new_said import column_folder, refuse_year, tell
from gongkai.commands.schema import write_schemas
from gongkai.diagnostics.diagnostic import Language
from gongkai.diagnostics.nearest import nearest
from gongkai.export.json_schema import FOLDER, REPORT, json_schemas, modeline, schema_file
from gongkai.export.last_year import last_year
from gongkai.export.scaffold import blank_article, blank_narrative, blank_report, quoted
from gongkai.load.fields import is_date
from gongkai.load.files import is_address
from gongkai.load.organs import is_organ_id
from gongkai.load.prose_files import read_topics
from gongkai.load.shapes import SHAPES
from gongkai.load.site import read_site, shipped_forms
from gongkai.model.records import Organ, Site

# What the content's own check calls unfilled, until somebody writes the name.
_NAME = "【请改为机关全称】"
# Hidden files have another name in the package, where tools would take them for their own.
_HIDDEN = {"gitignore": ".gitignore", "vscode": ".vscode"}


@click.group()
def new() -> None:
    """新建站点、年度报告、栏目或文章 · Make a new site, report, columns or article."""


new.add_command(columns)


@new.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--organ", default="benjiguan", help="机关标识，小写字母 · The organ's id, lower-case letters.")
@click.option("--name", default=_NAME, help="机关全称 · The organ's full name.")
@lang_option
def site(folder: Path, organ: str, name: str, language: Language) -> None:
    """新建一个站点 · Make a new site in DIR.

    \b
    例如 / For example:
      gongkai new site menhu --organ shuiwu --name 某县水务局
    """
    if not is_organ_id(organ):
        wrong_usage(
            language,
            f"--organ 只用小写字母、数字和连字符，以字母开头：{organ}",
            f"--organ takes lower-case letters, digits and hyphens, a letter first: {organ}",
        )
    only_where_empty(folder, language)
    try:
        _copy(resources.files("gongkai") / "scaffold", folder, {"{organ}": organ, "{name}": quoted(name)})
        write_schemas(folder / FOLDER, json_schemas(shipped_forms(), SHAPES))
    except OSError as error:
        _not_written(error, language)
    say(
        language,
        f"已新建站点 {folder}。接下来：\n"
        f"  1. 在 {folder / 'content'} 的 organs.yaml 和 site.yaml 中核对机关的全称和标识（{organ}）\n"
        f"  2. gongkai new report {organ} 年度 --site {folder}\n"
        f"  3. gongkai serve --site {folder}",
        f"Made the site {folder}. Next:\n"
        f"  1. look at name and id ({organ}) of the organ: organs.yaml, site.yaml in {folder / 'content'}\n"
        f"  2. gongkai new report {organ} YEAR --site {folder}\n"
        f"  3. gongkai serve --site {folder}",
    )


@new.command()
@click.argument("organ")
@click.argument("year", type=click.IntRange(1000, 2999))
@click.option("--format", "form_id", help="报告格式，默认按年度 · The form; by the year if not given.")
@site_option
@lang_option
def report(organ: str, year: int, form_id: str | None, root: Path, language: Language) -> None:
    """新建一份年度报告，含全部表格的各行 · Make a report with every row of its form.

    ORGAN 是 organs.yaml 中机关的 id，YEAR 是报告的年度。上年的报告已定的数（如上年结转）会填好。

    ORGAN is an organ's id in organs.yaml, YEAR the year reported on. What last year's report
    determines, such as what was carried over, is filled in.
    """
    site = _site(root, language)
    known = _organ(site, organ, language)
    if not known.is_active(year):
        refuse_year(known, year, site, language)
    fitting = [form for form in site.forms.values() if form.holds_for(year) and form_id in (None, form.id)]
    # Of several editions for a year the latest is in force.
    fitting.sort(key=lambda form: form.from_year, reverse=True)
    if not fitting:
        ids = ", ".join(f"{form.id} ({form.from_year}–{form.to_year or ''})" for form in site.forms.values())
        wrong_usage(
            language, f"没有适合 {year} 年的报告格式；可用：{ids}", f"No form fits {year}; there are: {ids}"
        )
    form = fitting[0]
    last = last_year(site, known, form, year)
    place = f"content/reports/{organ}/{year}"
    has_schema = (root / FOLDER / schema_file(REPORT)).is_file()
    first_line = modeline(REPORT, f"{place}/report.yaml") if has_schema else ""
    files = {
        root / place / "report.yaml": blank_report(
            form, known, year, last, required=site.portal.required, first_line=first_line
        ),
        root / place / "report.md": blank_narrative(form, known),
    }
    _write(files, language)
    tell(root / place, form, last, language)


@new.command()
@click.argument("column")
@click.argument("title")
@click.option("--name", help="文件名，即网址，默认为今天的日期 · File name, which is its address.")
@click.option("--organ", default="", help="机关，organs.yaml 中的 id · The organ's id in organs.yaml.")
@click.option("--number", default="", help="文号 · The document's number.")
@click.option("--made", default="", help="成文日期，YYYY-MM-DD · The day the document was made.")
@site_option
@lang_option
def article(
    column: str,
    title: str,
    name: str | None,
    organ: str,
    number: str,
    made: str,
    root: Path,
    language: Language,
) -> None:
    """在栏目中新建一篇文章 · Make an article in a column.

    COLUMN 是 content/columns 下的文件夹，如 functions；下一层的写作 上层/下层；也可以写栏目的名称。
    COLUMN is a folder below content/columns, such as functions, or outer/inner; or the column's title.
    """
    topics, _ = read_topics(root)
    every = tuple(topics.walk()) if topics else ()
    folder = column_folder(root, column, every, language)
    if name is not None and not is_address(name):
        wrong_usage(
            language,
            f"“{name}”不能用作网址：只用小写字母、数字和连字符",
            f"“{name}” cannot be an address: use lower-case letters, digits and hyphens",
        )
    if organ:
        _organ(_site(root, language), organ, language)
    if made and not is_date(made):
        wrong_usage(
            language, f"--made 写作 2025-01-20，不是 {made}", f"--made is written 2025-01-20, not {made}"
        )
    taken = {article.id: article for topic in every for article in topic.articles}
    if name in taken:
        file = taken[name].place.file
        wrong_usage(
            language,
            f"“{name}”已是 {file} 的网址：用 --name 换一个名称",
            f"“{name}” is the address of {file}: choose another --name",
        )
    path = folder / f"{name or _free_name(folder, taken)}.md"
    _write({path: blank_article(title, organ=organ, number=number, made=made)}, language)
    say(language, f"已新建 {path}", f"Made {path}")


def _organ(site: Site, name: str, language: Language) -> Organ:
    known = site.organ_by_id.get(name)
    if known is None:
        advice = nearest(name, list(site.organ_by_id))
        wrong_usage(language, f"organs.yaml 中没有 {name}。{advice.zh}", f"No organ {name}. {advice.en}")
        raise AssertionError
    return known


def _site(root: Path, language: Language) -> Site:
    found, _ = read_site(root)
    if found is None:
        wrong_usage(
            language,
            f"{root} 不是站点，或 site.yaml 有误：运行 gongkai check 查看",
            f"{root} is not a site, or its site.yaml is wrong: run gongkai check",
        )
        raise AssertionError
    return found


def _write(files: dict[Path, str], language: Language) -> None:
    """Write all of the files, or none where one is there already."""
    there = [path for path in files if path.exists()]
    if there:
        wrong_usage(
            language, f"{there[0]} 已存在，没有改动", f"{there[0]} is there already; it was left alone"
        )
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        _not_written(error, language)


def _not_written(error: OSError, language: Language) -> None:
    wrong_usage(
        language,
        f"无法写入 {error.filename}：{error.strerror}",
        f"{error.filename} cannot be written: {error.strerror}",
    )


def _copy(source: Traversable, target: Path, words: Mapping[str, str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        name = _HIDDEN.get(entry.name, entry.name)
        if entry.is_dir():
            _copy(entry, target / name, words)
        elif not (target / name).exists():
            text = entry.read_text("utf-8")
            for mark, word in words.items():
                text = text.replace(mark, word)
            (target / name).write_text(text, "utf-8", newline="\n")


def _free_name(folder: Path, taken: Collection[str]) -> str:
    """Today's date, with a number where it is taken: an article's name is one for the whole portal."""
    today = dt.datetime.now().astimezone().strftime("%Y%m%d")
    names = [today, *(f"{today}-{i}" for i in range(2, 1000))]
    return next(name for name in names if name not in taken and not (folder / f"{name}.md").exists())
