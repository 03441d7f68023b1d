"""Finds what was left to be filled in: blanks, crosses and gaps where a figure belongs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from gongkai.diagnostics.diagnostic import Diagnostic
from gongkai.model.pattern import any_of, pattern
from gongkai.model.records import Prose, Report, Site

# A unit, and what makes another word of it: 条例, 部门, 人民 …
_UNIT = (
    r"(?:人次|万元|亿元|件(?!事)|条(?![例款文理约线])|次(?!数)|篇(?!章)|份(?!额)|个(?![人体别性])|项(?!目)"
    r"|期(?!限)|场(?![所馆地景])|宗(?!教|旨)|名(?![称单录义])|月(?!报)|日(?![报常期])|年(?!级|代)"
    r"|元(?!素|旦)|%|％)"
)
_NOT_AFTER = r"(?<![A-Za-z0-9./@_\-×□○＿])"  # an address, a size, or the same run
_NOT_BEFORE = r"(?![A-Za-z0-9./@_×])"
_NUMERALS = "一二三四五六七八九十百千万亿零两几数第各每"
_END = r"(?=[，。；、,;）)\s]|$)"
_RUN = r"(?:[XxＸ×]{1,4}|_{3,}|＿+|[□○]{2,}|□)"
_PENDING = r"[（(【\[](?:此处|数据)?(?:待补充?|待定|待填写?|待核实?|待更新|待统计)[）)】\]]"
# Two blanks, or a wide one, between a word and its unit.
_GAP = (
    rf"(?<=[\u4e00-\u9fff])(?<![{_NUMERALS}])(?:[ \xa0]{{2,9}}|[ \xa0]?\u3000{{1,9}})"
    rf"(?:件|条|次|篇|份|人次|万元|宗|项|期){_END}"
)
# One blank is also what a broken line of another file leaves: only after words that go with figures.
_COUNTED = "信息|申请|文件|数据|文章|稿件|公告|解读|咨询|留言"
_TO_FILL_IN = r"[（(【\[](?:此处|在此)(?:填写|填入|补充|插入)[^（()）【】\[\]\n]{0,20}[）)】\]]"
_EMPTY = rf"(?:（[ \u3000]{{0,6}}）|【[ \u3000]{{0,6}}】)[ ]?{_UNIT}"
_PART = (
    r"(?<![0-9A-Za-z])20(?:[XxＸ×]{2}|2[XxＸ×])(?=[ ]?年)"
    r"|(?<![A-Za-z0-9./@_\-×])[0-9]{1,6}[XxＸ×]{1,3}[ ]?(?:人次|万元|件(?!事)|条(?![例款文])|次|篇|份|宗)"
)
_LEFT_OPEN = r"(?<![\u4e00-\u9fff])待(?:补充|填写|核实)(?![\u4e00-\u9fff])"
_NOTHING, _APART = frozenset("）】 \u3000"), frozenset("件条次篇份万宗")
_has_run = any_of("X", "x", "Ｘ", "×", "___", "＿", "□", "○○")


def _has_empty(text: str) -> bool:
    return any(not _NOTHING.isdisjoint(_behind(mark, text)) for mark in "（【")


def _has_apart(text: str) -> bool:
    return "\xa0" in text or not _APART.isdisjoint(_behind(" ", text))


def _behind(mark: str, text: str) -> list[str]:
    """Give the characters that stand behind a mark."""
    return [part[:1] for part in text.split(mark)[1:]]


# Each pattern is tried only where what stands before it tells that it may fit.
_Blank = tuple[Callable[[str], bool], re.Pattern[str], str]
_BLANKS: tuple[_Blank, ...] = (
    (_has_run, pattern(rf"{_NOT_AFTER}{_RUN}{_NOT_BEFORE}[ \u3000]{{0,3}}{_UNIT}"), "D251"),
    (any_of("待补", "待定", "待填", "待核", "待更", "待统"), pattern(_PENDING), "D251"),
    (any_of("此处", "在此"), pattern(_TO_FILL_IN), "D251"),
    (_has_empty, pattern(_EMPTY), "D251"),
    (any_of("X", "x", "Ｘ", "×"), pattern(_PART), "D251"),
    (any_of("待补充", "待填写", "待核实"), pattern(_LEFT_OPEN), "D255"),
    (any_of("TODO"), pattern(r"\bTODO\b"), "D251"),
    (any_of("  ", "\xa0", "\u3000"), pattern(_GAP, re.MULTILINE), "D251"),
    (
        _has_run,
        pattern(
            rf"{_NOT_AFTER}(?:[XxＸ]{{2,6}}|×{{2,6}}|_{{3,}}|＿+|□+(?![ ]?[是否有无□])|○{{2,}}){_NOT_BEFORE}"
        ),
        "D255",
    ),
    (
        _has_apart,
        pattern(rf"(?:{_COUNTED})[ \xa0](?:件|条|次|篇|份|万元|宗){_END}", re.MULTILINE),
        "D255",
    ),
)
_QUOTED = pattern(r"“[^“”\n]{0,120}”|《[^《》\n]{0,120}》|`[^`\n]{0,120}`")
_RULE = pattern(r"^[ ]{0,3}(?:_[ ]?){3,}$", re.MULTILINE)  # a line across the page
_TICKS = "☑☒☐√■✓✔"
_LINE = 60


def check_unfilled(report: Report, site: Site) -> Iterator[Diagnostic]:
    """Check every text of a report."""
    del site
    narrative = report.narrative
    if narrative:
        whole = narrative.whole
        fitting = [blank for blank in _BLANKS if blank[0](whole)]
        for prose in narrative.texts() if fitting else ():
            yield from _blanks(prose, fitting)


def _blanks(prose: Prose, blanks: Sequence[_Blank]) -> Iterator[Diagnostic]:
    text = prose.text
    found = [
        (blank, code)
        for may_have, pattern, code in blanks
        if may_have(text)
        for blank in pattern.finditer(text)
    ]
    if not found:
        return
    quoted = {
        at for pattern in (_QUOTED, _RULE) for mark in pattern.finditer(text) for at in range(*mark.span())
    }
    taken: set[int] = set()
    for blank, code in found:
        start, end = blank.span()
        if not taken.isdisjoint(range(start - 1, end + 1)) or _is_in_table(text, start):
            continue
        if blank[0][0] == "□" and _is_ticked(text, start):
            continue
        within = start in quoted
        if within and (code == "D255" or blank[0].isascii()):
            continue
        taken.update(range(start, end))
        shown = text[max(start - 6, text.rfind("\n", 0, start) + 1) : end].strip()
        yield Diagnostic("D255" if within else code, prose.place(start, end), {"found": shown[:_LINE]})


def _is_in_table(text: str, at: int) -> bool:
    """A row of a table typed by hand is another problem."""
    return text.count("|", *_line_around(text, at)) > 1


def _is_ticked(text: str, at: int) -> bool:
    """Tell whether another box of the line is ticked: then an empty one is an answer too."""
    return any(text.find(tick, *_line_around(text, at)) >= 0 for tick in _TICKS)


def _line_around(text: str, at: int) -> tuple[int, int]:
    stop = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if stop < 0 else stop
