"""The shape of a catalogue entry."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.diagnostics.diagnostic import Severity, Text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its permanent code and name, and its sentences with {named} arguments."""

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    help: Text


def entry(
    code: str,
    name: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    help_: tuple[str, str],
) -> Rule:
    """Make an entry from (Chinese, English) pairs."""
    return Rule(code, name, severity, Text(*title), Text(*message), Text(*help_))
