"""`gongkai build`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from gongkai.commands.common import PROBLEMS, lang_option, say, show, site_option, wrong_usage
from gongkai.diagnostics.catalogue import severity
from gongkai.diagnostics.diagnostic import Language, Severity, Text
from gongkai.load.portal import is_base_url
from gongkai.making import Progress
from gongkai.pipeline import Outcome
from gongkai.pipeline import build as run
from gongkai.write.plan import Plan

_MANY = 200

_REASONS = {
    "first": Text("新增", "new"),
    "lost": Text("新增：原先生成过，但输出中已不见", "new: written before, but gone from the output"),
    "content": Text("更新：内容变了", "changed: other content"),
    "edited": Text("更新：输出中的文件被改动过", "changed: the file in the output was edited"),
    "unwanted": Text("移除：不再需要", "removed: not wanted any more"),
}


@click.command()
@site_option
@lang_option
@click.option(
    "--output",
    type=click.Path(file_okay=True, path_type=Path),
    help="输出文件夹，默认为站点下的 output · The output folder; output/ in the site by default.",
)
@click.option(
    "--base-url",
    default="",
    help="网站的完整网址，用于规范链接和 404 页 · The portal's address, for canonical links and 404.html.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="同时生成网页的进程数 · Processes that render pages.",
)
@click.option(
    "--clean",
    is_flag=True,
    help="不信任上次的记录，逐个文件核对 · Trust no record of the last build: compare every file.",
)
@click.option("--why", is_flag=True, help="列出每个变动的文件及原因 · List each changed file and why.")
@click.option("--strict", is_flag=True, help="有警告也不生成 · Do not build with warnings either.")
def build(
    root: Path,
    language: Language,
    output: Path | None,
    base_url: str,
    jobs: int,
    *,
    clean: bool,
    why: bool,
    strict: bool,
) -> None:
    """检查并生成网页 · Check the content and build the pages.

    内容有错误时不改动已有的网页，退出码为 1。

    With errors in the content the pages that are there stay as they are, and it exits with 1.
    """
    if base_url and not is_base_url(base_url):
        wrong_usage(
            language,
            f"--base-url 不是可用的网址（如 https://www.example.gov.cn/zwgk）：{base_url}",
            f"--base-url takes an address such as https://www.example.gov.cn/zwgk, not {base_url}",
        )
    with _progress(language) as progress:
        outcome = run(
            root,
            output or root / "output",
            base_url=base_url,
            strict=strict,
            jobs=jobs,
            clean=clean,
            progress=progress,
        )
    if outcome.problems:
        show(outcome.problems, root, language)
    if why and outcome.plan:
        for line in _why(outcome.plan, language):
            click.echo(line)
    _close(outcome, output or root / "output", language)
    sys.exit(0 if outcome.built else PROBLEMS)


def _close(outcome: Outcome, output: Path, language: Language) -> None:
    # A note is no problem: it stands above, and is not counted here.
    problems = sum(severity(problem) is not Severity.INFO for problem in outcome.problems)
    seconds = f"{outcome.seconds:.1f}"
    if outcome.built:
        say(
            language,
            f"已生成 {outcome.pages} 页（写入 {outcome.written} 个文件，移除 {outcome.removed} 个），"
            f"{problems} 个问题，用时 {seconds} 秒：{output}",
            f"Built {outcome.pages} pages ({outcome.written} files written, {outcome.removed} removed), "
            f"{_problems(problems)}, {seconds} s: {output}",
        )
    else:
        zh, en = (
            (f"{output} 保持原样", f"{output} is as it was")
            if output.exists()
            else (f"{output} 还没有建立", f"there is no {output} yet")
        )
        say(
            language,
            f"没有生成：{problems} 个问题，用时 {seconds} 秒；{zh}",
            f"Not built: {_problems(problems)}, {seconds} s; {en}",
        )


def _problems(count: int) -> str:
    return f"{count} problem{'' if count == 1 else 's'}"


@contextmanager
def _progress(language: Language) -> Iterator[Progress | None]:
    """Show a bar when there are many pages and somebody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    label = "生成网页" if language == "zh-CN" else "Pages"
    with ExitStack() as stack:
        bars: list[Callable[[int], None]] = []
        shown = 0

        def progress(done: int, total: int) -> None:
            nonlocal shown
            if total < _MANY:
                return
            if not bars:
                bar = stack.enter_context(click.progressbar(length=total, label=label, file=sys.stderr))
                bars.append(bar.update)
            bars[0](done - shown)
            shown = done

        yield progress


def _why(plan: Plan, language: Language) -> Iterator[str]:
    for step in (*plan.new, *plan.changed, *plan.removed):
        reason = _REASONS.get(step.reason)
        yield f"{step.path}\t{reason.of(language) if reason else step.reason}"
