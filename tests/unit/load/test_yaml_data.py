"""Strict YAML: what each scalar means, and where every value and key stands; by both of PyYAML's parsers."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai.diagnostics.diagnostic import Span
from gongkai.load import yaml_data
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Document, Path, Source, Value
from shown import located

PARSERS = {"libyaml": yaml.CSafeLoader, "pure Python": yaml.SafeLoader}


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_data, "_Loader", PARSERS[request.param])


def read(text: str) -> Document:
    document, problems = read_yaml(Source("a.yaml", text))
    assert problems == ()
    assert document
    return document


def problems_in(text: str, first_line: int = 1) -> list[str]:
    _, problems = read_yaml(Source("a.yaml", text), first_line)
    return located(problems)


def cut_out(text: str, span: Span) -> str:
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("93.0592", Decimal("93.0592")),
        ("12.50", Decimal("12.50")),
        ("-0.10", Decimal("-0.10")),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("~", None),
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        # What YAML 1.1 would turn into something else stays a text.
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("NULL", "NULL"),
        ("True", "True"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("0b11", "0b11"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.", "1."),
        (".5", ".5"),
        ("+5", "+5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2023-01-31", "2023-01-31"),
        ("=", "="),
        ("/", "/"),
        ("<<", "<<"),
        ("１２", "１２"),
        ("12件", "12件"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'~'", "~"),
        ('"\\u4e00"', "一"),
    ],
)
def test_a_scalar_means(written: str, value: Value) -> None:
    found = read(f"key: {written}\n").data["key"]  # type: ignore[index,call-overload]
    assert (found, type(found)) == (value, type(value))


def test_a_decimal_is_exactly_as_written() -> None:
    assert str(read("[93.0592, 0.10, 1.000]").data[1]) == "0.10"  # type: ignore[index]


NESTED = """\
标题: 焦作 示范区   # 注释
表:
  甲: [1, { 乙: 23, 丙: [4.5, '六'] }, =]
  "丁 戊":
    - 七
    -  80
空:
"""


@pytest.mark.parametrize(
    ("path", "place", "text"),
    [
        (("标题",), "1:5-1:11", "焦作 示范区"),
        (("表", "甲"), "3:6-3:38", "[1, { 乙: 23, 丙: [4.5, '六'] }, =]"),
        (("表", "甲", 0), "3:7-3:8", "1"),
        (("表", "甲", 1), "3:10-3:34", "{ 乙: 23, 丙: [4.5, '六'] }"),
        (("表", "甲", 1, "乙"), "3:15-3:17", "23"),
        (("表", "甲", 1, "丙", 0), "3:23-3:26", "4.5"),
        (("表", "甲", 1, "丙", 1), "3:28-3:31", "'六'"),
        (("表", "甲", 2), "3:36-3:37", "="),
        (("表", "丁 戊", 0), "5:7-5:8", "七"),
        (("表", "丁 戊", 1), "6:8-6:10", "80"),
        (("空",), "7:3-7:3", ""),
    ],
)
def test_a_value_stands(path: Path, place: str, text: str) -> None:
    span = read(NESTED).spans.values[path]
    assert f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" == place
    assert cut_out(NESTED, span) == text


@pytest.mark.parametrize(
    ("path", "text"),
    [(("标题",), "标题"), (("表", "丁 戊"), '"丁 戊"'), (("表", "甲", 1, "丙"), "丙")],
)
def test_a_key_stands(path: Path, text: str) -> None:
    assert cut_out(NESTED, read(NESTED).spans.keys[path]) == text


def test_windows_line_ends_change_no_value_and_no_place() -> None:
    unix, windows = read(NESTED), read(NESTED.replace("\n", "\r\n"))
    assert windows.data == unix.data
    scalars = [path for path in unix.spans.values if path not in {(), ("表",), ("表", "丁 戊")}]
    for path in scalars:
        assert windows.spans.values[path] == unix.spans.values[path]
    assert windows.spans.keys == unix.spans.keys


def test_a_path_without_a_place_gives_the_nearest_around_it() -> None:
    spans = read("a:\n  b: [1]\n").spans
    assert spans.value("a", "b", 7).span == spans.values["a", "b"]
    assert spans.key("a", "z").span == spans.values["a",]


def test_a_block_text_keeps_its_lines() -> None:
    assert read("a: |\n  一\n  二\nb: >-\n  三\n  四\n").data == {"a": "一\n二\n", "b": "三 四"}


KEYS = st.text("abcxyz甲乙丙", min_size=1, max_size=4)
SCALARS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.decimals(0, 10**6, places=4),
    st.sampled_from(["/", "=", "共 12 件", "焦作"]),
    st.none(),
)
DATA = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4)
)


def flow(value: object) -> str:
    match value:
        case None:
            return "~"
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {flow(below)}" for key, below in value.items()) + "}"
    return str(value)


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
def test_whatever_is_written_is_read_and_every_place_cuts_out_what_was_written(
    data: dict[str, Value],
) -> None:
    text = "".join(f"{key}: {flow(value)}   # 注\n" for key, value in data.items())
    document = read(text)
    assert document.data == data
    for path, span in document.spans.values.items():
        value: object = data
        for step in path:
            value = value[step]  # type: ignore[index]
        if path:
            assert cut_out(text, span) == flow(value)
    for path, span in document.spans.keys.items():
        assert cut_out(text, span) == path[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1 D108"),
        ("t:\n  r: [1]\n  r: [2]\n", "3:3 D108"),
        ("t: {x: 1, x: 2}\n", "1:11 D108"),
        ("a: &x 1\n", "1:4 D109"),
        ("a: *x\n", "1:4 D109"),
        ("a: !!str 1\n", "1:4 D110"),
        ("a: !include x\n", "1:4 D110"),
        ("a: 1\n---\nb: 2\n", "2:1 D112"),
        ("? [1, 2]\n: 3\n", "1:3 D105"),
        ("a: [1, 2\nb: 3\n", "1:4 D119"),
        ("a: 1, 2]\nb: 'c\n", "1:8 D119; 2:4 D105"),
        ("a: {x: 1\nb: 2\n", "1:4 D119"),
        ("a: 'b\nc: 1\n", "1:4 D105"),
        ("a:\n\tb: 1\n", "2:1 D106"),
        ("a：1\nb: 2\n", "1:2 D107"),
        ("a:1\nb: 2\n", "1:1 D118"),
        ("a: 1\n b: 2\n", "2:3 D105"),
        ("a: @b\n", "1:4 D105"),
    ],
)
def test_a_slip_is_located(text: str, expected: str) -> None:
    assert problems_in(text) == expected.split("; ")


def test_lines_are_counted_from_where_the_text_starts_in_its_file() -> None:
    assert problems_in("a: 1\na: 2\n", first_line=5) == ["6:1 D108"]
    assert problems_in("a: 'b\n", first_line=5) == ["5:4 D105"]
    assert problems_in("a:\n\tb: 1\n", first_line=5) == ["6:1 D106"]


def test_the_first_of_two_values_is_kept_and_related() -> None:
    document, problems = read_yaml(Source("a.yaml", "甲: 1\n乙: 2\n甲: 3\n"))
    assert document
    assert document.data == {"甲": 1, "乙": 2}
    assert [related.place.span for related in problems[0].related] == [Span(1, 1, 1, 2)]


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\b", "\\v", "\\f", "\\r", "\\e", "\\x1f", "\\x7f", "\\N", "\\L", "\\P"]
)
def test_an_escape_is_no_way_for_a_control_character(escape: str) -> None:
    name = "U+{:04X}".format(ord(yaml.safe_load(f'"{escape}"')))
    _, problems = read_yaml(Source("a.yaml", f'甲: "一{escape}二"\n'))
    assert [(problem.code, problem.arguments) for problem in problems] == [("D117", {"name": name})]


@pytest.mark.parametrize("mark", ["202b", "202d", "202e", "2067"])
def test_an_escape_is_no_way_for_a_mark_that_turns_the_direction(mark: str) -> None:
    # In a value, a key, an item, a row that is read at once, a mapping in braces, a text that was broken.
    said = f'"一\\u{mark}二"'
    for text, place in (
        (f"a: {said}\n", "1:4"),
        (f"{said}: 1\n", "1:1"),
        (f"a:\n  - 1\n  - {said}\n", "3:5"),
        (f"a: [1, {said}, 2]\n", "1:8"),
        (f"a: {{b: 1, c: {said}}}\n", "1:14"),
        (f"a: {{b: 1, {said}: 2}}\n", "1:11"),
        (f'a: "一\n  {said[1:]}\n', "1:4"),
    ):
        assert problems_in(text) == [f"{place} D117"], text


def test_other_escapes_stand_for_what_could_stand_there_itself() -> None:
    for escape, value in {
        "\\t": "\t",
        "\\n": "\n",
        "\\u3000": "\u3000",
        "\\u00a0": "\u00a0",
        "\\U0001F600": "\U0001f600",
        '\\"': '"',
    }.items():
        assert read(f'a: "一{escape}二"\n').data == {"a": f"一{value}二"}


@pytest.mark.parametrize("written", ["'一\\u202e二'", "一\\u202e二"])
def test_what_is_no_escape_there_is_what_it_says(written: str) -> None:
    assert str(read(f"a: {written}\n").data) == "{'a': " + repr("一\\u202e二") + "}"


def test_half_a_character_is_none() -> None:
    # The parsers differ in whether they refuse it themselves.
    assert problems_in('a: "\\ud800"\n') in (["1:4 D117"], ["1:7 D105"])


def test_what_was_told_is_not_in_the_value_so_that_nothing_follows_from_it() -> None:
    document, _ = read_yaml(Source("a.yaml", '"甲\\u202e": "一\\0\\u202e二"\n'))
    assert document
    assert document.data == {"甲": "一二"}
