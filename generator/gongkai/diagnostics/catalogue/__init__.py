"""What the catalogue says of a problem: its rule, how grave it is, its sentences."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.diagnostics.catalogue.rule import Rule
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Severity, Text

__all__ = ["Rule", "advice", "in_order", "rule", "sentence", "severity"]


def rule(code: str) -> Rule:
    """Give the rule of a code; an unknown code is a bug."""
    from gongkai.diagnostics.catalogue.every import BY_CODE  # noqa: PLC0415 - no need where nothing is wrong

    return BY_CODE[code]


def severity(diagnostic: Diagnostic) -> Severity:
    """Give how grave a problem is."""
    return rule(diagnostic.code).severity


def sentence(diagnostic: Diagnostic, language: Language) -> str:
    """Say what is wrong."""
    return _fill(rule(diagnostic.code).message, diagnostic, language)


def advice(diagnostic: Diagnostic, language: Language) -> str:
    """Say what to do."""
    return _fill(rule(diagnostic.code).help, diagnostic, language)


def in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put the worst first, then by file and position."""
    return tuple(sorted(problems, key=lambda problem: (severity(problem).rank, problem.place, problem.code)))


def _fill(template: Text, diagnostic: Diagnostic, language: Language) -> str:
    arguments = {
        name: value.of(language) if isinstance(value, Text) else value
        for name, value in diagnostic.arguments.items()
    }
    return template.of(language).format(**arguments)
