"""Readies a text for reading: every character in its place, and what is no figure out of sight."""

from __future__ import annotations

import re

from gongkai.check.narrative_words import BLANK

# Typed in more than one way, and one character each.
_ODD = re.compile("[０-９％．　\u00a0]")
_ALIKE = str.maketrans("０１２３４５６７８９％．　\u00a0", "0123456789%.  ")
_REFERENCE = re.compile(r"\{\{[^{}\n]{0,200}\}\}")
_TITLE = re.compile(r"《[^《》\n]{0,200}》|\]\([^()\n]{0,300}\)|https?://[\w./?=&%#-]{0,300}")
_QUOTED = re.compile(r"“[^“”\n]{1,120}”")
_APART = re.compile(r"(\d{1,4}) ([年月])")
_DIGIT = re.compile(r"\d")
_HIDDEN = "□"


def readied(text: str, year: int) -> str:
    """Give a text of the same length in one spelling, without references, titles and quoted figures."""
    if _ODD.search(text):
        text = text.translate(_ALIKE)
    text = text.replace("*", " ")
    if "{{" in text:
        text = _REFERENCE.sub(lambda found: _HIDDEN * len(found[0]), text)
    if "《" in text or "](" in text or "://" in text:
        text = _TITLE.sub(lambda found: _HIDDEN * len(found[0]), text)
    if "“" in text:
        text = _QUOTED.sub(lambda found: _DIGIT.sub(_HIDDEN, found[0]), text)
    if " 年" in text or " 月" in text:
        text = _APART.sub(rf"{BLANK}\1\2", text)
    # The years beside this one, in words that a form's phrases know.
    for other, words in ((year - 1, "上年"), (year + 1, "下年")):
        text = text.replace(
            f"{other}年", f"\u2060\u2060\u2060{words}" if other < year else f"{words}\u2060\u2060\u2060"
        )
    return text
