"""Words for identities: their cells by the form's labels, their figures written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.diagnostics.diagnostic import Place, Related, Span, Text
from gongkai.model.arithmetic import Equation, added
from gongkai.model.facts import Facts, Number, State, plain
from gongkai.model.form import Table, cell_labels

PARTS = Text("各项", "parts")
CAUSE = Text("可能", "cause")
_MOST_NAMED = 3
SUPPORT = Text("佐证", "evidence")


def names(table: Table, cell: str) -> tuple[str, str]:
    """Name a cell's row, with what stands above it, and its column."""
    _, row, column = cell.split("/")
    return " ".join(table.row_by_path[row].labels), table.column_by_id[column].labels[-1]


def apart(one: Number, other: Number) -> Number:
    """Give how far two numbers are apart."""
    return one - other if one > other else other - one


def difference(stated: Number, computed: Number) -> dict[str, str]:
    """Give the arguments of a message about a figure that should be another."""
    return {
        "stated": plain(stated),
        "computed": plain(computed),
        "difference": plain(apart(stated, computed)),
    }


def written_out(facts: Facts, equation: Equation, cell: str) -> str:
    """Write the identity with its figures; parts that are zero are left out."""
    if equation.total is None:
        return f"{side(facts, equation, equation.left)} ≠ {side(facts, equation, equation.right)}"
    total = added(facts, equation.parts)
    stated = facts[equation.total].addend
    text = side(facts, equation, equation.parts)
    if "+" in text or cell == equation.total:
        text = f"{text} = {plain(total if total is not None else 0)}"
    if cell == equation.total:
        return text
    return f"{text} ≠ {label(equation, equation.total)} {plain(stated or 0)}"


def side(facts: Facts, equation: Equation, cells: Sequence[str]) -> str:
    """Write cells added up, each with its label; those that are zero are left out."""
    shown = [cell for cell in cells if facts[cell].addend] or [cells[0]]
    return " + ".join(f"{label(equation, cell)} {plain(facts[cell].addend or 0)}" for cell in shown)


def label(equation: Equation, cell: str) -> str:
    """Name a cell inside its identity: by its column along a row, by its row down a column."""
    row, column = cell_labels(equation.table, cell)
    return column if equation.each == "row" else row


def labels(equation: Equation, cells: Sequence[str]) -> str:
    """Name cells that are added up."""
    return " + ".join(label(equation, cell) for cell in cells)


def where(equation: Equation) -> Text:
    """Name the row or column in which an identity holds."""
    if equation.each == "row":
        return same(f"“{equation.table.row_by_path[equation.at].labels[-1]}”")
    column = equation.table.column_by_id[equation.at].labels[-1]
    row = label(equation, equation.total) if equation.total else labels(equation, equation.left)
    return Text(f"“{row}”的“{column}”", f"“{column}” of “{row}”")


def marks(facts: Facts, equation: Equation, cell: str) -> Iterator[Span]:
    """Give the places of the other figures of an identity."""
    for other in equation.cells:
        if other != cell and facts[other].addend:
            yield facts[other].place.span


def related(facts: Facts, others: Sequence[Equation], cell: str) -> Iterator[Related]:
    """Point at where other identities fail."""
    seen: set[Place] = {facts[cell].place}
    for equation in others:
        for other in [equation.total] if equation.total and equation.total != cell else equation.cells:
            place = facts[other].place
            # An `=` is added up by the program: nobody can mend it.
            if place not in seen and facts[other].state is not State.COMPUTED:
                seen.add(place)
                row, column = names(equation.table, other)
                yield Related(place, same(f"{row} {column}"))


def acquitted(labels: Sequence[str]) -> Text:
    """Say of figures that they are likely right, since something else has them too."""
    zh, en = "”、“".join(labels[:_MOST_NAMED]), "”, “".join(labels[:_MOST_NAMED])
    more = len(labels) > _MOST_NAMED
    return Text(
        f"“{zh}”{'等' * more}另有佐证，不像有错",
        f"“{en}”{' and others' * more} are supported by other sources",
    )


def joined(sentences: Sequence[Text]) -> Text:
    """Put sentences together."""
    return Text("；".join(each.zh for each in sentences), "; ".join(each.en for each in sentences))


def same(words: str) -> Text:
    """Give words that are the same in both languages: those of the form."""
    return Text(words, words)
