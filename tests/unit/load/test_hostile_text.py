"""What says the same a thousand times is checked as fast as what says it once, and told of in few lines."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from gongkai.diagnostics.at_most import at_most
from gongkai.diagnostics.diagnostic import Diagnostic, Edit, Place, Span
from gongkai.load.markdown_parsed import parse_prose
from gongkai.load.organs import read_organs
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < 5


def organs(*lines: str) -> list[str]:
    listed = "".join(f"  - {{{line}}}\n" for line in lines)
    document, problems = read_yaml(Source("organs.yaml", f"organs:\n{listed}"))
    assert document
    assert problems == ()
    return [problem.code for problem in read_organs(document)[1]]


@pytest.mark.parametrize(
    "text",
    ["<b>" * 20_000, "[甲] " * 20_000 + "\n\n[甲]: a%20b\n", "".join(f"<http://{i}>" for i in range(7_000))],
    ids=["markup", "references", "links"],
)
def test_what_a_paragraph_has_many_of_is_found(text: str) -> None:
    prose = parse_prose("a.md", text, 1)
    places = [mention.place.span.column for mention in (*prose.links, *prose.markup)]
    assert len(places) in (7_000, 20_000)


def test_each_of_many_is_found_at_its_own_place() -> None:
    prose = parse_prose("a.md", "<b>" * 3 + "[x](a)" * 2 + "<http://c><http://c>", 1)
    assert [mention.place.span.column for mention in prose.markup] == [1, 4, 7]
    assert [mention.place.span.column for mention in prose.links] == [14, 20, 23, 33]


def test_thousands_of_unknown_parents_are_named_without_advice_on_each() -> None:
    assert organs(*(f"id: o{i}, name: 某{i}局, parent: p{i}" for i in range(1_500))) == ["D236"] * 1_500


def test_thousands_of_unknown_predecessors_are_named_without_advice_on_each() -> None:
    lines = (f"id: o{i}, name: 某{i}局, lineage: [{{year: 2020, from: [p{i}]}}]" for i in range(1_500))
    assert organs(*lines) == ["D434"] * 1_500


def test_a_circle_of_thousands_of_organs_is_told() -> None:
    lines = (f"id: o{i}, name: 某{i}局, parent: o{(i - 1) % 1_500}" for i in range(1_500))
    assert organs(*lines) == ["D237"] * 1_500


def test_of_a_rule_the_first_hundreds_of_problems_of_a_file_are_told_with_the_number_of_the_others() -> None:
    def problem(line: int, file: str = "a.md", **more: object) -> Diagnostic:
        place = Place(file, Span(line, 1, line, 2))
        edits = (Edit(place, ""),) if "edits" in more else ()
        return Diagnostic("D650", place, cell="a/b/c" if "cell" in more else None, edits=edits)

    kept = at_most(problem(line) for line in range(1, 581))
    assert [each.place.span.line for each in kept] == list(range(1, 501))
    assert [(each.place.span.line, each.label.zh) for each in kept[-1].related] == [(501, "另有 80 处")]
    assert not any(each.related for each in kept[:-1])
    for every in (
        tuple(problem(line, f"{line}.md") for line in range(1, 601)),
        tuple(problem(line, cell=1) for line in range(1, 601)),
        tuple(problem(line, edits=1) for line in range(1, 601)),
        tuple(problem(line) for line in range(1, 501)),
    ):
        assert at_most(every) == every
