"""What an editor may do wrong with a portal: each is told with its code, where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import gongkai
from toy import FILES, REPORT, YAML, replaced, write_files

FOG = "content/columns/fog/october.md"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)


def article(text: str = "有雾。", lines: str = "", title: str = "雾") -> str:
    return f"---\ntitle: {title}\n{lines}---\n\n{text}\n"


# What is wrong: the files, the code, the file that is named, and whether it stops the build.
WRONG: dict[str, tuple[dict[str, str | bytes], str, str, bool]] = {
    "two articles with one id": (
        {"content/columns/wind/column.yaml": "title: 风\n", "content/columns/wind/october.md": article()},
        *("D520", "content/columns/wind/october.md", True),
    ),
    "an attachment that is missing": (
        {FOG: article(lines="attachments:\n  - {file: gone.pdf, title: 表}\n")},
        *("D522", FOG, True),
    ),
    "an attachment that is too large": (
        {FOG: article("[表](a.pdf)"), "content/columns/fog/a.pdf": b"%PDF-1.4\n" + bytes(20_000_000)},
        *("D104", "content/columns/fog/a.pdf", True),
    ),
    "an attachment of a forbidden type": (
        {FOG: article("[表](a.exe)"), "content/columns/fog/a.exe": b"MZ"},
        *("D523", "content/columns/fog/a.exe", True),
    ),
    "an image without alternative text": (
        {FOG: article("![](a.png)"), "content/columns/fog/a.png": PNG},
        *("D603", FOG, True),
    ),
    "a date in the future": ({FOG: article(lines="published: 2999-01-01\n")}, "D510", FOG, True),
    "a report in a form that is not known": ({YAML: replaced(REPORT, "toy", "cn-1066")}, "D223", YAML, True),
    "a title of 300 characters": ({FOG: article(title="雾" * 300)}, "D531", FOG, False),
    "a link that leads nowhere": ({FOG: article("[岬](gone.md)")}, "D502", FOG, True),
    "a link to a heading of another page that is not there": (
        {FOG: article("[岬](wind.md#gone)"), "content/columns/fog/wind.md": article()},
        *("D532", FOG, False),
    ),
    "a link to a heading of its own that is not there": ({FOG: article("[岬](#gone)")}, "D532", FOG, False),
}


def codes(site: Path) -> dict[str, set[str]]:
    found = json.loads(gongkai("check", "--format", "json", cwd=site).out)["problems"]
    return {code: {p["file"] for p in found if p["code"] == code} for code in {p["code"] for p in found}}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_where_it_stands(site: Path, name: str) -> None:
    files, code, place, stops = WRONG[name]
    write_files(site, files)
    found = codes(site)
    assert set(found) - {"D540"} == {code}, "beside that no address of the portal is given"
    assert found[code] == {place}
    assert gongkai("build", cwd=site).code == (1 if stops else 0)
    assert (site / "output/index.html").exists() is not stops


def test_a_column_inside_itself_ends(site: Path) -> None:
    (site / "content/columns/fog/fog").symlink_to(site / "content/columns/fog")
    assert "D521" in codes(site)


def test_an_organ_s_name_is_text_whatever_it_holds(site: Path) -> None:
    name = "北岬<b>“灯”</b>&amp;(塔)[一]{{{{ x }}}}"
    files = {
        path: text.replace("北岬灯塔", name) for path, text in FILES.items() if path.endswith("organs.yaml")
    }
    write_files(
        site, {path: text.replace(name, "'" + name.replace("'", "''") + "'") for path, text in files.items()}
    )
    built = gongkai("build", cwd=site)
    pages = [path.read_text("utf-8") for path in (site / "output").rglob("*.html")]
    assert "Traceback" not in built.said
    assert not any("<b>“灯”</b>" in page for page in pages)
    if built.code == 0:
        assert any("&lt;b&gt;“灯”&lt;/b&gt;&amp;amp;" in page for page in pages)


def test_a_thousand_articles_of_a_column_are_published_in_pages(site: Path) -> None:
    many = {f"content/columns/fog/day-{day:03}.md": article(title=f"第 {day} 日") for day in range(1_000)}
    write_files(site, many)
    assert gongkai("build", cwd=site).code == 0
    first = site / "output/columns/fog/index.html"
    assert first.stat().st_size < 60_000
    lists = [first, *first.parent.glob("page-*.html")]
    linked = sum(page.read_text("utf-8").count('href="../../articles/') for page in lists)
    assert linked >= 1_000
