"""The one dialect of Markdown: CommonMark, tables, strikethrough, and emphasis that knows Chinese.

CommonMark decides by the neighbours of `**` whether emphasis opens or closes there. It takes a
full-width mark for punctuation and a Chinese character for a letter, so that `**重点：**内容`
stays as typed. Between Chinese characters no space is written, and none is needed here.
"""

from __future__ import annotations

from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

_QUOTES = "“”‘’…—"


def set_up(parser: MarkdownIt) -> MarkdownIt:
    """Give a CommonMark parser what the dialect has beyond it."""
    parser.enable(["table", "strikethrough"])
    parser.inline.ruler.at("emphasis", _emphasis)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Push a run of `*` or `_` with whether it may open and close, as the library's rule does."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    run = state.scanDelims(state.pos, marker == "*")
    opens, closes = run.can_open, run.can_close
    if marker == "*" and not (opens and closes):
        opens, closes = _beside_chinese(state, run.length, opens=opens, closes=closes)
    for _ in range(run.length):
        state.push("text", "", 0).content = marker
        last = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), run.length, last, -1, opens, closes))
    state.pos += run.length
    return True


def _beside_chinese(state: StateInline, length: int, *, opens: bool, closes: bool) -> tuple[bool, bool]:
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + length
    after = state.src[end] if end < state.posMax else " "
    if _is_space(before) or _is_space(after):
        return opens, closes
    return opens or _is_chinese(before), closes or _is_chinese(after)


def _is_space(char: str) -> bool:
    return isWhiteSpace(ord(char))


def is_inside_chinese(before: str, after: str) -> bool:
    """Tell whether a line's end between two characters stands in Chinese, where it must leave no space."""
    widths = {east_asian_width(before), east_asian_width(after)}
    return bool(widths & {"W", "F"}) and widths <= {"W", "F", "A"}


def _is_chinese(char: str) -> bool:
    return east_asian_width(char) in "WF" or char in _QUOTES
