"""Reads `attachments` of an article or a report: the documents beside a text, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.diagnostics.diagnostic import Diagnostic, Problems, Text
from gongkai.load.fields import Field, Shape, read_fields, text, wrong_type
from gongkai.model.records import Attachment
from gongkai.model.references import is_external, target
from gongkai.model.source import Document, Value

ATTACHMENT: Shape = {"file": Field(required=True), "title": Field()}
_WANTED = Text("本站 content 中的文件，如 fujian.pdf", "a file in this site's content, such as form.pdf")


def read_attached(document: Document, values: Mapping[str, Value]) -> tuple[tuple[Attachment, ...], Problems]:
    """Read the list; a file is named by its path from the file it stands in, or with `/` from content."""
    listed = values.get("attachments")
    found: list[Attachment] = []
    problems: list[Diagnostic] = []
    for i, item in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(item, dict):
            continue  # said already, with the keys around it
        record, trouble = read_fields(document, ("attachments", i), ATTACHMENT)
        problems += trouble
        written = text(record, "file")
        if not written:
            continue
        place = document.spans.value("attachments", i, "file")
        if is_external(written) or "\\" in written:
            problems.append(wrong_type(document.spans, ("attachments", i, "file"), "file", _WANTED, written))
            continue
        file = target(document.source.file, written)
        found.append(Attachment(file=file, title=text(record, "title"), place=place))
    return tuple(found), tuple(problems)
