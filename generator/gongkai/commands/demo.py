"""`gongkai demo`: a fictional portal of any size, never over what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from gongkai.commands.common import lang_option, only_where_empty, say, wrong_usage
from gongkai.demo.demo import Demo, Size, demo_site, most_years
from gongkai.demo.mistakes import LIST, Mistake, listed, plant
from gongkai.demo.portal import File
from gongkai.demo.register import most_organs
from gongkai.demo.slips_in_articles import in_articles, spoil
from gongkai.diagnostics.diagnostic import Language
from gongkai.load.site import shipped_forms

# Without a number, one report in so many has a mistake.
_ONE_IN = 10
_BY_DEFAULT = -1


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--organs", default=40, show_default=True, help="机关数 · How many organs.")
@click.option("--years", default=5, show_default=True, help="年数 · How many years.")
@click.option(
    "--seed",
    default=1,
    show_default=True,
    help="种子：相同则文件逐字节相同 · The same seed gives the same bytes.",
)
@click.option(
    "--mistakes",
    type=int,
    is_flag=False,
    flag_value=_BY_DEFAULT,
    metavar="[N]",
    help="埋入 N 个已知的错误（不写 N 为报告数的十分之一），清单写在 mistakes.json"
    " · Plant N known mistakes (one in ten reports if no N is given), listed in mistakes.json.",
)
@lang_option
def demo(folder: Path, organs: int, years: int, seed: int, mistakes: int | None, language: Language) -> None:
    """生成一个虚构的演示门户，规模任意 · Make a fictional portal of any size in DIR.

    市、区县、乡镇三级机关，各年报告前后衔接，汇总与文字都和表格一致。

    Organs in three levels; reports that carry over from year to year, sums of governments and texts
    that agree with the tables.

    \b
    例如 / For example:
      gongkai demo yanshi --organs 40 --years 7
    """
    forms = shipped_forms()
    _within(language, "--organs", organs, most_organs())
    _within(language, "--years", years, most_years(forms))
    if mistakes is not None:
        mistakes = max(1, organs * years // _ONE_IN) if mistakes == _BY_DEFAULT else mistakes
        _within(language, "--mistakes", mistakes, organs * years)
    only_where_empty(folder, language)
    made = demo_site(Size(organs, years, seed), forms)
    planted: list[Mistake] = []
    try:
        _write(folder, _files(made, seed, mistakes or 0, planted))
        if mistakes:
            _write(folder, [(LIST, listed(planted))])
    except OSError as error:
        wrong_usage(
            language,
            f"无法写入 {error.filename}：{error.strerror}",
            f"{error.filename} cannot be written: {error.strerror}",
        )
    known = (f"，其中 {len(planted)} 个已知错误，见 {LIST}", f", {len(planted)} known mistakes: see {LIST}")
    zh, en = known if planted else ("", "")
    say(
        language,
        f"已生成 {folder}：{organs} 个机关，{organs * years} 份报告{zh}。接下来：\n"
        f"  gongkai check --site {folder}\n"
        f"  gongkai serve --site {folder}",
        f"Made {folder}: {organs} organs, {organs * years} reports{en}. Next:\n"
        f"  gongkai check --site {folder}\n"
        f"  gongkai serve --site {folder}",
    )


def _within(language: Language, option: str, number: int, most: int) -> None:
    if not 1 <= number <= most:
        wrong_usage(language, f"{option} 可取 1 至 {most}：{number}", f"{option} takes 1 to {most}: {number}")


def _files(made: Demo, seed: int, mistakes: int, planted: list[Mistake]) -> Iterator[File]:
    yield from made.portal
    organs = list(made.top.walk())
    within = in_articles(mistakes)
    for files, mistake in plant(made.reports, made.keys, mistakes - within, seed, organs):
        yield from files
        planted += [mistake] if mistake else []
    if not within:
        yield from made.columns()
        return
    spoilt, more = spoil(list(made.columns()), within, seed)
    yield from spoilt.items()
    planted += more


def _write(folder: Path, files: Iterable[File]) -> None:
    there: set[Path] = set()
    for name, content in files:
        path = folder / name
        if path.parent not in there:
            path.parent.mkdir(parents=True, exist_ok=True)
            there.add(path.parent)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
