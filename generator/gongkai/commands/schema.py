"""`gongkai schema`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gongkai.commands.common import PROBLEMS, lang_option, say, show, site_option, wrong_usage
from gongkai.diagnostics.catalogue import in_order
from gongkai.diagnostics.diagnostic import Language
from gongkai.export.json_schema import FILES, FOLDER, json_schemas, schema_file
from gongkai.load.shapes import SHAPES
from gongkai.load.site import read_forms


@click.command()
@site_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"写到的文件夹，默认为站点下的 {FOLDER} · Folder to write to, by default {FOLDER} in the site.",
)
@lang_option
def schema(root: Path, output: Path | None, language: Language) -> None:
    """写出各种 YAML 文件的 JSON Schema，供编辑器提示 · Write JSON Schemas for help while typing.

    报告格式改动之后再运行一次。文章和页面开头的信息在 Markdown 文件里，编辑器不能检查。

    Run it again when a form has changed. The front matter of articles and pages stands in Markdown
    files, where an editor cannot check it.
    """
    known, _, _, problems = read_forms(root)
    forms = tuple(known.values())
    folder = output or root / FOLDER
    made = json_schemas(forms, SHAPES)
    try:
        write_schemas(folder, made)
    except OSError as error:
        wrong_usage(
            language,
            f"无法写入 {error.filename}：{error.strerror}",
            f"{error.filename} cannot be written: {error.strerror}",
        )
    if problems:
        show(in_order(problems), root, language)
    files = "\n".join(f"  {FILES[kind]}  →  {schema_file(kind)}" for kind in FILES)
    say(
        language,
        f"已写出 {len(made)} 个文件：{folder}\n{files}\n"
        "编辑器要装能读 JSON Schema 的 YAML 插件，如 VS Code 的 redhat.vscode-yaml",
        f"Wrote {len(made)} files: {folder}\n{files}\n"
        "The editor needs an extension for YAML that reads JSON Schema: redhat.vscode-yaml in VS Code",
    )
    sys.exit(PROBLEMS if problems else 0)


def write_schemas(folder: Path, made: dict[str, bytes]) -> None:
    """Write the files; they are the program's own, and one that is right already is left."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
