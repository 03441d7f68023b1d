"""The bar of a long build: only where somebody watches, and only where it is long."""

from __future__ import annotations

import io
import sys

import pytest

from gongkai.commands.build import _progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("pages", "shown"), [(25, False), (300, True)])
def test_a_bar_is_shown_for_many_pages_only(monkeypatch: pytest.MonkeyPatch, pages: int, shown: bool) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with _progress("zh-CN") as progress:
        assert progress
        for done in range(1, pages + 1):
            progress(done, pages)
    assert ("生成网页" in terminal.getvalue()) is shown
    assert ("100%" in terminal.getvalue()) is shown


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with _progress("en") as progress:
        assert progress is None
