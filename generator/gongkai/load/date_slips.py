"""What a date that is not well written was meant as: full-width digits, dots, 年月日, no leading zeros."""

from __future__ import annotations

import re

from gongkai.diagnostics.half_width import half_width
from gongkai.model.pattern import pattern

_LONGEST = 40
_PARTS = pattern(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[\sT]*(\d{1,2})\s*[:时]\s*(\d{1,2})(?:[分]|:\d{1,2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_MARKS = str.maketrans({"．": ".", "。": ".", "－": "-", "—": "-", "–": "-", "：": ":", "／": "/"})


def meant(written: str) -> str:
    """Give the date as it should be written, whatever the calendar says to it; empty where it is none."""
    plain = half_width(written[:_LONGEST].translate(_MARKS))
    found = _PARTS.fullmatch(plain)
    if not found or len(written) > _LONGEST:
        return ""
    year, month, day, hour, minute = found.groups()
    time = f" {hour:0>2}:{minute:0>2}" if hour else ""
    return f"{year}-{month:0>2}-{day:0>2}{time}"
