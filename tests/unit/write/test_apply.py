"""The writer, on real files: what it does, what it leaves alone, what it refuses."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from write_trees import (
    BESIDE_NOTHING,
    FOREIGN_FOLDERS,
    NEW,
    OLD,
    everything,
    files_of,
    folders_of,
    foreign_state,
    generated,
    is_whole,
    names_in,
    put,
    put_foreign,
)

from gongkai.write import apply as writer
from gongkai.write import in_place, lock, place, survey, swap, tree
from gongkai.write.outcome import Refusal, Swap, Written
from gongkai.write.paths import JOURNAL, MANIFEST, STAGE

SWAPS: list[tuple[Swap, ...]] = [("exchange", "rename"), ("rename",), ()]
WAY = {"exchange": "exchange", "rename": "rename", "": "in-place"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path / "site", {"content/site.yaml": b"name: x\n"})
    return tmp_path / "site"


@pytest.fixture
def output(site: Path) -> Path:
    return site / "output"


@pytest.fixture(params=SWAPS, ids=lambda swaps: swaps[0] if swaps else "in-place")
def swaps(request: pytest.FixtureRequest) -> tuple[Swap, ...]:
    return tuple(request.param)


def write(
    output: Path, wanted: Mapping[str, bytes], swaps: tuple[Swap, ...] = ("exchange", "rename")
) -> Written | Refusal:
    return writer.apply(output, wanted, sources=[output.parent / "content"], patience=0.1, swaps=swaps)


def written(output: Path, wanted: Mapping[str, bytes], swaps: tuple[Swap, ...] = SWAPS[0]) -> Written:
    outcome = write(output, wanted, swaps)
    assert isinstance(outcome, Written), outcome
    return outcome


def refused(output: Path, wanted: Mapping[str, bytes], swaps: tuple[Swap, ...] = SWAPS[0]) -> Refusal:
    outcome = write(output, wanted, swaps)
    assert isinstance(outcome, Refusal), outcome
    return outcome


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_the_first_build(output: Path) -> None:
    outcome = written(output, OLD)
    assert is_whole(output, OLD)
    assert [step.reason for step in outcome.plan.new] == ["first"] * len(OLD)
    assert names_in(output.parent) == BESIDE_NOTHING


def test_missing_folders_above_are_made(output: Path) -> None:
    assert isinstance(writer.apply(output / "a/b", OLD, sources=[]), Written)
    assert is_whole(output / "a/b", OLD)


def test_a_build_changes_the_site_and_nothing_else(output: Path, swaps: tuple[Swap, ...]) -> None:
    put_foreign(output)
    written(output, OLD, swaps)
    before = foreign_state(output)
    kept = (output / "404.html").stat()
    outcome = written(output, NEW, swaps)
    assert outcome.way == WAY["".join(swaps[:1])]
    assert is_whole(output, NEW)
    assert foreign_state(output) == before
    assert ((output / "404.html").stat().st_ino, (output / "404.html").stat().st_mtime_ns) == (
        kept.st_ino,
        kept.st_mtime_ns,
    )
    assert folders_of(output) == {
        *FOREIGN_FOLDERS,
        *("assets", "guide", "reports", "reports/shuiwu", "reports/shuiwu/2023", "reports/shuiwu/2024"),
        ".gongkai",
    }
    assert names_in(output.parent) == BESIDE_NOTHING
    assert names_in(output / ".gongkai") == ["manifest.json"]


def test_a_second_build_writes_nothing(output: Path, swaps: tuple[Swap, ...]) -> None:
    put_foreign(output)
    written(output, OLD, swaps)
    before = everything(output.parent)
    outcome = written(output, dict(reversed(OLD.items())), swaps)
    assert outcome.way is None
    assert everything(output.parent) == before
    assert len(outcome.plan.unchanged) == len(OLD)


def test_everything_can_go(output: Path, swaps: tuple[Swap, ...]) -> None:
    written(output, OLD, swaps)
    written(output, {}, swaps)
    assert files_of(output) == {}
    assert folders_of(output) == {".gongkai"}


def test_an_edited_file_is_written_anew(output: Path, swaps: tuple[Swap, ...]) -> None:
    written(output, OLD, swaps)
    (output / "index.html").write_bytes(OLD["index.html"].upper())
    (output / "404.html").unlink()
    outcome = written(output, OLD, swaps)
    assert [(step.path, step.reason) for step in outcome.plan.changed] == [("index.html", "edited")]
    assert [(step.path, step.reason) for step in outcome.plan.new] == [("404.html", "lost")]
    assert is_whole(output, OLD)


@pytest.mark.parametrize("manifest", [None, b"{broken"])
def test_without_a_manifest_the_same_bytes_are_adopted(output: Path, manifest: bytes | None) -> None:
    written(output, OLD)
    if manifest is None:
        (output / MANIFEST).unlink()
    else:
        (output / MANIFEST).write_bytes(manifest)
    outcome = written(output, OLD)
    assert {step.reason for step in outcome.plan.unchanged} == {"adopted"}
    assert is_whole(output, OLD)


def test_a_foreign_file_is_never_overwritten(output: Path, swaps: tuple[Swap, ...]) -> None:
    put(output, {"index.html": b"mine", "reports": b"mine"})
    (output / "guide/mine").mkdir(parents=True)
    before = everything(output)
    refusal = refused(output, OLD, swaps)
    assert (refusal.reason, refusal.path) == ("collision", "guide")
    assert [(step.path, step.reason, step.at) for step in refusal.collisions] == [
        ("guide", "foreign-folder", "guide"),
        ("index.html", "foreign-file", "index.html"),
        ("reports/jiaoyu/2023/index.html", "file-in-the-way", "reports"),
        ("reports/shuiwu/2023/index.html", "file-in-the-way", "reports"),
        ("reports/shuiwu/2023/report.json", "file-in-the-way", "reports"),
    ]
    assert everything(output) == before
    assert names_in(output.parent) == BESIDE_NOTHING


def test_nothing_is_written_or_removed_through_a_link(output: Path, tmp_path: Path) -> None:
    written(output, OLD)
    elsewhere = tmp_path / "elsewhere"
    (output / "reports").rename(elsewhere)
    (output / "reports").symlink_to(elsewhere, target_is_directory=True)
    before = everything(elsewhere)
    assert refused(output, OLD).reason == "collision"
    written(output, {"index.html": b"x"})
    assert everything(elsewhere) == before
    assert (output / "reports").readlink() == elsewhere


def test_an_output_that_is_a_link(output: Path, tmp_path: Path, swaps: tuple[Swap, ...]) -> None:
    (tmp_path / "disk").mkdir()
    output.symlink_to(tmp_path / "disk", target_is_directory=True)
    written(output, OLD, swaps)
    written(output, NEW, swaps)
    assert output.is_symlink()
    assert is_whole(tmp_path / "disk", NEW)


def test_an_output_that_is_a_file(output: Path) -> None:
    output.write_bytes(b"mine")
    assert refused(output, OLD).reason == "not-a-folder"
    assert output.read_bytes() == b"mine"


@pytest.mark.parametrize("path", [".", "..", "content", "content/out", "./content/../", "link", "link/x"])
def test_an_output_over_the_content(site: Path, path: str) -> None:
    (site / "link").symlink_to("content", target_is_directory=True)
    before = everything(site)
    outcome = writer.apply(site / path, OLD, sources=[site / "content"])
    assert isinstance(outcome, Refusal)
    assert outcome.reason == "overlaps-content"
    assert everything(site) == before


def test_content_that_is_a_link_out_of_the_site(site: Path, tmp_path: Path) -> None:
    (site / "content").rename(tmp_path / "real")
    (site / "content").symlink_to(tmp_path / "real", target_is_directory=True)
    for path in (site, tmp_path / "real", tmp_path):
        outcome = writer.apply(path, OLD, sources=[site / "content"])
        assert isinstance(outcome, Refusal)
        assert outcome.reason == "overlaps-content"


@pytest.mark.parametrize(
    ("code", "reason"), [(errno.ENOSPC, "no-space"), (errno.EACCES, "denied"), (errno.EIO, "io")]
)
def test_an_error_of_the_system_is_a_value(
    output: Path, monkeypatch: pytest.MonkeyPatch, swaps: tuple[Swap, ...], code: int, reason: str
) -> None:
    written(output, OLD)
    before = files_of(output)
    monkeypatch.setattr(tree, "flush", failing(code))
    assert refused(output, NEW, swaps).reason == reason
    assert files_of(output) == before
    assert is_whole(output, OLD)
    assert names_in(output.parent) == BESIDE_NOTHING


def test_a_folder_that_cannot_be_made(output: Path) -> None:
    put(output.parent, {"file": b""})
    outcome = writer.apply(output.parent / "file/below", OLD, sources=[])
    assert isinstance(outcome, Refusal)
    assert outcome.reason == "io"


@pytest.mark.parametrize("call", ["exchange", "rename", "both"])
def test_a_place_that_cannot_be_swapped(output: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    put_foreign(output)
    written(output, OLD)
    before = foreign_state(output)
    rename = Path.rename
    if call != "rename":
        monkeypatch.setattr(swap, "exchange", failing(errno.EINVAL))
    if call != "exchange":
        busy = failing(errno.EBUSY)
        monkeypatch.setattr(
            Path, "rename", lambda one, other: busy() if one == output else rename(one, other)
        )
    expected = {"exchange": "rename", "rename": "exchange", "both": "in-place"}
    assert written(output, NEW).way == expected[call]
    assert is_whole(output, NEW)
    assert foreign_state(output) == before
    assert names_in(output.parent) == BESIDE_NOTHING


def test_a_second_rename_that_fails_is_taken_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(output, OLD)
    rename = Path.rename
    denied = failing(errno.EACCES)
    monkeypatch.setattr(
        Path, "rename", lambda one, other: denied() if one.name.endswith("-new") else rename(one, other)
    )
    assert written(output, NEW, ("rename",)).way == "in-place"
    assert is_whole(output, NEW)


def test_a_folder_above_that_may_not_be_written_in(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(output, OLD)
    mkdir, denied = Path.mkdir, failing(errno.EACCES)
    monkeypatch.setattr(place.os, "access", lambda *_: False)
    monkeypatch.setattr(
        Path,
        "mkdir",
        lambda path, *how, **more: (denied if path.name.endswith("-new") else mkdir)(path, *how, **more),
    )
    before = output.parent.stat().st_mtime_ns
    assert written(output, NEW).way == "in-place"
    assert is_whole(output, NEW)
    assert names_in(output / ".gongkai") == ["manifest.json"]
    assert output.parent.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("code", "mine", "way"),
    [(errno.EPERM, True, "exchange"), (errno.EPERM, False, "in-place"), (errno.EXDEV, True, "in-place")],
    ids=["no links here", "somebody else's file", "a disk mounted inside"],
)
def test_files_that_cannot_be_linked(
    output: Path, monkeypatch: pytest.MonkeyPatch, code: int, mine: bool, way: str
) -> None:
    put_foreign(output)
    written(output, OLD)
    before = foreign_state(output)
    monkeypatch.setattr(tree.os, "link", failing(code))
    if not mine:
        monkeypatch.setattr(tree.os, "geteuid", lambda: os.getuid() + 1)
    assert written(output, NEW).way == way
    assert is_whole(output, NEW)
    assert {path: state[1:] for path, state in foreign_state(output).items()} == {
        path: state[1:] for path, state in before.items()
    }


def test_a_folder_that_may_not_be_looked_into(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (output / "lost+found").mkdir(parents=True)
    written(output, OLD)
    before = everything(output / "lost+found")
    entries, denied = survey._entries, failing(errno.EACCES)
    monkeypatch.setattr(
        survey, "_entries", lambda path: denied() if path.name == "lost+found" else entries(path)
    )
    assert written(output, NEW).way == "in-place"
    assert everything(output / "lost+found") == before
    assert is_whole(output, NEW)


def test_a_folder_of_ours_that_may_not_be_looked_into(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages would otherwise be taken for somebody else's, and stay online unnoticed."""
    written(output, OLD)
    entries, denied = survey._entries, failing(errno.EACCES)
    monkeypatch.setattr(survey, "_entries", lambda path: (denied if path.name == "jiaoyu" else entries)(path))
    assert refused(output, NEW).reason == "denied"
    assert is_whole(output, OLD)


def test_a_manifest_that_cannot_be_read(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(output, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", failing(errno.EIO))
        assert refused(output, NEW).reason == "io"
    assert is_whole(output, OLD)


def test_what_others_put_there_meanwhile_is_carried_over(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_foreign(output)
    written(output, OLD)

    def flush(*_: object) -> None:
        put(output, {"late/note.txt": b"late"})
        (output / "CNAME.tmp").write_bytes(b"other.example")
        (output / "CNAME.tmp").replace(output / "CNAME")

    monkeypatch.setattr(tree, "flush", flush)
    written(output, NEW)
    assert (output / "late/note.txt").read_bytes() == b"late"
    assert (output / "CNAME").read_bytes() == b"other.example"
    assert {path: generated(output).get(path) for path in NEW} == NEW


def test_leftovers_of_a_killed_build_are_cleaned(output: Path) -> None:
    written(output, OLD)
    for suffix in ("new", "gone"):
        put(output.parent / f".output.gongkai-{suffix}", {"a/b": b"half"})
    put(output, {f"{STAGE}/index.html": b"half"})
    (output.parent / ".output.gongkai-lock").touch()
    assert written(output, OLD).way is None
    assert is_whole(output, OLD)
    assert names_in(output.parent) == BESIDE_NOTHING
    assert names_in(output / ".gongkai") == ["manifest.json"]


def test_a_kill_between_two_renames_is_mended(output: Path) -> None:
    put_foreign(output)
    written(output, OLD)
    before = foreign_state(output)
    output.rename(output.parent / ".output.gongkai-old")
    put(output.parent / ".output.gongkai-new", NEW)
    assert writer.restore(output) is None
    assert is_whole(output, OLD)
    assert foreign_state(output) == before
    assert names_in(output.parent) == BESIDE_NOTHING


def test_foreign_files_survive_a_kill_and_a_new_folder(output: Path) -> None:
    put_foreign(output)
    written(output, OLD)
    before = {path: state[1:] for path, state in foreign_state(output).items() if path[0] not in "e."}
    output.rename(output.parent / ".output.gongkai-old")
    output.mkdir()
    written(output, NEW)
    after = {path: state[1:] for path, state in foreign_state_of_files(output).items() if path[0] not in "e."}
    assert after == before
    assert {path: generated(output).get(path) for path in NEW} == NEW


def foreign_state_of_files(output: Path) -> dict[str, tuple[object, ...]]:
    for folder in FOREIGN_FOLDERS:
        (output / folder).mkdir(parents=True, exist_ok=True)
    return {path: state for path, state in foreign_state(output).items() if isinstance(state, tuple)}


def test_restore_leaves_a_whole_site_alone(output: Path) -> None:
    assert writer.restore(output) is None
    written(output, OLD)
    before = everything(output.parent)
    assert writer.restore(output) is None
    assert everything(output.parent) == before


def test_an_update_in_place_that_fails_is_carried_on(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(output, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(in_place, "_put", failing(errno.EACCES))
        refusal = refused(output, NEW, ())
        assert (refusal.reason, refusal.unfinished) == ("denied", True)
        assert refused(output, NEW, ()) == refusal
    assert writer.restore(output) is None
    assert is_whole(output, NEW)
    assert names_in(output / ".gongkai") == ["manifest.json"]


LEADS_OUT = b"""{"first_files": ["../content/site.yaml"], "first_folders": [], "put": [],
                 "last_files": [], "last_folders": []}"""


@pytest.mark.parametrize("journal", [b"{", b"[]", b'{"put": ["x"]}', b'{"x": 1}', LEADS_OUT])
def test_a_journal_that_makes_no_sense_is_dropped(output: Path, journal: bytes) -> None:
    written(output, OLD)
    put(output, {JOURNAL: journal, f"{STAGE}/index.html": b"half"})
    assert written(output, OLD).way is None
    assert is_whole(output, OLD)
    assert (output.parent / "content/site.yaml").exists()
    assert names_in(output / ".gongkai") == ["manifest.json"]


def test_in_place_removal_spares_the_same_file_in_another_case(output: Path) -> None:
    """As on macOS and Windows, where the old name leads to the new file: here by a hard link."""
    put(output, {"Guide.html": b"new"})
    os.link(output / "Guide.html", output / "guide.html")
    in_place._remove_files(output, ["guide.html"], ["Guide.html"])
    assert (output / "guide.html").exists()
    put(output, {"x.html": b"other", "X.html": b"new"})
    in_place._remove_files(output, ["x.html"], ["X.html"])
    assert not (output / "x.html").exists()


def test_pages_come_after_what_they_use(output: Path) -> None:
    written(output, OLD)
    outcome = written(output, NEW)
    journal = in_place.journal_of(outcome.plan)
    assert journal.put == (
        *("assets/theme.22.css", "policy"),
        *("guide/index.html", "index.html", "reports/shuiwu/2023/index.html"),
        *("reports/shuiwu/2024/index.html", MANIFEST),
    )
    assert journal.first_files == ("guide", "policy/index.html")
    assert journal.first_folders == ("policy",)
    assert journal.last_files == ("assets/theme.11.css", "reports/jiaoyu/2023/index.html")
    assert journal.last_folders == ("reports/jiaoyu/2023", "reports/jiaoyu")


def test_a_build_waits_only_briefly_for_another(output: Path) -> None:
    with lock.locked(place.place_of(output).lock, 0) as held:
        assert held
        assert refused(output, OLD).reason == "locked"
        assert writer.restore(output, patience=0) == refused(output, OLD)
    assert not output.exists()
    written(output, OLD)
    assert names_in(output.parent) == BESIDE_NOTHING


WINDOWS = """
import ctypes, hashlib, json, os, pathlib, shutil, sys, tempfile, types
msvcrt = types.ModuleType("msvcrt")
msvcrt.LK_NBLCK, msvcrt.locking = 2, lambda *_: None
sys.modules["msvcrt"], sys.modules["fcntl"], sys.platform = msvcrt, None, "win32"
for name in ("O_NOFOLLOW", "chown", "geteuid"):
    delattr(os, name)
os.supports_follow_symlinks = set()
from gongkai.write.apply import apply
output = pathlib.Path(sys.argv[1])
for wanted in ({"a/x": b"1", "y": b"2"}, {"a/x": b"3"}):
    outcome = apply(output, wanted, sources=[])
    print(outcome.way, sorted(os.listdir(output)), (output / "a/x").read_text(), os.listdir(output.parent))
"""


def test_windows_needs_nothing_that_it_lacks(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", WINDOWS, tmp_path / "output"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == [
        "rename ['.gongkai', 'a', 'y'] 1 ['output']",
        "rename ['.gongkai', 'a'] 3 ['output']",
    ], ran.stderr
