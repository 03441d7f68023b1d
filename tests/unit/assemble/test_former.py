"""Former addresses: whatever the check lets through is built, and takes no address of today."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portals import read

from gongkai.assemble.former import is_kept, live_paths
from gongkai.diagnostics.catalogue import sentence
from gongkai.pipeline import build, check
from shown import problems_of
from toy import replaced, report_of, write_files, write_site

BASE_URL = "https://a.example/x"
OCTOBER = "content/columns/fog/october.md"
MANY = {f"content/columns/fog/day-{i:02}.md": "---\ntitle: 某日\n---\n\n有雾。\n" for i in range(21)}
OTHERS = {
    "content/columns/fog/lamp.pdf": b"%PDF",
    "content/columns/wind/column.yaml": "title: 风\nid: feng\n",
    "content/columns/wind/gale.md": "---\ntitle: 大风\n---\n\n见[附件](../fog/lamp.pdf)。\n",
    **report_of(1988),
    **report_of(1988, "harbour", "群岛港"),
    **MANY,
}


def october(*former: str) -> str:
    listed = json.dumps(former, ensure_ascii=False)
    return f"---\ntitle: 十月的雾\nformerly: {listed}\n---\n\n连雾九日。\n"


def large(root: Path) -> Path:
    write_site(root)
    return write_files(root, OTHERS)


@cache
def built_without() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        root = large(Path(folder))
        write_files(root, {OCTOBER: october()})
        return outputs(root)


def outputs(root: Path) -> dict[str, bytes]:
    assert build(root, root / "output", base_url=BASE_URL, preview=True).built
    every = (path for path in (root / "output").rglob("*") if path.is_file())
    found = {path.relative_to(root / "output").as_posix(): path.read_bytes() for path in every}
    return {path: content for path, content in found.items() if not path.startswith(".gongkai/")}


def test_every_file_of_the_output_is_known_as_taken(site: Path) -> None:
    large(site)
    known = {path for path, _ in live_paths(read(site))}
    assert [path for path in outputs(site) if path not in known and not is_kept(path)] == []


LIVE = [
    "index.html",
    "404.html",
    "articles/gale.html",
    "columns/",
    "columns/fog/",
    "columns/fog/page-2.html",
    "columns/fog/feed.xml",
    "columns/fog/lamp.pdf",
    "reports/",
    "reports/1988/",
    "reports/1987/",
    "reports/harbour/",
    "reports/harbour/feed.xml",
    "reports/harbour/1988/report.csv",
    "search/",
    "search/index.js",
    "sitemap/",
    "sitemap.xml",
    "robots.txt",
    "feed.xml",
    "accessibility/",
    "guide/",
]


@pytest.mark.parametrize("path", LIVE)
def test_an_address_of_today_is_no_former_one(site: Path, path: str) -> None:
    large(site)
    for written in (path, f"/{path}", path.upper()):
        write_files(site, {OCTOBER: october("old.html", written)})
        at = 25 + written.startswith("/")
        assert problems_of(site) == [f"october.md:3:{at} D536"], written
    write_files(site, {OCTOBER: october(f"{path.rstrip('/')}-old/")})
    assert problems_of(site) == (["october.md:3:13 D536"] if path == "search/index.js" else [])


@pytest.mark.parametrize(
    ("former", "said"),
    [
        (["articles/october.html"], "这就是它现在的网址"),
        (["articles/gale.html"], "本站现在有网页或文件用这个网址"),
        (["Articles/Gale.html"], "与网址 articles/gale.html 只有写法不同"),
        (["Articles/alt.html"], "与 articles/ 只有写法不同"),
        (["articles/gale.html/"], "articles/gale.html 是一个文件"),
        (["feed.xml/x/"], "feed.xml 是一个文件"),
        (["_redirects"], "留给本站自己"),
        (["index.html"], "“/”"),
        (["_headers"], "留给本站自己"),
        (["assets/a.html"], "留给本站自己"),
        (["sitemap-3.xml"], "留给本站自己"),
        (["columns/fog/page-9.html"], "留给本站自己"),
        (["alt/", "alt/index.html"], "写了两次"),
        (["a.html", "A.html"], "与网址 a.html 只有写法不同"),
        (["a/1.html", "A/2.html"], "与 a/ 只有写法不同"),
        (["a.html", "a.html/b.html"], "a.html 是一个文件"),
        (["a.html/b.html", "a.html"], "a.html/ 是一个文件夹"),
        (["caf\u00e9.html", "cafe\u0301.html"], "只有写法不同"),
        (["columns/gone/page-2.html", "columns/gone/", "a.jsp", "A.jsp", "reports/alt/"], ""),
        (["reports/1931/"], "留给本站自己"),
    ],
)
def test_what_is_in_the_way_is_said(site: Path, former: list[str], said: str) -> None:
    large(site)
    write_files(site, {OCTOBER: october(*former)})
    found = check(site).problems
    assert [problem.code for problem in found] == ["D536"] * bool(said)
    for problem in found:
        assert said in sentence(problem, "zh-CN")
        line = october(*former).split("\n")[2]
        assert line[problem.place.span.column - 1 :].startswith(former[-1].strip("/"))


@pytest.mark.parametrize(
    ("former", "said"),
    [
        ("con/a.html", "不含“con”的网址"),
        ("a/AUX.html", "不含“AUX”的网址"),
        ("lpt1", "不含“lpt1”的网址"),
        ("a./b.html", "不以句点结尾"),
        ("a.html.", "不以句点结尾"),
        ("a" * 181 + ".html", "至多"),
        ("雾" * 61 + "/", "至多"),
        ("/".join(["a" * 30] * 7), "至多"),
        ("a:b.html", "从根写起"),
        ("a*/b.html", "从根写起"),
        ("a\u200bb.html", "从根写起"),
    ],
)
def test_what_no_system_could_hold_is_refused_where_it_stands(site: Path, former: str, said: str) -> None:
    write_files(site, {OCTOBER: october("alt.html", former)})
    (problem,) = check(site).problems
    assert (problem.code, problem.place.file, problem.place.span.line) == ("D203", OCTOBER, 3)
    assert problem.place.span.column == 24
    assert said in sentence(problem, "zh-CN")


def test_two_records_of_one_former_address_are_both_named(site: Path) -> None:
    write_files(site, {OCTOBER: october("alt.html")})
    column = "title: 雾讯\nformerly:\n  # früher: alt.html.bak\n  - fog/\n  - /alt.html\n"
    write_files(site, {"content/columns/fog/column.yaml": column})
    (problem,) = check(site).problems
    assert problem.place.file == OCTOBER
    (related,) = problem.related
    assert (related.place.file, related.place.span[:2]) == ("content/columns/fog/column.yaml", (5, 6))


def test_a_column_that_was_emptied_still_may_not_claim_an_address_of_today(site: Path) -> None:
    write_files(site, {"content/columns/wind/column.yaml": "title: 风\nformerly: [articles/october.html]\n"})
    assert problems_of(site) == ["column.yaml:2:12 D536", "column.yaml:1:1 D501"]


def test_other_problems_hide_none_of_these(site: Path) -> None:
    write_files(site, {OCTOBER: october("index.html"), "content/reports/north-light/1987/report.md": None})
    assert problems_of(site) == ["october.md:3:13 D536", "report.md:1:1 D116"]


NAMES = ["a", "A", "index", "index.html", "page-2.html", "x.htm", "雾", "feed.xml", "report.csv", "con", "a."]
PARTS = st.sampled_from([*{part for path in LIVE for part in path.split("/") if part}, *NAMES])
MADE = st.lists(PARTS | PARTS.map(str.title), min_size=1, max_size=4).map("/".join)
ANY = st.one_of(
    st.sampled_from(LIVE),
    st.builds(lambda path, more: f"{path}{more}", MADE, st.sampled_from(["", "/", ".html", "/index.html"])),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300),
    st.builds(lambda letter, count: letter * count, st.sampled_from("aA雾é."), st.integers(1, 260)),
)


@settings(max_examples=60, deadline=None)
@given(former=st.lists(ANY, min_size=1, max_size=4))
def test_whatever_is_let_through_is_built_and_takes_nothing_from_today(former: list[str]) -> None:
    expected = built_without()
    with tempfile.TemporaryDirectory() as folder:
        root = large(Path(folder))
        write_files(root, {OCTOBER: october(*former)})
        found = check(root).problems
        if found:
            assert {(problem.code, problem.place.file) for problem in found} <= {
                (code, OCTOBER) for code in ("D203", "D536", "D117", "D105", "D106")
            }
            return
        made = outputs(root)
        assert {path: made[path] for path in expected} == expected


def test_the_toy_s_article_is_still_as_it_is_written_here(site: Path) -> None:
    assert "连雾九日。" in replaced((site / OCTOBER).read_text("utf-8"), "source: 北岬灯塔\n", "")
