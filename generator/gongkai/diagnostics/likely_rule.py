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
# So many rules are named where words stand in the names of several; so short words are like any name.
_MOST_NAMED, _SHORTEST = 3, 4
_LIST = Text("不写代码，列出全部规则：gongkai explain", "All rules are listed by: gongkai explain")


def likely_rules(found: str, rules: Sequence[Rule]) -> Sequence[Rule]:
    """Give the rules that may be meant, the likeliest first, among those that can be."""
    by_code = {rule.code: rule for rule in rules}
    code = _code(found)
    if code:
        family = [rule for rule in rules if rule.code[1] == code[1]]
        near = min(family, key=lambda rule: abs(int(rule.code[1:]) - int(code[1:])), default=None)
        meant = by_code.get(code) or near
        return [meant] if meant else []
    plain = half_width(found).lower()
    named = {words.lower(): rule for rule in rules for words in (rule.name, rule.title.zh, rule.title.en)}
    if plain in named:
        return [named[plain]]
    if len(plain) < (_SHORTEST if plain.isascii() else 2):
        return []
    # The more of a name is there, the likelier it is meant.
    start = re.compile((r"\b" if plain.isascii() else "") + re.escape(plain))
    inside = sorted((words for words in named if start.search(words)), key=len)
    if inside:
        return list({named[words].code: named[words] for words in inside}.values())[:_MOST_NAMED]
    likely = named.get(closest(plain, list(named)))
    return [likely] if likely else []


def advice_on(found: str, rules: Sequence[Rule]) -> Text:
    """Advise on a code or a name that no rule has."""
    likely = likely_rules(found, rules)
    if not likely:
        return _LIST
    rule = likely[0]
    zh = "、".join(f"{rule.code}（{rule.title.zh}）" for rule in likely)
    en = ", ".join(f"{rule.code} ({rule.title.en})" for rule in likely)
    if rule.code == _code(found) or not _code(found):
        return Text(f"是否想写 {zh}？", f"Did you mean {en}?")
    return Text(f"最接近的是 {zh}。{_LIST.zh}", f"The nearest one is {en}. {_LIST.en}")


def _code(found: str) -> str:
    """Read a code however it is written: `d4O1`, `301`, `[D301 row-total]`; empty if none."""
    words = half_width(found).upper().strip("[]【】“”\"'").split()
    first = words[0] if words else ""
    match = _CODE.fullmatch(first[:1] + first[1:].translate(_DIGITS))
    return f"D{match[1]}" if match else ""
