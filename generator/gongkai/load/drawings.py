"""Whether a drawing (SVG) only shows: read as XML, of elements and attributes that do nothing else.

A browser takes a drawing for a page: it runs scripts in it, and fetches what it names. Searching its
text for them can be fooled by prefixes, character references and encodings; what is read as a browser
reads it, and may have only what is listed, cannot.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from gongkai.diagnostics.diagnostic import Span, Text
from gongkai.load import drawing_words as words
from gongkai.model.pattern import pattern

_BETWEEN = " "  # stands between a namespace and a name, and in neither
_SHOWN = 60
_MOST = 20
# What stands before the bracket of a function of CSS, close by it; escapes and rules could hide one.
_NAME = pattern(r"[\w-]*\Z")
_HIDES = pattern(r"\\|@(?!media\b)")
_ESCAPE = pattern(r"\\")
_FRAGMENT = pattern(r"#[^\s\"'()\\]+")
_PICTURE = pattern(r"data:image/(?:png|jpe?g);base64,[A-Za-z0-9+/=\s]+")
_OPEN = pattern(r"(?:data|aria)-[a-z0-9-]+")


class Finding(NamedTuple):
    """What a drawing has that it may not, and where."""

    span: Span
    what: Text


class _Stopped(Exception):  # noqa: N818 - no error: the parser is to go no further
    """Ends the reading: of what follows nothing can be said."""


def findings_in(content: bytes) -> list[Finding]:
    """Name all that a drawing may not have, in order; none in one that only shows."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [Finding(_at(line, 1), _NOT_UTF_8)]
    return _Reading().findings(content)


class _Reading:
    """One reading of one drawing: the parser calls its methods."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._depth = 0
        self._style: list[str] | None = None
        self._style_at = self._doctype_at = _at(1, 1)
        parser = ParserCreate("utf-8", _BETWEEN)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parser: XMLParserType = parser

    def findings(self, content: bytes) -> list[Finding]:
        """Read it all, or as far as it can be read."""
        # The parser tells of it at its end.
        before = content[: max(content.find(b"<!DOCTYPE"), 0)].decode()
        self._doctype_at = _at(before.count("\n") + 1, len(before) - before.rfind("\n"))
        try:
            self._parser.Parse(content, True)
        except ExpatError as error:
            self._found.append(Finding(_at(error.lineno, error.offset + 1), _BROKEN))
        except _Stopped:
            pass
        return self._found

    def _say(self, what: Text) -> None:
        self._found.append(Finding(self._here(), what))
        if len(self._found) == _MOST:
            raise _Stopped

    def _declaration(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0" or (encoding or "utf-8").lower() != "utf-8":
            self._say(_NOT_UTF_8)
            raise _Stopped

    def _doctype(self, *_: object) -> None:
        self._found.append(Finding(self._doctype_at, _DOCTYPE))
        raise _Stopped

    def _instruction(self, target: str, _: str) -> None:
        self._say(_text_of(_INSTRUCTION, target))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        space, local = _parted(name)
        if self._depth == 1 and (space, local) != (words.SVG, "svg"):
            self._say(_NO_SVG)
            raise _Stopped
        is_known = local in words.ELEMENTS if space == words.SVG else space in words.OF_PROGRAMS
        if not is_known or self._style is not None:
            self._say(_text_of(_ELEMENT, local))
        is_noted = space in words.OF_PROGRAMS
        for key, value in attributes.items():
            # A note's own attributes mean nothing to a browser, whatever they are called.
            if not is_noted or key.endswith("href") or key.lower().startswith("on"):
                self._attribute(local, key, value)
        if (space, local) == (words.SVG, "style") and self._style is None:
            self._style, self._style_at = [], self._here()

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None and _parted(name) == (words.SVG, "style"):
            why = _wrong_in_css("".join(self._style), _HIDES)
            if why:
                self._found.append(Finding(self._style_at, _text_of(_STYLE, why)))
            self._style = None

    def _text(self, data: str) -> None:
        if self._style is not None:
            self._style.append(data)

    def _here(self) -> Span:
        return _at(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _attribute(self, element: str, key: str, value: str) -> None:
        space, name = _parted(key)
        if space in words.OF_PROGRAMS:
            return
        if name == "href" and space in ("", words.XLINK):
            if not (_FRAGMENT.fullmatch(value) or (element == "image" and _PICTURE.fullmatch(value))):
                self._say(_text_of(_HREF, value[:_SHOWN]))
            return
        if name in words.FREE and space in words.OF_SPACES:
            return
        if not space and _OPEN.fullmatch(name):
            return
        if name not in words.OF_SPACES.get(space, frozenset()):
            self._say(_text_of(_EVENT if name.lower().startswith("on") else _ATTRIBUTE, name))
            return
        why = _wrong_in_css(value, _ESCAPE)
        if why:
            self._say(_text_of(_STYLE, why))


def _wrong_in_css(text: str, hides: re.Pattern[str]) -> str:
    """Give what a style may not have, or nothing: it names fragments of the drawing only."""
    found = hides.search(text)
    if found:
        return text[found.start() :][:_SHOWN]
    before, *parts = text.split("(")
    for part in parts:
        named = _NAME.search(before[-_SHOWN:])
        name = named[0].lower() if named else ""
        if name and name not in words.FUNCTIONS:
            return f"{name}("
        if name == "url" and not part.lstrip().lstrip("\"'").startswith("#"):
            return f"url({part}"[:_SHOWN]
        before = part
    return ""


def _parted(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(_BETWEEN)
    return space, local


def _at(line: int, column: int) -> Span:
    return Span(line, column, line, column)


def _text_of(text: Text, found: str) -> Text:
    return Text(text.zh.format(found=found), text.en.format(found=found))


_NOT_UTF_8 = Text("不是 UTF-8 编码", "it is not UTF-8")
_BROKEN = Text("XML 写得不完整，从这里起读不下去", "it is no whole XML and cannot be read from here on")
_NO_SVG = Text(
    '最外层不是 <svg xmlns="http://www.w3.org/2000/svg">，浏览器不会当作图显示',
    'its outermost element is not <svg xmlns="http://www.w3.org/2000/svg">: no browser shows it as a drawing',
)
_DOCTYPE = Text("有 DOCTYPE 声明", "it has a DOCTYPE")
_INSTRUCTION = Text("有处理指令 <?{found}", "it has a processing instruction, <?{found}")
_ELEMENT = Text("有元素 <{found}>", "it has an element <{found}>")
_ATTRIBUTE = Text("有属性 {found}", "it has an attribute {found}")
_EVENT = Text("有会运行的属性 {found}", "it has an attribute that runs, {found}")
_HREF = Text("链接到图以外：“{found}”", "it leads out of the drawing: “{found}”")
_STYLE = Text("样式里有“{found}”", "its style has “{found}”")
