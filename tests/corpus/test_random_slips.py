"""Random slips in random rows: mended they are the text as it was, to the byte, and mending twice is once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.diagnostics.edits import mended
from gongkai.load.forms import read_form
from gongkai.load.site import shipped_forms
from gongkai.load.tables import read_tables
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source
from toy import FORM

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "content" / "reports" / "shifanqu" / "2022" / "report.yaml"
FORMS = {form.id: form for form in shipped_forms()}
TOY_FORM, _ = read_yaml(Source("toy.yaml", FORM))
assert TOY_FORM
TOY, _ = read_form(TOY_FORM)
REPORTS = [
    ((HERE / "report.yaml").read_text("utf-8"), "toy"),
    ((HERE / "official.yaml").read_text("utf-8"), "cn-2021"),
    (SHIPPED.read_text("utf-8"), "cn-2021"),
]
ROW = re.compile(r"(?P<indent> +)(?P<key>\w+):(?P<gap> +)\[(?P<cells>[^\]]*)\](?P<rest>.*)")
WIDE = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in "0123456789"}

Slip = Callable[[re.Match[str], int], str]


def changed(row: re.Match[str], group: str, text: str) -> str:
    start, end = row.span(group)
    return row.string[:start] + text + row.string[end:]


def cells(row: re.Match[str], at: int, change: Callable[[str], str]) -> str:
    """Change one of the cells, and leave the spaces around it."""
    parts = row["cells"].split(",")
    bare = parts[at % len(parts)].strip()
    parts[at % len(parts)] = parts[at % len(parts)].replace(bare, change(bare))
    return changed(row, "cells", ",".join(parts))


def thousands(cell: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", cell) if cell.isdecimal() else cell


def counted(cell: str) -> str:
    return f"{cell}件" if cell.isdecimal() else cell


# What each slip makes of a row; each can be mended in one way only.
SLIPS: dict[str, Slip] = {
    "colon": lambda row, _: row.string.replace(f"{row['key']}:", f"{row['key']}：", 1),
    "colon, no space": lambda row, _: (
        row.string.replace(f"{row['key']}: [", f"{row['key']}：[", 1) if row["gap"] == " " else row.string
    ),
    "no space": lambda row, _: changed(row, "gap", "") if row["gap"] == " " else row.string,
    "commas": lambda row, _: changed(row, "cells", row["cells"].replace(",", "，")),
    "commas, no spaces": lambda row, _: (
        changed(row, "cells", row["cells"].replace(", ", "、")) if "  " not in row["cells"] else row.string
    ),
    "a comma": lambda row, at: changed(row, "cells", row["cells"].replace(",", "，", 1 + at % 3)),
    "brackets": lambda row, _: row.string.replace("[", "【", 1).replace("]", "】", 1),
    "closing bracket": lambda row, _: row.string.replace("]", "］", 1) if not row["rest"] else row.string,
    "digits": lambda row, at: cells(row, at, lambda cell: cell.translate(WIDE)),
    "a zero-width space": lambda row, at: cells(row, at, lambda cell: f"\u200b{cell}"),
    "thousands": lambda row, at: cells(row, at, thousands),
    "unit": lambda row, _: cells(row, -1, counted),
    "equals": lambda row, _: changed(row, "cells", row["cells"].replace("=", "＝")),
    "slash": lambda row, _: changed(row, "cells", row["cells"].replace("/", "／")),
    "quotes": lambda row, at: cells(row, at, lambda cell: f'"{cell}"' if cell.isdecimal() else cell),
    "wide space": lambda row, at: changed(
        row,
        "cells",
        row["cells"].replace(", ", ",　", 1 + at % 3) if "  " not in row["cells"] else row["cells"],
    ),
    "hash": lambda row, _: changed(row, "rest", row["rest"].replace("#", "＃", 1)),
}
# What says no longer how deep it was is mended, or left as it is.
DOUBTFUL: dict[str, Slip] = {
    "tab": lambda row, _: changed(row, "indent", "\t"),
    "tabs": lambda row, _: changed(row, "indent", row["indent"].replace("  ", "\t")),
    "wide indentation": lambda row, _: changed(row, "indent", row["indent"].replace("  ", "　")),
}


def fixed(text: str, form: str) -> str:
    """Mend a text as `gongkai fix` does, until there is nothing left to mend."""
    known = TOY if form == "toy" else FORMS[form]
    for _ in range(20):
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        document, problems = read_yaml(Source("report.yaml", plain))
        more = read_tables(document, known)[1] if document and known else ()
        new = mended({"report.yaml": text}, (*problems, *more))
        if not new:
            return text
        text = new["report.yaml"]
    raise AssertionError


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str, str, bool]:
    """Give a report, the same with slips in some rows, its form, and whether all can be mended."""
    text, form = draw(st.sampled_from(REPORTS))
    lines = text.split("\n")
    rows = [number for number, line in enumerate(lines) if ROW.fullmatch(line)]
    is_sure = True
    for number in draw(st.lists(st.sampled_from(rows), min_size=1, max_size=3, unique=True)):
        row = ROW.fullmatch(lines[number])
        assert row
        name = draw(st.sampled_from([*SLIPS, *DOUBTFUL]))
        is_sure = is_sure and name in SLIPS
        lines[number] = {**SLIPS, **DOUBTFUL}[name](row, draw(st.integers(0, 6)))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + text.replace("\n", end), mark + end.join(lines), form, is_sure


@settings(max_examples=200)
@given(slipped())
def test_a_mended_report_differs_from_the_right_one_only_in_what_is_left(
    sample: tuple[str, str, str, bool],
) -> None:
    right, wrong, form, is_sure = sample
    new = fixed(wrong, form)
    if is_sure:
        assert new == right
    for line, typed, meant in zip(new.split("\n"), wrong.split("\n"), right.split("\n"), strict=True):
        assert line in (typed, meant)
    assert fixed(new, form) == new


@settings(max_examples=200)
@given(st.sampled_from(REPORTS), st.data())
def test_whatever_is_typed_no_figure_changes_and_mending_twice_is_once(
    report: tuple[str, str], data: st.DataObject
) -> None:
    text, form = report
    lines = text.split("\n")
    number = data.draw(st.sampled_from([n for n, line in enumerate(lines) if ROW.fullmatch(line)]))
    at = data.draw(st.integers(0, len(lines[number])))
    typed = data.draw(st.text("0１,，。．：: 　\t[]［］【】()（）~～=＝/／#＃-①²件万\u200b\"'", max_size=3))
    taken = data.draw(st.integers(0, 2))
    lines[number] = lines[number][:at] + typed + lines[number][at + taken :]
    wrong = "\n".join(lines)
    new = fixed(wrong, form)
    assert digits(new) == digits(wrong)
    assert new.count("\n") == wrong.count("\n")
    assert fixed(new, form) == new


def digits(text: str) -> str:
    return "".join(re.findall(r"[0-9]", text.translate({wide: narrow for narrow, wide in WIDE.items()})))


def test_the_reports_without_a_slip_are_left_alone() -> None:
    for text, form in REPORTS:
        assert fixed(text, form) == text
