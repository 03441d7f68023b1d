"""Chance that is the same everywhere: one seed and one name always give the same row of draws."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws for one purpose. Only `random()` is used, which Python keeps the same for ever."""

    __slots__ = ("share",)

    def __init__(self, seed: int, *names: str) -> None:
        digest = sha256("/".join((str(seed), *names)).encode()).digest()
        self.share = Random(int.from_bytes(digest[:8], "big")).random  # noqa: S311 - nothing secret

    def below(self, limit: int) -> int:
        """Give a whole number from 0 to `limit` - 1."""
        return int(self.share() * limit)

    def between(self, least: int, most: int) -> int:
        """Give a whole number from `least` to `most`, both included."""
        return least + int(self.share() * (most - least + 1))

    def about(self, level: float, spread: float) -> float:
        """Give a number near a level: `spread` is the share by which it may be off."""
        return level * (1 - spread + 2 * spread * self.share())

    def whole(self, level: float) -> int:
        """Round to one of the whole numbers beside a level, so that the mean is the level."""
        low = int(level)
        return low + (self.share() < level - low)

    def pick(self, of: Sequence[T]) -> T:
        """Take one."""
        return of[int(self.share() * len(of))]

    def shuffled(self, of: Sequence[T]) -> list[T]:
        """Give all in another order."""
        return [each for _, each in sorted(((self.share(), i), each) for i, each in enumerate(of))]

    def split(self, number: int, weights: Sequence[float]) -> list[int]:
        """Divide a number by weights: one by one where it is small, else in proportion, and nearly."""
        sums = list(accumulate(weights))
        parts = [0] * len(weights)
        rest = number
        if number > _ONE_BY_ONE:
            parts = [int(self.about(number * weight / sums[-1], 0.15)) for weight in weights]
            rest = number - sum(parts)
            if rest < 0 or rest > number // 4:
                parts = [int(number * weight / sums[-1]) for weight in weights]
                rest = number - sum(parts)
            if rest > _ONE_BY_ONE:
                largest = max(range(len(weights)), key=lambda i: weights[i])
                parts[largest] += rest - _ONE_BY_ONE
                rest = _ONE_BY_ONE
        for _ in range(rest):
            at = self.share() * sums[-1]
            parts[next(i for i, up_to in enumerate(sums) if at < up_to or i == len(sums) - 1)] += 1
        return parts


_ONE_BY_ONE = 40
