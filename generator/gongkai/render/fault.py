"""What can be wrong with a theme, which its author mends: an exception, since templates run deep."""

from __future__ import annotations

from jinja2 import TemplateError

from gongkai.diagnostics.diagnostic import START, Place, Span, Text


class ThemeError(Exception):
    """A theme that cannot be used: why, in both languages, and the place in its file."""

    def __init__(self, reason: Text, file: str, line: int = 0) -> None:
        super().__init__(f"{file}:{line or 1}: {reason.en}")
        self.reason = reason
        self.place = Place(file, Span(line, 1, line, 1) if line else START)


def of_template(fault: Exception, file: str, line: int) -> ThemeError:
    """Make the error of a template that cannot run, in Jinja's or Python's own words."""
    said = (fault.message if isinstance(fault, TemplateError) else str(fault)) or type(fault).__name__
    return ThemeError(Text(f"模板有误：{said}", f"the template is wrong: {said}"), file, line)
