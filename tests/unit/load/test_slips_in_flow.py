"""Chinese marks within `{…}` and `[…]` are named each at its place, mended, and hide nothing else."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.diagnostics.diagnostic import Problems
from gongkai.diagnostics.edits import mended
from gongkai.load.flow_slips import KEYS, flow_slips
from gongkai.load.shapes import SHAPES
from gongkai.load.yaml_data import read_any
from gongkai.model.shape import Shape
from gongkai.model.source import Source, Value


def read(text: str, first_line: int = 1) -> tuple[Value, Problems]:
    document, problems = read_any(Source("a.yaml", text), first_line)
    return (document.data if document else None), problems


def places(problems: Problems) -> list[str]:
    return sorted(f"{p.place.span.line}:{p.place.span.column} {p.code}" for p in problems)


def fixed(text: str) -> str:
    return mended({"a.yaml": text}, read(text)[1]).get("a.yaml", text)


# What was typed, and what is meant by it.
LINES = {
    "colons and commas": (
        "- {code：D401，cell：a/b/c，reason：搬迁，共1件。}",
        "- {code: D401, cell: a/b/c, reason: 搬迁，共1件。}",
    ),
    "a comma after an id": ("- {id: harbour， name: 群岛港}", "- {id: harbour, name: 群岛港}"),
    "a comma after a name": (
        "- {id: fog, name: 雾号站，kind: department}",
        "- {id: fog, name: 雾号站, kind: department}",
    ),
    "one colon": ("- {id：fog, name: 雾号站}", "- {id: fog, name: 雾号站}"),
    "every mark": (
        "review：｛reviewer：张三，date：1988-01-15｝",
        "review: {reviewer: 张三, date: 1988-01-15}",
    ),
    "a list of ids": ("from: [fog，harbour、lamp]", "from: [fog, harbour, lamp]"),
    "the brackets of a list": ("from: 【fog，harbour】", "from: [fog, harbour]"),
    "a list in a mapping": ("- {year: 1980，from: [fog，harbour]}", "- {year: 1980, from: [fog, harbour]}"),
    "quotes around a key and a code": (
        "- {“code”：“D401”, reason: 搬迁}",
        '- {"code": "D401", reason: 搬迁}',
    ),
    "quotes around an id": ("organ: “north-light”", 'organ: "north-light"'),
    "a figure and its unit": ("oil: {value: 3，unit: 升}", "oil: {value: 3, unit: 升}"),
    "a semicolon": ("- {organ: fog；reason: 没有收到}", "- {organ: fog, reason: 没有收到}"),
}
# Chinese marks that are right where they stand.
TEXTS = (
    "- {organ: fog, reason: 没有收到申请，没有编报；见附件：一}",
    "- {organ: fog, reason: 网站改版，url：见附件}",
    "- {label: 地址, text: 甲路，tel：12345}",
    "description: 电话12345：全天",
    "description: 联系amy，bob和carl",
    "title: “ABC”",
    "title: 【a，b】说明",
    "description:\n  地址在此\n  tel：12345",
    '- {reason: "甲，code：D401"}',
    "words: [条, 次，回]",
    "- {label: 主办, text: 见“公告”，tel：12345678}",
    "- {label: 联系, text: OA，QQ：123}",
    "review: {reviewer: 甲, date: 1988-01-15, conclusion: “同意公开，date：以印发为准”}",
    "- {code: D401, cell: a/b, reason: 含热线转办“掌上办”，APP：2件，邮寄：1件}",
    "- {code: D401, reason: 统一编制（见 http://x.cn/a，id：3）}",
    "- {code: D401, reason: OA，APP：停用}",
    "- {code: D401, reason: 原因（一）统计口径，cell：改变}",
    "- {code: D401, reason: 见《A，cell：b》}",
    "- {reason: OA，kind：改变}",
    "aliases:\n  - OA：总体情况",
    "title: 【a、b】",
    "text: （a，b）",
    "- {title: 【a、b】}",
)


@pytest.mark.parametrize("name", LINES)
def test_it_is_read_as_it_was_meant_and_mended(name: str) -> None:
    typed, meant = LINES[name]
    value, problems = read(f"{typed}\n")
    assert value == read(f"{meant}\n")[0]
    assert {problem.code for problem in problems} == {"D107"}
    assert fixed(f"{typed}\n") == f"{meant}\n"
    for problem in problems:
        column = problem.place.span.column
        assert typed[column - 1] == problem.arguments["found"]


@pytest.mark.parametrize("line", TEXTS)
def test_marks_of_a_sentence_are_left_alone(line: str) -> None:
    value, problems = read(f"{line}\n")
    assert value is not None
    assert problems == ()


def test_every_slip_of_a_file_is_named_and_what_follows_is_read_at_its_place() -> None:
    text = "a：1\nb:\n\tc：[1, 2]\n  d: {x: 1，y：2}\n  e:[3]\nf: [4, 5\ng: “fog”\nh [6]\nh: 7\ni: &x 8\n"
    value, problems = read(text)
    assert value is None
    assert places(problems) == sorted(
        ["1:2 D107", "3:1 D106", "3:3 D107", "4:11 D107", "4:13 D107", "5:3 D118", "6:4 D119", "8:2 D105",
         "10:4 D109"]
    )  # fmt: skip
    value, problems = read(text.replace("&x ", ""))
    assert value == {
        "a": 1, "b": {"c": [1, 2], "d": {"x": 1, "y": 2}, "e": [3]}, "f": [4, 5], "g": "“fog”", "h": [6],
        "i": 8,
    }  # fmt: skip
    assert "9:1 D108" in places(problems)


def test_places_behind_what_was_put_in_are_those_of_the_file() -> None:
    document, problems = read_any(Source("a.md", "kind：a\norder:7\norgans: [fog，lamp， x]\n"), 2)
    assert document
    assert places(problems) == ["2:5 D107", "3:1 D118", "4:13 D107", "4:18 D107"]
    found = [
        document.spans.value(*path).span for path in (("kind",), ("order",), ("organs", 1), ("organs", 2))
    ]
    assert [(span.line, span.column, span.end_column) for span in found] == [
        (2, 6, 7), (3, 7, 8), (4, 14, 18), (4, 20, 21),
    ]  # fmt: skip
    assert document.spans.key("organs").span[:2] == (4, 1)


def test_a_bracket_before_a_comment_of_its_own_line_and_the_next_is_mended() -> None:
    text = "a:\n  b: [1, 2】  # 乙\n\n# 四、丙\n\nc:\n  d: 3\n"
    value, problems = read(text)
    assert value == {"a": {"b": [1, 2]}, "c": {"d": 3}}
    assert places(problems) == ["2:11 D107"]
    assert fixed(text) == text.replace("】", "]")


@settings(max_examples=300)
@given(st.data())
def test_whatever_is_typed_every_place_is_one_of_the_file_and_mending_changes_no_figure(
    data: st.DataObject,
) -> None:
    text = (
        "organs:\n  - {id: fog, name: 雾号站，甲, from: 1980, lineage: [{year: 1990, from: [lamp, b]}]}\n"
        "a: [1, 2]\n"
    )
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        typed = data.draw(st.text("，：、；｛｝［］【】“”＂{}[],:\"' \t-#ab1\u3000", max_size=2))
        text = text[:at] + typed + text[at + data.draw(st.integers(0, 2)) :]
    text = text.rstrip("\n") + "\n"
    lines = text.split("\n")
    document, problems = read_any(Source("a.yaml", text))
    spans = [problem.place.span for problem in problems]
    spans += [edit.place.span for problem in problems for edit in problem.edits]
    spans += [*document.spans.values.values(), *document.spans.keys.values()] if document else []
    for line, column, end_line, end_column in spans:
        assert 1 <= line <= end_line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert 1 <= end_column <= len(lines[end_line - 1]) + 2  # one may stand at the end of a line
        assert line < end_line or column <= end_column
    new = fixed(text)
    assert re.findall(r"[0-9]", new) == re.findall(r"[0-9]", text)
    assert new.count("\n") == text.count("\n")
    for _ in range(20):
        again = fixed(new)
        if again == new:
            break
        new = again
    assert fixed(new) == new


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {b: 甲，乙: 1}\n", ["1:11 D105"]),
        ("甲：1\nb: 2\n", ["1:2 D107"]),
    ],
)
def test_what_cannot_be_mended_is_still_named(text: str, expected: list[str]) -> None:
    value, problems = read(text)
    assert value is None
    assert places(problems) == expected
    assert fixed(text) == text


def keys(shape: Shape, level: int = 0) -> Iterator[str]:
    for key, field in shape.items():
        if level:
            yield key
        for below in (field.of, field.each):
            if below:
                yield from keys(below, level + 1)


def test_the_keys_of_all_records_are_known_as_keys() -> None:
    shapes: Mapping[str, Shape] = {name: shape for name, shape in SHAPES.items() if name != "form"}
    assert {key for shape in shapes.values() for key in keys(shape)} - KEYS <= {"domain", "id_code"}


@pytest.mark.parametrize(
    "line",
    ["{a：" * 20_000, "{a: b，" * 15_000, "“" * 90_000, "{" + "，a" * 40_000, "[" * 90_000, ": " * 45_000,
     "{a: " + "b" * 90_000 + "，c：", "{" + " ,a ：" * 20_000, "[a，" * 30_000, "code：“a" * 10_000],
)  # fmt: skip
def test_a_long_line_is_searched_at_once(line: str) -> None:
    started = time.process_time()
    flow_slips(line)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "line", ["- {id：a, name: 甲}\n", "a: [1，2\n", "k{}：1\n", "k{}: {{a：1\n", "\tk{}: 1\n", "k{}: 'a\n"]
)
def test_thousands_of_slips_are_told_in_time(line: str) -> None:
    started = time.process_time()
    read("".join(line.replace("{}", str(i)).replace("{{", "{") for i in range(3_000)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{i}：ab{i}\n" for i in range(16_000)),
        "a: {" + "，".join(f"k{i}：{i}" for i in range(52_000)) + "}\n",
        "a: [" + "，".join(f"k{i}" for i in range(52_000)) + "]\n",
        "- {id：a，name：b，c: 1}\n" * 30_000,
        "\u3000a：1\n" * 70_000,
        "k:\n" + "  ab：1\n" * 90_000,
        "k:\n" + "".join(f"\tab{i}: 1\n" for i in range(20_000)),
    ],
    ids=["keys", "a mapping", "a list", "records", "wide spaces", "rows", "tabs"],
)
def test_a_large_file_of_slips_is_answered_in_time(text: str) -> None:
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 3
