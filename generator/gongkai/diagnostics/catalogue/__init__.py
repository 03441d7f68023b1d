"""Every rule once: code, name, severity and sentences. Codes and names are permanent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gongkai.diagnostics.catalogue import (
    arithmetic,
    copying,
    files,
    forms,
    links,
    narrative,
    organs,
    privacy,
    publication,
    sections,
    shape,
    structure,
    text,
    years,
)
from gongkai.diagnostics.catalogue.rule import Rule
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Severity, Text

__all__ = ["RULES", "Rule", "advice", "in_order", "rule", "sentence", "severity"]

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *shape.RULES,
    *sections.RULES,
    *structure.RULES,
    *arithmetic.RULES,
    *years.RULES,
    *organs.RULES,
    *links.RULES,
    *publication.RULES,
    *text.RULES,
    *narrative.RULES,
    *copying.RULES,
    *privacy.RULES,
    *forms.RULES,
)

_BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


def rule(code: str) -> Rule:
    """Give the rule of a code; an unknown code is a bug."""
    return _BY_CODE[code]


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
