"""`gongkai explain`."""

from __future__ import annotations

import click

from gongkai.commands.common import lang_option, wrong_usage
from gongkai.diagnostics.catalogue import RULES
from gongkai.diagnostics.diagnostic import Language
from gongkai.diagnostics.explanation import explanation, suggestion


@click.command()
@click.argument("code", required=False)
@lang_option
def explain(code: str | None, language: Language) -> None:
    """说明一条规则；不写代码则列出全部 · Explain a rule, or list them all.

    CODE 是提示里方括号中的代码，如 D301。

    CODE is what stands in brackets in a message, such as D301.
    """
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.name:<24}  {rule.title.of(language)}")
        return
    text = explanation(code.upper(), language)
    if text is None:
        advice = suggestion(code)
        wrong_usage(language, f"没有代码 {code}。{advice.zh}", f"There is no code {code}. {advice.en}")
    click.echo(text)
