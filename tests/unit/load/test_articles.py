"""Front matter, column.yaml, brand and attachments: what is taken, and at which place a slip is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gongkai.diagnostics.catalogue import sentence
from gongkai.load.date_slips import meant
from gongkai.load.site import read_site
from gongkai.model.records import Article, Portal
from gongkai.pipeline import build, check
from shown import problems_of, shown
from toy import FILES, YAML, write_files

FOG = "content/columns/fog/october.md"
SITE = "content/site.yaml"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
WHOLE = """\
title: 十月的雾
id: wu
published: 1987-10-03 08:05
organ: harbour
source: 港务处
number: 雾字〔1987〕3号
index: "007"
made: 1987-10-01
validity: repealed
repealed: 1987-12-01
summary: 连雾
keywords: [雾, 1987, 雾, " "]
attachments:
  - {file: wu.pdf, title: 雾表}
  - {file: /pages/lamp.txt}
formerly: [old/wu.html, /fog/october, 旧/雾/]
order: 3
"""


def front(lines: str, text: str = "文。") -> dict[str, str | bytes | None]:
    return {FOG: f"---\n{lines}---\n\n{text}\n"}


def article(site: Path) -> Article:
    read, _ = read_site(site, "1990-01-01")
    assert read
    assert read.topics
    return next(one for topic in read.topics.walk() for one in topic.articles)


def portal(site: Path) -> Portal:
    read, _ = read_site(site, "1990-01-01")
    assert read
    return read.portal


def test_every_key_is_read(site: Path) -> None:
    write_files(site, front(WHOLE))
    write_files(site, {"content/columns/fog/wu.pdf": b"%PDF", "content/pages/lamp.txt": b"x"})
    assert problems_of(site) == []
    found = article(site)
    assert (found.id, found.published, found.organ) == ("wu", "1987-10-03 08:05", "harbour")
    assert (found.number, found.index, found.made) == ("雾字〔1987〕3号", "007", "1987-10-01")
    assert (found.validity, found.repealed, found.order) == ("repealed", "1987-12-01", 3)
    assert found.keywords == ("雾", "1987")
    assert [(a.file, a.title) for a in found.attachments] == [
        ("content/columns/fog/wu.pdf", "雾表"),
        ("content/pages/lamp.txt", ""),
    ]
    assert found.formerly == ("old/wu.html", "fog/october/", "旧/雾/")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("published: '1987-10-03'", ""),
        ('published: "1987-10-03 23:59"', ""),
        ("published: 1987-10-03 24:00", "3:12 D238"),
        ("made: １９８７－１０－０１", "3:7 D238"),
        ("made: 1987-02-30", "3:7 D238"),
        ("repealed: 十月", "3:11 D238"),
        ("validity: 现行有效", "3:11 D203"),
        ("validity: perhaps", "3:11 D203"),
        ("id: 雾", "3:5 D114"),
        (f"id: {'a' * 81}", "3:5 D114"),
        ("organ: lighthouse", "3:8 D225"),
        ("keywords: 雾", "3:11 D203"),
        ("numbr: 1", "3:1 D202"),
        ("attachments: [wu.pdf]", "3:15 D203"),
        ("attachments: [{title: 雾}]", "3:15 D201"),
        ("attachments: [{file: https://a.example/a.pdf}]", "3:22 D203"),
        ("attachments: [{file: ../../../secret.pdf}]", "3:22 D522"),
        ("attachments: [{file: ../../site.yaml}]", "3:22 D522"),
        ("attachments: [{file: gone.pdf}]", "3:22 D522"),
        ("formerly: [../out.html]", "3:12 D203"),
        ("formerly: ['https://a.example/']", "3:12 D203"),
        ("formerly: ['a b.html']", "3:12 D203"),
        ("formerly: ['a/../b.html']", "3:12 D203"),
        ("formerly: ['.git/a.html']", "3:12 D203"),
        ("formerly: ['/']", "3:12 D203"),
        ("formerly: ['a.html?id=3']", "3:12 D203"),
    ],
)
def test_a_slip_is_named_at_its_value(site: Path, line: str, wanted: str) -> None:
    write_files(site, front(f"title: 雾\n{line}\n"))
    assert problems_of(site) == ([f"october.md:{wanted}"] if wanted else [])


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("现行有效", "in_force"),
        ("有效", "in_force"),
        ("废止", "repealed"),
        ("失效", "repealed"),
        ("In_Force", ""),
    ],
)
def test_validity_in_chinese_has_its_repair(site: Path, written: str, right: str) -> None:
    write_files(site, front(f"title: 雾\nvalidity: {written}\n"))
    (problem,) = check(site).problems
    assert [edit.text for edit in problem.edits] == ([right] if right else [])
    assert (right or "in_force") in str(problem.arguments["wanted"])


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("２０２３－０１－３１", "2023-01-31"),
        ("2023年1月5日", "2023-01-05"),
        ("2023.1.5", "2023-01-05"),
        ("2023/01/05 9：30", "2023-01-05 09:30"),
        ("2023-01-05T09:30:00", "2023-01-05 09:30"),
        ("1月5日", ""),
        ("二〇二三年", ""),
        ("2023-01-05" * 9, ""),
    ],
)
def test_a_date_is_understood_however_it_is_written(written: str, right: str) -> None:
    assert meant(written) == right


@pytest.mark.parametrize(
    ("written", "repair"),
    [("２０２３－０１－３１", ["2023-01-31"]), ("2023年1月5日", []), ("2023-02-30", [])],
)
def test_a_repaired_date_has_the_same_digits(site: Path, written: str, repair: list[str]) -> None:
    write_files(site, front(f"title: 雾\nmade: {written}\n"))
    problem = next(p for p in check(site).problems if p.code == "D238")
    assert [edit.text for edit in problem.edits] == repair


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024-02-30", "日历上没有这一天"),
        ("2024年2月30日", "日历上没有这一天"),
        ("2024年3月1日", "2024-03-01"),
    ],
)
def test_a_day_that_is_none_is_told_from_one_that_is_written_otherwise(
    site: Path, written: str, said: str
) -> None:
    write_files(site, front(f"title: 雾\nmade: {written}\n"))
    problem = next(p for p in check(site).problems if p.code == "D238")
    assert len(problem.notes) == 1
    assert problem.notes[0].sentence.zh.startswith(said)


def test_a_column_s_keys_are_read_and_the_root_has_no_id(site: Path) -> None:
    column = "title: 雾讯\nid: wuxun\nbasis: 手册第七页\ncounts: lamps/upper/both\nformerly: [fog/]\n"
    write_files(site, {"content/columns/fog/column.yaml": column, FOG: FILES[FOG]})
    read, _ = read_site(site, "1990-01-01")
    assert read
    assert read.topics
    (fog,) = read.topics.children
    assert (fog.id, fog.basis, fog.counts) == ("wuxun", "手册第七页", "lamps/upper/both")
    assert fog.formerly == ("fog/",)
    write_files(site, {"content/columns/column.yaml": "title: 通告\nid: all\n"})
    assert "column.yaml:2:1 D202" in problems_of(site)


def test_a_report_has_attachments(site: Path) -> None:
    write_files(site, {YAML: FILES[YAML] + "attachments: [{file: biao.xlsx, title: 表}]\n"})
    assert problems_of(site) == ["report.yaml:22:22 D522"]
    write_files(site, {YAML.replace("report.yaml", "biao.xlsx"): b"PK\x03\x04"})
    read, problems = read_site(site, "1990-01-01")
    assert read
    assert problems == ()
    assert read.attachments == ("content/reports/north-light/1987/biao.xlsx",)
    assert read.reports[0].attachments[0].title == "表"


@pytest.mark.parametrize(
    ("brand", "wanted", "repair"),
    [
        ('colour: "#9b1c1c"', "", ""),
        ('colour: "#9B1C1C"', "", ""),
        ('colour: "#abc"', "8:11 D203", '"#aabbcc"'),
        ("colour: 9b1c1c", "8:11 D203", '"#9b1c1c"'),
        ("colour: ＃9b1c1c", "8:11 D203", '"#9b1c1c"'),
        ("colour: #9b1c1c", "8:10 D203", ""),
        ("colour: 红", "8:11 D203", ""),
        ('colour: "#e89ab0"', "8:11 D534", ""),
        # Enough for white, and not for its own tint, which the pages would darken it for.
        ('colour: "#747474"', "8:11 D534", ""),
        ("mark: brand/mark.svg", "", ""),
        ("mark: brand/gone.svg", "8:9 D522", ""),
        ("mark: brand/mark.bmp", "8:9 D203", ""),
        ("mark: ../mark.svg", "8:9 D203", ""),
        ("color: red", "8:3 D202", ""),
    ],
)
def test_the_brand_is_read(site: Path, brand: str, wanted: str, repair: str) -> None:
    write_files(site, {SITE: f"{FILES[SITE]}brand:\n  {brand}\n"})
    if "mark.svg" in brand:
        write_files(site, {"content/brand/mark.svg": SVG})
    found = [p for p in check(site).problems if p.code != "D120"]
    assert [f"{p.place.span.line}:{p.place.span.column} {p.code}" for p in found] == [wanted][: bool(wanted)]
    assert [edit.text for p in found for edit in p.edits] == [repair][: bool(repair)]


def test_a_colour_of_the_same_hue_is_proposed_that_can_be_read(site: Path) -> None:
    write_files(site, {SITE: f'{FILES[SITE]}brand:\n  colour: "#e89ab0"\n'})
    (problem,) = check(site).problems
    proposed = str(problem.arguments["wanted"])
    write_files(site, {SITE: f'{FILES[SITE]}brand:\n  colour: "{proposed}"\n'})
    assert problems_of(site) == []
    assert portal(site).brand.colour == proposed


def test_the_sign_is_no_stray_file_and_its_neighbour_is(site: Path) -> None:
    write_files(site, {SITE: f"{FILES[SITE]}brand:\n  mark: brand/mark.svg\n"})
    write_files(site, {"content/brand/mark.svg": SVG, "content/brand/old.svg": SVG})
    assert problems_of(site) == ["old.svg:1:1 D120"]
    assert portal(site).brand.mark == "content/brand/mark.svg"


PNG, ZIP, OLD = b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MACROS = "_VBA_PROJECT".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("a.pdf", b"\r\n%PDF-1.7", ""),
        ("a.pdf", b"<html>", "D524"),
        ("a.pdf", b"", "D524"),
        ("a.pdf", b"MZ\x90", "D523"),
        ("a.exe", b"MZ\x90", "D523"),
        ("a.html", b"<html>", "D523"),
        ("a.xlsm", ZIP, "D523"),
        ("a.docx", ZIP + b"word/vbaProject.bin", "D523"),
        ("a.wps", ZIP + b"word/vbaProject.bin", "D523"),
        ("a.doc", OLD + bytes(1 << 20) + MACROS + bytes(70_000), "D523"),
        ("a.xls", OLD + bytes((1 << 20) - 14) + MACROS + bytes(1 << 20), "D523"),
        ("a.docx", ZIP, ""),
        ("a.docx", OLD, "D524"),
        ("a.doc", OLD, ""),
        ("a.xls", b"<table>", "D524"),
        ("a.et", ZIP, ""),
        ("a.ofd", ZIP, ""),
        ("a.png", PNG, ""),
        ("a.png", b"\xff\xd8\xff", "D524"),
        ("a.jpg", b"\xff\xd8\xff\xe0", ""),
        ("a.svg", SVG, ""),
        ("a.csv", "MZ,甲\n".encode(), ""),
        ("a.txt", b"MZ\x90\x00", "D523"),
        ("a b.pdf", b"%PDF", "D114"),
        (f"{'a' * 80}.pdf", b"%PDF", "D114"),
    ],
)
def test_an_attachment_is_of_a_kind_that_is_taken_and_is_what_it_says(
    site: Path, name: str, content: bytes, wanted: str
) -> None:
    write_files(site, {f"content/columns/fog/{name}": content})
    write_files(site, front(f"title: 雾\nattachments: [{{file: {name}}}]\n"))
    assert problems_of(site) == ([f"{name}:1:1 {wanted}"] if wanted else [])


DEVICES = ["con", "prn", "aux", "nul", "com1", "lpt9"]


@pytest.mark.parametrize("name", DEVICES)
def test_no_file_folder_or_id_is_called_as_a_device_of_windows(site: Path, name: str) -> None:
    whole = {path: (site / path).read_bytes() for path in FILES}
    every = [
        ({f"content/columns/fog/{name}.md": "---\ntitle: 雾\n---\n\n文。\n"}, f"{name}.md:1:1 D114"),
        ({f"content/pages/{name}.md": "---\ntitle: 雾\n---\n\n文。\n"}, f"{name}.md:1:1 D114"),
        ({f"content/columns/{name}/column.yaml": "title: 风\n"}, f"{name}:1:1 D114"),
        ({"content/columns/fog/column.yaml": f"title: 雾讯\nid: {name}\n"}, "column.yaml:2:5 D114"),
        (front(f"title: 雾\nid: {name}\n"), "october.md:3:5 D114"),
        (
            front(f"title: 雾\nattachments: [{{file: {name}.pdf}}]\n")
            | {f"content/columns/fog/{name}.pdf": b"%PDF"},
            f"{name}.pdf:1:1 D114",
        ),
        (
            {"content/organs.yaml": f"{FILES['content/organs.yaml']}  - {{id: {name}, name: 灯}}\n"},
            "organs.yaml:4:10 D114",
        ),
    ]
    for files, expected in every:
        write_files(site, files)
        (problem,) = (p for p in check(site).problems if p.code != "D116")
        assert shown([problem]) == [expected]
        assert "Windows" in sentence(problem, "zh-CN")
        write_files(site, {**dict.fromkeys(files), **whole})
        shutil.rmtree(site / "content/columns" / name, ignore_errors=True)


def test_names_that_only_begin_as_a_device_are_taken(site: Path) -> None:
    write_files(site, {f"content/columns/fog/{name}-1.md": front("title: 雾\n")[FOG] for name in DEVICES})
    assert problems_of(site) == []


def test_a_name_too_long_for_a_file_of_the_output_is_refused(site: Path) -> None:
    for length, codes in ((200, []), (201, ["D114"]), (250, ["D114"])):
        name = f"content/columns/fog/{'a' * length}.md"
        write_files(site, {name: front("title: 雾\n")[FOG]})
        assert [problem.code for problem in check(site).problems] == codes
        assert build(site, site / "output").built == (not codes)
        write_files(site, {name: None})


def test_a_large_attachment_is_refused(site: Path) -> None:
    write_files(site, front("title: 雾\nattachments: [{file: a.pdf}]\n"))
    with (site / "content/columns/fog/a.pdf").open("wb") as file:
        file.truncate(20_000_001)
    assert problems_of(site) == ["a.pdf:1:1 D104"]


def test_names_that_differ_in_capitals_only_are_one_file_elsewhere(site: Path) -> None:
    write_files(site, {"content/columns/fog/a.png": PNG, "content/columns/fog/a.PNG": PNG})
    write_files(site, front("title: 雾\n", "![雾](a.png) ![岬](a.PNG)"))
    assert problems_of(site) == ["a.png:1:1 D525"]


def test_two_columns_that_lead_into_each_other_end(site: Path) -> None:
    columns = site / "content/columns"
    write_files(site, {"content/columns/wind/column.yaml": "title: 风\n"})
    (columns / "fog/wind").symlink_to(columns / "wind")
    (columns / "wind/fog").symlink_to(columns / "fog")
    assert {line.split()[1] for line in problems_of(site)} == {"D521", "D520"}
