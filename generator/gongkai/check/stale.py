"""Finds sentences that report on another year: text of an earlier report that was left as it was."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import pattern
from gongkai.model.records import Prose, Report, Site

# A sentence that opens with a year and goes on to tell what was done in it.
_TELLS = pattern(
    r"(?:[（(][一二三四五六七八九十\d]{1,2}[）)][^。，；\d]{0,24}[。：:]?)?\s{0,4}"
    r"(20\d\d)年(?:度|以来|来)?[，,]?(?:全年)?"
    r"(?:(?:我|本|[\u4e00-\u9fff]{0,16}?[局委厅办院乡镇区县市部会署队道府室])[局委厅办院乡镇区县市街道单位机关]{0,3}"
    r"(?:全年)?[，,]?)?"
    r"(?:认真|坚持|严格|高度重视|深入|扎实|紧紧围绕|全面(?:贯彻|落实)|(?:主动)?公开(?:各类)?(?:政府|政务)?信息\d"
    r"|累计|共|收到|受理|未收到|新收|制发)"
)
_YEAR = pattern(r"20\d\d年")
_SENTENCE = pattern(r"[^。；\n]+")
# What sets one year beside another, or tells of what was done about the earlier one.
_ALLOWED = pattern(
    r"较|比|同期|上年|上一年|去年|往年|本年|今年|当年|以前|结转|延续|整改|反馈|修订|印发|《|〔|[“”]|以来.{0,20}至|截至|至今|起"
)


def check_stale(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report; each year that does not fit is told once."""
    del site
    narrative = report.narrative
    years = {f"{year}年" for year in range(report.year - 5, report.year)}
    if not narrative or years.isdisjoint(_YEAR.findall(narrative.whole)):
        return
    told: set[int] = set()
    for prose in narrative.texts():
        if any(year in prose.text for year in years):
            yield from _of_another_year(prose, report.year, told)


def _of_another_year(prose: Prose, year: int, told: set[int]) -> Iterator[Diagnostic]:
    for sentence in _SENTENCE.finditer(prose.text):
        found = _TELLS.match(prose.text, *sentence.span())
        if not found:
            continue
        stated = int(found[1])
        if not year - 5 <= stated < year or stated in told:
            continue
        rest = sentence[0]
        if f"{year}年" in rest or f"{year + 1}年" in rest or _ALLOWED.search(rest.split("《条例》")[0]):
            continue
        told.add(stated)
        yield Diagnostic("D632", prose.place(*found.span(1)), {"found": stated, "year": year})
