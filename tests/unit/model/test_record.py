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


def test_a_field_too_many_or_given_twice_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError, match="Reading takes each of place, figure, unit once"):
        Reading("a", 3, "件", 4)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Reading("a", 3, place="b")  # type: ignore[misc]
    with pytest.raises(TypeError):
        Reading("a", 3, units="件")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Reading("a", 3)._replace(units="件")


class Dated(Reading, beside=("page",)):
    year: int = 2023
    page: int = 1


def test_a_record_of_a_record_has_the_fields_of_both() -> None:
    dated = Dated("a", 3, "件", 2024)
    assert repr(dated) == "Dated(place='a', figure=3, unit='件', year=2024, page=1)"
    assert dated == Dated("b", 3, year=2024, page=2)
    assert dated != Dated("a", 4, year=2024)
    assert dated != Dated("a", 3)
    assert dated._replace(figure=4) == Dated("a", 4, year=2024)
