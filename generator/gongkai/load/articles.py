"""Reads what an article's front matter says of it: its id, dates, validity, attachments, former addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import normpath
from typing import Any

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Edit, Problems, Text
from gongkai.load.attached import ATTACHMENT, read_attached
from gongkai.load.fields import Field, Shape, date, integer, text, wrong_type
from gongkai.load.files import DEVICE, SHORTER, is_address, is_device
from gongkai.load.limits import NAME_LENGTH
from gongkai.model.records import IN_FORCE, REPEALED
from gongkai.model.references import is_external
from gongkai.model.source import Document, Value

ARTICLE: Shape = {
    "title": Field(required=True),
    "id": Field(),
    "published": Field(),
    "organ": Field(),
    "source": Field(),
    "number": Field(),
    "index": Field(),
    "made": Field(),
    "validity": Field(),
    "repealed": Field(),
    "summary": Field(),
    "keywords": Field("texts"),
    "attachments": Field("records", of=ATTACHMENT),
    "formerly": Field("texts"),
    "order": Field("integer"),
}
LAST = 1_000_000

# What officials call it; the keys are English, and so are their values.
_CALLED: Mapping[str, str] = {
    **dict.fromkeys(("现行有效", "有效", "现行", "生效", "valid", "effective", "in-force"), IN_FORCE),
    **dict.fromkeys(("废止", "已废止", "失效", "已失效", "无效", "repeal", "invalid"), REPEALED),
}
_VALIDITY = Text("in_force（现行有效）或 repealed（废止、失效）", "in_force or repealed")
_FORMERLY = Text(
    "本站以前的网址，从根写起，如 columns/gonggao/2022.html",
    "a former address in this site from its root, such as columns/news/2022.html",
)
_NO_PATH = "\\?#%<>\"'*|:"
_LONGEST_PATH = 200
# Bytes of a file's name: systems take 255, and the file has a longer name while it is written.
_LONGEST_PART = 180
_SHORT_FORMERLY = Text(
    f"至多 {_LONGEST_PATH} 个字符的网址，每一段（两个 / 之间）至多 {_LONGEST_PART // 3} 个汉字"
    f"或 {_LONGEST_PART} 个字母",
    f"an address of {_LONGEST_PATH} characters at most, each part of it of {_LONGEST_PART} letters "
    f"or {_LONGEST_PART // 3} Chinese characters",
)
_NO_STOP = Text("每一段都不以句点结尾的网址", "an address none of whose parts ends in a full stop")


def read_id(document: Document, values: Mapping[str, Value], default: str) -> tuple[str, Problems]:
    """Give the id, which is the address: as stated, or else the name of the file or folder."""
    stated = text(values, "id")
    if not stated or (is_address(stated) and len(stated) <= NAME_LENGTH):
        return stated or default, ()
    wanted = DEVICE if is_device(stated) else SHORTER
    arguments: dict[str, Argument] = {"name": stated[:NAME_LENGTH], "wanted": wanted}
    return default, (Diagnostic("D114", document.spans.value("id"), arguments),)


def read_formerly(document: Document, values: Mapping[str, Value]) -> tuple[tuple[str, ...], Problems]:
    """Give the former addresses that can be ones: paths from the portal's root that stay within it."""
    listed = values.get("formerly")
    kept: list[str] = []
    problems: list[Diagnostic] = []
    for i, item in enumerate(listed if isinstance(listed, list) else ()):
        path, wanted = _former(str(item))
        if path:
            kept.append(path)
        else:
            problems.append(wrong_type(document.spans, ("formerly", i), "formerly", wanted, item))
    return tuple(dict.fromkeys(kept)), tuple(problems)


def article_fields(
    document: Document, values: Mapping[str, Value], name: str
) -> tuple[dict[str, Any], Problems]:
    """Give the fields of an article by name, but for its text; `name` is its file's, without the suffix."""
    published, problems = date(document, values, (), "published")
    gathered = [*problems]
    made, problems = date(document, values, (), "made")
    gathered += problems
    repealed, problems = date(document, values, (), "repealed")
    gathered += problems
    own, problems = read_id(document, values, name)
    gathered += problems
    validity, problems = _validity(document, values)
    gathered += problems
    attachments, problems = read_attached(document, values)
    gathered += problems
    formerly, problems = read_formerly(document, values)
    gathered += problems
    fields = {
        "id": own,
        "published": published,
        "published_place": document.spans.value("published") if published else None,
        "made": made,
        "repealed": repealed,
        "validity": validity,
        "keywords": _keywords(values),
        "attachments": attachments,
        "formerly": formerly,
        "order": integer(values, "order", LAST),
        **{key: text(values, key) for key in ("title", "organ", "source", "number", "index", "summary")},
    }
    return fields, tuple(gathered)


def _validity(document: Document, values: Mapping[str, Value]) -> tuple[str, Problems]:
    written = text(values, "validity")
    if written in ("", IN_FORCE, REPEALED):
        return written, ()
    found = wrong_type(document.spans, ("validity",), "validity", _VALIDITY, written)
    right = _CALLED.get(written.lower(), "")
    if right:
        edit = Edit(document.spans.value("validity"), right)
        found = replace(
            found,
            arguments={**found.arguments, "wanted": Text(f"“{right}”", f"“{right}”")},
            edits=(edit,),
        )
    return "", (found,)


def _keywords(values: Mapping[str, Value]) -> tuple[str, ...]:
    listed = values.get("keywords")
    words = (str(word).strip() for word in listed) if isinstance(listed, list) else ()
    return tuple(dict.fromkeys(word for word in words if word))


def _former(written: str) -> tuple[str, Text]:
    """Give a former address from the portal's root, a folder's with a final slash; empty if it is none.

    Beside it stands what is wanted instead.
    """
    path = written.strip().lstrip("/")
    if is_external(path) or not path or any(mark in path for mark in _NO_PATH):
        return "", _FORMERLY
    if any(char.isspace() or not char.isprintable() for char in path) or path.rstrip("/") != normpath(path):
        return "", _FORMERLY
    parts = path.rstrip("/").split("/")
    if any(part.startswith(".") for part in parts):
        return "", _FORMERLY
    if len(path) > _LONGEST_PATH or any(len(part.encode()) > _LONGEST_PART for part in parts):
        return "", _SHORT_FORMERLY
    if any(part.endswith(".") for part in parts):
        return "", _NO_STOP
    device = next((part for part in parts if is_device(part)), "")
    if device:
        return "", _no_device(device.partition(".")[0])
    if path.endswith("/"):
        return path, _FORMERLY
    return (path if "." in parts[-1] else f"{path}/"), _FORMERLY


def _no_device(name: str) -> Text:
    return Text(
        f"不含“{name}”的网址（{name} 是 Windows 留给设备的名称，那里存不了这样的文件）",
        f"an address without “{name}”, which Windows keeps for a device and can store no file of",
    )
