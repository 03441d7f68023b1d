"""Update the output file by file, where its folder can be neither exchanged nor renamed.

That is so for a mounted folder, and on Windows while a file in it is held open. Everything is
written first, inside the output (a mount is a file system of its own); then a journal says what is
to be done. From there on the only way is forward: a build that is killed is finished by the next.
Pages come after the files that they use, removals after the pages that may link to them.
"""

from __future__ import annotations

import json
import stat
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from gongkai.model.file_names import fold
from gongkai.write.paths import JOURNAL, MANIFEST, STAGE, above, all_above, is_safe
from gongkai.write.plan import Plan
from gongkai.write.system import flush, flush_folder
from gongkai.write.tree import discard, write_files

_DRAFT = f"{STAGE}/{JOURNAL}"
_PAUSES = (0.05, 0.2, 0.8) if sys.platform == "win32" else ()


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to be done, in this order. Every step can be done again without harm.

    The first removals make room: for a folder where a file was, or for a file where a folder was.
    """

    first_files: tuple[str, ...]
    first_folders: tuple[str, ...]
    put: tuple[str, ...]
    last_files: tuple[str, ...]
    last_folders: tuple[str, ...]


def journal_of(plan: Plan) -> Journal:
    """Put the steps of a plan in order."""
    folders = set(plan.folders)
    removed = [step.path for step in plan.removed]
    put = [step.path for step in (*plan.new, *plan.changed)]
    first_files = [path for path in removed if path in folders or _is_below(path, put)]
    first_folders = [path for path in plan.obsolete if path in put or _is_below(path, put)]
    return Journal(
        tuple(first_files),
        tuple(first_folders),
        (*sorted(put, key=lambda path: (path.endswith(".html"), path)), MANIFEST),
        tuple(path for path in removed if path not in set(first_files)),
        tuple(path for path in plan.obsolete if path not in set(first_folders)),
    )


def prepare(output: Path, plan: Plan, wanted: Mapping[str, bytes]) -> None:
    """Write everything into the stage, then the journal: until then the output is as it was."""
    stage, journal = output / STAGE, journal_of(plan)
    for folder in sorted(all_above([*journal.put, JOURNAL])):
        (stage / folder).mkdir(parents=True, exist_ok=True)
    write_files(stage, plan, wanted, stage / MANIFEST)
    (output / _DRAFT).write_text(json.dumps(asdict(journal)), encoding="utf-8")
    flush(output, [str(output / _DRAFT)])
    (output / _DRAFT).replace(output / JOURNAL)
    with suppress(OSError):  # the journal stands: from here on nothing may look like a failure
        flush_folder((output / JOURNAL).parent)


def abandon(output: Path) -> None:
    """Delete a stage that never got its journal."""
    if is_unfinished(output):
        return
    discard(output / STAGE)
    with suppress(OSError):
        (output / STAGE).parent.rmdir()


def finish(output: Path) -> None:
    """Do what the journal says, from wherever a killed build stopped; without one, tidy up."""
    journal = _read_journal(output)
    if journal is None:
        abandon(output)
        return
    _remove_files(output, journal.first_files, journal.put)
    _remove_folders(output, journal.first_folders)
    for path in journal.put:
        _put(output, path)
    _remove_files(output, journal.last_files, journal.put)
    _remove_folders(output, journal.last_folders)
    discard(output / STAGE)
    (output / JOURNAL).unlink()


def is_unfinished(output: Path) -> bool:
    """Tell whether an update is under way that only the next build can end."""
    return (output / JOURNAL).exists()


def _read_journal(output: Path) -> Journal | None:
    """Read the journal. It was written in one step, so one that makes no sense is not ours."""
    try:
        record = json.loads((output / JOURNAL).read_bytes())
        journal = Journal(**{name: tuple(map(str, paths)) for name, paths in record.items()})
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError, AttributeError):
        (output / JOURNAL).unlink()
        return None
    if all(path == MANIFEST or is_safe(path) for paths in asdict(journal).values() for path in paths):
        return journal
    (output / JOURNAL).unlink()
    return None


def _put(output: Path, path: str) -> None:
    staged, target = output / STAGE / path, output / path
    if not staged.exists():
        return  # done before the kill
    target.parent.mkdir(parents=True, exist_ok=True)
    for pause in _PAUSES:
        try:
            staged.replace(target)
        except PermissionError:
            time.sleep(pause)  # Windows: a scanner or a reader has the file open for a moment
        else:
            return
    staged.replace(target)


def _remove_files(output: Path, paths: Iterable[str], put: Iterable[str]) -> None:
    spelled = {fold(path): path for path in put}
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            if stat.S_ISREG((output / path).lstat().st_mode) and not _is_put(output, path, spelled):
                (output / path).unlink()


def _is_put(output: Path, path: str, spelled: Mapping[str, str]) -> bool:
    """Tell whether the file is, under a name of another case, one that was just put there."""
    other = spelled.get(fold(path))
    return other is not None and (output / other).exists() and (output / path).samefile(output / other)


def _remove_folders(output: Path, paths: Iterable[str]) -> None:
    for path in paths:
        with suppress(OSError):  # gone already, or somebody put a file there: then it stays
            (output / path).rmdir()


def _is_below(path: str, files: Iterable[str]) -> bool:
    return not set(above(path)).isdisjoint(files)
