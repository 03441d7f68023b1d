"""Checks what a report says of itself: the period of its figures, its parts, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.diagnostics.diagnostic import Diagnostic, Text
from gongkai.model.pattern import any_of, pattern
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
_COUNTS = frozenset("二两三四五六七八九十")
_NOT_BEFORE_COUNT = frozenset("第一二三四五六七八九十")
_may_list = any_of("情况", "事项", "计划", "措施", "概述")
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
        text = prose.text
        if ("统计" in text or "所列数据" in text) and not _is_plainly_right(text, report.year):
            yield from _period(prose, report.year)
        if "部分" in text:
            yield from _parts(prose, report)
    if "联系" in narrative.preface.text and not (site.portal.contact or site.portal.footer):
        yield from _contact(narrative.preface, report)


def _is_plainly_right(text: str, year: int) -> bool:
    """Tell quickly of most texts that the one period they have in them is the year, written as usual."""
    if text.count("月") != 2:  # noqa: PLR2004 - of the first day and of the last
        return False
    first, last = text.find(f"{year}年1月1日"), text.find("12月31日")
    return 0 <= first < last and (text[last - 1] in "至到" or text[last - 5 : last] == f"{year}年")


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
    end = 0
    while (at := text.find("部分", end)) >= 0:
        end = at + len("部分")
        count, start = _count_before(text, at)
        if not count:
            continue
        before, after = text[max(0, start - _SENTENCE) : start], text[start : end + _SENTENCE]
        sentence = _STOP.split(before)[-1] + _STOP.split(after, 1)[0]
        listed = len(_ITEM.findall(sentence)) if _may_list(sentence) else 0
        if listed < _FEW and "报告" not in sentence and "全文" not in sentence:
            continue
        number = _number(count)
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


def _count_before(text: str, at: int) -> tuple[str, int]:
    """Give the number that stands before a word (六个, 6 大), and where; mostly there is none: 部分公开."""
    before = text[max(0, at - 8) : at].removesuffix("\n").removesuffix("大").removesuffix("个")
    if before[-1:].isspace():
        before = before[:-1]
    digits = next((i for i, char in enumerate(reversed(before)) if not char.isdecimal()), len(before))
    length = 1 if before[-1:] in _COUNTS else digits
    start, ahead = len(before) - length, before[-length - 1 : -length]
    if not 1 <= length <= 2 or ahead in _NOT_BEFORE_COUNT or ahead.isdecimal():  # noqa: PLR2004 - digits
        return "", at
    return before[start:], max(0, at - 8) + start


def _number(written: str) -> int:
    return 2 if written == "两" else _DIGITS.index(written) + 1 if written in _DIGITS else int(written)


def _contact(preface: Prose, report: Report) -> Iterator[Diagnostic]:
    found = _INVITED.search(preface.text)
    if found and report.narrative and not any(_REACHABLE.search(p.text) for p in report.narrative.texts()):
        yield Diagnostic("D250", preface.place(found.end() - 2, found.end()))
