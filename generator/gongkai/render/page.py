"""A page: a view through the template of its kind. Pure: equal views give equal bytes."""

from __future__ import annotations

from types import TracebackType

from jinja2 import Environment, TemplateError

from gongkai.model.views import View
from gongkai.render.fault import of_template


def render(view: View, environment: Environment) -> bytes:
    """Render a page as UTF-8 with LF, ended by a newline.

    Raises ThemeError where a template asks for what there is not, at its file and line.
    """
    try:
        text = environment.get_template(view.template).render(view=view, chrome=view.chrome)
    except TemplateError as fault:
        file, line = _place(fault.__traceback__, view.template)
        raise of_template(fault, file, line) from fault
    return (text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n").encode()


def _place(trace: TracebackType | None, template: str) -> tuple[str, int]:
    """Find the innermost frame that is a template's; Jinja gives it the template's file and line."""
    place = (template, 1)
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
