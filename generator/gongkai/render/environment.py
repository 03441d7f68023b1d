"""The Jinja environment of a theme in one language: strict, escaping, with a few words of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateRuntimeError, TemplateSyntaxError
from markupsafe import Markup, escape

from gongkai.model.grid import DataCell, HeadCell
from gongkai.model.script import is_foreign
from gongkai.model.views import Chrome, ProseView
from gongkai.render.fault import of_template
from gongkai.render.languages import mark
from gongkai.render.markdown import contents, to_html
from gongkai.render.table import fit, marks
from gongkai.render.theme import Theme

FALLBACK = "zh-CN"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?")
NUMBER_AND_WORD = re.compile(r"(?<![\da-zA-Z.&#])\d+[^\W\d_a-zA-Z]")
KILOBYTE = 1024

_kept: list[tuple[Theme, str, Environment]] = []

Load = Callable[[str], tuple[str, str, Callable[[], bool]] | None]


def make_environment(theme: Theme, language: str = FALLBACK) -> Environment:
    """Make the environment in which a theme's templates run. Raises ThemeError on bad syntax.

    Templates get `view` and `chrome`. `t(key)` gives an interface word, `asset(chrome, name)` the
    address of an asset, `fit(grid)` and `marks(grid)` what a table's look depends on. The filters are
    `html` and `contents` (Markdown), `keep` (numbers whole) and `size` (bytes); the tests are
    `date`, `data_cell` and `head_cell`. Compiling takes longer than rendering a small site, so the
    last environment is kept for an equal theme.
    """
    for known, tongue, environment in _kept:
        if (known, tongue) == (theme, language):
            return environment
    _kept[:] = [(theme, language, _compiled(theme, language))]
    return _kept[0][2]


def _compiled(theme: Theme, language: str) -> Environment:
    environment = Environment(
        loader=FunctionLoader(_loader(theme)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.update(
        t=_translator(words_of(theme, language)), asset=_addresses(theme), fit=fit, marks=marks
    )
    environment.filters.update(html=_to_html_in(language), contents=contents, size=size, keep=keep)
    environment.tests.update(date=is_date, data_cell=is_data_cell, head_cell=is_head_cell)
    for name in theme.templates:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as fault:
            raise of_template(fault, fault.filename or name, fault.lineno) from fault
    return environment


def words_of(theme: Theme, language: str) -> dict[str, str]:
    """Give the interface words in a language; what it lacks, in its main language or in Chinese."""
    words: dict[str, str] = {}
    for tag in (FALLBACK, language.split("-", maxsplit=1)[0], language):
        words.update(theme.strings.get(tag, {}))
    return words


def is_date(text: str) -> bool:
    """Tell whether a text is a date that HTML's time element knows."""
    return DATE.fullmatch(text) is not None


def is_data_cell(cell: object) -> bool:
    """Tell a table's figure from its heads and its corner."""
    return isinstance(cell, DataCell)


def is_head_cell(cell: object) -> bool:
    """Tell a table's head from its figures and its corner."""
    return isinstance(cell, HeadCell)


def size(count: int) -> str:
    """Write a number of bytes for people."""
    if count < KILOBYTE:
        return f"{count} B"
    if count < KILOBYTE**2:
        return f"{count / KILOBYTE:.1f} KB"
    return f"{count / KILOBYTE**2:.1f} MB"


def keep(text: str) -> Markup:
    """Mark years and other numbers with the word that counts them, so that no line ends between."""
    return Markup(NUMBER_AND_WORD.sub(r'<span class="keep">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped


def _to_html_in(language: str) -> Callable[..., Markup]:
    """Give the filter for Markdown: on a page in another language, Chinese blocks are marked."""
    if not is_foreign(language):
        return to_html

    def html(prose: ProseView, prefix: str, table_label: str, top: int = 1) -> Markup:
        return Markup(mark(to_html(prose, prefix, table_label, top), is_content=True))  # noqa: S704 - as it was

    return html


def _loader(theme: Theme) -> Load:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = theme.templates.get(name)
        return (source.text, source.file, lambda: True) if source else None

    return load


def _translator(words: Mapping[str, str]) -> Callable[..., str]:
    def t(key: str, **values: object) -> str:
        try:
            return words[key].format(**values)
        except (LookupError, ValueError, AttributeError) as fault:
            raise TemplateRuntimeError(f"t({key!r}): {fault} 没有给出 · is not given") from fault

    return t


def _addresses(theme: Theme) -> Callable[[Chrome, str], str]:
    def asset(chrome: Chrome, name: str) -> str:
        if name not in theme.assets:
            raise TemplateRuntimeError(f"asset({name!r}): assets/ 中没有 · is not in assets/")
        return chrome.root + theme.assets[name].path

    return asset
