"""Says how a wrong figure, or a wrong row, may have come about, where arithmetic tells it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gongkai.diagnostics.diagnostic import Text
from gongkai.model.facts import Number

_MOST_ZEROS = 6
_TEN_THOUSAND = 4
_PAIR = 2


def slip(stated: Number, wanted: Number, unit: str = "") -> Text | None:
    """Name the slip of the hand that makes one figure of the other; the most specific that fits."""
    a, b = _digits(stated), _digits(wanted)
    if a == b or not stated or not wanted:
        return None
    if swaps_digits(a, b):
        return Text(f"两位数字颠倒，{b} 写成了 {a}", f"two digits changed places: {b} was written {a}")
    zeros = _zeros(stated, wanted)
    if zeros == _TEN_THOUSAND and unit.startswith("万"):
        small = unit.removeprefix("万")
        return Text(
            f"以{small}为单位填了应以{unit}计的数", f"the amount is in {small}, and should be in {unit}"
        )
    if zeros > 0:
        return Text(f"多写了 {zeros} 个 0", f"written with {zeros} zero{'s' * (zeros > 1)} too many")
    if zeros < 0:
        return Text(f"少写了 {-zeros} 个 0", f"written with {-zeros} zero{'s' * (zeros < -1)} too few")
    if has_one_more(a, b):
        return Text(f"多写了一位，{b} 写成了 {a}", f"a digit too many: {b} was written {a}")
    if has_one_more(b, a):
        return Text(f"漏写了一位，{b} 写成了 {a}", f"a digit is missing: {b} was written {a}")
    return None


def swaps_digits(a: str, b: str) -> bool:
    """Tell whether two figures differ by two neighbouring digits that changed places."""
    if len(a) != len(b):
        return False
    odd = [i for i in range(len(a)) if a[i] != b[i]]
    return len(odd) == _PAIR and odd[1] == odd[0] + 1 and a[odd[0]] == b[odd[1]] and a[odd[1]] == b[odd[0]]


def has_one_more(longer: str, shorter: str) -> bool:
    """Tell whether one figure is the other with one digit put in."""
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )


def moved(stated: Sequence[Number], wanted: Sequence[Number]) -> Text | None:
    """Say whether the figures of a row stand one place off: all of them, or from one place on."""
    size = len(stated)
    if size <= _PAIR or not any(stated):
        return None
    for i in range(size):
        if any(stated[i:-1]) and list(stated[i:-1]) == list(wanted[i + 1 :]) and stated[:i] == wanted[:i]:
            return _moved(i, "左", "left", Text("漏填了一格", "a figure was left out"))
        if any(stated[i + 1 :]) and list(stated[i + 1 :]) == list(wanted[i:-1]) and stated[:i] == wanted[:i]:
            return _moved(i, "右", "right", Text("多填了一格", "a figure too many was put in"))
    return None


def _moved(first: int, zh: str, en: str, why: Text) -> Text:
    where = (
        Text("整行", "the whole row")
        if not first
        else Text(f"第 {first + 1} 格起", f"the row from its figure {first + 1} on")
    )
    return Text(f"{where.zh}{zh}移了一格，{why.zh}", f"{where.en} moved one place to the {en}: {why.en}")


def _zeros(stated: Number, wanted: Number) -> int:
    """Give how many zeros one figure has more than the other, and otherwise the same digits."""
    one, other = Decimal(stated), Decimal(wanted)
    for zeros in range(1, _MOST_ZEROS + 1):
        if one == other * 10**zeros:
            return zeros
        if other == one * 10**zeros:
            return -zeros
    return 0


def _digits(number: Number) -> str:
    return str(number) if isinstance(number, int) else format(number, "f")
