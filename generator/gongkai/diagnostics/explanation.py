"""The page of a rule for the terminal: what, why, basis, and an example wrong and right.

The pages stand in `explain/`, one for each rule, in both languages; their examples are run as
tests. `explain/D301.md` shows the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources

from gongkai.diagnostics.catalogue import Rule
from gongkai.diagnostics.catalogue.every import RULES
from gongkai.diagnostics.counts import SEVERITY_WORDS
from gongkai.diagnostics.diagnostic import Language, Text
from gongkai.diagnostics.width import pad

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
# What a rule can rest on; a page's lines of basis begin with one of these.
BASES: Mapping[str, Text] = {
    "法规": Text("法规", "law"),
    "格式": Text("格式", "the form"),
    "检查": Text("检查指标", "inspections"),
    "标准": Text("标准", "standards"),
    "做法": Text("通行做法", "practice"),
    "本程序": Text("本程序", "our own"),
}
EVERYWHERE = Text("各种格式、各年度", "every form and year")

_SEVERITY = Text("程度", "severity")
_KINDS = Text("依据", "basis")
_SCOPE = Text("适用", "holds for")
_EXCUSE = Text("例外", "accept")
_YES = Text("确有理由的，可以用 accept 说明", "may be excused with a reason")
_NO = Text("不能用 accept 说明", "cannot be excused")
_WIDTH: Mapping[Language, int] = {"zh-CN": 6, "en": 11}
# Examples of Markdown have headings of their own.
_HEADING = re.compile(rf"^## ({'|'.join(HEADINGS)})\n", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<info>.+)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)


def explanation(code: str, language: Language, scope: Text = EVERYWHERE) -> str | None:
    """Give the page of a rule, by its code or its name, or None where there is no such rule.

    `scope` says for which forms and years it holds.
    """
    rule = find_rule(code)
    if not rule:
        return None
    sections = read_sections(page(rule.code))
    kinds = [BASES[kind].of(language) for kind in bases(sections[BASIS])]
    facts = (
        (_SEVERITY, SEVERITY_WORDS[rule.severity].of(language)),
        (_KINDS, "、".join(kinds) if language == "zh-CN" else ", ".join(kinds)),
        (_SCOPE, scope.of(language)),
        (_EXCUSE, (_YES if rule.acceptable else _NO).of(language)),
    )
    told = [f"  {pad(heading.of(language), _WIDTH[language])}{words}" for heading, words in facts]
    head = "\n".join([f"{rule.code} {rule.name}  {rule.title.of(language)}", *told])
    shown = [_section(heading, sections[heading], language) for heading in _PARTS[language]]
    return "\n\n".join([head, *shown]) + "\n"


def explanation_markdown(code: str, language: Language) -> str | None:
    """Give the page of a rule in one language as Markdown, or None where there is no such rule."""
    rule = find_rule(code)
    if not rule:
        return None
    sections = read_sections(page(rule.code))
    shown = [f"## {_SHOWN[heading].of(language)}\n\n{sections[heading]}" for heading in _PARTS[language]]
    return "\n\n".join([f"# {rule.code} {rule.name}", rule.title.of(language), *shown]) + "\n"


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


def bases(basis: str) -> list[str]:
    """Give the kinds of basis that a page names, each once: 法规, 格式 …."""
    return list(dict.fromkeys(line[2:].partition("：")[0] for line in basis.split("\n")))


def find_rule(code: str) -> Rule | None:
    """Give the rule of a code or a name, in any case."""
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
