"""Problems as a panel on the pages of the preview: one self-contained fragment of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Literal

from gongkai.diagnostics.catalogue import rule, sentence, severity
from gongkai.diagnostics.counts import SEVERITY_WORDS, count_line
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Severity, Text
from gongkai.diagnostics.excerpt import Line, LineSource, Mark, excerpt
from gongkai.diagnostics.show_text import SEE, entries, place_text
from gongkai.diagnostics.width import printable

PANEL_ID = "gongkai-problems"

# What the panel stands on: a page of this build, of an earlier one, or no page yet.
Page = Literal["new", "old", "none"]

_WIDTH = 160
_OPEN = 5
_MOST = 50

_STATES: dict[Page, Text] = {
    "new": Text("网站已按最新内容生成。", "The site is built from the latest content."),
    "old": Text(
        "页面仍是上一次成功生成的样子；改正并保存后自动更新。",
        "The page is as it was last built without errors; it follows once this is mended and saved.",
    ),
    "none": Text("改正并保存后，网站会出现在这里。", "Once this is mended and saved, the site appears here."),
}
_MORE = Text(
    "另有 {count} 个问题：运行 gongkai check 查看全部。",
    "{count} more problems: gongkai check shows all of them.",
)
_BUG = Text("gongkai 自身出错", "A fault in gongkai itself")
_BUG_ADVICE = Text(
    "这不是内容的问题。请把下面的文字报告给 gongkai 的维护者；改动并保存任一文件会再试一次。",
    "This is not a problem of the content. Please report the text below to the maintainers of gongkai; "
    "saving any file tries again.",
)

# `revert` keeps the theme's rules out of the panel; the id keeps the panel's rules out of the page.
_STYLE = """
#P, #P * { all: revert; box-sizing: border-box; }
#P { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --soft: #f3f3f3; --line: #c9c9c9;
  --fault: #b3261e; --part: #0b57a4; position: sticky; inset: auto 0 0 0; z-index: 2147483000;
  max-height: 60vh; overflow: auto; margin: 0; padding: 0 1rem; color: var(--ink);
  background: var(--paper); border-top: 4px solid var(--fault); box-shadow: 0 -2px 12px rgb(0 0 0 / .2);
  font: 15px/1.6 system-ui, sans-serif; text-align: start; overflow-wrap: anywhere; }
#P.quiet { border-top: 2px solid var(--line); box-shadow: none; font-size: 14px; }
#P summary { cursor: pointer; padding: .5rem 0; }
#P summary:focus-visible, #P pre:focus-visible { outline: 3px solid var(--part); outline-offset: 1px; }
#P h2, #P h3 { display: inline; margin: 0; font: inherit; font-weight: 700; }
#P .kind { color: var(--fault); }
#P .quiet-kind { color: inherit; }
#P article { border-top: 1px solid var(--line); }
#P p, #P dl { margin: .25rem 0; }
#P dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .75rem; padding-bottom: .5rem; }
#P dt { font-weight: 700; } #P dd { margin: 0; }
#P pre { margin: .25rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--soft);
  font: 13px/1.7 ui-monospace, SFMono-Regular, Consolas, "Noto Sans Mono CJK SC", monospace;
  white-space: pre; overflow-wrap: normal; }
#P .number { color: inherit; opacity: .75; user-select: none; }
#P mark { color: inherit; background: none; border-bottom: 2px solid var(--part); }
#P mark.fault { border-bottom: 3px solid var(--fault); font-weight: 700; }
#P code { font: inherit; font-family: ui-monospace, Consolas, monospace; }
@media (prefers-color-scheme: dark) { #P { --ink: #ececec; --paper: #1d1d1f; --soft: #2a2a2d;
  --line: #55555a; --fault: #ff8a80; --part: #8ab4f8; } }
@media print { #P { display: none; } }
""".replace("#P", f"#{PANEL_ID}")


def panel(
    problems: Sequence[Diagnostic], lines: LineSource, language: Language, *, page: Page = "old"
) -> str:
    """Give the panel for a page's end; nothing if there is no problem."""
    if not problems:
        return ""
    failed = any(severity(problem) is Severity.ERROR for problem in problems)
    shown = "".join(
        _problem(problem, lines, language, opened=failed and index < _OPEN)
        for index, problem in enumerate(problems[:_MOST])
    )
    more = len(problems) - _MOST
    closing = f"<p>{_MORE.of(language).format(count=more)}</p>" if more > 0 else ""
    heading = count_line(problems, language)
    return _frame(heading, f"<p>{_STATES[page].of(language)}</p>{shown}{closing}", language, loud=failed)


def bug_panel(trace: str, language: Language) -> str:
    """Give the panel that says that the program failed, and how."""
    body = f"<p>{_BUG_ADVICE.of(language)}</p>{_pre(escape(trace), language, _BUG.of(language))}"
    return _frame(_BUG.of(language), body, language, loud=True)


def _frame(heading: str, body: str, language: Language, *, loud: bool) -> str:
    role, opened, quiet = ("alert", " open", "") if loud else ("region", "", ' class="quiet"')
    label = f"{PANEL_ID}-heading"
    return (
        f'<section id="{PANEL_ID}" role="{role}" aria-labelledby="{label}" lang="{language}"{quiet}>'
        f"<style>{_STYLE}</style>"
        f'<details{opened}><summary><h2 id="{label}">gongkai · {escape(heading)}</h2></summary>'
        f"{body}</details></section>"
    )


def _problem(problem: Diagnostic, lines: LineSource, language: Language, *, opened: bool) -> str:
    known = rule(problem.code)
    kind = "kind" if known.severity is Severity.ERROR else "quiet-kind"
    name = f"{SEVERITY_WORDS[known.severity].of(language)}[{problem.code} {known.name}]"
    place = place_text(problem.place)
    found = excerpt(problem, lines, _WIDTH)
    listed = "".join(
        f"<dt>{escape(heading)}</dt><dd>{escape(text)}</dd>" for heading, text in entries(problem, language)
    )
    return (
        f"<article><details{' open' if opened else ''}>"
        f'<summary><h3><span class="{kind}">{escape(name)}</span> {escape(known.title.of(language))}</h3> '
        f"<code>{escape(place)}</code></summary>"
        f"<p>{escape(printable(sentence(problem, language)))}</p>"
        f"{_excerpt(found, language, place) if found else ''}"
        f"<dl>{listed}<dt>{SEE.of(language)}</dt><dd><code>gongkai explain {problem.code}</code></dd></dl>"
        "</details></article>"
    )


def _excerpt(found: Sequence[Line], language: Language, place: str) -> str:
    gutter = max(len(str(line.number)) for line in found if line.number is not None)
    return _pre("\n".join(_line(line, gutter) for line in found), language, place)


def _line(line: Line, gutter: int) -> str:
    if line.number is None:
        return '<span class="number">…</span>'
    pieces = "".join(_MARKUP[piece.mark].format(escape(piece.text)) for piece in line.pieces)
    return f'<span class="number">{line.number:>{gutter}} │</span> {pieces}'


_MARKUP = {Mark.NONE: "{}", Mark.PART: "<mark>{}</mark>", Mark.FAULT: '<mark class="fault">{}</mark>'}


def _pre(inner: str, language: Language, label: str) -> str:
    """Give a block that scrolls sideways, by keyboard too."""
    named = escape(label, quote=True)
    return f'<pre tabindex="0" role="region" aria-label="{named}" lang="{language}">{inner}</pre>'
