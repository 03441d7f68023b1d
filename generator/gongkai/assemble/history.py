"""An organ's life in words, from what the register says of it (机构改革)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.assemble.frame import Frame
from gongkai.model.records import Organ, Succession


def history(frame: Frame, organ: Organ) -> Iterator[str]:
    """Say of each change what it was, the earliest first, and who took the organ over at its end."""
    words = frame.words
    for change in sorted(organ.lineage, key=lambda change: change.year):
        if change.predecessors:
            word = "history_formed" if organ.from_year == change.year else "history_took_over"
            yield words[word].format(year=change.year, organs=_names(frame, change))
        if change.name:
            now = organ.name_in(change.year)
            yield words["history_renamed"].format(year=change.year, before=change.name, now=now)
        if change.parent:
            yield words["history_moved"].format(year=change.year, organ=frame.site.name_of(change.parent))
    if organ.to_year is not None:
        heirs = [
            frame.site.name_of(heir)
            for year in (organ.to_year, organ.to_year + 1)
            for heir, predecessors in frame.site.successions.get(year, ())
            if organ.id in predecessors
        ]
        word = "history_ended_into" if heirs else "history_ended"
        yield words[word].format(year=organ.to_year, organs=_listed(frame, heirs))


def _names(frame: Frame, change: Succession) -> str:
    organs = frame.site.organ_by_id
    known = [organs[name].name_in(change.year - 1) for name in change.predecessors if name in organs]
    return _listed(frame, known)


def _listed(frame: Frame, names: list[str]) -> str:
    return frame.words["joint"].join(names)
