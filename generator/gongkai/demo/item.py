"""An article as the demo writes it: what stands above its text, the text, the documents beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PLAIN = re.compile(r"[\w（《][^\"'#:{}\[\],&*!|>%@`]*[^\s\"'#:{}\[\],&*!|>%@`]")
_WORDS = re.compile(r"true|false|yes|no|on|off|null|[0-9][0-9_.:/-]*", re.IGNORECASE)

Content = str | bytes


@dataclass(frozen=True)
class Beside:
    """An attachment: the end of its file's name, what it is called, and its bytes."""

    suffix: str
    title: str
    content: bytes


@dataclass(frozen=True)
class Item:
    """An article of a column; what is empty is not written."""

    column: str
    id: str
    title: str
    published: str
    organ: str
    text: str
    source: str = ""
    number: str = ""
    index: str = ""
    made: str = ""
    validity: str = ""
    repealed: str = ""
    summary: str = ""
    keywords: Sequence[str] = ()
    formerly: Sequence[str] = ()
    attachments: Sequence[Beside] = ()

    def files(self, folder: str) -> Iterator[tuple[str, Content]]:
        """Give the article and its attachments by path."""
        yield f"{folder}/{self.id}.md", self._written()
        for i, beside in enumerate(self.attachments):
            yield f"{folder}/{self._beside(i)}", beside.content

    def _beside(self, i: int) -> str:
        number = f"-{i + 1}" if i else ""
        return f"{self.id}{number}.{self.attachments[i].suffix}"

    def _written(self) -> str:
        lines = ["---"]
        for key in (
            "title", "published", "organ", "source", "number", "index", "made", "validity", "repealed",
            "summary",
        ):  # fmt: skip
            value = getattr(self, key)
            if value:
                lines.append(f"{key}: {scalar(value)}")
        for key in ("keywords", "formerly"):
            values = getattr(self, key)
            if values:
                lines.append(f"{key}: [{', '.join(map(scalar, values))}]")
        if self.attachments:
            lines.append("attachments:")
            lines += [
                f"  - {{file: {self._beside(i)}, title: {scalar(beside.title)}}}"
                for i, beside in enumerate(self.attachments)
            ]
        return "\n".join([*lines, "---", "", self.text])


def scalar(text: str) -> str:
    """Write a text into YAML, in quotes only where it needs them."""
    is_plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text)
    is_date = re.fullmatch(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", text)
    return text if is_plain or is_date else json.dumps(text, ensure_ascii=False)
