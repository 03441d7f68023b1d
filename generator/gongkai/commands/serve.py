"""`gongkai serve`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gongkai.commands.common import has_colour, lang_option, site_option
from gongkai.diagnostics.diagnostic import Language


@click.command()
@site_option
@lang_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="端口；0 为任一空闲端口 · The port; 0 takes any free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="打开浏览器 · Open the browser.")
@click.option(
    "--poll",
    is_flag=True,
    help="轮询文件变化，用于网络盘和 WSL · Poll for changes, on network drives and WSL.",
)
def serve(root: Path, language: Language, port: int, *, open_browser: bool, poll: bool) -> None:
    """边改边看：保存后网页自动刷新 · Preview: saving a file refreshes the page.

    只在本机可访问；内容有错时保留上一次正确的网页，并显示问题。按 Ctrl+C 结束。

    Reachable from this computer only. With a mistake in the content the last good page stays,
    with a panel that shows it. Ctrl+C ends it.
    """
    from gongkai.serve import serve as run  # noqa: PLC0415 - the server's libraries load slowly

    sys.exit(
        run(
            root,
            port,
            open_browser=open_browser,
            language=language,
            poll=poll,
            colour=has_colour(),
            say=click.echo,
        )
    )
