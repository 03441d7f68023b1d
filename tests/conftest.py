"""Lets every test import `toy` and `shown`, which stand beside this file, whatever pytest's import mode."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

import browser

sys.path.insert(0, str(Path(__file__).parent))

# A slow machine is no failure; in CI the same commit gives the same result, elsewhere examples are new.
settings.register_profile(
    "gongkai",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("gongkai")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what is built over tests/golden/*/expected"
    )
    parser.addoption(
        "--whole", action="store_true", help="look at all pages of a demonstration of 40 organs in Chromium"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the toy site in it, which has no problem at all."""
    from toy import write_site  # noqa: PLC0415 - the line above lets it be found

    return write_site(tmp_path / "site")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: the one that scripts/browser.py finds, or installs."""
    path = str(browser.ensure())
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(browser.ARGUMENTS))
        yield found
        found.close()
