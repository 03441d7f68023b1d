"""`gongkai explain`."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.commands.common import lang_option, wrong_usage
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.diagnostics.counts import SEVERITY_WORDS
from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.explanation import EVERYWHERE, explanation, find_rule
from gongkai.diagnostics.likely_rule import advice_on
from gongkai.diagnostics.nearest import closest
from gongkai.diagnostics.width import pad
from gongkai.export.form_ids import ids_of, known_ids
from gongkai.load.known_forms import read_forms, shipped_forms
from gongkai.model.form import Form

_LONGEST_SHOWN, _LONGEST_READ = 40, 200


@click.command()
@click.argument("code", required=False)
@lang_option
def explain(code: str | None, language: Language) -> None:
    """说明一条规则，或列出格号；不写则列出全部规则 · Explain a rule, list ids of cells, or all rules.

    \b
    CODE 是提示里方括号中的代码，如 D301；写格式的标识（如 cn-2021）则列出它的表，
    写表的标识则列出它的行和列。
    CODE is what stands in brackets in a message, such as D301; the id of a form, such as
    cn-2021, lists its tables, and that of a table its rows and columns.
    """
    if code is None:
        for rule in RULES:
            kind = pad(SEVERITY_WORDS[rule.severity].of(language), 7)
            click.echo(f"{rule.code}  {kind}  {rule.name:<24}  {rule.title.of(language)}")
        return
    text = explanation(code.upper(), language, _scope(code))
    if text is None:
        forms = read_forms(Path())[0].values()
        text = ids_of(code.strip(), forms, language)
    if text is None:
        shown = code if len(code) <= _LONGEST_SHOWN else f"{code[:_LONGEST_SHOWN]}…"
        code = code[:_LONGEST_READ]  # nothing is called by more, and looking for what is near takes time
        near = closest(code, known_ids(forms))
        advice = Text(f"是否想写 {near}？", f"Did you mean {near}?") if near else advice_on(code, RULES)
        wrong_usage(language, f"没有代码 {shown}。{advice.zh}", f"There is no code {shown}. {advice.en}")
    click.echo(text)


def _scope(code: str) -> Text:
    """Say for which forms a rule holds: those that ask for it, or where none does, all."""
    rule = find_rule(code)
    forms = [form for form in shipped_forms() if rule and rule.name in form.rule_names]
    if not forms or len(forms) == len(shipped_forms()):
        return EVERYWHERE
    zh = "、".join(f"{form.id}（{_years(form, '—', ' 年度', ' 年度起')}）" for form in forms)
    en = ", ".join(f"{form.id} (reports on {_years(form, '–', '', ' and later')})" for form in forms)
    return Text(zh, en)


def _years(form: Form, dash: str, ended: str, lasting: str) -> str:
    return f"{form.from_year}{dash}{form.to_year}{ended}" if form.to_year else f"{form.from_year}{lasting}"
