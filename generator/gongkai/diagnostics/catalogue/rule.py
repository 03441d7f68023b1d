"""The shape of a catalogue entry."""

from __future__ import annotations

from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Severity, Text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Rule(NamedTuple):
    """A rule: its permanent code and name, and its sentences with {named} arguments.

    `acceptable` rules are those that a report may be excused from by `accept`, with a reason.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    help: Text
    acceptable: bool = False


def entry(
    code: str,
    name: str,
    severity: Severity,
    title: tuple[str, str],
    message: tuple[str, str],
    help_: tuple[str, str],
    *,
    acceptable: bool = False,
) -> Rule:
    """Make an entry from (Chinese, English) pairs."""
    return Rule(code, name, severity, Text(*title), Text(*message), Text(*help_), acceptable)
