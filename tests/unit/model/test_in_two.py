"""Work in two processes gives what it gives in one, whatever happens to the second."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from gongkai.check import rules
from gongkai.cli import commands
from gongkai.load.site import read_site
from gongkai.model import in_two as divided
from gongkai.model.in_two import MOST, in_two
from gongkai.model.source import Source

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is a process divided")

FIRST = os.getpid()


@pytest.fixture(autouse=True)
def _no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(divided, "can_divide", lambda: True)  # beside the threads of the test runner too
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _by_whom(number: int) -> tuple[int, int]:
    time.sleep(0.01)  # long enough for the other one to come by
    return number, os.getpid()


def _only_first(number: int, *, killed: bool) -> int:
    time.sleep(0.01)
    if os.getpid() != FIRST:
        if killed:
            os.kill(os.getpid(), 9)
        raise ValueError(number)
    return number


def _wrong(number: int) -> int:
    raise ValueError(number)


@pytest.mark.parametrize("count", [0, 1, 20, MOST, MOST + 1])
def test_each_piece_is_done_once_and_the_results_are_in_order(count: int) -> None:
    found = in_two([partial(_by_whom, i) for i in range(count)], {})
    assert [number for number, _ in found] == list(range(count))


def test_both_processes_work() -> None:
    assert len({process for _, process in in_two([partial(_by_whom, i) for i in range(20)], {})}) == 2


@pytest.mark.parametrize("killed", [False, True])
def test_what_the_second_process_could_not_do_is_done_by_the_first(killed: bool) -> None:
    assert in_two([partial(_only_first, i, killed=killed) for i in range(20)], {}) == list(range(20))


def _refuse(*_: object) -> int:
    raise BlockingIOError


@pytest.mark.parametrize("call", ["fork", "memfd_create"])
def test_where_the_system_refuses_one_process_does_all(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(os, call, _refuse)
    found = in_two([partial(_by_whom, i) for i in range(20)], {})
    assert found == [(i, FIRST) for i in range(20)]
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_python_without_shared_memory_does_not_divide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.delattr(os, "memfd_create")
    assert not divided.can_divide()


def test_a_result_that_cannot_be_sent_is_made_again() -> None:
    found = in_two([partial(lambda i: (_by_whom(i)[0], lambda: i), i) for i in range(20)], {})
    assert [number for number, _ in found] == list(range(20))


def test_a_bug_is_raised() -> None:
    with pytest.raises(ValueError, match=r"\d"):
        in_two([partial(_wrong, i) for i in range(20)], {})


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "site"
    words = ["demo", str(folder), "--organs", "26", "--years", "5", "--mistakes", "40"]
    assert CliRunner().invoke(commands, words).exit_code == 0
    return folder


def test_a_large_site_is_read_as_it_is_by_one_process(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(divided, "can_divide", lambda: False)
    alone, problems = read_site(large)
    monkeypatch.setattr(divided, "can_divide", lambda: True)
    site, told = read_site(large)
    assert site
    assert alone
    assert told == problems
    assert [report.key for report in site.reports] == [report.key for report in alone.reports]
    for report, other in zip(site.reports, alone.reports, strict=True):
        assert report == other
        assert report.form is other.form
        assert dict(report.facts) == dict(other.facts)
        assert isinstance(report.written, Source)
        assert report.written == other.written
        places = [fact.place for fact in report.facts.values()]
        assert places == [fact.place for fact in other.facts.values()]


def test_a_large_site_has_the_same_problems_in_the_same_order(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, _ = read_site(large)
    assert site
    monkeypatch.setattr(divided, "can_divide", lambda: False)
    alone = rules.check_site(site)
    monkeypatch.setattr(divided, "can_divide", lambda: True)
    assert rules.check_site(site) == alone
    assert len(alone) > 30
