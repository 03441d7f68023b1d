"""The command line: arguments → one call of the pipeline → problems shown → exit code."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path

import click

import gongkai

BUG = 70
INTERRUPTED = 130
# What a run reads it needs to its end: looking for garbage among it is a tenth of the time of a check.
_GARBAGE = 500_000


# In the order of the help: first what is used first.
_COMMANDS = ("new", "check", "fix", "build", "serve", "explain", "schema", "demo")


class _Commands(click.Group):
    """Imports a command when it is called: a check need not wait for what the preview needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"gongkai.commands.{cmd_name}"), cmd_name)
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(gongkai.__version__, prog_name="gongkai")
def commands() -> None:
    """政府信息公开门户的生成器：填数据、查数据、出网页。

    A generator of government disclosure portals: write data, check it, publish pages.

    \b
    第一次用 / First steps:
      gongkai new site 文件夹          新建站点        make a site
      gongkai new report 机关 年度     新建年度报告    add a report
      gongkai serve                    边改边看        preview while you write
      gongkai check                    检查            find mistakes
      gongkai fix                      改正笔误        mend slips
      gongkai build                    生成网页        make the pages
    """


def main() -> None:
    """Run; a bug in the program is said to be one, with exit code 70."""
    gc.set_threshold(_GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        # A console of another code page shows what it can; a file or a pipe gets UTF-8 everywhere.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        sys.exit(commands(standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(error.exit_code)
    except click.ClickException as error:
        from gongkai.commands.usage import called, language_of, wrong_call  # noqa: PLC0415 - right calls do not need it

        arguments = sys.argv[1:]
        click.echo(wrong_call(error, language_of(arguments), called(commands, arguments)), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001 - the edge: what arrives here is a bug, whatever it is
        import traceback  # noqa: PLC0415 - slow to import, and no other run needs it

        trace = Path.cwd() / "gongkai-bug.txt"
        try:
            trace.write_text(traceback.format_exc(), "utf-8")
            where = str(trace)
        except OSError:
            where = traceback.format_exc()
        click.echo(
            "程序出错了，这不是您的内容的问题；已公开的网页没有改动。请把下面的记录交给维护者。\n"
            "The program failed; this is a bug, not a mistake in your content. "
            f"Nothing published was changed. Please report:\n{where}",
            err=True,
        )
        sys.exit(BUG)
    finally:
        gc.freeze()  # what is left is not to be searched again: another tenth
