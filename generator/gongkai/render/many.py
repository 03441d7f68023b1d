"""Renders many pages, in this process or in several: the bytes are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from jinja2 import Environment

from gongkai.diagnostics.diagnostic import Text
from gongkai.model.views import View
from gongkai.render.environment import make_environment
from gongkai.render.fault import ThemeError
from gongkai.render.page import render
from gongkai.render.theme import Theme

Named = tuple[str, View]
Page = tuple[str, bytes]

# So many pages go to a process at a time that the way there costs little.
_CHUNK = 64


@dataclass(frozen=True, slots=True)
class _Fault:
    """A ThemeError on its way between processes."""

    reason: Text
    file: str
    line: int


def render_all(views: Sequence[Named], theme: Theme, language: str, jobs: int) -> Iterator[Page]:
    """Render pages in their order. Raises ThemeError like `render`."""
    if jobs == 1 or len(views) <= _CHUNK:
        environment = make_environment(theme, language)
        for path, view in views:
            yield path, render(view, environment)
        return
    chunks = [views[i : i + _CHUNK] for i in range(0, len(views), _CHUNK)]
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(theme, language)) as pool:
        for done in pool.map(_render_chunk, chunks):
            if isinstance(done, _Fault):
                raise ThemeError(done.reason, done.file, done.line)
            yield from done


_environments: list[Environment] = []


def _start(theme: Theme, language: str) -> None:
    """Make a worker's own environment, once."""
    _environments.append(make_environment(theme, language))


def _render_chunk(views: Sequence[Named]) -> list[Page] | _Fault:
    try:
        return [(path, render(view, _environments[-1])) for path, view in views]
    except ThemeError as fault:
        return _Fault(fault.reason, fault.place.file, fault.place.span.line)
