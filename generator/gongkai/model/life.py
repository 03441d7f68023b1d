"""In words: from which year to which an organ was there."""

from __future__ import annotations

from gongkai.diagnostics.diagnostic import Text
from gongkai.model.records import Organ


def life(organ: Organ) -> Text:
    """Say from when to when the register has an organ."""
    first, last = organ.from_year, organ.to_year
    zh = (f"自 {first} 年起" if first else "") + (f"至 {last} 年止" if last else "")
    en = " ".join(([f"from {first}"] if first else []) + ([f"to {last}"] if last else []))
    return Text(zh, en)
