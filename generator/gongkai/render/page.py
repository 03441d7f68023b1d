"""A page: a view through the template of its kind. Pure: equal views give equal bytes."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType

from jinja2 import Environment, TemplateError

from gongkai.model.script import is_foreign
from gongkai.model.views import View
from gongkai.render.fault import of_template
from gongkai.render.languages import mark

# What a wrong expression in a template can raise by itself; from deeper down it is a bug of ours.
MISTAKES = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)


def render(view: View, environment: Environment) -> bytes:
    """Render a page as UTF-8 with LF, ended by a newline.

    Raises ThemeError where a template asks for what there is not, at its file and line.
    """
    try:
        text = environment.get_template(view.template).render(view=view, chrome=view.chrome)
    except RecursionError as fault:  # a template that extends itself instead of the shipped one
        raise of_template(fault, view.template, 1) from fault
    except (TemplateError, *MISTAKES) as fault:
        place = _place(fault.__traceback__)
        if not isinstance(fault, TemplateError) and not place.is_innermost:
            raise
        raise of_template(fault, place.file or view.template, place.line) from fault
    if is_foreign(view.chrome.language):
        text = mark(text)
    return (text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a template an exception came from, and whether the template itself raised it."""

    file: str
    line: int
    is_innermost: bool


def _place(trace: TracebackType | None) -> _Place:
    """Find the innermost frame that is a template's; Jinja gives it the template's file and line."""
    place = _Place("", 1, is_innermost=False)
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            place = _Place(file, trace.tb_lineno, trace.tb_next is None)
        trace = trace.tb_next
    return place
