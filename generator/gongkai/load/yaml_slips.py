"""Says in plain words why a text is not YAML: the slips of a keyboard and an input method.

The parser reports a full-width colon on the line after it, and a tab as a character that
«cannot start any token». Where it gives up, the lines up to there are searched for such slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from gongkai.diagnostics.diagnostic import Diagnostic, Place, Problems, Span, Text
from gongkai.model.source import Source

_TAB = re.compile(r"^[ -]*(\t)")
_FULL_WIDTH_COLON = re.compile(r"^[ -]*[\w\u4e00-\u9fff\"']+\s*(：)")
_WIDE_SPACE = re.compile(r"^ *([\u3000\u00a0])")
_MISSING_SPACE = re.compile(r"^ *(?:- )?([A-Za-z_][\w]*):(?=[^\s:/])")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_PARTNER = {"[": "]", "{": "}", "]": "[", "}": "{"}

_DETAILS = (
    ("mapping values are not allowed", Text("这里不该有冒号", "there should be no colon here")),
    ("could not find expected ':'", Text("这一项缺少冒号", "a colon is missing")),
    ("expected <block end>", Text("缩进与上文不一致", "the indentation does not fit what stands above")),
    ("did not find expected key", Text("缩进与上文不一致", "the indentation does not fit what stands above")),
    ("expected ',' or ']'", Text("方括号里缺少逗号或右括号", "a comma or the closing ] is missing")),
    ("expected ',' or '}'", Text("花括号里缺少逗号或右括号", "a comma or the closing } is missing")),
    ("expected node content", Text("两个逗号之间缺少内容", "there is nothing between two commas")),
    ("expected the node content", Text("两个逗号之间缺少内容", "there is nothing between two commas")),
    ("found unexpected end of stream", Text("引号没有配对", "a quote is not closed")),
    ("cannot start any token", Text("有不能出现在这里的字符", "a character cannot stand here")),
    ("found undefined tag", Text("有不认识的标签", "there is an unknown tag")),
    ("undefined alias", Text("有没有定义的别名", "there is an undefined alias")),
)


def explain(source: Source, error: yaml.YAMLError, shift: int) -> Problems:
    """Give the slips found up to where the parser gave up, or else the parser's own reason."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if not mark or (begun and "end of stream" in str(getattr(error, "problem", ""))):
        mark = begun  # a quote that is not closed is shown where it opens, not at the end of the file
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = source.text.split("\n")
    slips = tuple(_slips(source.file, lines, line, shift))
    if slips:
        return slips
    span = Span(line + 1 + shift, column + 1, line + 1 + shift, column + 2)
    return (Diagnostic("D105", Place(source.file, span), {"detail": _detail(error)}),)


def _slips(file: str, lines: list[str], stop: int, shift: int) -> Iterator[Diagnostic]:
    for number, raw in enumerate(lines[: stop + 1]):
        line = _COMMENT.sub("", raw)
        for pattern, code, arguments in (
            (_TAB, "D106", lambda _: {}),
            (_WIDE_SPACE, "D107", lambda found: {"found": found[1], "wanted": " "}),
            (_FULL_WIDTH_COLON, "D107", lambda _: {"found": "：", "wanted": ":"}),
            (_MISSING_SPACE, "D118", lambda found: {"key": found[1]}),
        ):
            found = pattern.search(line)
            if found:
                yield Diagnostic(
                    code, _place(file, number, found.start(1), found.end(1), shift), arguments(found)
                )
                break
    yield from _brackets(file, lines, stop, shift)


def _brackets(file: str, lines: list[str], stop: int, shift: int) -> Iterator[Diagnostic]:
    """A row of the form is one line, so brackets that do not close on their line are the slip."""
    for number, raw in enumerate(lines[: stop + 1]):
        bare = _QUOTED.sub(lambda found: "x" * len(found[0]), raw)
        bare = _COMMENT.sub("", bare)
        if not re.search(r":\s*[\[{]|^\s*- [\[{]|[\]}]\s*$", bare):
            continue
        stack: list[tuple[str, int]] = []
        for column, char in enumerate(bare):
            if char in "[{":
                stack.append((char, column))
            elif char in "]}":
                if not stack or _PARTNER[stack[-1][0]] != char:
                    stack.append((char, column))
                    break
                stack.pop()
        if stack and _is_one_row(lines, number):
            char, column = stack[-1]
            place = _place(file, number, column, column + 1, shift)
            yield Diagnostic("D119", place, {"found": char, "wanted": _PARTNER[char]})
            return


def _is_one_row(lines: list[str], number: int) -> bool:
    """A bracket may lawfully stay open where the next line goes on with values, not with a key."""
    after = next((line for line in lines[number + 1 :] if line.strip()), "")
    return not after.strip() or ":" in after or after.lstrip().startswith("- ")


def _place(file: str, line: int, start: int, end: int, shift: int) -> Place:
    return Place(file, Span(line + 1 + shift, start + 1, line + 1 + shift, end + 1))


def _detail(error: yaml.YAMLError) -> Text:
    said = " ".join(str(error).split())
    for words, text in _DETAILS:
        if words in said:
            return text
    problem = getattr(error, "problem", None) or said
    return Text(str(problem), str(problem))
