"""Records are frozen data that compare by meaning."""

from __future__ import annotations

import copy
import pickle
from functools import cached_property

import pytest

from gongkai.model.record import Record


class Reading(Record, beside=("place",)):
    place: str
    figure: int
    unit: str = "件"

    @cached_property
    def words(self) -> str:
        return f"{self.figure}{self.unit}"


def test_fields_are_given_in_order_or_by_name_and_may_have_defaults() -> None:
    assert Reading("a", 3) == Reading(figure=3, place="a", unit="件")
    assert Reading("a", 3).unit == "件"
    assert repr(Reading("a", 3, "份")) == "Reading(place='a', figure=3, unit='份')"


def test_what_stands_beside_the_meaning_does_not_count_in_comparisons() -> None:
    assert Reading("a", 3) == Reading("b", 3)
    assert hash(Reading("a", 3)) == hash(Reading("b", 3))
    assert Reading("a", 3) != Reading("a", 4)
    assert Reading("a", 3) != ("a", 3, "件")


def test_a_record_is_frozen_and_what_is_worked_out_is_kept() -> None:
    reading = Reading("a", 3)
    with pytest.raises(AttributeError):
        reading.figure = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del reading.figure
    assert reading.words is reading.words


def test_a_changed_record_keeps_nothing_that_was_worked_out_before() -> None:
    reading = Reading("a", 3)
    assert reading.words == "3件"
    changed = reading._replace(figure=4)
    assert (changed.place, changed.words, reading.words) == ("a", "4件", "3件")


def test_a_record_can_be_copied_and_sent_to_another_process() -> None:
    reading = Reading("a", 3)
    assert copy.deepcopy(reading) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading
