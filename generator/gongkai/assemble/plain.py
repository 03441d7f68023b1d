"""A text of Markdown as its reader sees it: a line for each block, without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongkai.model.markdown import is_inside_chinese, set_up
from gongkai.model.pattern import pattern

_PARSER = set_up(MarkdownIt("commonmark", {"html": False}))
# What is not read line by line: marks within words, and lines that begin a list, a quotation, a code ….
_MARKED = pattern(r"[*_`\\<\[&|~]|^(?:[ \t>=+-]|\d{1,9}[.)](?:\s|$))", re.MULTILINE)
_HEADING = pattern(r"#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")


def plain(text: str) -> str:
    """Give the blocks of a text, a line each; the parser is asked only where there are marks to read."""
    return "\n".join(_parsed(text) if _MARKED.search(text) else _lines(text))


def _lines(text: str) -> Iterator[str]:
    block = ""
    for line in (*text.split("\n"), ""):
        heading = _HEADING.fullmatch(line) if line.startswith("#") else None
        if block and (heading or not line.strip()):
            yield block
            block = ""
        if heading:
            yield heading[1] or ""
        else:
            block = _joined(block, line.strip())
    if block:
        yield block


def _parsed(text: str) -> Iterator[str]:
    for token in _PARSER.parse(text):
        if token.type == "inline":
            yield _words(token.children or [])
        elif token.type in {"fence", "code_block"}:
            yield from token.content.split("\n")


def _words(tokens: list[Token]) -> str:
    lines = [""]
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            lines.append("")
        elif token.type != "image":
            lines[-1] += token.content
    block = ""
    for line in lines:
        block = _joined(block, line.strip())
    return block


def _joined(block: str, line: str) -> str:
    """Go on in the next line: between Chinese characters no space is left."""
    if not block or not line:
        return block + line
    return f"{block}{line}" if is_inside_chinese(block[-1], line[0]) else f"{block} {line}"
