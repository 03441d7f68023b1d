"""Says of what is Chinese on a page in another language that it is: `lang` for voices, fonts and translators.

It is found by its script in what a template gave, so that every theme's pages have it, wherever a text of
the content stands. The outermost element that has nothing else in it is marked; in a sentence of both
languages the Chinese part is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.model.script import CHINESE, HAN, has_chinese

_TOKEN = re.compile(
    r"""
    <!--.*?--> | <![^>]*>
    | < (?P<slash>/?) (?P<name>[a-zA-Z][^\s/>]*) (?P<rest>(?: [^>"']++ | "[^"]*+" | '[^']*+' )*+) >
    | [^<]+ | <
    """,
    re.VERBOSE | re.DOTALL,
)
_TAG = re.compile(r"<[^\s/>]+")
# Attributes that are read out, in the language of their element.
_READ = re.compile(r"\s(?:title|alt|aria-label|placeholder|content|label)=(\"[^\"]*\"|'[^']*')")
_LANG = re.compile(r"\slang=[\"']?(zh)?", re.IGNORECASE)
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_OTHER = re.compile(f"[{_LETTERS}]")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]+;")
_RUN = re.compile(f"[（《〔“0-9]*[{HAN}](?:[^{_LETTERS}&]*[{HAN}])?[）》〕”、。，；：！？]*")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# These hold text and nothing that could be marked in it; those hold nothing that is read.
_WHOLE = frozenset(("title", "option", "textarea", "svg"))
_UNREAD = frozenset(("script", "style"))


@dataclass(slots=True)
class _Node:
    """An element by the place of its tag, the places of its own texts, and what all in it is."""

    name: str
    at: int
    is_marked: bool = False
    has_language: bool = False
    children: list[_Node] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    has_chinese: bool = False
    has_other: bool = False

    def note(self, text: str) -> None:
        """Take in a text that is read out."""
        self.has_chinese = self.has_chinese or has_chinese(text)
        self.has_other = self.has_other or _OTHER.search(_ENTITY.sub("", text)) is not None


def mark(html: str, *, is_content: bool = False) -> str:
    """Mark what is Chinese; in a text of the content, a block with other words in it is so as a whole."""
    if not has_chinese(html):
        return html
    matches = list(_TOKEN.finditer(html))
    tokens = [found[0] for found in matches]
    for at in _to_mark(_tree(matches), is_content=is_content):
        if tokens[at].startswith("<"):
            tokens[at] = _TAG.sub(rf'\g<0> lang="{CHINESE}"', tokens[at], count=1)
        else:
            tokens[at] = _parts_marked(tokens[at])
    return "".join(tokens)


def _parts_marked(text: str) -> str:
    """Mark the Chinese parts; beside others, they stay one thing to a style that lays out things apart."""
    if not has_chinese(text):
        return text
    marked = _RUN.sub(rf'<span lang="{CHINESE}">\g<0></span>', text)
    return marked if _RUN.fullmatch(text.strip()) else f"<bdi>{marked}</bdi>"


def _tree(matches: Sequence[re.Match[str]]) -> _Node:
    way = [_Node("", -1)]
    for at, found in enumerate(matches):
        name = (found["name"] or "").lower()
        if way[-1].name in _UNREAD and name != way[-1].name:
            continue
        if found["slash"]:
            _leave(way, name)
        elif name:
            _enter(way, name, found["rest"], at)
        elif not found[0].startswith("<"):
            way[-1].texts.append(at)
            way[-1].note(found[0])
    _leave(way, "")
    return way[0]


def _enter(way: list[_Node], name: str, rest: str, at: int) -> None:
    language = _LANG.search(rest)
    is_marked = language is not None and language[1] is not None
    node = _Node(name, at, is_marked, has_language=language is not None)
    for text in _READ.findall(rest):
        node.note(text)
    way[-1].children.append(node)
    way.append(node)
    if name in _VOID or rest.endswith("/"):
        _leave(way, name)


def _leave(way: list[_Node], name: str) -> None:
    """Leave the nearest element of a name and all that are open in it; without a name, every one."""
    if name and all(node.name != name for node in way):
        return
    while len(way) > 1:
        node = way.pop()
        # Of what says its language itself nothing needs to be said above it.
        if not node.is_marked:
            way[-1].has_chinese = way[-1].has_chinese or node.has_chinese
            way[-1].has_other = way[-1].has_other or node.has_other
        if node.name == name:
            return


def _to_mark(node: _Node, *, is_content: bool) -> Iterator[int]:
    """Give the tags and the texts to mark, by their places."""
    yield from node.texts
    for child in node.children:
        if child.is_marked or not child.has_chinese:
            continue
        is_whole = not child.has_other or is_content or child.name in _WHOLE or child.name in _VOID
        if is_whole and not child.has_language:
            yield child.at
        else:
            yield from _to_mark(child, is_content=is_content)
