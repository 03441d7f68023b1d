"""Days and hours at which offices work."""

from __future__ import annotations

import datetime as dt

from gongkai.demo.chance import Chance

_SATURDAY = 5
_OPENS, _CLOSES = 8 * 60 + 30, 17 * 60 + 50


def workday(day: dt.date) -> dt.date:
    """Give the day itself, or the Monday after."""
    return day if day.weekday() < _SATURDAY else day + dt.timedelta(7 - day.weekday())


def day_between(first: dt.date, last: dt.date, chance: Chance) -> dt.date:
    """Give a working day from the first to about the last."""
    return workday(first + dt.timedelta(chance.below((last - first).days + 1)))


def at_work(day: dt.date, chance: Chance) -> str:
    """Write a day with some hour of work."""
    hour, minute = divmod(chance.between(_OPENS, _CLOSES), 60)
    return f"{day.isoformat()} {hour:02}:{minute:02}"
