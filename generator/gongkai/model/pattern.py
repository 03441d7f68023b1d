"""A regular expression that is compiled when it is first used.

The package has two hundred of them, and most runs need a few: compiling all would take longer than
checking a report.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern, and takes over its methods as soon as one of them is asked for."""

    def __init__(self, written: str, flags: int) -> None:
        self.pattern, self.flags = written, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(written: str, flags: int = 0) -> re.Pattern[str]:
    """Give what does as the compiled pattern does."""
    return cast("re.Pattern[str]", _Later(written, flags))
