"""Finds words and addresses that belong to another kind of report, or to another government."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import any_of, pattern
from gongkai.model.records import Organ, Prose, Report, Site

# A single organ has no 地区 of which some lag behind: that is said in a government's report.
_GENERIC = pattern(
    r"(?:部分|一些|个别|有些|有的|少数)(?:地区|地方|县区|市县|地市)(?=[^。；，\n]{0,20}(?:还|仍|存在|没有|不|缺|尚|未|较))"
    r"|(?:多数|部分|一些|个别)(?:地区和部门|地方和部门|政府部门)(?=[^。；，\n]{0,20}(?:还|仍|存在|没有|不|缺|尚|未|较))"
)
_has_territory = any_of("地区", "地方", "县区", "市县", "地市", "政府部门")
_OF_AREA = ("government", "government_office", "administrative_committee")
_AREA_NAMES = pattern(r"政府$|政府办公|管委会|管理委员会|省|自治区|厅$")

_HOST = pattern(r"(?:[a-z0-9-]{1,40}\.){1,6}gov\.cn(?![a-z0-9.-])", re.IGNORECASE)
_OF_ALL = ("www.gov.cn", "gov.cn")
_OWN_WORDS = pattern(r"本报告|本年报|本年度报告|年报电子版|电子版|邮箱|下载|我局|本机关|本单位")


def check_foreign(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report."""
    organ = site.organ_by_id.get(report.organ)
    if not organ or not report.narrative:
        return
    base = _bare(site.portal.domain)
    whole = report.narrative.whole
    is_foreign = base.endswith(".gov.cn") and "gov.cn" in whole
    if not is_foreign and not _has_territory(whole):
        return
    for prose in report.narrative.texts():
        if _has_territory(prose.text):
            for found in _GENERIC.finditer(prose.text):
                if not _is_single(organ, report, site):
                    break
                yield Diagnostic("D635", prose.place(*found.span()), {"found": found[0]})
        if base.endswith(".gov.cn") and "gov.cn" in prose.text:
            yield from _hosts(prose, base)


def _is_single(organ: Organ, report: Report, site: Site) -> bool:
    """Tell whether an organ reports on itself alone, with no area and no organs below it."""
    if organ.kind in _OF_AREA or report.rollup or _AREA_NAMES.search(organ.name):
        return False
    return not any(other.parent_in(report.year) == organ.id for other in site.organs)


def _hosts(prose: Prose, base: str) -> Iterator[Diagnostic]:
    """Find another government's address in a sentence that says where this report or its office is."""
    text = prose.text
    for found in _HOST.finditer(text):
        host = _bare(found[0].lower())
        if found[0].lower() in _OF_ALL or _is_kin(host, base):
            continue
        start = max(text.rfind("。", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
        if _OWN_WORDS.search(text, start, found.end()):
            yield Diagnostic("D636", prose.place(*found.span()), {"found": found[0], "domain": base})


def _bare(host: str) -> str:
    return host.lower().removeprefix("https://").removeprefix("http://").strip("/").removeprefix("www.")


def _is_kin(host: str, base: str) -> bool:
    return host == base or host.endswith(f".{base}") or base.endswith(f".{host}")
