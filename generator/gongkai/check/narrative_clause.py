"""Tells whether a clause is surely of this organ, this year and all requests: by what may stand in it."""

from __future__ import annotations

from gongkai.check.narrative_words import REFERENCE
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrases

_FAR = 60
_CHAIN = 200
_SHORTEST_NAME = 3
_SPLIT = pattern(
    rf"[，,；;：:。！？!?()（）\n{REFERENCE}]|\d{{1,9}}[件份宗起例条项次个]{{1,2}}"
    r"|[一二三四五六七八九十百千]{1,9}[件份宗起例]"
)
# Words that leave a figure the organ's own, of the whole year, of all requests; and those of a request.
_HARMLESS = pattern(
    r"(?:\d{1,4}[年月日]|年度|年|度|全年|今年|本年度?|年内|年度内|上一?年度?|去年|下一?年度?|次年|截至|截止|以来|年底|年末"
    r"|[我本](?:[省市县区州旗镇乡街][人民政府直]{0,4}|街道|[局委校院系所站厅办馆队]|机关|单位|部门|中心|大队|支队|管委会)"
    r"|全[省市县区州旗镇乡街局委校院系所站厅办]|街道"
    r"|共|总|合|计|含|包括|叠加|加上|累计|均|都|已|另|还|并|且|及|和|与|或|的|有|为|是|其中|其余|余下|方面|情况|工作|数量?|[中里内]"
    r"|没有?|未|无|尚|不存在|发生|出现|产生|因"
    r"|政府|政务|信息|公开|依法|依|申请人?|收|接到?|到|新|受理|办理|办结|答复|回复|处理|结转|遗留|件|事项|从|来?看|结果|纳入|列入|一并|按[时期]|全部|继续"
    r"|第?[一二三四五六七八九十]{1,2}(?:是|、|方面)?|[\s\u2060\-+•·●、.)）(（]|\d{1,2}[.、)）]|[件份宗起例条项次个])*+"
)
# Whose, or of when: what ends so and is not the organ itself is another, or a part.
_NARROW = pattern(
    r"(?<![逐每])件|[访案]|(?:期间|假期|[外后前日时间来起]|期|月份?|季度?|周|单位|机构|中心|学校|机关|[股科室所站队院乡镇县市区州旗省厅局馆园处]|街道|部门|企业|委|(?<=[委府党])办|其中)$"
)
_REST = pattern(r"[^，,；;：:。、！？!?()（）\n\d]{0,16}")
_GOES_ON = pattern(r"[\s\u2060]*[已均全按继转尚正在并将于至再由占比较同因其和与及都共为%]")
_GOVERNS = pattern("(?:人民政府|办事处)$")
_NAME = pattern("(?<=年)[^年度\\W\\d]{1,16}[局委办会厅]|^[^\\W\\d]{1,16}[局委办会厅]")
_OF_ANYONE = pattern(
    r"(?:任何形式|(?:公民|公众|群众)、法人[、和或及者以与]{1,2}其[他它]组织|任何单位、?(?:组织)?和个人|个人、法人[和或及者以与]{1,2}其[他它]组织|申请人|过|和?(?:处理|受理|办理)|任何|公众|公民|群众|社会公众|市民|[、和及或者以]|关于|有关"
    r"|通过任何(?:形式|方式|渠道|途径)|提出|递交|提交|提起|申请|要求|的|向|对|本机关|[我本](?:局|委|办|院|县|市|区|镇|乡|街道|单位|部门|机关)|政府|信息"
    r"|公开|政务|依|到|一件|\s)*+"
)
_SAME = pattern(r"[\s\u2060的申请公开政府信息案件事项办宜情况发生及其等有关诉求要提出.]*")


def is_own(text: str, start: int, organ: str) -> bool:
    """Tell whether nothing in a clause before `start` makes what follows another's, or a part."""
    window = text[max(0, start - _FAR) : start]
    ends = [0, *(found.end() for found in _SPLIT.finditer(window))]
    clause = _without(window[ends[-1] :], organ)
    if (len(ends) == 1 and start > _FAR) or not _HARMLESS.fullmatch(clause):
        return False
    if len(ends) == 1 or window[ends[-1] - 1] not in ",，":
        return True
    before = _without(window[ends[-2] : ends[-1] - 1], organ)
    return _HARMLESS.fullmatch(before) is not None or not _NARROW.search(before)


def is_another(text: str, start: int, organ: str) -> bool:
    """Tell whether an organ that is not this one, or a part of it, stands right before `start`."""
    window = text[max(0, start - _FAR) : start]
    ends = [0, *(found.end() for found in _SPLIT.finditer(window))]
    clause = _without(window[ends[-1] :], organ)
    return not _HARMLESS.fullmatch(clause) and _NARROW.search(clause.rstrip("共新")) is not None


def is_followed(text: str, start: int, end: int, table: str, phrases: Phrases) -> bool:
    """Tell whether all that stands between a matter's name and a figure's words is of that matter."""
    if end - start > _CHAIN:
        return False
    by_word = phrases.by_word
    stretch = phrases.saying.sub(
        lambda found: "" if by_word[found[0]].table == table else found[0], text[start:end]
    )
    return all(_HARMLESS.fullmatch(clause) for clause in _SPLIT.split(stretch))


def is_of_anyone(text: str, none_end: int, start: int, end: int, to: int) -> bool:
    """Tell whether «没有收到…申请» is of all requests: by what stands before the word, and behind it."""
    return _SAME.fullmatch(text, end, to) is not None and is_whole(text, none_end, start)


def is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether what stands before the name of a matter leaves it all of it."""
    return _OF_ANYONE.fullmatch(text, start, end) is not None


def counts_others(text: str, end: int) -> bool:
    """Tell whether what follows a figure in its clause is another thing that it counts."""
    behind = _REST.match(text, end)
    rest = behind[0] if behind else ""
    return not _GOES_ON.match(rest) and not _HARMLESS.fullmatch(rest)


def _without(clause: str, organ: str) -> str:
    """Take the organ's own name, or the end of it, out of a clause."""
    for name in (organ, _GOVERNS.sub("", organ)):
        for i in range(len(name) - _SHORTEST_NAME + 1):
            if name[i:] in clause:
                return clause.replace(name[i:], "", 1)
    short = _NAME.search(clause) if organ and organ[-1] in clause else None
    if short and len(short[0]) > _SHORTEST_NAME and short[0][-1] == organ[-1]:
        left = iter(organ)
        if all(character in left for character in short[0]):  # each in its turn: 医保局 of 医疗保障局
            return clause.replace(short[0], "", 1)
    return clause
