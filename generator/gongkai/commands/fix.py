"""`gongkai fix`: puts in the repairs that problems carry, where there is just one that is safe.

One slip hides another (a full-width colon leaves the whole file unread), so the content is mended and
checked again, in a copy of its texts, until there is nothing left to mend. Then each file is written.
"""

from __future__ import annotations

import difflib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from gongkai.check.rules import check_site
from gongkai.commands.common import PROBLEMS, has_colour, lang_option, say, site_option, wrong_usage
from gongkai.diagnostics.catalogue import in_order
from gongkai.diagnostics.diagnostic import Language, Problems, Text
from gongkai.diagnostics.edits import files_to_mend, mended
from gongkai.diagnostics.width import printable
from gongkai.load.files import is_inside
from gongkai.load.limits import MARKDOWN_BYTES, YAML_BYTES
from gongkai.load.site import read_site

# Each round mends what the last one brought to light: where YAML breaks off, that is one slip a line.
_ROUNDS = 2_000
_MARK = "\ufeff"
_UNMARKED = Text("{file}：去掉文件开头看不见的标记（BOM）", "{file}: the byte order mark is taken out")
_LIMITS = {".yaml": YAML_BYTES, ".md": MARKDOWN_BYTES}

# The files of the site, by their paths in it, with the line ends and marks that they have.
_Texts = dict[str, str]


@click.command()
@site_option
@lang_option
@click.option("--dry-run", is_flag=True, help="只显示，不改动文件 · Show the changes, write nothing.")
def fix(root: Path, language: Language, *, dry_run: bool) -> None:
    """改正只有一种改法的笔误，数字的值不变 · Mend slips that have one safe repair; no figure changes.

    \b
    例如全角标点和数字、千位分隔符、格内的单位、冒号后缺的空格、标题的写法。
    逐行列出改动后写入文件；要核对后才能改的，留给 gongkai check 提示。
    For example full-width marks and digits, thousands separators, units in cells, a missing
    space after a colon, the wording of headings. Shows each change, then writes the files;
    what needs a look at the ledger is left to gongkai check.

    改好后或无可改时退出码为 0；文件无法写入，或 --dry-run 时还有可改的，为 1。

    Exits with 0 when nothing is left to mend, with 1 when a file could not be written, or when
    --dry-run shows changes.
    """
    if not (root / "content").is_dir():
        wrong_usage(
            language,
            f"{root} 不是站点：先进入站点的文件夹，或用 --site 指明",
            f"{root} is no site: go into the site's folder, or name it with --site",
        )
    old, new = mend(root)
    for file in sorted(new):
        if old[file].startswith(_MARK) and not new[file].startswith(_MARK):
            click.echo(_UNMARKED.of(language).format(file=printable(file)))
        for line in _shown(file, old[file], new[file], colour=has_colour()):
            click.echo(line, color=has_colour())
    if not new:
        say(language, "没有可以自动改正的笔误", "There is nothing that can be mended safely")
        return
    if dry_run:
        say(
            language,
            f"可改正 {len(new)} 个文件；没有改动",
            f"{_files(len(new))} can be mended; nothing was changed",
        )
        sys.exit(PROBLEMS)
    refused = [file for file in sorted(new) if not _written(root / file, old[file], new[file], language)]
    done = len(new) - len(refused)
    say(
        language,
        f"已改正 {done} 个文件。请再运行 gongkai check",
        f"Mended {_files(done)}. Now run gongkai check",
    )
    sys.exit(PROBLEMS if refused else 0)


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def mend(root: Path) -> tuple[_Texts, _Texts]:
    """Give the texts of the site as they are, and those to mend as they should be; write nothing."""
    problems = _problems(root)
    marked = {problem.place.file for problem in problems if problem.code == "D103"}
    if not marked and not files_to_mend(problems):
        return {}, {}
    old = _texts(root)
    new = {file: text.lstrip(_MARK) if file in marked else text for file, text in old.items()}
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        copy = Path(folder)
        for file, text in new.items():
            _put(copy / file, text)
        for _ in range(_ROUNDS):
            changed = mended({file: new[file] for file in files_to_mend(problems) if file in new}, problems)
            if not changed:
                break
            for file, text in changed.items():
                _put(copy / file, text)
            new |= changed
            problems = _problems(copy)
    return old, {file: text for file, text in new.items() if text != old[file]}


def _problems(root: Path) -> Problems:
    site, problems = read_site(root)
    return in_order((*problems, *(check_site(site) if site else ())))


def _texts(root: Path) -> _Texts:
    """Read the texts that the program reads; one in another encoding, or too large, is left alone."""
    found: _Texts = {}
    for path in sorted((root / "content").rglob("*")):
        limit = _LIMITS.get(path.suffix)
        if limit is None or not path.is_file() or not is_inside(root, path) or path.stat().st_size > limit:
            continue
        try:
            found[path.relative_to(root).as_posix()] = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
    return found


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def _shown(file: str, old: str, new: str, *, colour: bool) -> Iterator[str]:
    before, after = _lines(old), _lines(new)
    for line in difflib.unified_diff(before, after, f"a/{file}", f"b/{file}", n=1, lineterm=""):
        shown = printable(line)
        kind = {"-": "red", "+": "green", "@": "cyan"}.get(line[0])
        plain = not colour or kind is None or line.startswith(("---", "+++"))
        yield shown if plain else click.style(shown, fg=kind)


def _lines(text: str) -> list[str]:
    return text.lstrip(_MARK).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _written(path: Path, old: str, new: str, language: Language) -> bool:
    """Put a new file in the place of the old one, in one step and with its mode."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.gongkai-new")
    try:
        if target.read_bytes() != old.encode("utf-8"):
            say(
                language, f"{path} 刚刚被改动过，没有写入", f"{path} was changed meanwhile; it was left alone"
            )
            return False
        beside.write_bytes(new.encode("utf-8"))
        shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        say(
            language,
            f"无法写入 {path}：{error.strerror}",
            f"{path} cannot be written: {error.strerror}",
        )
        return False
    return True
