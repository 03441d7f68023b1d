"""Says in plain words why a text is not YAML: the slips of a keyboard and an input method.

The parser reports a full-width colon on the line after it, and a tab as a character that
«cannot start any token». Where it gives up, the lines up to there are searched for such slips.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import yaml

from gongkai.diagnostics.diagnostic import Argument, Diagnostic, Edit, Place, Problems, Span, Text
from gongkai.load.brackets import BracketSlip, unpaired
from gongkai.load.flow_slips import KEYS, flow_slips
from gongkai.load.indentation import Indents, indents_of
from gongkai.load.wide_marks import CLOSING, OPENING
from gongkai.model.pattern import pattern
from gongkai.model.source import Source

_KEY = r"[ -]*(?P<key>[\w\u4e00-\u9fff\"']+)"
_TAB = pattern(r"[ -]*(?P<slip>\t)")
_FULL_WIDTH_COLON = pattern(rf"{_KEY}\s*(?P<slip>：)(?P<wide>[\u3000\u00a0]*)(?=(?P<next>\s?))")
_WIDE_INDENT = pattern(r" *(?P<slip>[\u3000\u00a0])")
_WIDE_SPACE = pattern(rf"{_KEY}:(?P<slip>[\u3000\u00a0]+)")
_MISSING_SPACE = pattern(r" *(?:- )?(?P<slip>(?P<key>[A-Za-z_]\w*)):(?=[^\s:/])")
_NO_COLON = pattern(r" *[A-Za-z_]\w*(?P<slip>\s*[;；=＝]|\s)\s*\[")
_WIDE_HASH = pattern(r"(?:[^＃#]*[\]}0-9]\s+|\s*)(?P<slip>＃)")
_QUOTED = pattern(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = pattern(r"(?:^|\s)#.*")
_IS_ID = pattern(r"[A-Za-z_]\w*", re.ASCII)
_MAY_FLOW = pattern(rf"[{{｛\[“＂{OPENING}]")
# Below such a line stands free text, in which nothing is a slip of YAML.
_BLOCK_TEXT = pattern(r":\s+[|>][+-]?\s*$", re.MULTILINE)
# Nobody reads on after so many slips of one file.
_MOST_TOLD = 1_000
# No row has as many, and a search for the end of each takes its time.
_MOST_QUOTES = 100

COLON_MISSING = Text("这一项缺少冒号", "a colon is missing")
_DASH = Text("这里多了“- ”", "the “- ” does not belong here")
_NOT_INDENTED = Text("这一行应写在冒号后面", "this belongs after the colon of the line above")
_DETAILS = (
    ("mapping values are not allowed", Text("这里不该有冒号", "there should be no colon here")),
    ("could not find expected ':'", COLON_MISSING),
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
    if line >= len(lines):  # of a text that ends too soon the parser names the line after the last
        line, column = len(lines) - 1, len(lines[-1])
    slips = tuple(islice(_slips(source, lines, line, shift), _MOST_TOLD))
    if slips:
        return slips
    span = Span(line + 1 + shift, column + 1, line + 1 + shift, column + 2)
    return (Diagnostic("D105", Place(source.file, span), {"detail": _detail(error)}),)


def slips_in(source: Source, span: Span) -> Problems:
    """Find the slips that made a text of what was meant as keys and values; `span` is where it stands.

    Where every colon of a group is a full-width one, its rows are to YAML one long text.
    """
    return slips_on(source, range(span.line, span.end_line + 1))


def slips_on(source: Source, numbers: Iterable[int]) -> Problems:
    """Find such slips on some lines, counted from 1."""
    lines = source.text.split("\n")
    there = [number - 1 for number in numbers if number <= len(lines)]
    return tuple(islice(_line_slips(source, lines, there, 0), _MOST_TOLD))


def _slips(source: Source, lines: list[str], stop: int, shift: int) -> Iterator[Diagnostic]:
    yield from _line_slips(source, lines, range(min(stop + 1, len(lines))), shift)
    yield from _misplaced(source.file, lines, stop, shift)
    yield from _brackets(source.file, lines, stop, shift)


def _line_slips(source: Source, lines: list[str], numbers: Iterable[int], shift: int) -> Iterator[Diagnostic]:
    is_sure = not _BLOCK_TEXT.search(source.text)
    indents = indents_of(lines) if is_sure else {}
    for number in numbers:
        line = _COMMENT.sub("", lines[number])
        if _MAY_FLOW.search(line):
            yield from _flow_slips(source.file, line, number, shift, is_sure=is_sure)
        for expression, code, arguments in _LINE_SLIPS:
            found = expression.match(line)
            if found and not (expression is _FULL_WIDTH_COLON and _is_item(lines, number, found["key"])):
                place = _place(source.file, number, *found.span("slip"), shift)
                repair = _repair(expression, found, number, indents) if is_sure else None
                edits = (Edit(_place(source.file, number, *repair[0], shift), repair[1]),) if repair else ()
                yield Diagnostic(code, place, arguments(found), edits=edits)
                break


def _is_item(lines: list[str], number: int, key: str) -> bool:
    """Tell whether a line is a text of a list, in which there is a colon, and not the first of a record."""
    line = lines[number]
    indent, words = _split(line)
    if not words.startswith("- ") or key in KEYS or not key.isidentifier():
        return False
    deeper, after = _split(lines[number + 1] if number + 1 < len(lines) else "")
    return not after or deeper <= indent


def _flow_slips(file: str, line: str, number: int, shift: int, *, is_sure: bool) -> Iterator[Diagnostic]:
    if line.count('"') + line.count("'") > _MOST_QUOTES:
        return
    for mark in flow_slips(_masked(line)):
        place = _place(file, number, mark.start, mark.start + 1, shift)
        edits = (Edit(place, mark.repair),) if is_sure else ()
        yield Diagnostic("D107", place, {"found": mark.found, "wanted": mark.wanted}, edits=edits)


def _masked(line: str) -> str:
    """Give a line whose quoted texts are of one letter each time."""
    return _QUOTED.sub(lambda found: "x" * len(found[0]), line)


def _misplaced(file: str, lines: list[str], stop: int, shift: int) -> Iterator[Diagnostic]:
    """Where the parser gave up, the line above can be at fault: a dash, or a row on its own line."""
    above = [number for number in range(min(stop, len(lines))) if _COMMENT.sub("", lines[number]).strip()]
    if not above:
        return
    number = above[-1]
    indent, words = _split(lines[number])
    if words.startswith("- ") and _split(lines[stop])[0] == indent and ":" in words:
        place = _place(file, number, indent, indent + 1, shift)
        yield Diagnostic("D105", place, {"detail": _DASH})
    elif words.startswith("[") and len(above) > 1:
        outer, before = _split(_COMMENT.sub("", lines[above[-2]]))
        if before.rstrip().endswith(":") and indent <= outer:
            place = _place(file, number, indent, indent + 1, shift)
            yield Diagnostic("D105", place, {"detail": _NOT_INDENTED})


def _split(line: str) -> tuple[int, str]:
    words = line.lstrip(" ")
    return len(line) - len(words), words


_Found = re.Match[str]

_LINE_SLIPS: Sequence[tuple[re.Pattern[str], str, Callable[[_Found], dict[str, Argument]]]] = (
    (_TAB, "D106", lambda _: {}),
    (_WIDE_INDENT, "D107", lambda found: {"found": found["slip"], "wanted": " "}),
    (_FULL_WIDTH_COLON, "D107", lambda _: {"found": "：", "wanted": ":"}),
    (_WIDE_SPACE, "D107", lambda found: {"found": found["slip"][0], "wanted": " "}),
    (_MISSING_SPACE, "D118", lambda found: {"key": found["key"]}),
    (_WIDE_HASH, "D107", lambda _: {"found": "＃", "wanted": "#"}),
    (_NO_COLON, "D105", lambda _: {"detail": COLON_MISSING}),
)


def _repair(
    pattern: re.Pattern[str], found: _Found, number: int, indents: Indents
) -> tuple[tuple[int, int], str] | None:
    """Give the stretch of a line to replace, and by what, where there is no doubt."""
    start, end = found.span("slip")
    if pattern in (_TAB, _WIDE_INDENT):
        return indents.get(number)
    if pattern is _FULL_WIDTH_COLON:
        if not _IS_ID.fullmatch(found["key"]):
            return None
        is_parted = bool(found["next"]) or found.end() == len(found.string)
        return (start, found.end()), ":" if is_parted and not found["wide"] else ": "
    if pattern is _WIDE_SPACE:
        return (start, end), " "
    if pattern is _MISSING_SPACE:
        return (end + 1, end + 1), " "
    return ((start, end), "#") if pattern is _WIDE_HASH else None


def _brackets(file: str, lines: list[str], stop: int, shift: int) -> Iterator[Diagnostic]:
    """A row of the form is one line, so brackets that do not close on their line are the slip."""
    for number, raw in enumerate(lines[: stop + 1]):
        slip = bracket_slip(raw)
        if not slip or not _is_one_row(lines, number):
            continue
        place = _place(file, number, slip.column, slip.column + 1, shift)
        if slip.found in CLOSING:
            edits = (Edit(place, slip.wanted),)
            yield Diagnostic("D107", place, {"found": slip.found, "wanted": slip.wanted}, edits=edits)
        else:
            arguments: dict[str, Argument] = {
                "found": slip.found,
                "wanted": slip.wanted,
                "advice": slip.advice,
            }
            yield Diagnostic("D119", place, arguments)
        return


def bracket_slip(line: str) -> BracketSlip | None:
    """Find the bracket of a line that has no partner on it."""
    if line.count('"') + line.count("'") > _MOST_QUOTES:
        return None
    bare = _COMMENT.sub("", _masked(line))
    return unpaired(bare, line[len(bare) :])


def _is_one_row(lines: list[str], number: int) -> bool:
    """A bracket may lawfully stay open where the next line goes on with values, not with a key."""
    below = (_COMMENT.sub("", lines[i]).strip() for i in range(number + 1, len(lines)))
    after = next((words for words in below if words), "")
    return not after or ":" in after or after.startswith("- ")


def _place(file: str, line: int, start: int, end: int, shift: int) -> Place:
    return Place(file, Span(line + 1 + shift, start + 1, line + 1 + shift, end + 1))


def _detail(error: yaml.YAMLError) -> Text:
    said = " ".join(str(error).split())
    for words, text in _DETAILS:
        if words in said:
            return text
    problem = getattr(error, "problem", None) or said
    return Text(str(problem), str(problem))
