"""Problems as annotations of a GitHub workflow, and as the summary of its step.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word.
So the gravest come first, a closing notice names the others, and the caller prints the full text as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gongkai.diagnostics.catalogue import advice, in_order, rule, sentence, severity
from gongkai.diagnostics.counts import SEVERITY_WORDS, count_line
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Severity, Text
from gongkai.diagnostics.paths import from_repository
from gongkai.diagnostics.show_text import HANDFUL, by_rule
from gongkai.diagnostics.width import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# One notice of ten is kept for naming the rest.
_LIMITS = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.INFO: 9}
_MOST_NAMED = 100
_MOST_ROWS = 500

_REST = Text("另有 {count} 个问题未在此标注", "{count} more problems are not annotated")
_MORE = Text("……另有 {count} 个", "… and {count} more")
_HEADS = Text("| 程度 | 位置 | 规则 | 问题 | 办法 |", "| Severity | Place | Rule | Problem | Help |")
_RULE_HEADS = Text("| 程度 | 个数 | 规则 | 含义 |", "| Severity | Count | Rule | Meaning |")
_CLEAN = Text("没有发现问题。", "No problems found.")
_TITLE = Text("gongkai 检查结果", "gongkai check")


def show_github(problems: Iterable[Diagnostic], language: Language, prefix: str = "") -> str:
    """Show problems as workflow commands; `prefix` is the site's folder in the repository."""
    ordered = in_order(problems)
    commands: list[str] = []
    rest: list[Diagnostic] = []
    annotated: Counter[Severity] = Counter()
    for problem in ordered:
        kind = severity(problem)
        if annotated[kind] < _LIMITS[kind]:
            annotated[kind] += 1
            commands.append(_annotation(problem, language, prefix))
        else:
            rest.append(problem)
    return "\n".join([*commands, *([_closing(rest, language, prefix)] if rest else [])])


def step_summary(problems: Iterable[Diagnostic], language: Language, prefix: str = "") -> str:
    """Give a Markdown table of the problems, for the page of the workflow's run."""
    ordered = in_order(problems)
    title = f"### {_TITLE.of(language)}\n\n"
    if not ordered:
        return f"{title}{_CLEAN.of(language)}\n"
    rows = [_HEADS.of(language), "| --- | --- | --- | --- | --- |"]
    rows += [_row(problem, language, prefix) for problem in ordered[:_MOST_ROWS]]
    more = len(ordered) - _MOST_ROWS
    rules = _rules(ordered, language) if len(ordered) > HANDFUL else ""
    closing = f"\n{_MORE.of(language).format(count=more)}\n" if more > 0 else ""
    return f"{title}{count_line(ordered, language)}\n\n{rules}" + "\n".join(rows) + f"\n{closing}"


def _rules(problems: Sequence[Diagnostic], language: Language) -> str:
    rows = [_RULE_HEADS.of(language), "| --- | ---: | --- | --- |"]
    for known, count in by_rule(problems):
        cells = (
            SEVERITY_WORDS[known.severity].of(language),
            str(count),
            f"{known.code} {known.name}",
            known.title.of(language),
        )
        rows.append(f"| {' | '.join(map(_markdown, cells))} |")
    return "\n".join(rows) + "\n\n"


def _annotation(problem: Diagnostic, language: Language, prefix: str) -> str:
    known = rule(problem.code)
    span = problem.place.span
    properties = {
        "file": _path(problem, prefix),
        "line": str(span.line),
        "col": str(span.column),
        # GitHub takes an end column only for a stretch of one line.
        **({"endColumn": str(span.end_column)} if span.end_line == span.line else {}),
        "title": f"{problem.code} {known.name} · {known.title.of(language)}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{printable(sentence(problem, language))}\n{printable(advice(problem, language))}"
    return f"::{_COMMANDS[known.severity]} {listed}::{_data(message)}"


def _closing(rest: Sequence[Diagnostic], language: Language, prefix: str) -> str:
    named = [
        f"{_path(problem, prefix)}:{problem.place.span.line}:{problem.place.span.column} {problem.code}"
        for problem in rest[:_MOST_NAMED]
    ]
    if len(rest) > _MOST_NAMED:
        named.append(_MORE.of(language).format(count=len(rest) - _MOST_NAMED))
    title = _REST.of(language).format(count=len(rest))
    listed = _data("\n".join(named))
    return f"::notice title={_property(title)}::{listed}"


def _path(problem: Diagnostic, prefix: str) -> str:
    return from_repository(printable(problem.place.file), prefix)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(problem: Diagnostic, language: Language, prefix: str) -> str:
    known = rule(problem.code)
    span = problem.place.span
    cells = (
        SEVERITY_WORDS[known.severity].of(language),
        f"{_path(problem, prefix)}:{span.line}:{span.column}",
        f"{problem.code} {known.name}",
        sentence(problem, language),
        advice(problem, language),
    )
    return f"| {' | '.join(map(_markdown, cells))} |"


def _markdown(text: str) -> str:
    """Escape what Markdown or its HTML would take for its own."""
    text = printable(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{character}" if character in "\\`*_[]|~#@" else character for character in text)
