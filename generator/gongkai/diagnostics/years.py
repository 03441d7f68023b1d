"""Years in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.diagnostics.diagnostic import Text

# More years than these are read more easily as the first and the last.
_MOST = 4


def enumerated(years: Sequence[int]) -> Text:
    """Give every year by itself."""
    each = [str(year) for year in years]
    return Text("、".join(each), ", ".join(each))


def span(years: Sequence[int]) -> Text:
    """Give many years without a gap as the first and the last, others each by itself."""
    first, last = years[0], years[-1]
    if len(years) <= _MOST or last - first != len(years) - 1:
        return enumerated(years)
    return Text(f"{first}—{last}", f"{first}–{last}")
