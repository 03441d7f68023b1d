"""Lists of numbers come back as they were, and texts are literals of JavaScript."""

from __future__ import annotations

import json
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.index.coding import BASE, DIGITS, batches, bits, gaps, is_dense, literal

IDS = st.lists(st.integers(0, 300_000), min_size=1, unique=True).map(sorted)
CLOSE = st.lists(st.integers(5_000, 5_400), min_size=1, unique=True).map(sorted)


def numbers(text: str) -> list[int]:
    found, value = [], 0
    for digit in map(DIGITS.index, text):
        value = value * BASE + digit % BASE
        if digit < BASE:
            found.append(value)
            value = 0
    return found


@given(IDS)
def test_gaps_give_the_numbers_back(ids: list[int]) -> None:
    at, back = -1, []
    for gap in numbers(gaps(ids)):
        at += gap + 1
        back.append(at)
    assert back == ids


@given(CLOSE)
def test_bits_give_the_numbers_back(ids: list[int]) -> None:
    text = bits(ids)
    end = next(at for at, char in enumerate(text, 1) if DIGITS.index(char) < BASE)
    first = numbers(text[:end])[0]
    marks = "".join(f"{byte:08b}" for byte in b64decode(text[end:]))
    assert [first + at for at, mark in enumerate(marks) if mark == "1"] == ids


@given(CLOSE)
def test_what_is_called_dense_is_not_longer_as_bits(ids: list[int]) -> None:
    assert not is_dense(ids) or len(bits(ids)) <= len(gaps(ids)) + 3


@given(IDS)
def test_no_list_has_a_space_or_what_a_literal_escapes(ids: list[int]) -> None:
    assert not set(gaps(ids)) & set(' "\\')


@pytest.mark.parametrize("text", ['他说"好"\\', "一\n二\t三", "\ud842", "\ud842\udfb7"])
def test_a_literal_is_utf_8_and_says_the_same(text: str) -> None:
    written = literal(text).encode().decode()
    assert json.loads(written) == text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_batches_keep_to_the_most_and_leave_nothing_out() -> None:
    sizes = [3, 3, 3, 20, 1, 1]
    assert [sizes[cut] for cut in batches(sizes, 6)] == [[3, 3], [3], [20], [1, 1]]
    assert list(batches([], 6)) == []
