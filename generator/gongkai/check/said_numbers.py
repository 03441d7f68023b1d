"""Finds numbers that are said to be an identity card's and are mistyped: 身份证号 11O101199001010014.

The words before it make it one, whatever its check digit, if area and day of birth stand in it too: a
digit too many, or an O for a zero, still tells whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from gongkai.check.identity_numbers import is_identity_card, is_mistyped_identity_card
from gongkai.check.number_runs import HALF_WIDTH, Written
from gongkai.model.pattern import pattern

_MARKS = "[ \t\u3000*_\"'“”‘’`]{0,4}"
# Things have numbers of identity too: 农产品身份证号, 不动产身份证号.
_OF_A_PERSON = "(?<![品产程物车树木房屋梯备犬猫构业筑目库桥井楼栋械])(?<!法人)(?<!统一)"
_SAYS = pattern(
    f"{_OF_A_PERSON}(?:(?:身份证件?的?号码?|公民身份号码?){_MARKS}(?:[:：|=]|[（(]|[为是系]){{0,2}}"
    f"|身份证件?{_MARKS}[:：]){_MARKS}(?=[0-9０-９OoＯIl])"
)
# Letters that are typed for digits; and the groups that a number is written in.
_DIGIT = "[0-9０-９OoＯｏ〇Il]"
_GROUP = pattern(f"{_DIGIT}{{1,20}}[XxＸｘ]?(?![0-9０-９A-Za-z])")
_BETWEEN = pattern("[ \u00a0\u2000-\u200b\u3000\u2010-\u2015\u2212－-]{1,2}(?=[0-9０-９OoＯIl])")
_LETTERS = str.maketrans("OoＯｏ〇Il", "0000011")
_LENGTHS = (18, 17, 19)
_GROUPINGS = ((6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (3, 3, 4, 4, 4), (3, 3, 8, 4), (6, 12), (14, 4))
_MOST_GROUPS = 6
_FEWEST_DIGITS = 14
_MOBILE = 11
# What tells that a number is hidden in part, counts something, or is nobody's.
_AROUND = 14
_NOT_WHOLE = pattern(
    r"[\s\\*_（(\[【<，,、~～-]{0,4}"
    r"(?:[*＊﹡∗✱×□■●○◯_＿…#＃?？•·█▇△▲☆★\\]|[.．]{2}|[xXＸｘ]|后.{0,2}位|末.{0,2}位|略|省略|隐|某"
    r"|[件个张份次本套户人名例条宗项笔册枚万亿])"
)
_EXAMPLE = pattern(
    "示例|样例|范例|例如|举例|[如例][:：]|样式|样本|模板|格式|模拟|虚构|虚拟|虚设|测试|演示|假设"
)
_EMPHASIS = pattern(r"[*_`]{1,3}\Z")
_SAMPLE_AREA = "123456"


def said_numbers(text: str) -> Iterator[Written]:
    """Give each number that the words before it say to be an identity card's, and that is none as it is."""
    for said in _SAYS.finditer(text):
        groups = _groups(text, said.end())
        ends = [*accumulate(len(group[0]) for group in groups)]
        written = "".join(group[0] for group in groups)
        if any(is_identity_card(written[:end].translate(HALF_WIDTH)) for end in ends):
            continue  # such numbers are found by their digits
        for length in _LENGTHS:
            if length not in ends:
                continue
            count = ends.index(length) + 1
            number = written[:length].translate(_LETTERS).translate(HALF_WIDTH)
            sizes = tuple(len(group[0]) for group in groups[:count])
            if (
                _is_alone(sizes, groups[count:])
                and _is_meant(number, written[:length])
                and _is_somebodys(text, said, groups[0].start(), groups[count - 1].end())
            ):
                yield Written(number, groups[0].start(), groups[count - 1].end(), sizes)
                break


def _groups(text: str, at: int) -> list[re.Match[str]]:
    groups: list[re.Match[str]] = []
    while len(groups) < _MOST_GROUPS and (group := _GROUP.match(text, at)):
        groups.append(group)
        between = _BETWEEN.match(text, group.end())
        if not between:
            break
        at = between.end()
    return groups


def _is_alone(sizes: tuple[int, ...], rest: Sequence[re.Match[str]]) -> bool:
    """Tell whether groups make one number, and not a row of counts: at most one of them is a digit off."""
    if rest and len(rest[0][0]) != _MOBILE:
        return False
    return len(sizes) == 1 or any(
        len(sizes) == len(usual) and sum(abs(a - b) for a, b in zip(sizes, usual, strict=True)) <= 1
        for usual in _GROUPINGS
    )


def _is_meant(number: str, written: str) -> bool:
    digits = sum(char.isdecimal() for char in written)
    return (
        digits >= _FEWEST_DIGITS and not number.startswith(_SAMPLE_AREA) and is_mistyped_identity_card(number)
    )


def _is_somebodys(text: str, said: re.Match[str], start: int, end: int) -> bool:
    """Tell that nothing around a number hides a part of it, counts with it or calls it an example."""
    marks = _EMPHASIS.search(text, max(0, start - 3), start)
    if marks and text.startswith(marks[0], end):
        end += len(marks[0])  # what ends an emphasis hides nothing
    before, behind = text[max(0, said.start() - _AROUND) : start], text[end : end + _AROUND]
    around = f"{before.rpartition(chr(10))[2]} {behind.partition(chr(10))[0]}"
    return not _NOT_WHOLE.match(text, end, end + _AROUND) and not _EXAMPLE.search(around)
