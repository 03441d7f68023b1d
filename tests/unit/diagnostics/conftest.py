"""Let the tests here import the module that stands beside them, and show its problems by its rules."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import every

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _rules_of_the_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    from problem_samples import RULES  # noqa: PLC0415 - the line above lets it be found

    monkeypatch.setattr(every, "BY_CODE", {rule.code: rule for rule in RULES})
