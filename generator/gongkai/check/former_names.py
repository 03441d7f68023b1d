"""Tells a title with the organ's name of then from one with a wrong name.

Who renames an organ changes its name in the register; its old reports keep the titles that they were
published with. So a name that no organ has is a mistake only where nothing allows that it was the organ's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Text
from gongkai.diagnostics.years import span
from gongkai.model.records import Organ, Report, Site
from gongkai.model.titles import name_in_title, strange_name


def judge(report: Report, organ: Organ, site: Site, wanted: Text) -> Diagnostic | None:
    """Say what is wrong with a title that has not the organ's name in the register, or that it is told."""
    wrong = Diagnostic("D234", report.title_place, {"found": report.title, "wanted": wanted})
    name = strange_name(report, site)
    own = site.reports_of[organ.id]
    bearing = [other for other in own if name_in_title(other) == name]
    # Once it had its present name, it had no former one any more.
    before = [other for other in own if other.year < report.year]
    is_late = any(name_in_title(other) == organ.name_in(other.year) for other in before)
    if not name or is_late:
        return wrong
    last = bearing[-1]
    arguments: dict[str, Argument] = {"organ": organ.name, "found": name, "year": str(last.year + 1)}
    if len(bearing) > 1:
        years = [other.year for other in bearing]
        more: dict[str, Argument] = {"count": str(len(years)), "years": span(years)}
        return Diagnostic("D544", organ.name_place, arguments | more) if report.key == last.key else None
    if _is_part(_letters(name), _letters(organ.name)) and not _says_so(report, name, organ):
        return wrong
    return Diagnostic("D545", report.title_place, arguments | {"wanted": wanted})


def _says_so(report: Report, name: str, organ: Organ) -> bool:
    """Tell whether the report's own text has the name as well, and not the one in the register."""
    text = report.narrative.whole if report.narrative else ""
    return name in text and organ.name not in text


def _letters(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", name) if char.isalnum())


def _is_part(short: Iterable[str], name: str) -> bool:
    """Tell whether a name is another one with characters left out, as slips and short names are."""
    left = iter(name)
    return all(char in left for char in short)
