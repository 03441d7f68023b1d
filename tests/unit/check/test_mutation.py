"""A sample of what `make mutation` measures: slips in right reports are found, at the right cell."""

from __future__ import annotations

from mutation import QUICK, measure
from mutation_counts import THRESHOLDS, Result
from mutations import UNSEEN

RESULT: Result = measure(QUICK)


def test_untouched_reports_have_no_problem() -> None:
    assert RESULT.reports > 30
    assert RESULT.problems == ()


def test_slips_are_caught() -> None:
    assert all(RESULT.counts[each].tried for each in THRESHOLDS if not each[1].endswith(UNSEEN))
    assert RESULT.failures() == []
