"""Finds numbers that are said to be an identity card's and are mistyped: 身份证号 11O101199001010014.

The words before it make it one, whatever its check digit: a digit too many, or an O for a zero, still
tells whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from gongkai.check.identity_numbers import is_identity_card, is_old_identity_card, looks_like_identity_card
from gongkai.check.number_runs import HALF_WIDTH, Written
from gongkai.model.pattern import pattern

_MARKS = "[ \t\u3000*_\"'“”‘’`]{0,4}"
_SAYS = pattern(
    f"身份(?:证件?(?:的?号码?|编号)?|号码?|编号){_MARKS}(?:[:：|=]|[（(]|[为是系]){{0,2}}{_MARKS}(?=[0-9０-９OoＯ])"
)
# Letters that are typed for digits; and the groups that a number is written in.
_DIGIT = "[0-9０-９OoＯｏ〇Il]"
_GROUP = pattern(f"{_DIGIT}{{1,20}}[XxＸｘ]?(?![0-9０-９A-Za-z*＊×])")
_BETWEEN = pattern("[ \u00a0\u2000-\u200b\u3000\u2010-\u2015\u2212－-]{1,2}(?=[0-9０-９OoＯ])")
_LETTERS = str.maketrans("OoＯｏ〇Il", "0000011")
_LENGTHS = (18, 17, 19, 16, 20, 15, 14)
_MOST_GROUPS = 6
_FEWEST_DIGITS = 13
_NOBODY = "1234567890" * 3  # what stands in an example


def said_numbers(text: str) -> Iterator[Written]:
    """Give each number that the words before it say to be an identity card's, and that is none as it is."""
    for said in _SAYS.finditer(text):
        groups = _groups(text, said.end())
        ends = [*accumulate(len(group[0]) for group in groups)]
        written = "".join(group[0] for group in groups)
        if any(_is_right(written[:end].translate(HALF_WIDTH)) for end in ends):
            continue
        for length in _LENGTHS:
            number = written[:length].translate(_LETTERS).translate(HALF_WIDTH)
            if length in ends and _is_meant(number, written[:length]):
                count = ends.index(length) + 1
                sizes = tuple(len(group[0]) for group in groups[:count])
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


def _is_right(number: str) -> bool:
    """Such numbers are found by their digits."""
    return is_identity_card(number) or (number.isdecimal() and is_old_identity_card(number))


def _is_meant(number: str, written: str) -> bool:
    digits = sum(char.isdecimal() for char in written)
    return digits >= _FEWEST_DIGITS and number not in _NOBODY and looks_like_identity_card(number)
