"""Which rule was meant by a code or a name that no rule has: a letter for a digit, the D left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.diagnostics.catalogue import Rule
from gongkai.diagnostics.diagnostic import Text
from gongkai.diagnostics.half_width import half_width
from gongkai.diagnostics.nearest import closest

_CODE = re.compile(r"D?([0-9]{3})")
_DIGITS = str.maketrans("OQILSBZ", "0011582")
_LIST = Text("不写代码，列出全部规则：gongkai explain", "All rules are listed by: gongkai explain")


def likely_rule(found: str, rules: Sequence[Rule]) -> Rule | None:
    """Give the rule that was meant, among those that can be; None where none is likely."""
    by_code = {rule.code: rule for rule in rules}
    code = _code(found)
    if code:
        family = [rule for rule in rules if rule.code[1] == code[1]]
        near = min(family, key=lambda rule: abs(int(rule.code[1:]) - int(code[1:])), default=None)
        return by_code.get(code) or near
    plain = half_width(found)
    named = {words: rule for rule in rules for words in (rule.name, rule.title.zh, rule.title.en)}
    inside = [rule for words, rule in named.items() if len(plain) > 1 and plain in words]
    return inside[0] if inside else named.get(closest(plain.lower(), list(named)))


def advice_on(found: str, rules: Sequence[Rule]) -> Text:
    """Advise on a code or a name that no rule has."""
    rule = likely_rule(found, rules)
    if not rule:
        return _LIST
    zh, en = f"{rule.code}（{rule.title.zh}）", f"{rule.code} ({rule.title.en})"
    if rule.code == _code(found) or not _code(found):
        return Text(f"是否想写 {zh}？", f"Did you mean {en}?")
    return Text(f"最接近的是 {zh}。{_LIST.zh}", f"The nearest one is {en}. {_LIST.en}")


def _code(found: str) -> str:
    """Read a code however it is written: `d4O1`, `301`, `[D301 row-total]`; empty if none."""
    words = half_width(found).upper().strip("[]【】“”\"'").split()
    first = words[0] if words else ""
    match = _CODE.fullmatch(first[:1] + first[1:].translate(_DIGITS))
    return f"D{match[1]}" if match else ""
