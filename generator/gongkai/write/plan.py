"""What a build does to the output: a pure comparison of wanted, published and present."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gongkai.model.file_names import fold
from gongkai.write.manifest import Manifest, Seal
from gongkai.write.paths import MANIFEST, above, all_above, is_safe
from gongkai.write.survey import Entry

Reason = Literal[
    "first",  # new: never published before
    "lost",  # new: published before, but gone from the output
    "content",  # changed: the wanted bytes are others than last time
    "edited",  # changed: somebody edited the published file
    "same",  # unchanged
    "adopted",  # unchanged: not written by the generator, but the same bytes
    "unwanted",  # removed: published before, not wanted any more
    "unsafe",  # collision: a path that leads out of the output or cannot stand on every system
    "foreign-file",  # collision: not written by the generator, and other bytes
    "foreign-folder",  # collision: a folder that holds foreign files, where a file is wanted
    "file-in-the-way",  # collision: a foreign file where a folder is needed
    "file-and-folder",  # collision: wanted both as a file and as a folder
    "same-name",  # collision: macOS and Windows take the two names for one
]


@dataclass(frozen=True, slots=True)
class Step:
    """A path and why; `at` is the other path that takes part in a collision."""

    path: str
    reason: Reason
    at: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to happen. With a collision, nothing may.

    `foreign` are files that the generator did not write; `folders` are those of the new tree,
    parents first; `obsolete` are those to go, deepest first; `files` is the next manifest.
    """

    new: tuple[Step, ...]
    changed: tuple[Step, ...]
    unchanged: tuple[Step, ...]
    removed: tuple[Step, ...]
    collisions: tuple[Step, ...]
    foreign: tuple[str, ...]
    folders: tuple[str, ...]
    obsolete: tuple[str, ...]
    files: Mapping[str, Seal]
    recorded: bool


@dataclass(frozen=True, slots=True)
class _Foreign:
    files: frozenset[str]
    folders: frozenset[str]


def plan(wanted: Mapping[str, Seal], published: Manifest, present: Mapping[str, Entry]) -> Plan:
    """Compare what is wanted with what was published and with what is there."""
    removed = [path for path in published.files if path not in wanted and _is_file(present.get(path))]
    foreign = _foreign(wanted, published, present, frozenset(removed))
    steps = [_step(path, one, published, present.get(path), foreign) for path, one in wanted.items()]
    folders = all_above([*wanted, *foreign.files, *foreign.folders, MANIFEST]) | foreign.folders
    obsolete = [path for path, entry in present.items() if entry.kind == "folder" and path not in folders]
    return Plan(
        new=_sorted(steps, "first", "lost"),
        changed=_sorted(steps, "content", "edited"),
        unchanged=_sorted(steps, "same", "adopted"),
        removed=tuple(Step(path, "unwanted") for path in sorted(removed)),
        collisions=_collisions(steps, wanted, foreign),
        foreign=tuple(sorted(foreign.files)),
        folders=tuple(sorted(folders)),
        obsolete=tuple(sorted(obsolete, reverse=True)),
        files=wanted,
        recorded=published.written_ns > 0 and wanted == published.files,
    )


def is_idle(planned: Plan) -> bool:
    """Tell whether the output is already as it should be."""
    changes = (planned.new, planned.changed, planned.removed, planned.obsolete, planned.collisions)
    return planned.recorded and not any(changes)


def _foreign(
    wanted: Mapping[str, Seal], published: Manifest, present: Mapping[str, Entry], removed: frozenset[str]
) -> _Foreign:
    ours = all_above(published.files)
    return _Foreign(
        frozenset(
            path
            for path, entry in present.items()
            if entry.kind != "folder"
            and path not in removed
            and not (entry.kind == "file" and path in wanted)
        ),
        frozenset(path for path, entry in present.items() if entry.kind == "folder" and path not in ours),
    )


def _step(path: str, one: Seal, published: Manifest, entry: Entry | None, foreign: _Foreign) -> Step:
    known = published.files.get(path)
    if not is_safe(path):
        return Step(path, "unsafe")
    if entry is None:
        return Step(path, "lost" if known else "first")
    if entry.kind == "folder":
        inside = _inside(path, foreign)
        return Step(path, "foreign-folder", inside) if inside else Step(path, "lost" if known else "first")
    if entry.kind == "file" and entry.seal == one:
        return Step(path, "same" if known else "adopted")
    if entry.kind == "file" and known:
        return Step(path, "edited" if known == one else "content")
    return Step(path, "foreign-file", path)


def _inside(folder: str, foreign: _Foreign) -> str:
    """Name the first foreign thing that keeps a folder where it is, the folder itself if need be."""
    inside = (path for path in foreign.files | foreign.folders if f"{path}/".startswith(f"{folder}/"))
    return min(inside, default="")


def _collisions(steps: list[Step], wanted: Mapping[str, Seal], foreign: _Foreign) -> tuple[Step, ...]:
    found = [*_in_the_way(wanted, foreign), *_same_names(wanted, foreign)]
    return tuple(
        sorted(
            {*_sorted(steps, "unsafe", "foreign-file", "foreign-folder"), *found},
            key=lambda step: (step.path, step.reason, step.at),
        )
    )


def _in_the_way(wanted: Mapping[str, Seal], foreign: _Foreign) -> Iterator[Step]:
    for path in (*wanted, MANIFEST):
        for folder in above(path):
            if folder in wanted:
                yield Step(path, "file-and-folder", folder)
            elif folder in foreign.files:
                yield Step(path, "file-in-the-way", folder)
    if MANIFEST in foreign.files | foreign.folders:
        yield Step(MANIFEST, "foreign-file", MANIFEST)


def _same_names(wanted: Mapping[str, Seal], foreign: _Foreign) -> Iterator[Step]:
    """Find names that differ in case only, files and folders alike: one would overwrite the other."""
    spelled: dict[str, str] = {}
    for name in sorted({*wanted, *all_above(wanted)}):
        other = spelled.setdefault(fold(name), name)
        if other != name:
            yield Step(name, "same-name", other)
    for name in sorted(foreign.files | foreign.folders):
        other = spelled.get(fold(name), name)
        if other != name:
            yield Step(other, "same-name", name)


def _is_file(entry: Entry | None) -> bool:
    return entry is not None and entry.kind == "file"


def _sorted(steps: Iterable[Step], *reasons: Reason) -> tuple[Step, ...]:
    chosen = (step for step in steps if step.reason in reasons)
    return tuple(sorted(chosen, key=lambda step: step.path))
