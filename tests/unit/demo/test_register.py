"""The register of a demonstration: as many organs as asked for, in three levels, none twice."""

from __future__ import annotations

import pytest

from gongkai.demo.register import make_register, most_organs
from gongkai.load.organs import KINDS, is_organ_id


@pytest.mark.parametrize("count", [*range(1, 120), 1429])
def test_it_has_as_many_organs_as_asked_for(count: int) -> None:
    assert len(list(make_register(count, 1).walk())) == count


def test_no_two_organs_of_the_largest_have_one_id_or_name() -> None:
    organs = list(make_register(most_organs(), 1).walk())
    assert len(organs) == most_organs()
    assert len({organ.id for organ in organs}) == len(organs)
    assert len({organ.name for organ in organs}) == len(organs)
    assert all(is_organ_id(organ.id) and organ.role in KINDS for organ in organs)


def test_it_has_three_levels() -> None:
    city = make_register(300, 1)
    by_id = {organ.id: organ for organ in city.walk()}
    assert {organ.level for organ in by_id.values()} == {1, 2, 3}
    for organ in city.walk():
        assert organ is city or by_id[organ.parent].is_government
        assert organ.children if organ.is_government else not organ.children


def test_only_the_city_makes_rules() -> None:
    assert [o.role for o in make_register(300, 1).walk() if o.makes_rules] == [
        "government", "government_office",
    ]  # fmt: skip
