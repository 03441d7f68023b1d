"""Names of files that are no UTF-8, as a zip file packed on a Chinese Windows leaves them on Linux."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from gongkai.model.file_names import as_gbk, shown
from gongkai.pipeline import build, check
from program import gongkai
from toy import MARKDOWN, NARRATIVE, replaced, write_files

NAME = "附件".encode("gbk")
SHOWN = r"\xb8\xbd\xbc\xfe"
on_disk = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names there are Unicode")


def put(folder: Path, name: bytes, text: str = "x") -> None:
    """Make a file of such a name; a final slash makes a folder with a file in it."""
    path = folder / os.fsdecode(name.rstrip(b"/"))
    path = path / "note.pdf" if name.endswith(b"/") else path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_name_is_shown_with_its_bytes_and_read_as_gbk() -> None:
    name = NAME.decode("utf-8", "surrogateescape")
    assert shown(f"报告/{name}.pdf") == rf"报告/{SHOWN}.pdf"
    assert as_gbk(name) == "附件"
    assert shown("\ud800") == r"\ud800"
    assert as_gbk("\ud800") == ""


@on_disk
@pytest.mark.parametrize(
    ("folder", "name", "told"),
    [
        ("content/reports", NAME + b"/", "content/reports/{}"),
        ("content/reports/north-light", NAME + b"/", "content/reports/north-light/{}"),
        ("content/reports/north-light/1987", NAME + b".pdf", "content/reports/north-light/1987/{}.pdf"),
        ("content/reports/north-light/1987", NAME + b"/", "content/reports/north-light/1987/{}"),
        ("content/columns/fog", NAME + b".md", "content/columns/fog/{}.md"),
        ("content/columns/fog", NAME + b"/", "content/columns/fog/{}"),
        ("content/columns/fog", NAME + b".pdf", "content/columns/fog/{}.pdf"),
        ("content/pages", NAME + b".md", "content/pages/{}.md"),
        ("content/pages", NAME + b".docx", "content/pages/{}.docx"),
        ("content/formats", NAME + b".yaml", "content/formats/{}.yaml"),
        ("content", NAME + b".yaml", "content/{}.yaml"),
        ("content", NAME + b"/", "content/{}"),
    ],
)
def test_such_a_name_is_refused_and_nothing_else_is_hidden(
    site: Path, folder: str, name: bytes, told: str
) -> None:
    write_files(site, {MARKDOWN: replaced(NARRATIVE, "pages/guide.md", "pages/gone.md")})
    put(site / folder, name)
    found = {(problem.place.file, problem.code) for problem in check(site).problems}
    assert found == {(told.format(SHOWN), "D114"), (MARKDOWN, "D502")}


@on_disk
@pytest.mark.parametrize("shape", ["text", "json", "sarif", "rdjson", "github"])
def test_every_shape_of_output_can_say_it(site: Path, shape: str) -> None:
    put(site / "content/pages", NAME + b".pdf")
    done = gongkai("check", "--format", shape, cwd=site)
    assert done.code == 1
    assert "附件.pdf" in done.out
    assert "b8" in done.out


@on_disk
def test_many_such_names_are_one_problem_each(site: Path) -> None:
    for name in ("办法", "公告", "附件"):
        put(site / "content/pages", name.encode("gbk") + b".pdf")
    found = check(site).problems
    assert [problem.code for problem in found] == ["D114"] * 3
    assert "“办法.pdf”" in str(found[0].arguments["wanted"])
    assert not build(site, site / "output").built
