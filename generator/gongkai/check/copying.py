"""Finds text that stands almost unchanged in last year's report, or in another organ's.

Two texts are compared in full only where they share many clauses: as sets of clauses they are cheap to
look up, and a copy with a few words changed keeps most of them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Related, Text
from gongkai.model.pattern import pattern
from gongkai.model.records import Report, Site

SAME_AS_LAST_YEAR = 0.90
SAME_AS_ANOTHER = 0.80
LEAST = 300  # characters, below which everybody writes much the same

_CLAUSE = pattern(r"[^\s，。；：、！？,;:!?（）()*>-]+")
_LONG_CLAUSE = pattern(r"[^\s，。；：、！？,;:!?（）()*>-]{6,}")  # a shorter one is anybody's
_RUN = 5
_SHARED = 0.6  # of the clauses: less is no near copy, as each change spoils five runs but one clause
_RARE = 8  # reports of a year; a clause of more is a set phrase, or all copied one text
_SAME = Text("相同的文字", "the same text")


class _Text(NamedTuple):
    """A report's own words, as clauses; headings and the preface are the form's."""

    report: Report
    place: Place
    clauses: frozenset[str]


def check_copying(site: Site) -> Iterator[Diagnostic]:
    """Compare each report with last year's, and with the others of its year."""
    texts = {report.key: text for report in site.reports if (text := _text(report))}
    for text in texts.values():
        before = texts.get((text.report.organ, text.report.year - 1))
        if before and _is_candidate(text, before):
            share = _likeness(text, before)
            if share >= SAME_AS_LAST_YEAR:
                year = text.report.year - 1
                yield _problem("D633", text, before, share, str(year))
    for year in sorted({year for _, year in texts}):
        yield from _peers([text for (_, y), text in texts.items() if y == year], site)


def _text(report: Report) -> _Text | None:
    narrative = report.narrative
    if not narrative or not narrative.sections:
        return None
    texts = [section.prose.text for section in narrative.sections]
    bare = "\n".join([line for text in texts for line in text.split("\n") if line[:1] != "#"])
    clauses = _LONG_CLAUSE.findall(bare)
    if sum(map(len, clauses)) < LEAST and sum(map(len, _CLAUSE.findall(bare))) < LEAST:
        return None
    # The same clause is then the same object, which is seen without looking into it.
    return _Text(report, narrative.sections[0].heading.place, frozenset(map(sys.intern, clauses)))


def _is_candidate(text: _Text, other: _Text) -> bool:
    return len(text.clauses & other.clauses) >= _SHARED * max(len(text.clauses), len(other.clauses), 1)


def _likeness(text: _Text, other: _Text) -> float:
    """Give the share of runs of five characters that two texts have in common.

    What stands in both as it is has all its runs in common; only the rest is looked at closely.
    """
    same = sum(len(clause) - _RUN + 1 for clause in text.clauses & other.clauses)
    first, second = _runs(text.clauses - other.clauses), _runs(other.clauses - text.clauses)
    common = same + len(first & second)
    return common / (same + len(first | second) or 1)


def _runs(clauses: frozenset[str]) -> set[str]:
    return {clause[i : i + _RUN] for clause in clauses for i in range(len(clause) - _RUN + 1)}


def _peers(texts: list[_Text], site: Site) -> Iterator[Diagnostic]:
    """Compare each text with the one before it that shares most: of rare clauses, and of all."""
    holders = Counter(chain.from_iterable(text.clauses for text in texts))
    shared = {clause for clause, count in holders.items() if count > 1}
    few = {clause for clause in shared if holders[clause] <= _RARE}
    rare: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    for i, text in enumerate(texts):
        clauses = text.clauses & shared
        is_copy = len(clauses) >= _SHARED * len(text.clauses)  # else no other text can be near enough
        for j in _nearest(clauses, rare, first) if is_copy else ():
            other = texts[j]
            if not _is_candidate(text, other):
                continue
            share = _likeness(text, other)
            if share >= SAME_AS_ANOTHER:
                organ = site.organ_by_id.get(other.report.organ)
                yield _problem("D634", text, other, share, organ.name if organ else other.report.organ)
                break
        for clause in clauses:
            first.setdefault(clause, i)
        for clause in clauses & few:
            rare.setdefault(clause, []).append(i)


def _nearest(
    clauses: Iterable[str], rare: Mapping[str, Sequence[int]], first: Mapping[str, int]
) -> dict[int, None]:
    known = [clause for clause in clauses if clause in first]
    votes = Counter([j for clause in known if clause in rare for j in rare[clause]])
    leaders = Counter([first[clause] for clause in known])
    most = sorted(votes.items(), key=itemgetter(1), reverse=True)[:2]
    return dict.fromkeys(j for j, _ in (*most, *leaders.most_common(1)))


def _problem(code: str, text: _Text, other: _Text, share: float, name: str) -> Diagnostic:
    arguments: Mapping[str, str | int] = {"other": name, "share": int(share * 100)}
    return Diagnostic(code, text.place, arguments, related=(Related(other.place, _SAME),))
