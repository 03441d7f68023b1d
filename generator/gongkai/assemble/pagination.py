"""The pages of a long list: the first, the last and those around this one; the others are gaps."""

from __future__ import annotations

from gongkai.assemble import urls
from gongkai.model.views import Link, Pagination

# So many pages on each side of the present one are named.
_AROUND = 2


def pagination(topic: str, number: int, count: int) -> Pagination | None:
    """Give the links between the pages of a column's list; None where it has one page."""
    if count == 1:
        return None
    here = urls.topic(topic, number)

    def link(page: int) -> Link:
        return Link(str(page), urls.between(here, urls.topic(topic, page)), current=page == number)

    links: list[Link | None] = []
    last = 0
    for page in _named(number, count):
        if page == last + 2:
            links.append(link(page - 1))  # one page takes no more room than its gap
        elif page > last + 1:
            links.append(None)
        links.append(link(page))
        last = page
    return Pagination(
        number,
        count,
        tuple(links),
        link(number - 1).href if number > 1 else "",
        link(number + 1).href if number < count else "",
    )


def _named(number: int, count: int) -> list[int]:
    return sorted({1, count, *range(max(1, number - _AROUND), min(count, number + _AROUND) + 1)})
