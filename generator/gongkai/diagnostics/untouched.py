"""Says once of a file that hardly anybody has begun to fill in what is still to be written in it.

A new report has blanks in every row. Told one by one they would bury what else is wrong; few are told
each at its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gongkai.diagnostics.diagnostic import Diagnostic, Note, Text

CELLS, WORDS = "D210", ("D241", "D258")
# As many can be gone through one after the other.
FEW = 5

_IN_ALL = Text("合计", "in all")


def first_of_many(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put the first blank of a file in the place of all where they are many, with how many there are."""
    listed = tuple(problems)
    blanks: dict[tuple[str, str], list[Diagnostic]] = {}
    for problem in listed:
        if problem.code in (CELLS, *WORDS) and not problem.edits:
            blanks.setdefault((problem.code, problem.place.file), []).append(problem)
    many = {key: sorted(each, key=lambda p: p.place) for key, each in blanks.items() if len(each) > FEW}
    told = {id(each[0]): _in_one(each) for each in many.values()}
    left_out = {id(problem) for each in many.values() for problem in each} - told.keys()
    return tuple(told.get(id(problem), problem) for problem in listed if id(problem) not in left_out)


def _in_one(blanks: Sequence[Diagnostic]) -> Diagnostic:
    first, count = blanks[0], len(blanks)
    if first.code in WORDS:
        more = Text(f"等 {count} 处", f" and {count - 1} more in this file")
        return replace(first, arguments={**first.arguments, "more": more})
    tables: dict[str, int] = {}
    for blank in blanks:
        table = str(blank.arguments["table"])
        tables[table] = tables.get(table, 0) + int(str(blank.arguments["count"]))
    cells = sum(tables.values())
    more = Text(f"等 {count} 行", f" and {count - 1} more rows")
    zh = "；".join(f"{table} {number} 格" for table, number in tables.items())
    en = "; ".join(f"{table}: {number}" for table, number in tables.items())
    note = Note(_IN_ALL, Text(zh, en))
    return replace(
        first, arguments={**first.arguments, "more": more, "count": cells}, notes=(*first.notes, note)
    )
