"""Checks what a report says of itself: the period of its figures, its parts, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.pattern import pattern
from gongkai.model.records import Prose, Report, Site

_OF_FIGURES = pattern(r"统计的?(?:期限?|时限|时间|数据时间)|所列数据|数据统计")
_DATE = r"(\d{4})\s{0,3}年\s{0,3}(\d{1,2})\s{0,3}月\s{0,3}(\d{1,2})\s{0,3}日"
_RANGE = pattern(
    _DATE
    + r"(?:起|开始|（含）)?[\s，,]{0,3}(?:至|到|[—–―~～－-]{1,3})\s{0,3}"
    + r"(?:(\d{4})\s{0,3}年\s{0,3})?(\d{1,2})\s{0,3}月\s{0,3}(\d{1,2})\s{0,3}日"
)
_EARLIER = pattern(r"上年|上一年|去年|往年")  # the period of another report
_REACH = 40  # characters between the word for the period and its first day

_DIGITS = "一二三四五六七八九十"
_PARTS = pattern(r"部分")
_COUNT = pattern(r"(?<![第\d一二三四五六七八九十])([二两三四五六七八九十]|\d{1,2})\s?个?大?$")
_BACK = 8  # characters in which the number stands
_ITEM = pattern(r"(?:情况|事项|计划|措施|概述)(?=[、，,；;。和及以并等共这一二三四五六七八九十\d]|$)")
_STOP = pattern(r"[。\n]")
_SENTENCE = 300  # characters on each side, at most
_FEW = 3

_INVITED = pattern(r"(?:疑问|咨询|意见|建议)[^。\n]{0,30}?请[^。\n]{0,80}?联系")
_REACHABLE = pattern(r"\d{7,8}|\d{3,4}[-—－ ]{1,2}\d{3,}|12345|@|邮箱|地址")


def check_preface(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check the report's word on itself, wherever it stands in the text."""
    narrative = report.narrative
    if not narrative:
        return
    for prose in narrative.texts():
        if "统计" in prose.text or "所列数据" in prose.text:
            yield from _period(prose, report.year)
        if "部分" in prose.text:
            yield from _parts(prose, report)
    if "联系" in narrative.preface.text and not (site.portal.contact or site.portal.footer):
        yield from _contact(narrative.preface, report)


def _period(prose: Prose, year: int) -> Iterator[Diagnostic]:
    text, stop = prose.text, 0
    for word in _OF_FIGURES.finditer(text):
        before = text[max(0, word.start() - _REACH) : word.start()]
        if word.start() < stop or _EARLIER.search(_STOP.split(before)[-1]):
            continue
        found = _RANGE.search(text, word.end(), word.end() + 2 * _REACH)
        if not found or found.start() > word.end() + _REACH or "。" in text[word.end() : found.start()]:
            continue
        stop = found.end()
        first = tuple(int(part) for part in found.group(1, 2, 3))
        last = (int(found[4] or found[1]), int(found[5]), int(found[6]))
        if "\n" in found[0] or (first, last) == ((year, 1, 1), (year, 12, 31)):
            continue
        wanted = f"{year}年1月1日至{year}年12月31日"
        place = prose.place(found.start(), found.end())
        code = "D256" if first[0] == last[0] == year else "D248"
        yield Diagnostic(code, place, {"found": found[0], "year": year, "wanted": wanted})


def _parts(prose: Prose, report: Report) -> Iterator[Diagnostic]:
    """A number of parts that is said of the report is that of the form, and of the list beside it."""
    text, wanted = prose.text, len(report.form.sections)
    for word in _PARTS.finditer(text):
        back = max(0, word.start() - _BACK)
        found = _COUNT.search(text[back : word.start()])
        if not found:
            continue
        start, end = back + found.start(1), word.end()
        before, after = text[max(0, start - _SENTENCE) : start], text[start : end + _SENTENCE]
        sentence = _STOP.split(before)[-1] + _STOP.split(after, 1)[0]
        listed = len(_ITEM.findall(sentence))
        if listed < _FEW and "报告" not in sentence and "全文" not in sentence:
            continue
        number = _number(found[1])
        of_list = listed >= _FEW and (listed > number or "等" not in sentence)
        if number != wanted:
            counted = Text(f"格式规定的是 {wanted} 个", f"the form has {wanted}")
        elif of_list and listed != number:
            counted = Text(f"列出的是 {listed} 个", f"{listed} are listed")
        else:
            continue
        place = prose.place(start, end)
        yield Diagnostic("D249", place, {"found": number, "counted": counted})
        return


def _number(written: str) -> int:
    return 2 if written == "两" else _DIGITS.index(written) + 1 if written in _DIGITS else int(written)


def _contact(preface: Prose, report: Report) -> Iterator[Diagnostic]:
    found = _INVITED.search(preface.text)
    if found and report.narrative and not any(_REACHABLE.search(p.text) for p in report.narrative.texts()):
        yield Diagnostic("D250", preface.place(found.end() - 2, found.end()))
