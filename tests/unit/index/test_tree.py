"""Every substring of the texts is found in the tree, with all of its texts and no others."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.index import tree
from gongkai.index.tree import END, Node, grow

TEXTS = st.lists(st.text("甲乙丙,。\n", max_size=30), min_size=1, max_size=12)


def nodes_of(texts: list[str], few: int, many: int, depth: int) -> list[Node]:
    with patch.multiple(tree, FEW=few, MANY=many, DEPTH=depth):
        return list(grow([f"{text}{END}" for text in texts]))


def asked(nodes: list[Node], wanted: str) -> tuple[set[int], bool]:
    """Look a string up as a page does; tell whether its texts are sure."""
    within = [node for node in nodes if node.key.startswith(wanted)]
    if within:
        return set(within[0].texts).union(*(n.texts for n in within if not within[0].whole)), True
    above = [node for node in nodes if wanted.startswith(node.key) and not node.whole]
    return set().union(*(node.texts for node in above)), False


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(1, 4), st.integers(4, 8), st.integers(2, 5))
def test_what_is_asked_is_answered(texts: list[str], few: int, many: int, depth: int) -> None:
    nodes = nodes_of(texts, few, many, depth)
    lines = {line for text in texts for line in text.split(END)}
    for line in lines:
        for start in range(len(line)):
            for end in range(start + 1, len(line) + 1):
                wanted = line[start:end]
                found, sure = asked(nodes, wanted[:depth])
                true = {at for at, text in enumerate(texts) if wanted[:depth] in text}
                assert found >= true
                assert not sure or found == true
                assert sure or len(found) <= few


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_keys_rise_and_say_how_much_is_the_same(texts: list[str]) -> None:
    last = ""
    for node in nodes_of(texts, 2, 4, 4):
        assert node.key > last
        assert node.key[: node.same] == last[: node.same]
        assert node.key[node.same] != last[node.same : node.same + 1]
        assert list(node.texts) == sorted(set(node.texts))
        last = node.key


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_nothing_gives_nothing(texts: list[str]) -> None:
    assert nodes_of(texts, 2, 4, 4) == []
