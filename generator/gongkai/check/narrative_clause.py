"""Tells whether a clause is surely of this organ, this year and all requests: by what may stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from gongkai.check.narrative_lexicon import Lexicon
from gongkai.check.narrative_vocabulary import Vocabulary
from gongkai.check.narrative_words import REFERENCE
from gongkai.model.pattern import pattern

_FAR = 60
_CHAIN = 200
_REST = 16
_SHORTEST_NAME = 3
_MOST_DIGITS = 9
_COMMAS = frozenset(",，")
_BREAKS = frozenset(f",，；;：:。！？!?()（）\n{REFERENCE}")
_STOPS = (_BREAKS - {REFERENCE}) | {"、"}
_WRITTEN, _COUNTED = "一二三四五六七八九十百千", "件份宗起例"
_UNITS = f"{_COUNTED}条项次个"
_EDGE = pattern(
    f"[{re.escape(''.join(sorted(_BREAKS)))}]|(\\d+)[{_UNITS}]{{1,2}}|([{_WRITTEN}]+)[{_COUNTED}]"
)
_LEVELS = "省市县区州旗镇乡街"
# Words that leave a figure the organ's own, of the whole year, of all requests; and those of a request.
_WORDS = """
年 年度 度 全年 今年 本年 本年度 上年 上年度 上一年 上一年度 去年 下年 下年度 下一年 下一年度 次年 截至
截止 以来 街道 共 总 合 计 含 包括 叠加 加上 累计 均 都 已 另 还 并 且 及 和 与 或 的 有 为 是 其中 其余
余下 剩余 剩下 目前 现 除 外 公众 社会公众 群众 市民 公民 法人 其他组织
方面 情况 工作 数 数量 中 里 内 没 没有 未 无 尚 不存在 发生 出现 产生 因 从 看 来看 结果 纳入 列入
一并 按时 按期 全部 继续 政府 政务 信息 公开 依法 依 申请 申请人 收 接 接到 到 新 受理 办理 办结 答复
回复 处理 结转 遗留 事项
"""
_HARMLESS = Lexicon(
    (
        *_WORDS.split(),
        *"-+•·●、.)）(（\u2060",
        *_UNITS,
        *map("".join, product(("", "第"), "一二三四五六七八九十")),
        *map("".join, product("我本", _LEVELS, ("", "人民政府", "直"))),
        *map("".join, product("我本", (*"局委校院系所站厅办馆队", "机关", "单位", "部门", "中心"))),
        *map("".join, product("我本", ("大队", "支队", "分局", "管委会"))),
        *map("".join, product("全", (*_LEVELS, *"局委校院系所站厅办"))),
    )
)
_DATES, _ITEMS = frozenset("年月日"), frozenset(".、)）")  # what follows the digits of such
_GOVERNS = ("人民政府", "办事处")
# Whose, or of when: what ends so and is not the organ itself is another, or a part.
_NARROW = pattern(
    r"(?<![逐每])件|[访案]|(?:期间|假期|[外后前日时间来起]|期|月份?|季度?|周|单位|机构|中心|学校|机关|[股科室所站队院乡镇县市区州旗省厅局馆园处]|街道|部门|企业|委|(?<=[委府党])办|其中)$"
)
_GOES_ON = frozenset("已均全按继转尚正在并将于至再由占比较同因其和与及都共为%")
_NAME = pattern("(?<=年)[^年度\\W\\d]{1,16}[局委办会厅]|^[^\\W\\d]{1,16}[局委办会厅]")
_OF_ANYONE = pattern(
    r"(?:任何形式|(?:公民|公众|群众)、法人[、和或及者以与]{1,2}其[他它]组织|任何单位、?(?:组织)?和个人|个人、法人[和或及者以与]{1,2}其[他它]组织|申请人|过|和?(?:处理|受理|办理)|任何|公众|公民|群众|社会公众|市民|[、和及或者以]|关于|有关"
    r"|通过任何(?:形式|方式|渠道|途径)|提出|递交|提交|提起|申请|要求|的|向|对|本机关|[我本](?:局|委|办|院|县|市|区|镇|乡|街道|单位|部门|机关)|政府|信息"
    r"|公开|政务|依|到|一件|\s)*+"
)
_SAME = frozenset("\u2060的申请公开政府信息案件事项办宜情况发生及其等有关诉求要提出.")


def is_own(text: str, begin: int, start: int, organ: str) -> bool:
    """Tell whether nothing in a clause before `start` makes what follows another's, or a part.

    The sentence begins at `begin`.
    """
    if begin == start:
        return True
    clause, before = _last_clauses(text, begin, start)
    if clause is None or not _is_harmless(_without(clause, organ)):
        return False
    if before is None:
        return True
    rest = _without(before, organ)
    return _is_harmless(rest) or not _NARROW.search(rest)


def is_another(text: str, begin: int, start: int, organ: str) -> bool:
    """Tell whether an organ that is not this one, or a part of it, stands right before `start`."""
    clause, _ = _last_clauses(text, begin, start)
    rest = _without(text[start - _FAR : start] if clause is None else clause, organ)
    return not _is_harmless(rest) and _NARROW.search(rest.rstrip("共新")) is not None


def _last_clauses(text: str, begin: int, end: int) -> tuple[str | None, str | None]:
    """Give the clause before a place, None where it is too long; and the one before that and a comma."""
    is_far = end - begin > _FAR
    parts = list(_clauses(text[end - _FAR : end] if is_far else text[begin:end]))
    clause = None if is_far and len(parts) == 1 else parts[-1][0]
    return clause, parts[-2][0] if len(parts) > 1 and parts[-2][1] in _COMMAS else None


def is_followed(text: str, start: int, end: int, table: str, vocabulary: Vocabulary) -> bool:
    """Tell whether all that stands between a matter's name and a figure's words is of that matter."""
    if end - start > _CHAIN:
        return False
    stretch = text[start:end]
    found = list(vocabulary.lexicon.find(stretch, 0, len(stretch), vocabulary.saying))
    for at, word in reversed(found):
        if vocabulary.by_word[word].table == table:
            stretch = stretch[:at] + stretch[at + len(word) :]
    return all(_is_harmless(clause) for clause, _ in _clauses(stretch))


def is_of_anyone(text: str, none_end: int, start: int, end: int, to: int) -> bool:
    """Tell whether «没有收到…申请» is of all requests: by what stands before the word, and behind it."""
    return all(c in _SAME or c.isspace() for c in text[end:to]) and is_whole(text, none_end, start)


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether what stands before the name of a matter leaves it all of it."""
    return start == end or _OF_ANYONE.fullmatch(text, start, end) is not None


def counts_others(text: str, end: int) -> bool:
    """Tell whether what follows a figure in its clause is another thing that it counts."""
    to = end
    while to < len(text) and to - end < _REST and text[to] not in _STOPS and not text[to].isdecimal():
        to += 1
    rest = text[end:to]
    goes_on = next((c for c in rest if c != "\u2060" and not c.isspace()), "")
    return goes_on not in _GOES_ON and not _is_harmless(rest)


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    """Divide a text at its marks and at its figures; each clause with the last character of what ends it."""
    start = 0
    for edge in _EDGE.finditer(text):
        at, to = edge.span()
        counted = edge.end(edge.lastindex) if edge.lastindex else at
        yield text[start : max(at, counted - _MOST_DIGITS)], text[to - 1]
        start = to
    yield text[start:], ""


def _is_harmless(clause: str) -> bool:
    at = 0
    while at < len(clause):
        length = _HARMLESS.longest(clause, at) or _dated(clause, at)
        if not length:
            return False
        at += length
    return True


def _dated(clause: str, at: int) -> int:
    """Give the length of a part of a date, of the number of an item, or of a space; 0 for anything else."""
    to = at
    while to < len(clause) and clause[to].isdecimal():
        to += 1
    length, behind = to - at, clause[to : to + 1]
    if not length:
        return int(behind.isspace())
    is_date = length <= len("2020") and behind in _DATES
    return length + 1 if is_date or (length <= len("10") and behind in _ITEMS) else 0


def _without(clause: str, organ: str) -> str:
    """Take the organ's own name, or the end of it, out of a clause."""
    if len(clause) < _SHORTEST_NAME:
        return clause
    ending = next((ending for ending in _GOVERNS if organ.endswith(ending)), "")
    for name in (organ, organ.removesuffix(ending)):
        for i in range(len(name) - _SHORTEST_NAME + 1):
            if name[i:] in clause:
                return clause.replace(name[i:], "", 1)
    kind = "委" if organ.endswith("委员会") else organ[-1:]
    short = _NAME.search(clause) if kind and kind in clause else None
    if short and len(short[0]) > _SHORTEST_NAME and short[0][-1] == kind:
        left = iter(organ)
        if all(character in left for character in short[0]):  # each in its turn: 医保局 of 医疗保障局
            return clause.replace(short[0], "", 1)
    return clause
