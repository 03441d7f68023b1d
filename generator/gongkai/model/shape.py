"""The shape of a mapping in a YAML file: its keys, and what each may hold.

Declared once beside the reader of the file; the editor's help is written from the same declaration.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "number", "flag", "texts", "mapping", "records", "any"]


class Field(NamedTuple):
    """A key's shape; `choices` are the texts it may be.

    `of` is the shape of a mapping, or of each of the records; `each` that of every value of a mapping
    which has keys of its own.
    """

    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    of: Mapping[str, Field] | None = None
    each: Mapping[str, Field] | None = None


Shape = Mapping[str, Field]
