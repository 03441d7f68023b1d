"""Finds names of applicants, addresses of homes and private mail addresses.

Only what can hardly be anything else: reports speak of 申请人 on every page, and name 王某 as they should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.check.names_of_persons import AMBIGUOUS, DOUBLE, NO_GIVEN, NO_NAMES, SURNAMES
from gongkai.check.written_page import Page
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import any_of, pattern

_PERSONS = ("申请人", "当事人", "举报人", "投诉人", "信访人", "原告", "被处罚人")

_GIVEN = "[\u4e00-\u9fff]{1,2}?"
_LABEL = r"(?:姓名)?\s{0,2}[：:|]\s{0,2}"
_WHO = f"(?P<who>{'|'.join(_PERSONS)})"
_END = r"(?=\s*(?:$|[，。；、,;|（(）)<>《\"”'’\n]|男|女|身份证|电话|手机|住))"
_VERB = r"(?=(?:提出|提交|提起|不服|邮寄|来信|来电|诉|向本机关|向我|于[0-9二]|[，、；（(]|先生|女士|同志))"
_LABELLED = pattern(
    f"{_WHO}{_LABEL}(?P<name>(?:{DOUBLE}|[{SURNAMES}{AMBIGUOUS}]){_GIVEN}){_END}", re.MULTILINE
)
_BARE = pattern(f"{_WHO}(?P<name>(?:{DOUBLE}|[{SURNAMES}]){_GIVEN}){_VERB}")
# What may follow a person who is named: a label, or the first character of the name.
_BEFORE_NAME = frozenset(f"姓：:|{DOUBLE}{SURNAMES}")
_STEMS = frozenset(who[-3:-1] for who in _PERSONS if who.endswith("人"))
_has_plaintiff, _has_unit = any_of("原告"), any_of("单元")
_LONGEST_HOME = 24
_NUMBER = "[0-9０-９一二三四五六七八九十]{1,4}"
_HOME = pattern(
    f"{_NUMBER}(?:号楼|号院|栋|幢|座|单元)[^，。；\\n|]{{0,8}}?{_NUMBER}(?:室|号房)"
    f"|{_NUMBER}单元[0-9０-９]{{3,4}}(?![0-9０-９年元万件条人次户])"
)
_OFFICE = pattern(
    "电话|咨询|传真|联系方式|地址|地点|邮编|邮政编码|办公|窗口|大厅|中心|大厦|行政|政务|会议|机关|科室|受理"
)
_HOME_WORDS = pattern("住址|家住|居住|户籍|住所|家庭|申请人|当事人|举报人|投诉人|信访人")

_LOCAL = pattern("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}$")
_PRIVATE = pattern(
    r"[@＠](?:(?:vip\.)?(?:qq|163|126|sina|sohu)|foxmail|yeah|139|189|wo|21cn|aliyun"
    r"|gmail|hotmail|outlook|live|yahoo|icloud)(?:\.com\.cn|\.com|\.cn|\.net)(?!\.?[A-Za-z0-9-])",
    re.IGNORECASE,
)
_DIGITS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十")


def personal_data(page: Page) -> Iterator[Diagnostic]:
    """Look for names, homes and private mail addresses."""
    text = page.source.text
    if _may_name_person(text) or _has_plaintiff(text):
        yield from _applicants(page)
    if "室" in text or _has_unit(text):
        yield from _homes(page)
    if "@" in text or "＠" in text:
        yield from _mail(page)


def _may_name_person(text: str) -> bool:
    """Tell quickly of most texts that no 申请人 or the like is followed by a name."""
    at = text.find("人")
    while at >= 0:
        following = text[at + 1 : at + 2]
        if (following in _BEFORE_NAME or following.isspace()) and text[max(0, at - 2) : at] in _STEMS:
            return True
        at = text.find("人", at + 1)
    return False


def _applicants(page: Page) -> Iterator[Diagnostic]:
    for at, who in page.occurrences(*_PERSONS):
        following = page.source.text[at + len(who) :][:1]
        if following not in _BEFORE_NAME and not following.isspace():
            continue
        found = _LABELLED.match(page.source.text, at) or _BARE.match(page.source.text, at)
        if not found or found["name"] in NO_NAMES or NO_GIVEN.search(found["name"], 1):
            continue
        place = page.place(found.start("name"), found.end("name"))
        yield Diagnostic("D644", place, {"who": who, "found": f"{found['name'][0]}…"})


def _homes(page: Page) -> Iterator[Diagnostic]:
    told: set[int] = set()
    for at, _ in page.occurrences("单元", "室"):
        if page.source.text[at - 1] not in _DIGITS:
            continue
        start, near = page.around(at, _LONGEST_HOME)
        for found in _HOME.finditer(near):
            first, stop = start + found.start(), start + found.end()
            if not first <= at < stop or first in told:
                continue
            told.add(first)
            line = page.line(first)
            if not page.is_portal_contact(first) and (not _OFFICE.search(line) or _HOME_WORDS.search(line)):
                yield Diagnostic("D645", page.place(first, stop), {"found": found[0]})


def _mail(page: Page) -> Iterator[Diagnostic]:
    text = page.source.text
    for at, _ in page.occurrences("@", "＠"):
        host = _PRIVATE.match(text, at)
        name = _LOCAL.search(text, max(0, at - 64), at) if host else None
        if host and name:
            place = page.place(name.start(), host.end())
            yield Diagnostic("D646", place, {"found": f"{name[0][0]}…{host[0]}"})
