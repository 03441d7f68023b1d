"""The organ's name that a report's own title bears, which need not be the one in the register."""

from __future__ import annotations

from gongkai.model.pattern import pattern
from gongkai.model.records import Report, Site

# No name has a space or another year in it.
_NO_NAME = pattern(r"\s|\d{4}年")


def name_in_title(report: Report) -> str:
    """Give the name of the organ in a title that is one of the form's on the report's year, or nothing."""
    found = ""
    for title in report.form.title_patterns:
        before, _, after = title.replace("{year}", str(report.year)).partition("{organ}")
        name = report.title.removeprefix(before).removesuffix(after)
        is_whole = report.title == before + name + after
        if is_whole and name and not _NO_NAME.search(name) and (not found or len(name) < len(found)):
            found = name
    return found


def strange_name(report: Report, site: Site) -> str:
    """Give the name in a report's title if it is none that an organ of the register has or had."""
    name = name_in_title(report)
    others = (organ.short_name for organ in site.organs if organ.id != report.organ)
    return "" if name in site.organ_by_name or name in others else name
