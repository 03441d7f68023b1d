"""Puts the figures that a report's text quotes into it, each a link to its cell."""

from __future__ import annotations

from dataclasses import replace

from gongkai.assemble import urls
from gongkai.assemble.grids import anchor
from gongkai.model.quotes import Quoted, fill
from gongkai.model.records import Report
from gongkai.model.views import ProseView


def with_figures(prose: ProseView, report: Report, previous: Report | None, here: str) -> ProseView:
    """Fill a text's figures in; `here` is the page of the report."""

    def link(quoted: Quoted, words: str) -> str:
        within = quoted.report or report
        page = "" if within is report else urls.between(here, urls.report(within.organ, within.year))
        return f"[{words}]({page}#{anchor(within.form, quoted.cells[0])})"

    return replace(prose, text=fill(prose.text, report, previous, link))
