"""Decides what a long number is: a person's, a bank's, perhaps one of these, or none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from gongkai.check.identity_numbers import (
    is_card_length,
    is_identity_card,
    is_luhn,
    is_nearly_identity_card,
    is_old_identity_card,
    is_organ_too,
    is_other_card,
    is_unionpay,
)
from gongkai.check.number_runs import Written, numbers
from gongkai.check.written_page import Page
from gongkai.model.pattern import pattern

IDENTITY_CARD, MOBILE, CONTACT, BANK_CARD, DOUBTFUL = "D640", "D641", "D642", "D643", "D647"

_MOBILE = pattern("(?:(?:00)?86)?1[3-9][0-9]{9}")
_BARE_MOBILE = 11
_APART = (2, 4)
# Nobody who is older has a number; and the codes of many offices go on with 00 after the area.
_OLDEST = 1910
_UNCERTAIN = range(2000, 2010)
_MOBILE_GROUPS = frozenset(
    ((11,), (3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5), (3, 5, 3), (5, 3, 3), (5, 6), (6, 5))
)
# Two figures that a blank parts make eleven digits too: 发布1381234 5678.
_SPACED_GROUPS = frozenset(((11,), (3, 4, 4), (3, 8)))
_BLANK = pattern(r"\s")
_OLD_GROUPS = ((15,), (6, 6, 3))
_CARD_GROUPS = frozenset(((6, 10), (6, 12), (6, 13)))
_FOUR = 4

# What a number is said to be.
_SAYS_IDENTITY = pattern("身份证|公民身份号码|证件号")
_SAYS_CARD_OF_PERSON = pattern("身份证|公民身份号码")
_SAYS_ORGAN = pattern("信用代码|索引号|机构代码")
_SAYS_CARD = pattern("银行|卡号|账号|帐号|账户|帐户|开户")
_SAYS_CONTACT = pattern("电话|咨询|热线|传真|联系方式|联系人|地址|邮编|邮政编码|值班|办公|拨打")
_SAYS_OFFICE = pattern("咨询|热线|传真|办公|拨打|值班|机构|邮编|邮政编码")
_SAYS_PERSON = pattern(
    "申请人|当事人|举报人|投诉人|信访人|身份证|户主|本人|患者|家庭住址|受害人|持卡人|女士|先生"
)
_SAYS_PARTY = pattern("申请人|当事人|举报人|投诉人|信访人|原告|户主|患者|家庭住址|受害人|持卡人")
_SENTENCE_END = pattern("[。！？\n]")
_PHONE_KEY = pattern("(?:tel|phone|mobile|cell|sjh|shouji|dianhua)[^=/&?]{0,10}[=:/]$", re.IGNORECASE)
# `编号：`, `网站标识码 `: what follows is the number of a thing.
_OF_A_THING = pattern(
    "(?:索引号|文号|编号|编码|代码|案号|标识码|备案号?|订单号?|单号|流水号?|受理号|登记号|许可证|证书|批号|档号|条码|"
    "书号|刊号|期号|项目号|合同号|序列号|ISBN|ISSN|(?<![A-Za-z])No[.．:： ]|№)"
    "[^0-9０-９\\n]{0,8}[0-9A-Za-z_/〔〕（）()-]{0,24}$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = pattern(
    "(?:[¥￥$€]|金额|收入|支出|合计|总额|总计|资金|投资|产值|决算数?|预算数?|税收|余额|面积|产量|点击量|访问量)"
    "[^0-9０-９\\n，。；]{0,4}$"
)
_AMOUNT_AFTER = pattern(
    "\\s{0,2}(?:[,，.．][0-9０-９]|[元万亿吨度次件条%％‰]|美元|港元|日元|人次|立方|平方|千瓦|公斤|千克|字节)"
)
_AMOUNT_HEAD = pattern("元|金额|收入|支出|预算|决算|合计|数量|面积|产量|产值")
# Letters and digits mixed at random: a digest, a key, a UUID.
_RANDOM = pattern(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{20,}")
_LETTER = pattern("[A-Za-z]")
_LIST_MARK = pattern(r"(?:^|[:：])\s*(?:[-*+]\s+)?[0-9]{1,2}[.．]$")


def long_numbers(page: Page, known: Iterable[Written] = ()) -> Iterator[tuple[str, Written]]:
    """Give what each long number of a page is, by code; ordinary numbers and known ones are left out."""
    other = frozenset(at for number in known for at in range(number.start, number.end))
    for readings in numbers(page.source.text):
        taken = set(other)
        for number in readings:
            if number.start in taken or number.end - 1 in taken:
                continue
            code = _code(number, page)
            if code:
                taken.update(range(number.start, number.end))
                yield code, number


def _code(number: Written, page: Page) -> str:
    if is_identity_card(number.digits):
        return _organ_or_person(number, page) if is_organ_too(number.digits) else IDENTITY_CARD
    kinds = tuple(_kinds(number))
    if not kinds or _is_random(number, page):
        return ""
    return next((code for kind in kinds if (code := kind(number, page))), "")


def _organ_or_person(number: Written, page: Page) -> str:
    """Where the end of an area reads as a year, a credit code can read as an identity card."""
    year = int(number.digits[6:10])
    if _SAYS_ORGAN.search(page.line(number.start)) or year < _OLDEST:
        return ""
    return DOUBTFUL if year in _UNCERTAIN else IDENTITY_CARD


def _kinds(number: Written) -> Iterator[Callable[[Written, Page], str]]:
    """Give who decides on a number, by its digits and groups alone; the first that knows it is right."""
    digits, groups = number.digits, number.groups
    if digits.isdecimal():
        if groups in _OLD_GROUPS and is_old_identity_card(digits):
            yield _old_identity_card
        elif _MOBILE.fullmatch(digits):
            # With the dialling code apart, the number itself is another reading.
            if len(digits) == _BARE_MOBILE or groups[0] not in _APART:
                yield _mobile
        elif _is_grouped_as_card(groups) and is_card_length(digits) and is_luhn(digits):
            yield _card
    if is_nearly_identity_card(digits):
        yield _mistyped


def _mistyped(number: Written, page: Page) -> str:
    """A number with a province and a day of birth, on a line or in a table that speaks of such numbers."""
    if _SAYS_CARD_OF_PERSON.search(page.line(number.start)) and not _is_other_thing(number, page):
        return DOUBTFUL
    return ""


def _old_identity_card(number: Written, page: Page) -> str:
    if _SAYS_IDENTITY.search(page.line(number.start)):
        return IDENTITY_CARD
    return "" if _is_other_thing(number, page) else DOUBTFUL


def _mobile(number: Written, page: Page) -> str:
    before, after, line = page.before(number.start), page.after(number.end), page.line(number.start)
    is_single = len(number.digits) == _BARE_MOBILE and set(number.groups) == {1}
    if len(number.digits) == _BARE_MOBILE and number.groups not in _SPACED_GROUPS and not is_single:
        is_spaced = _BLANK.search(page.source.text, number.start, number.end)
        if is_spaced or number.groups not in _MOBILE_GROUPS:
            return ""
    if not is_single and (_AMOUNT_AFTER.match(after) or _is_amount(before, line) or _is_decimal(before)):
        return ""
    if page.is_portal_contact(number.start):
        return CONTACT
    if _SAYS_CONTACT.search(line):
        sentence = _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after)[0]
        if _SAYS_PARTY.search(sentence) and not _SAYS_OFFICE.search(sentence):
            return MOBILE  # whatever the other sentences of its paragraph speak of
        return MOBILE if _SAYS_PERSON.search(line) and not _SAYS_OFFICE.search(line) else CONTACT
    if _OF_A_THING.search(before) or _is_document(before, after):
        return ""
    is_part = _is_part(before, after) or (
        len(number.digits) > _BARE_MOBILE and not _is_dialled(number, before)
    )
    in_address = page.address(number.start)
    if is_part or (in_address and not _PHONE_KEY.search(in_address)):
        return DOUBTFUL
    return MOBILE


def _card(number: Written, page: Page) -> str:
    line = page.line(number.start)
    says_card = bool(_SAYS_CARD.search(line))
    if not says_card and (_is_other_thing(number, page) or not is_other_card(number.digits)):
        return ""
    if says_card and is_other_card(number.digits):
        return BANK_CARD
    is_plain = is_unionpay(number.digits) and not page.address(number.start)
    return BANK_CARD if is_plain else DOUBTFUL


def _is_grouped_as_card(groups: tuple[int, ...]) -> bool:
    if len(groups) == 1 or groups in _CARD_GROUPS:
        return True
    return set(groups[:-1]) == {_FOUR} and groups[-1] <= _FOUR


def _is_other_thing(number: Written, page: Page) -> bool:
    before = page.before(number.start)
    return bool(
        _OF_A_THING.search(before) or _AMOUNT_AFTER.match(page.after(number.end)) or _is_decimal(before)
    )


def _is_amount(before: str, line: str) -> bool:
    if _AMOUNT_BEFORE.search(before):
        return True
    head, in_table, _ = line.partition("\n")
    return bool(in_table and _AMOUNT_HEAD.search(head) and not _SAYS_CONTACT.search(head))


def _is_decimal(before: str) -> bool:
    """Tell whether what follows are decimals, and no `3.` of a list stands before."""
    return before[-1:] in (".", "．", ",") and before[-2:-1].isdecimal() and not _LIST_MARK.search(before)


def _is_part(before: str, after: str) -> bool:
    """Tell whether a hyphen joins a number to another one, which is not a dialling code."""
    joined = before[-1:] == "-" and before[-2:-1].isdecimal() and not re.search(r"(?:\+|00|\b)86-$", before)
    return joined or bool(re.match("-[0-9]", after))


def _is_document(before: str, after: str) -> bool:
    """Tell whether a number stands as in 〔2023〕12号 or 第12号."""
    return before[-1:] in "第〕）)］]" and before != "" and after.startswith("号")


def _is_dialled(number: Written, before: str) -> bool:
    return number.digits.startswith("00") or before[-1:] in ("+", "＋")


def _is_random(number: Written, page: Page) -> bool:
    """Tell whether a number stands in a digest or a key."""
    before, after = page.before(number.start), page.after(number.end)
    if not (_LETTER.match(before[-1:]) or _LETTER.match(after[:1]) or before[-1:] == "-"):
        return False
    around = before + page.source.text[number.start : number.end] + after
    return any(
        found.start() <= len(before) < found.end() and _LETTER.search(found[0])
        for found in _RANDOM.finditer(around)
    )
