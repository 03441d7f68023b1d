"""Checks figures that a text quotes in braces: what they name is there, and has a figure."""

from __future__ import annotations

from collections.abc import Container, Iterator

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Edit, Text
from gongkai.diagnostics.nearest import nearest
from gongkai.model.facts import State
from gongkai.model.form import cell_labels
from gongkai.model.pattern import any_of, pattern
from gongkai.model.quotes import PREVIOUS, Quote, Quoted, look_up, names, quotes
from gongkai.model.records import Prose, Report, Site

_SHOWN = 60
# Pairs, `{% … %}`, and what is left of a pair of which a brace is missing.
_BRACES = pattern(
    r"\{\{[^{}]{0,300}\}\}|\{%[^%]{0,300}%\}"
    r"|\{\{(?:[^{}\n]{0,300}\})?|\{[^{}\n]{0,300}\}\}|\}\}"
)
# Of an input method's full-width braces some or all may be so.
_WIDE = pattern(r"[{｛]{2}([^{}｛｝\n]{0,300})[}｝]{2}")
_has_braces = any_of("{", "}}", "｛｛", "｝｝")
_WRITE_IT = Text("直接写出数字，删去花括号", "Write the figure itself, without the braces")
_AS_BELOW = Text(
    "写作 {{ 表.行.列 }}，各段用数据文件里的标识",
    "Write {{ table.row.column }}, in the ids of the data file",
)


def check_quotes(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every name in braces of a report's text."""
    narrative = report.narrative
    if not narrative or not _has_braces(narrative.whole):
        return
    for prose in narrative.texts():
        if not _has_braces(prose.text):
            continue
        known = set()
        for quote in quotes(prose.text):
            known.add(quote.start)
            yield from _quote(quote, prose, report, site, len(known) - 1)
        yield from _wide(prose, known, _AS_BELOW, names(report.form))
        yield from _printed(prose, known, _AS_BELOW)


def check_braces(site: Site) -> Iterator[Diagnostic]:
    """Find braces in pages and articles, where there is no report whose figures they could be."""
    for prose in site.prose_of_pages():
        if _has_braces(prose.text):
            known: set[int] = set()
            yield from _wide(prose, known, _WRITE_IT)
            yield from _printed(prose, known, _WRITE_IT)


def _quote(quote: Quote, prose: Prose, report: Report, site: Site, told: int) -> Iterator[Diagnostic]:
    place = prose.place(quote.start, quote.end)
    previous = site.last_year_of(report)
    quoted = look_up(quote.name, report, previous)
    if not quoted:
        within = previous if previous and quote.name.startswith(PREVIOUS) else report
        advice = nearest(quote.name.removeprefix(PREVIOUS), list(names(within.form)), told)
        found = prose.text[quote.start : quote.end]
        yield Diagnostic("D606", place, {"found": found[:_SHOWN], "advice": advice})
    elif not quoted.report:
        arguments = {"found": quote.name, "year": str(report.year - 1)}
        yield Diagnostic("D609", place, arguments)
    elif quoted.number is None and not _is_told(quoted):
        cell = quoted.cells[0]
        row, column = cell_labels(quoted.report.form.table_by_id[cell.split("/")[0]], cell)
        yield Diagnostic("D608", place, {"found": quote.name, "row": row, "column": column}, cell=cell)


def _is_told(quoted: Quoted) -> bool:
    """Tell whether a cell has a problem of its own: then the text that names it has none."""
    states = {quoted.report.facts[cell].state for cell in quoted.cells} if quoted.report else set()
    return bool(states & {State.MISSING, State.COMPUTED})


def _printed(prose: Prose, known: set[int], advice: Text) -> Iterator[Diagnostic]:
    for found in _BRACES.finditer(prose.text):
        if found.start() not in known:
            arguments: dict[str, Argument] = {"found": " ".join(found[0].split())[:_SHOWN], "advice": advice}
            start, end = found.span()
            line_end = prose.text.find("\n", start, end)
            yield Diagnostic("D606", prose.place(start, end if line_end < 0 else line_end), arguments)


def _wide(prose: Prose, told: set[int], advice: Text, known: Container[str] = ()) -> Iterator[Diagnostic]:
    """Find a name in full-width braces; where there is such a name, the half-width ones are the repair."""
    if "｛" not in prose.text and "｝" not in prose.text:
        return
    for found in _WIDE.finditer(prose.text):
        if "｛" not in found[0] and "｝" not in found[0]:
            continue
        told |= {found.start(), found.end() - 2}
        place, name = prose.place(*found.span()), found[1].strip()
        edits = (Edit(place, f"{{{{ {name} }}}}"),) if name.removeprefix(PREVIOUS) in known else ()
        yield Diagnostic("D606", place, {"found": found[0][:_SHOWN], "advice": advice}, edits=edits)
