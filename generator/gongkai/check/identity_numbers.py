"""What the digits of a number prove: an identity card, a bank card, an organ's credit code."""

from __future__ import annotations

import datetime as dt

# The first two digits of an identity card are its province.
_PROVINCES = frozenset(
    f"{region}{province}"
    for region, provinces in {1: "12345", 2: "123", 3: "1234567", 4: "123456", 5: "01234", 6: "12345"}.items()
    for province in provinces
) | {"71", "81", "82", "83"}
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"

_CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_KINDS = "159"

_UNIONPAY = "62"
_OTHER_BANKS = ("4", "51", "52", "53", "54", "55", "35", "9558", "9559", "6013", "60")
_CARD_LENGTHS = range(16, 20)
# Years in numbers that start with an area and a date: of birth in a card mistyped, of a file.
_BIRTHS, _FILES = range(1900, 2100), range(2000, 2040)
_LIVING, _BIRTH_AT = range(1910, 2040), {17: (5, 6), 18: (6,), 19: (6, 7)}


def is_identity_card(number: str) -> bool:
    """Tell whether 18 characters are an identity card: province, date of birth and check digit."""
    if len(number) != len(_ID_WEIGHTS) + 1 or number[:2] not in _PROVINCES or not number[:-1].isdecimal():
        return False
    if not _is_day(number[6:14], range(1900, dt.MAXYEAR)):
        return False
    remainder = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False)) % 11
    return _ID_CHECKS[remainder] == number[-1].upper()


def is_old_identity_card(number: str) -> bool:
    """Tell whether 15 digits may be an identity card as it was until 1999; it has no check digit."""
    return len(number) == 15 and number[:2] in _PROVINCES and _is_day(f"19{number[6:12]}", range(1900, 2000))  # noqa: PLR2004 - an old number has 15 digits


def is_mistyped_identity_card(number: str) -> bool:
    """Tell whether a number of 17 to 19 characters has the province and the day of birth of a card.

    With a digit too few or too many, the day may stand one place off.
    """
    places = _BIRTH_AT.get(len(number), ())
    return (
        number[:2] in _PROVINCES
        and number[:-1].isdecimal()
        and any(_is_day(number[at : at + 8], _LIVING) for at in places)
    )


def is_nearly_identity_card(number: str) -> bool:
    """Tell whether 18 characters are an identity card but for the check digit."""
    return (
        len(number) == len(_ID_WEIGHTS) + 1
        and number[:2] in _PROVINCES
        and number[:-1].isdecimal()
        and _is_day(number[6:14], _BIRTHS)
    )


def is_credit_code(number: str) -> bool:
    """Tell whether 18 characters are a 统一社会信用代码: its check character is right."""
    if len(number) != len(_CREDIT_WEIGHTS) + 1 or any(char not in _CREDIT_DIGITS for char in number):
        return False
    values = [_CREDIT_DIGITS.index(char) for char in number]
    total = sum(value * weight for value, weight in zip(values, _CREDIT_WEIGHTS, strict=False))
    return (total + values[-1]) % len(_CREDIT_DIGITS) == 0


def is_organ_too(number: str) -> bool:
    """Tell whether an identity card's number is a credit code as well: kind, area and check fit."""
    return number[0] in _CREDIT_KINDS and number[2:4] in _PROVINCES and is_credit_code(number)


def is_card_length(number: str) -> bool:
    """Tell whether a number is as long as a bank card's."""
    return len(number) in _CARD_LENGTHS


def is_luhn(number: str) -> bool:
    """Tell whether a number keeps the check of bank cards, as one in ten numbers does."""
    total = 0
    for i, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + i % 2)
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - of two digits: their sum
    return total % 10 == 0


def is_unionpay(number: str) -> bool:
    """Tell whether a number starts as cards issued in China do, and is not an area with a date."""
    years = _BIRTHS if len(number) == len(_ID_WEIGHTS) + 1 else _FILES
    return number.startswith(_UNIONPAY) and not _is_day(number[6:14], years)


def is_other_card(number: str) -> bool:
    """Tell whether a number starts as other bank cards do; many numbers start so."""
    return number.startswith((_UNIONPAY, *_OTHER_BANKS))


def _is_day(digits: str, years: range) -> bool:
    if int(digits[:4]) not in years:
        return False
    try:
        dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
