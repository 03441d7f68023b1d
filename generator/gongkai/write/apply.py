"""The only writer of the output: the old site or the new one, whole, whatever happens.

A build is compared with the output and, where they differ, written in the safest way that the
place allows. Files that the generator did not write stay as they are. A failure is a value, and
leaves the output as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from gongkai.write.in_place import abandon, finish, is_unfinished, prepare
from gongkai.write.lock import locked
from gongkai.write.manifest import Seal, read_manifest, seal_all
from gongkai.write.outcome import Refusal, Swap, Written, refuse_collisions, refuse_error
from gongkai.write.place import Place, is_left_over, place_of, unfit
from gongkai.write.plan import Plan, is_idle, plan
from gongkai.write.survey import survey
from gongkai.write.swap import SWAPS, recover, swap
from gongkai.write.tree import UnsuitedError, discard, stage

PATIENCE = 5.0


def apply(
    output: Path,
    wanted: Mapping[str, bytes],
    *,
    sources: Iterable[Path],
    patience: float = PATIENCE,
    swaps: Collection[Swap] = SWAPS,
    verify: bool = False,
) -> Written | Refusal:
    """Make the output hold the wanted files, by path, and no generated ones besides.

    `sources` are the folders that the site is made from; the output must keep clear of them.
    A build waits `patience` seconds for another one. Without `swaps` it works in place.
    With `verify` every published file is read and compared, instead of trusting the record.
    """
    try:
        place = place_of(output)
        if refusal := unfit(place, sources):
            return refusal
        files = seal_all(wanted)
        if idle := _idle(place, files, verify=verify):
            return Written(idle, None)
        place.output.parent.mkdir(parents=True, exist_ok=True)
        place.lock.parent.mkdir(exist_ok=True)
        with locked(place.lock, patience) as held:
            return _write(place, wanted, files, swaps, verify=verify) if held else _busy(place)
    except OSError as error:
        return refuse_error(error, str(output))


def restore(output: Path, *, patience: float = PATIENCE) -> Refusal | None:
    """Make the output whole again after a killed build, before anything else is done."""
    try:
        place = place_of(output)
        if not is_left_over(place):
            return None
        with locked(place.lock, patience) as held:
            return _restore(place) if held else _busy(place)
    except OSError as error:
        return refuse_error(error, str(output))


def _idle(place: Place, files: Mapping[str, Seal], *, verify: bool) -> Plan | None:
    """Look without a lock: where nothing is to be done, nothing is written, not even a lock."""
    try:
        planned = None if is_left_over(place) else _plan(place, files, verify=verify)
    except OSError:
        return None  # another build is exchanging the files that we look at
    return planned if planned and is_idle(planned) else None


def _plan(place: Place, files: Mapping[str, Seal], *, verify: bool) -> Plan:
    published = read_manifest(place.output)
    if verify:
        published = replace(published, written_ns=1)  # then no file is older than the record
    return plan(files, published, survey(place.output, files, published))


def _write(
    place: Place,
    wanted: Mapping[str, bytes],
    files: Mapping[str, Seal],
    swaps: Collection[Swap],
    *,
    verify: bool,
) -> Written | Refusal:
    if refusal := _restore(place):
        return refusal
    planned = _plan(place, files, verify=verify)
    if planned.collisions:
        return refuse_collisions(planned)
    if is_idle(planned):
        return Written(planned, None)
    if swapped := _replace(place, planned, wanted, swaps):
        return Written(planned, swapped)
    return _update(place, planned, wanted)


def _replace(
    place: Place, planned: Plan, wanted: Mapping[str, bytes], swaps: Collection[Swap]
) -> Swap | None:
    """Prepare the whole tree and put it in the output's place; None where that is not possible."""
    if not swaps and place.output.is_dir():
        return None
    try:
        stage(place.output, place.new, planned, wanted)
        return swap(place, swaps)
    except UnsuitedError as error:
        if place.output.is_dir():
            return None
        raise error.cause from error
    finally:
        discard(place.new)


def _update(place: Place, planned: Plan, wanted: Mapping[str, bytes]) -> Written | Refusal:
    """Update the output in place; once the journal stands, a failure is one to be carried on."""
    try:
        prepare(place.output, planned, wanted)
    except BaseException:
        abandon(place.output)
        raise
    return _finish(place) or Written(planned, "in-place")


def _restore(place: Place) -> Refusal | None:
    recover(place)
    return _finish(place)


def _finish(place: Place) -> Refusal | None:
    try:
        finish(place.output)
    except OSError as error:
        return refuse_error(error, str(place.output), unfinished=is_unfinished(place.output))
    return None


def _busy(place: Place) -> Refusal:
    return Refusal("locked", str(place.output), place.lock.name)
