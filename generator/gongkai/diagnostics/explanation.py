"""The page of a rule for the terminal: what, why, basis, and an example wrong and right.

The pages stand in `explain/`, one for each rule, in both languages; their examples are run as
tests. `explain/D301.md` shows the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources

from gongkai.diagnostics.catalogue import RULES, Rule
from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.nearest import nearest

WHAT, BASIS, ENGLISH, WRONG, RIGHT = "说明", "依据", "In English", "错误 Wrong", "正确 Right"
HEADINGS = (WHAT, BASIS, ENGLISH, WRONG, RIGHT)

_PARTS: Mapping[Language, tuple[str, ...]] = {
    "zh-CN": (WHAT, BASIS, WRONG, RIGHT),
    "en": (ENGLISH, WRONG, RIGHT),
}
_SHOWN: Mapping[str, Text] = {
    WHAT: Text("说明", ""),
    BASIS: Text("依据", ""),
    ENGLISH: Text("", "What and why"),
    WRONG: Text("错误", "Wrong"),
    RIGHT: Text("正确", "Right"),
}
# What the caption of an example says where its text alone would not do.
_CAPTIONS: Mapping[str, Text] = {
    "absent": Text("{path}（没有）", "{path} (not there)"),
    "folder": Text("{path}（是文件夹）", "{path} (a folder)"),
    "symlink": Text("{path} → {body}（链接）", "{path} → {body} (a link)"),
    "size": Text("{path}（{body}）", "{path} ({body})"),
    "bytes": Text("{path}（\\ 开头的是看不见的字符）", "{path} (what starts with \\ cannot be seen)"),
    "diff": Text("{path}（- 是删去的行，+ 是添上的行）", "{path} (- is taken out, + put in)"),
}
_TOLD_WHOLE = frozenset({"absent", "folder", "symlink", "size"})
# Examples of Markdown have headings of their own.
_HEADING = re.compile(rf"^## ({'|'.join(HEADINGS)})\n", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<info>.+)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)


def explanation(code: str, language: Language) -> str | None:
    """Give the page of a rule, by its code or its name, or None where there is no such rule."""
    rule = _rule(code)
    if not rule:
        return None
    sections = read_sections(page(rule.code))
    head = f"{rule.code} {rule.name}  {rule.title.of(language)}"
    shown = [_section(heading, sections[heading], language) for heading in _PARTS[language]]
    return "\n\n".join([head, *shown]) + "\n"


def explanation_markdown(code: str, language: Language) -> str | None:
    """Give the page of a rule in one language as Markdown, or None where there is no such rule."""
    rule = _rule(code)
    if not rule:
        return None
    sections = read_sections(page(rule.code))
    shown = [f"## {_SHOWN[heading].of(language)}\n\n{sections[heading]}" for heading in _PARTS[language]]
    return "\n\n".join([f"# {rule.code} {rule.name}", rule.title.of(language), *shown]) + "\n"


def suggestion(code: str) -> Text:
    """Advise on a code or name that no rule has: the nearest one, or those of its family."""
    family = [rule.code for rule in RULES if rule.code.startswith(code[:2].upper())]
    return nearest(code.upper(), family) if family else nearest(code.lower(), [rule.name for rule in RULES])


def page(code: str) -> str:
    """Give the Markdown of a rule's page, in both languages."""
    return (resources.files(__package__) / "explain" / f"{code}.md").read_text("utf-8")


def read_sections(text: str) -> dict[str, str]:
    """Cut a page at its headings; what stands above the first one is under ""."""
    pieces = _HEADING.split(text)
    return {
        "": pieces[0].strip(),
        **{head: body.strip() for head, body in zip(pieces[1::2], pieces[2::2], strict=True)},
    }


def read_blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Give the fenced blocks of a text: the words of each info string, and the body."""
    for found in _FENCE.finditer(text):
        yield found["info"].split(), found["body"]


def target(words: list[str]) -> str:
    """Give the path in an info string: the last word, what `also` adds for the tests left aside."""
    return words[words.index("also") - 1] if "also" in words else words[-1]


def _rule(code: str) -> Rule | None:
    found = code.strip()
    return next((rule for rule in RULES if found.upper() == rule.code or found.lower() == rule.name), None)


def _section(heading: str, text: str, language: Language) -> str:
    def block(found: re.Match[str]) -> str:
        return _block(found["info"].split(), found["body"], language)

    body = _FENCE.sub(block, text).replace("`", "")
    return "\n".join([_SHOWN[heading].of(language), *(f"  {line}".rstrip() for line in body.split("\n"))])


def _block(words: list[str], body: str, language: Language) -> str:
    kind = words[0]
    caption = _CAPTIONS.get(kind, Text("{path}", "{path}")).of(language)
    lines = [] if kind in _TOLD_WHOLE else body.splitlines()
    told = caption.format(path=target(words), body=body.strip())
    return "\n".join([told, *(f"    {line}".rstrip() for line in lines)])
