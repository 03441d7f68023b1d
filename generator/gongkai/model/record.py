"""Frozen data with named fields, as a dataclass has them.

A dataclass writes code for each class and compiles it, which takes half a millisecond. A check would wait
for a dozen of them before it reads a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """The base of frozen data: fields are those that a class annotates, with its values as defaults.

    `beside` names the fields that do not count when two are compared.
    """

    _fields: ClassVar[tuple[str, ...]]
    _meant: ClassVar[tuple[str, ...]]
    _known: ClassVar[frozenset[str]]

    def __init_subclass__(cls, beside: Iterable[str] = ()) -> None:
        inherited, meant = getattr(cls, "_fields", ()), getattr(cls, "_meant", ())
        cls._fields = tuple(dict.fromkeys((*inherited, *cls.__annotations__)))
        apart = {*beside, *inherited} - {*meant}
        cls._meant = tuple(name for name in cls._fields if name not in apart)
        cls._known = frozenset(cls._fields)

    def __init__(self, *values: object, **named: object) -> None:
        # A field that is not given is found in the class. That none is missing, mypy has seen.
        given = self.__dict__
        given.update(zip(self._fields, values, strict=False), **named)
        if len(given) != len(values) + len(named) or not self._known.issuperset(named):
            raise TypeError(f"{type(self).__name__} takes each of {', '.join(self._fields)} once")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._meant)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._meant))

    def __repr__(self) -> str:
        fields = (f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({', '.join(fields)})"

    def _replace(self, **changes: Any) -> Self:  # noqa: ANN401 - whatever its fields are
        """Give the same with other values in some fields."""
        return type(self)(**{name: getattr(self, name) for name in self._fields} | changes)
