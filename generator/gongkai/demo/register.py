"""The organs of a fictional city, in three levels: the city, its counties, their towns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.demo.chance import Chance
from gongkai.demo.data import read_data

# A county has its government and office, and at most so many departments and towns.
_COUNTY = 40
_CITY_DEPARTMENTS = 30
_TOWNS = 12
_SMALLEST_WITH_COUNTIES = 16
_SMALLEST_COUNTY = 7
_FIRST_COUNTIES = 6


@dataclass(frozen=True)
class DemoOrgan:
    """An organ: where it stands, what it does, and how it speaks of itself.

    `role` is its kind; `level` is 1 for the city's own, 2 for a county's, 3 for a town.
    """

    id: str
    name: str
    short_name: str
    role: str
    level: int
    parent: str
    calls: tuple[str, ...]
    area: str
    matters: tuple[str, ...] = ()
    sizes: Mapping[str, float] | None = None
    makes_rules: bool = False
    children: tuple[DemoOrgan, ...] = ()

    @property
    def is_government(self) -> bool:
        """Tell whether its report is the sum of its organs'."""
        return self.role == "government"

    def walk(self) -> Iterator[DemoOrgan]:
        """Give the organ and all below it, from above."""
        yield self
        for child in self.children:
            yield from child.walk()


def most_organs() -> int:
    """Give how many organs there can be: the names are finite."""
    places = read_data("places")["counties"]
    return _CITY_DEPARTMENTS + 2 + _COUNTY * len(places["first"]) * len(places["second"])


def make_register(count: int, seed: int) -> DemoOrgan:
    """Make a register of `count` organs, as a tree; one alone is a department."""
    places = read_data("places")
    chance = Chance(seed, "register")
    city = places["city"]
    name = city["name"] + city["suffix"]
    if count == 1:
        return _department(read_data("businesses")[1], name, city["id"], "", 1)
    rest = count - 2
    own = rest if count < _SMALLEST_WITH_COUNTIES else min(_CITY_DEPARTMENTS, 2 + rest // 4)
    rest -= own
    counties = max(-(-rest // _COUNTY), min(rest // _SMALLEST_COUNTY, _FIRST_COUNTIES)) if rest else 0
    names = chance.shuffled(
        [
            (one + two, f"{places['counties']['first'][one]}{places['counties']['second'][two]}")
            for one in places["counties"]["first"]
            for two in places["counties"]["second"]
        ]
    )
    sizes = [rest // counties + (i < rest % counties) for i in range(counties)]
    below = tuple(_county(names[i], i, size, name, city["id"], chance) for i, size in enumerate(sizes))
    return _government(name, name, city["id"], "", 1, own, below, chance)


def _county(named: tuple[str, str], i: int, size: int, city: str, city_id: str, chance: Chance) -> DemoOrgan:
    place, pinyin = named
    suffixes = read_data("places")["counties"]["suffixes"]
    short = place + suffixes[i % len(suffixes)]
    towns = min(_TOWNS, (size - 2) // 3)
    below = tuple(_towns(towns, city + short, short, pinyin, chance))
    return _government(city + short, short, pinyin, city_id, 2, size - 2 - towns, below, chance)


def _government(
    place: str,
    short: str,
    pinyin: str,
    parent: str,
    level: int,
    departments: int,
    below: tuple[DemoOrgan, ...],
    chance: Chance,
) -> DemoOrgan:
    businesses = read_data("businesses")
    chosen = businesses[:departments] if departments >= len(businesses) else chance.shuffled(businesses)
    own = [_organ("office", "government_office", place, short, pinyin, level, parent=pinyin)]
    own += [_department(business, place, pinyin, pinyin, level, short) for business in chosen[:departments]]
    return _organ(
        "government", "government", place, short, pinyin, level, parent=parent, children=(*own, *below)
    )


def _towns(count: int, place: str, short: str, pinyin: str, chance: Chance) -> Iterator[DemoOrgan]:
    names = read_data("places")["towns"]
    pairs = chance.shuffled([(one, two) for one in names["first"] for two in names["second"]])
    for i, (one, two) in enumerate(pairs[:count]):
        role = "subdistrict" if short.endswith("区") and i % 3 else "township"
        id_ = f"{pinyin}-{names['first'][one]}{names['second'][two]}"
        yield _organ(role, role, place + one + two, short + one + two, id_, 3, parent=pinyin)


def _organ(
    name: str,
    role: str,
    place: str,
    short: str,
    id_: str,
    level: int,
    *,
    parent: str,
    children: tuple[DemoOrgan, ...] = (),
) -> DemoOrgan:
    words: dict[str, Any] = read_data("places")[name]
    return DemoOrgan(
        id=f"{id_}-{words['id']}" if "id" in words else id_,
        name=words["name"].format(place=place),
        short_name=words["short"].format(place=short),
        role=role,
        level=level,
        parent=parent,
        calls=tuple(words["calls"]),
        area=place,
        matters=tuple(read_data("narrative")["matters"][name]),
        makes_rules=level == 1 and name in ("government", "office"),
        children=children,
    )


def _department(
    business: Mapping[str, Any], place: str, pinyin: str, parent: str, level: int, short: str = ""
) -> DemoOrgan:
    return DemoOrgan(
        id=f"{pinyin}-{business['id']}",
        name=place + business["name"],
        short_name=(short or place) + business["name"],
        role="department",
        level=level,
        parent=parent,
        calls=tuple(business["calls"]),
        area=place,
        matters=tuple(business["matters"]),
        sizes=business["sizes"],
    )
