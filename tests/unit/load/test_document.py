"""A report of the years before there was a form with tables: its own headings, its text, no figures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gongkai.export.last_year import last_year
from gongkai.export.scaffold import blank_narrative, blank_report
from gongkai.load.site import read_site
from gongkai.pipeline import build, check
from shown import shown
from toy import FORM, write_files

FOLDER = "content/reports/north-light/2016"
DATA = """\
format: document
organ: north-light
year: 2016
title: 北岬灯塔2016年政府信息公开工作年度报告
published: 2017-03-20
"""
TEXT = """\
根据有关规定编制本报告。

## 一、概述

全年点灯 365 夜。

### （一）灯

一切照常。

## 概述之后

| 渠道 | 条数 |
| --- | --- |
| 布告 | 8 |
"""


@pytest.fixture
def old(site: Path) -> Path:
    return write_files(site, {f"{FOLDER}/report.yaml": DATA, f"{FOLDER}/report.md": TEXT})


def problems(root: Path) -> list[str]:
    return [line for line in shown(check(root).problems) if "D513" not in line]


def test_its_headings_are_its_own_and_its_tables_stand_in_the_text(old: Path) -> None:
    assert problems(old) == []


def test_it_is_shown_with_its_sections_and_as_json_but_not_as_csv(old: Path) -> None:
    assert build(old, old / "output").built
    folder = old / "output/reports/north-light/2016"
    page = (folder / "index.html").read_text("utf-8")
    for number, heading in enumerate(("一、概述", "概述之后"), 1):
        assert f'<h2 id="part-{number}">{heading}</h2>' in page
    assert "<th" in page
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "report.json"]
    data = json.loads((folder / "report.json").read_text("utf-8"))
    assert data["cells"] == {}
    assert list(data["narrative"]) == ["一、概述", "概述之后"]


def test_it_is_for_the_years_before_the_first_form_only(old: Path) -> None:
    shutil.rmtree(old / FOLDER)
    later = f"{FOLDER[:-4]}2019"
    write_files(old, {f"{later}/report.yaml": DATA.replace("2016", "2019"), f"{later}/report.md": TEXT})
    assert [line.split()[1] for line in problems(old)] == ["D224"]


def test_a_form_with_sections_or_tables_needs_both(site: Path) -> None:
    for name in ("sections", "tables"):
        lines = FORM.splitlines()
        start = lines.index(f"{name}:")
        end = next((i for i in range(start + 1, len(lines)) if lines[i][:1].isalpha()), len(lines))
        broken = "\n".join([*lines[:start], f"{name}: []", *lines[end:]])
        write_files(site, {"content/formats/toy.yaml": f"{broken}\n"})
        assert any("D901" in line for line in problems(site)), name


def test_a_blank_one_asks_for_the_text_and_names_no_cell(site: Path) -> None:
    read, _ = read_site(site)
    assert read
    form, organ = read.forms["document"], read.organ_by_id["north-light"]
    data = blank_report(form, organ, 2016, last_year(read, organ, form, 2016))
    assert "□" not in data
    assert "attachments:" in data
    files = {f"{FOLDER}/report.yaml": data, f"{FOLDER}/report.md": blank_narrative(form, organ)}
    write_files(site, files)
    assert [line.split()[1] for line in problems(site)] == ["D258"]
