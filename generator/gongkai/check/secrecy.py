"""Finds marks of secrecy: 机密★, 【秘密】, 密级：机密; not the words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.check.written_page import Page
from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import any_of, pattern

_SPACE = "[ \u3000]{0,4}"
_LEVEL = f"[绝机秘]{_SPACE}密"
_CLOSING = "[ \u3000*_\"'”]{0,12}"
# A line of its own, or a value of YAML.
_VALUE = "[ \u3000>*_\"'“]{0,12}(?:[A-Za-z_]{1,20}:[ \"'“]{0,4})?"
_NEAR = 60
_FIRST = frozenset("绝机秘")
_BEFORE_LAST = _FIRST | frozenset(" \u3000")
# The ends of a text too: there is no character.
_BESIDE = frozenset(" \u3000\n【】〖〗[]［］（）()★☆⭐*＊_|：:\"'“”>#，,、级件注请不严妥") | {""}
# Behind a level that something else stands before.
_BEHIND = frozenset(" \u3000级★☆⭐*＊")
_MARK = pattern(
    f"(?<!工作){_LEVEL}{_SPACE}级?{_SPACE}(?:[★☆⭐]|[*＊]{_SPACE}(?:[0-9]{{1,2}}年|长期))"
    f"|[【〖\\[［]{_SPACE}{_LEVEL}{_SPACE}[级件]?{_SPACE}[】〗\\]］](?!\\()"
    f"|密{_SPACE}级{_SPACE}[*_]{{0,2}}{_SPACE}[：:|]{_SPACE}[*_\"']{{0,2}}{_LEVEL}级?(?![、和及与或，级])"
    f"|^#{{0,6}}{_VALUE}(?P<alone>[（(]?{_LEVEL}[级件]?[）)]?){_CLOSING}$",
)
# What all such words have in them, as far as it is seldom there.
_may_be_internal = any_of("工作秘密", "内部资", "内部文", "内部使", "供内部", "得公开", "宜公开")
_INTERNAL_WORDS = (
    "工作秘密",
    "内部资料",
    "内部文件",
    "内部使用",
    "仅供内部",
    "不得公开",
    "不宜公开",
)
_WARNED = "(?:注意保密|注意保存|妥善保管|请勿外传|不得外传|严禁外传)"
_INTERNAL = pattern(
    "[【〖](?:工作秘密|内部资料|内部文件|内部使用|仅供内部(?:使用|参考)|不[得宜]公开)[^】〗\n]{0,10}[】〗]"
    f"|[（(](?:内部资料|内部文件|内部使用|仅供内部(?:使用|参考))(?:[，,、 ]?{_WARNED})?[）)]"
    f"|(?:内部资料|内部文件|工作秘密|内部使用)[，,、★☆ \u3000]{{0,2}}{_WARNED}"
    "|(?:工作秘密|内部资料)[★☆]"
    f"|^{_VALUE}(?P<alone>工作秘密|内部资料|内部文件|仅供内部(?:使用|参考)|不得公开){_CLOSING}$",
)


def marks_of_secrecy(page: Page) -> Iterator[Diagnostic]:
    """Look for marks of secrecy, and for marks of what is for internal use."""
    text = page.source.text
    if "密" in text:
        yield from _marks("D650", _MARK, page, ("密",))
    if _may_be_internal(text):
        yield from _marks("D651", _INTERNAL, page, _INTERNAL_WORDS)


def _marks(code: str, pattern: re.Pattern[str], page: Page, words: Sequence[str]) -> Iterator[Diagnostic]:
    told: set[int] = set()
    for at, word in page.occurrences(*words):
        if not _may_be_mark(page.source.text, at, word):
            continue
        start, line = page.around(at, _NEAR)
        for found in pattern.finditer(line):
            group = "alone" if found["alone"] else 0
            first, stop = start + found.start(group), start + found.end(group)
            if first <= at < stop and first not in told:
                told.add(first)
                yield Diagnostic(code, page.place(first, stop), {"found": found[group]})


def _may_be_mark(text: str, at: int, word: str) -> bool:
    """Look at the characters beside a word: inside a sentence it is none, and that is quickly told."""
    start, stop = at, at + len(word)
    if word == "密":
        if text[at - 1 : at] not in _BEFORE_LAST:
            return False
        start -= 1  # 绝, 机 or 秘, or what is between them
        if text[start] in _FIRST and text[start - 1 : start] not in _BESIDE:
            return text[stop : stop + 1] in _BEHIND
    return text[start - 1 : start] in _BESIDE or text[stop : stop + 1] in _BESIDE
