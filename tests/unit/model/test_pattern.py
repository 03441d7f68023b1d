"""A pattern that is compiled when it is first used."""

from __future__ import annotations

import re
from unittest.mock import patch

from gongkai.model.pattern import pattern


def test_nothing_is_compiled_before_it_is_used_and_then_once() -> None:
    with patch("re.compile", wraps=re.compile) as compiling:
        digits = pattern(r"(\d)(\d)")
        assert compiling.call_count == 0
        assert digits.search("a12")
        assert digits.fullmatch("12")
        assert digits.sub("-", "a12") == "a-"
        assert compiling.call_count == 1


def test_it_gives_what_the_compiled_one_gives() -> None:
    written, text = r"^([ab])(?P<n>\d)?", "a1\nB\nb"
    flags = re.MULTILINE | re.IGNORECASE
    later, compiled = pattern(written, flags), re.compile(written, flags)
    assert [found.span() for found in later.finditer(text)] == [f.span() for f in compiled.finditer(text)]
    assert later.findall(text) == compiled.findall(text)
    assert later.split(text) == compiled.split(text)
    assert later.match(text, 2) is None
    assert (later.pattern, later.groupindex, later.groups) == (
        compiled.pattern,
        compiled.groupindex,
        compiled.groups,
    )
