"""Attachments as downloads: what kind, how large, what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from gongkai.assemble import urls
from gongkai.assemble.frame import Frame
from gongkai.model.records import Attachment
from gongkai.model.views import Download


def attached(frame: Frame, attachments: Iterable[Attachment], here: str) -> Iterator[Download]:
    """Give the attachments that are published, as downloads of the page at `here`."""
    for attachment in attachments:
        size = frame.made.sizes.get(attachment.file)
        if size is not None:
            path = PurePosixPath(attachment.file)
            href = urls.between(here, urls.attachment(attachment.file))
            kind = path.suffix.removeprefix(".").upper()
            yield Download(kind, href, size, attachment.title or path.name)
