"""After any row of builds the output is the last site and the foreign files; any way, any order."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from write_trees import everything, files_of, names_in, put

from gongkai.write import apply as writer
from gongkai.write import system
from gongkai.write.manifest import read_manifest, seal_all
from gongkai.write.outcome import Refusal, Swap, Written

# Few names, so that files become folders and folders files; and none that differ in case only.
PARTS = st.sampled_from(["a", "b", "年报", "index.html"])
PATHS = st.lists(PARTS, min_size=1, max_size=3).map("/".join)
FILES = st.dictionaries(PATHS, st.binary(max_size=2), max_size=7)
WAYS = st.sampled_from([("exchange",), ("rename",), ()])


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """Drop the files that stand where another one needs a folder."""
    return {
        path: content
        for path, content in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }


SITES = FILES.map(without_clashes)


@pytest.fixture(autouse=True)
def _no_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flush shows only after a power cut, and is slow."""
    monkeypatch.setattr(system, "_flush_system", lambda *_: None)
    monkeypatch.setattr(system, "_flush_one", lambda *_: None)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(SITES, WAYS), min_size=1, max_size=5),
    st.dictionaries(PATHS.map("x/{}".format), st.binary()),
)
def test_the_output_is_the_last_site(
    builds: list[tuple[dict[str, bytes], tuple[Swap, ...]]], foreign: dict[str, bytes]
) -> None:
    foreign = without_clashes(foreign)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        put(output, foreign)
        before = [(output / path).lstat() for path in foreign]
        for wanted, swaps in builds:
            assert isinstance(writer.apply(output, wanted, sources=[], swaps=swaps), Written)
            assert files_of(output) == wanted | foreign
            assert read_manifest(output).files == seal_all(wanted)
            assert all(path.is_file() or any(path.iterdir()) for path in output.rglob("*"))
            assert names_in(Path(folder)) == ["output"]
        after = [(output / path).lstat() for path in foreign]
        assert [(one.st_ino, one.st_mtime_ns) for one in after] == [
            (one.st_ino, one.st_mtime_ns) for one in before
        ]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(FILES, WAYS), min_size=1, max_size=4), SITES)
def test_foreign_files_in_the_same_places(
    builds: list[tuple[dict[str, bytes], tuple[Swap, ...]]], foreign: dict[str, bytes]
) -> None:
    """Either a build is refused and nothing changes, or both the site and the foreign files are there."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        mine = {**foreign, "mine": b""}
        put(output, mine)
        for wanted, swaps in builds:
            before = everything(output)
            outcome = writer.apply(output, wanted, sources=[], swaps=swaps)
            if isinstance(outcome, Refusal):
                assert outcome.reason == "collision"
                assert everything(output) == before
            else:
                mine = {path: content for path, content in mine.items() if path not in wanted}  # adopted
                assert files_of(output) == wanted | mine
