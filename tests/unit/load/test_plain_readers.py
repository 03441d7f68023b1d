"""The readers of plain texts agree with the readers of any text, wherever they read at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongkai.diagnostics.diagnostic import Span
from gongkai.load.markdown_doc import read_narrative, read_prose
from gongkai.load.markdown_parsed import parse_prose
from gongkai.load.markdown_plain import read_plain as read_plain_markdown
from gongkai.load.yaml_data import read_any
from gongkai.load.yaml_plain import read_plain
from gongkai.load.yaml_text import read_yaml
from gongkai.model.source import Source

ROOT = Path(__file__).parents[3]

PIECES = (
    "#·##·###· ·  ·    ·-·*·+·1.·1)·>·=·===·---·***·___·~~~·```·[·](·]·!·<·>·&amp;·\\\\·|·|-|"
    "·甲·乙丙·　·：·12·a"
    "·{{ a.b }}·# 题·## 二、表·- 项·1. 项·  续·<b>·[名]: x·[甲](a/b.md)·![乙](c.png)·[丙](https://a.example/#x)"
    "·[甲](a b)·](x)·`码`·``·`码|`·~·[名]·[甲|乙](a.md)·甲|乙·|甲|乙|·|-|-|·-|-·:-:|·> 引·[丁](?a=b&lt)"
)
LINES = """\
a:
  b: [1, 2]
  c: [0, /, =]
    d: 1.50
e: 文字
f: 1
# 注

g:  # 注
h: a b:c
i: 'x'
j: "y"
k: {a: 1}
- 1
  - 2
a: 2
l: ~
m: -3
n: 012
o: 甲 # 乙
p: [1,2 ,3]
q: [1, x]
r: 12:30
s: yes
t: null
u: - 1
v: a - b
w: ?
x: 1,234
y: 甲：乙
z:1
a1: |
  text
b1: [
]
c1: 1 #
d1:\t1
e1: a#b
f1: [1]#
g1: [1] #
\th1: 1
...
---
%YAML 1.1
甲: 1
  i1: [1]
    j1: 2
 k1: 3
l1: a: b
m1: a:
n1: 1.
o1: .5
p1: 2023-01-31 09:30
q1: [-1, 2.50]
r1: &a 1
s1: *a
t1: !x 1
u1: @a
v1: =
w1: /
x1: 100%
y1: [3, {value: 2.5, unit: 万元}]
z1: [{value: 1, unit: a}, {value: 2, unit: 1}]
a2: [{value: 1, unit: }]
b2:
  - 甲
  - c: 1
    d: [1, 2]
    e:
      - 2
  - {f: 甲, g: "乙"}
- 甲
-   h: 甲
-
- # 注
- - 1
- i: 1
  j: 2
  - k
c2: "甲: 乙 # {丙}"
d2: "甲\\\\n"
e2: "甲" # 乙
f2: "甲"乙
g2: ""
h2: [甲, 乙 丙, 丁:戊]
i2: [甲, "乙", -1, ~, true, 1.50]
j2: [甲,]
k2: ["甲, 乙"]
l2: [a: 1]
m2: {a: 1, b: [甲, 乙], c: "丙", d: ~}
n2: {a: 1, a: 2}
o2: {a: 1,}
p2: {a: , b: 1}
q2: {a: {b: 1}}
r2: {a:1}
s2: {a: 甲?, b: c:d}
t2: {"a": 1}
u2: {a: "}", b: "]"}
v2: [甲, 乙,
  丙]
w2: [
    甲, "乙
    丙", 丁
  ]
x2: {a: [甲,
    乙], b: 1}
    乙
  ]
]
y2: （甲）
z2: 《甲》乙
a3: -甲
b3: -1
c3: “甲”
d3: https://a.example/?b=c
e3: 甲 :乙
f3: 甲 ,乙
g3: null
h3: {a: true, b: 012}
i3: 甲\u2028乙
j3: "甲\u2028乙"
k3: 甲\ufeff
l3: "甲\x7f"
m3: {value: 1, unit: 甲}
n3: [{value: 1}]
"""

BLOCKS = ("\n> ", "\n|甲|\n|-|\n", "\n\n甲|乙\n-|-\n", "\n\n| 甲 | 乙 |\n| --- | ---: |\n")
pieces = st.sampled_from([*PIECES.split("·"), *BLOCKS, "\n", "\n\n", "\t", "\u00a0", "`"])
lines = st.sampled_from([*LINES.split("\n"), "  "])


@given(st.lists(pieces, max_size=14).map("".join))
@example("## 一、总体情况\n\n甲\n===\n\n- 乙\n\n## 二\n")
@example("- # 题\n1. ## 题\n   ### 题\n")
@example("甲|乙\n-|-\n丙|丁|[戊](a.md)\n## 题\n")
@example("|甲|\n|-|\n[乙](a.md)\n## 题\n- 丙\n")
@example("> 甲\n> [乙](a.md) [丙]\n丁\n>\n> - 戊\n")
@example("[甲\n乙](a.md) [丙] `[`\n")
def test_plain_markdown_is_read_as_the_parser_reads_it(text: str) -> None:
    if read_plain_markdown(text):
        assert read_prose("a.md", text, 3) == parse_prose("a.md", text, 3)


@pytest.mark.parametrize(
    "text",
    [
        "| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |\n",
        "1. 甲\n2. 乙\n   - 丙\n",
        "> 甲\n> 乙\n",
        "字〔2020〕1号，[2020]2号，2019~2020年。\n",
        "[甲](https://a.example/?b=c&d=e)，![乙](c.png)\n",
    ],
)
def test_what_articles_hold_is_plain(text: str) -> None:
    assert read_plain_markdown(text)
    assert read_prose("a.md", text, 1) == parse_prose("a.md", text, 1)


@given(st.lists(pieces, max_size=14).map("".join))
def test_a_name_defined_elsewhere_in_the_file_makes_a_link(text: str) -> None:
    elsewhere = [(9, "[名]: x")]
    assert read_prose("a.md", text, 3, elsewhere) == parse_prose("a.md", text, 3, elsewhere)


@given(st.lists(pieces, max_size=14).map("".join))
@example("前言\n## 一、甲\n### 题\n[甲](a.md)\n## 二\n\n![乙](c.png)")
def test_the_parts_of_a_plain_narrative_are_read_as_they_are_alone(text: str) -> None:
    narrative = read_narrative(Source("a.md", text))
    if read_plain_markdown(text):
        for prose in narrative.texts():
            assert prose == parse_prose("a.md", prose.text, prose.line)


@given(st.lists(st.one_of(lines, lines, pieces), max_size=9).map("\n".join), st.sampled_from([1, 2, 7]))
@example("a:\n  - b: 1\n    c:\n      - d\n  - e\nf: 1", 1)
@example('a:\n  - b: [甲,\n     乙, "丙"]\n  # 注\n\nc: {d: [e], f: "g"}\n', 3)
@example("a:\n  b: 1\n # 注", 1)
@example("a: 1 # 注\x85b: 2\n", 1)
def test_plain_yaml_has_the_values_and_places_that_the_reader_of_events_finds(text: str, first: int) -> None:
    plain = read_plain(text, first)
    if plain:
        document, problems = read_any(Source("a.yaml", text), first)
        assert document is not None
        assert problems == ()
        assert document.data == plain.data
        assert str(document.data) == str(plain.data)
        for path, span in plain.known.items():
            assert document.spans.value(*path).span == span


@pytest.mark.parametrize("length", [1, 200, 201, 1024, 1025, 5000])
def test_a_key_too_long_for_the_parser_is_not_read_as_plain(length: int) -> None:
    text = f"{'k' * length}: 1\n"
    document, problems = read_yaml(Source("a.yaml", text))
    assert (read_plain(text) is not None) == (length <= 200)
    assert bool(document) == (length <= 1024)
    assert bool(problems) == (length > 1024)
    if document:
        assert document.spans.values


SHIPPED = sorted(
    path
    for folder in ("content", "generator/gongkai/forms")
    for path in (ROOT / folder).rglob("*")
    if path.suffix == ".yaml" or path.name == "report.md"
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_file_is_plain_and_read_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        plain, (document, _) = read_plain(text), read_any(Source("a.yaml", text))
        assert plain
        assert document
        assert plain.data == document.data
        assert {
            way: Span(*place) for way, place in plain.known.items()
        }.items() <= document.spans.values.items()
    else:
        assert read_prose("a.md", text, 1) == parse_prose("a.md", text, 1)


@pytest.mark.parametrize(
    "text", ["  " * 50_000 + "!", "a" * 100_000, "- " * 50_000, "a: [" * 30_000, "a: [甲\n " * 30_000]
)
def test_a_long_text_is_soon_seen_not_to_be_plain(text: str) -> None:
    started = time.process_time()
    assert not read_plain(text)
    assert time.process_time() - started < 1
