"""Problems as people read them in a terminal: place, sentence, excerpt, notes, and the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gongkai.diagnostics.catalogue import Rule, advice, rule, sentence, severity
from gongkai.diagnostics.counts import SEVERITY_WORDS
from gongkai.diagnostics.diagnostic import Diagnostic, Language, Place, Severity, Text
from gongkai.diagnostics.excerpt import Line, LineSource, Mark, excerpt
from gongkai.diagnostics.width import pad, printable, text_width

WIDTH = 100
HELP = Text("办法", "help")
ALSO = Text("另见", "also")
CELL = Text("格号", "cell")
SEE = Text("详见", "see")
BY_RULE = Text("按规则", "By rule")
# With fewer problems, the problems themselves are the summary.
HANDFUL = 5

_MARGIN = "   "
_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_FAINT = "\x1b[2m"
_SEVERITY_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}
_PART_COLOUR = "\x1b[36m"


def show_text(
    problems: Iterable[Diagnostic],
    lines: LineSource,
    language: Language,
    *,
    width: int = WIDTH,
    colour: bool = False,
) -> str:
    """Show problems one after the other, a blank line between them; `width` is that of the terminal."""
    return "\n".join(_problem(problem, lines, language, width, colour) for problem in problems)


def by_rule(problems: Iterable[Diagnostic]) -> tuple[tuple[Rule, int], ...]:
    """Count the problems of each rule: the gravest rules first, of these the ones broken most often."""
    counts = Counter(problem.code for problem in problems)
    found = [(rule(code), count) for code, count in counts.items()]
    return tuple(sorted(found, key=lambda each: (each[0].severity.rank, -each[1], each[0].code)))


def rule_summary(problems: Iterable[Diagnostic], language: Language, *, colour: bool = False) -> str:
    """Give a line for each rule that is broken: how grave, how often, code, name and title."""
    counted = by_rule(problems)
    figures = max(len(str(count)) for _, count in counted)
    names = max(len(known.name) for known, _ in counted)
    kinds = max(text_width(SEVERITY_WORDS[known.severity].of(language)) for known, _ in counted)
    lines = [_paint(BY_RULE.of(language), _BOLD, colour)]
    for known, count in counted:
        kind = _paint(
            pad(SEVERITY_WORDS[known.severity].of(language), kinds),
            _SEVERITY_COLOURS[known.severity],
            colour,
        )
        words = f"{known.code} {known.name.ljust(names)}  {known.title.of(language)}"
        lines.append(f"{_MARGIN}{kind} {str(count).rjust(figures)}  {words}")
    return "\n".join(lines)


def place_text(place: Place) -> str:
    """Give a place the way editors and terminals can open it."""
    return f"{printable(place.file)}:{place.span.line}:{place.span.column}"


def entries(problem: Diagnostic, language: Language) -> tuple[tuple[str, str], ...]:
    """Give what stands under the excerpt, with its headings: notes, help, other places."""
    return (
        *((note.heading.of(language), printable(note.sentence.of(language))) for note in problem.notes),
        (HELP.of(language), printable(advice(problem, language))),
        *(
            (ALSO.of(language), f"{place_text(related.place)} {printable(related.label.of(language))}")
            for related in problem.related
        ),
        # What an `accept` names; no other list of the site has it.
        *(((CELL.of(language), problem.cell),) if problem.cell and rule(problem.code).acceptable else ()),
    )


def in_full(problem: Diagnostic, language: Language) -> str:
    """Say what is wrong, why and what to do, without the places: for programs that show these."""
    notes = (f"{note.heading.of(language)}: {note.sentence.of(language)}" for note in problem.notes)
    return "\n".join((sentence(problem, language), *notes, advice(problem, language)))


def _problem(problem: Diagnostic, lines: LineSource, language: Language, width: int, colour: bool) -> str:
    kind = severity(problem)
    name = f"{SEVERITY_WORDS[kind].of(language)}[{problem.code} {rule(problem.code).name}]"
    fault_colour = _SEVERITY_COLOURS[kind]
    head = f"{_paint(place_text(problem.place), _BOLD, colour)}: {_paint(name, fault_colour, colour)}"
    return "\n".join(
        (
            head,
            f"  {printable(sentence(problem, language))}",
            *_excerpt(problem, lines, width, fault_colour if colour else None),
            *_entries(problem, language, colour),
            "",
        )
    )


def _excerpt(problem: Diagnostic, lines: LineSource, width: int, fault_colour: str | None) -> Iterator[str]:
    """Print the marked lines, each with carets under what is marked."""
    gutter = len(str(max((problem.place.span.line, *(span.line for span in problem.marks)))))
    for line in excerpt(problem, lines, max(width - gutter - len(_MARGIN) - len(" │ "), 20)):
        if line.number is None:
            yield f"{_MARGIN}{_paint('…', _FAINT, fault_colour is not None)}"
            continue
        yield f"{_gutter(str(line.number).rjust(gutter), fault_colour)} {_source(line)}".rstrip()
        yield f"{_gutter(' ' * gutter, fault_colour)} {_carets(line, fault_colour)}"


def _gutter(number: str, fault_colour: str | None) -> str:
    return _MARGIN + _paint(f"{number} │", _FAINT, fault_colour is not None)


def _source(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def _carets(line: Line, fault_colour: str | None) -> str:
    drawn = ""
    for piece in line.pieces:
        width = text_width(piece.text)
        if piece.mark is Mark.NONE:
            drawn += " " * width
        else:
            colour = fault_colour if piece.mark is Mark.FAULT else _PART_COLOUR
            drawn += _paint("^" * max(width, 1), colour or "", fault_colour is not None)
    return drawn.rstrip()


def _entries(problem: Diagnostic, language: Language, colour: bool) -> Sequence[str]:
    """Print the lines under the excerpt, their sentences aligned."""
    shown = (*entries(problem, language), (SEE.of(language), f"gongkai explain {problem.code}"))
    width = max(text_width(heading) for heading, _ in shown)
    return [f"{_MARGIN}{_paint(pad(heading, width), _BOLD, colour)}  {text}" for heading, text in shown]


def _paint(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{_RESET}" if colour else text
