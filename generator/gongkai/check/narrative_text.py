"""Readies a text for reading: every character in its place, and what is no figure out of sight."""

from __future__ import annotations

from gongkai.check.narrative_words import BLANK, REFERENCE
from gongkai.model.pattern import pattern

# Typed in more than one way, and one character each.
_ODD = tuple("０１２３４５６７８９％．　\u00a0")
_ALIKE = str.maketrans("０１２３４５６７８９％．　\u00a0", "0123456789%.  ")
_BRACES = pattern(r"\{\{[^{}\n]{0,200}\}\}")
_TITLE = pattern(r"《[^《》\n]{0,200}》|\]\([^()\n]{0,300}\)|https?://[\w./?=&%#-]{0,300}")
_QUOTED = pattern(r"“[^“”\n]{1,120}”")
_APART = pattern(r"(\d{1,4}) ([年月])")
_DIGIT = pattern(r"\d")
_HIDDEN = "□"
# A paragraph goes on in the next line where a long one ends in the middle of a sentence.
_BROKEN = pattern(
    r"\n(?<![\s。！？；：!?;:|]\n)(?<=[^\n]{30}\n)"
    r"(?![\s#>|\-*+•(（]|[一二三四五六七八九十\d]{1,3}[、.)）]|[一二三四五六七八九十]是)"
)


def joined(text: str) -> tuple[str, list[int]]:
    """Give a text without the line breaks inside its sentences, and where in it they were."""
    lines = text.strip("\n")
    if lines.count("\n") == 2 * lines.count("\n\n"):
        return text, []  # each line is a paragraph
    breaks = [found.start() - i for i, found in enumerate(_BROKEN.finditer(text))]
    return (_BROKEN.sub("", text), breaks) if breaks else (text, breaks)


def readied(text: str, year: int) -> str:
    """Give a text of the same length in one spelling, without references, titles and quoted figures."""
    if any(odd in text for odd in _ODD):
        text = text.translate(_ALIKE)
    text = text.replace("*", " ")
    if "{{" in text:
        text = _BRACES.sub(lambda found: REFERENCE * len(found[0]), text)
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
