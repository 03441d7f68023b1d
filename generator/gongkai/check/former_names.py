"""Tells a title with the organ's name of then from one with a wrong name.

Who renames an organ changes its name in the register; its old reports keep the titles that they were
published with. So a name that no organ has is a mistake only where nothing allows that it was the organ's.
A title is easily copied from the year before: what tells is whether the texts have its name as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Related, Text
from gongkai.diagnostics.years import span
from gongkai.model.records import Organ, Report, Site
from gongkai.model.titles import name_in_title, strange_name

_ALSO = Text("同样的名称", "the same name")


def judge(report: Report, organ: Organ, site: Site, wanted: Text) -> Diagnostic | None:
    """Say what is wrong with a title that has not the organ's name in the register, or that it is told.

    One name is told once, at the last report or at the register.
    """
    name = strange_name(report, site)
    own = site.reports_of[organ.id]
    if not name or _is_wrong(report, name, organ, own):
        return Diagnostic("D234", report.title_place, {"found": report.title, "wanted": wanted})
    bearing = [
        other for other in own if name_in_title(other) == name and not _is_wrong(other, name, organ, own)
    ]
    last = bearing[-1]
    if report.key != last.key:
        return None
    arguments: dict[str, Argument] = {"organ": organ.name, "found": name, "year": str(last.year + 1)}
    # A slip is not made in two texts as well; a short name is.
    saying = sum(_says_so(other, name, organ) for other in bearing)
    if saying > 1 and not (name == organ.short_name and _is_part(name, organ.name)):
        years = [other.year for other in bearing]
        more: dict[str, Argument] = {"count": str(len(years)), "years": span(years)}
        return Diagnostic("D544", organ.name_place, arguments | more)
    others = tuple(Related(other.title_place, _ALSO) for other in bearing[:-1])
    return Diagnostic("D545", report.title_place, arguments | {"wanted": wanted}, related=others)


def _is_wrong(report: Report, name: str, organ: Organ, own: Iterable[Report]) -> bool:
    """Tell whether a name in a title cannot have been the organ's."""
    # Once it had its present name, it had no former one any more.
    before = (other for other in own if other.year < report.year)
    if any(name_in_title(other) == organ.name_in(other.year) for other in before):
        return True
    if _letters(name) == _letters(organ.name):
        return True
    if _says_so(report, name, organ):
        return False
    return name == organ.short_name or (_is_part(name, organ.name) and organ.name in _text(report))


def _says_so(report: Report, name: str, organ: Organ) -> bool:
    """Tell whether the report's own text has the name as well, and not the one in the register."""
    text = _text(report)
    return name in text and organ.name not in text.replace(name, "")


def _text(report: Report) -> str:
    return report.narrative.whole if report.narrative else ""


def _letters(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", name) if char.isalnum())


def _is_part(short: str, name: str) -> bool:
    """Tell whether a name is another one with characters left out, as slips and short names are."""
    left = iter(_letters(name))
    return all(char in left for char in _letters(short))
