"""What a page is found by: the search index is made of these and nothing else."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A page that can be found: its path from the portal's root, its title, its text as one reads it.

    Blocks of the text are lines. `organ` is the organ's id, `topic` the ids of its columns from the root
    down, joined by `/`; either may be empty, and `year` is 0 for a page of no year. `date` is YYYY-MM-DD,
    with or without a time, or empty.
    """

    path: str
    title: str
    text: str
    kind: str
    organ: str = ""
    year: int = 0
    topic: str = ""
    date: str = ""


class Synonym(NamedTuple):
    """Two names, each of which finds the other: 卫健委, 卫生健康委员会."""

    short: str
    full: str


class Choice(NamedTuple):
    """An organ that results can be narrowed to: its id and its name."""

    value: str
    label: str
