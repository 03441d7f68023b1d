"""A report's page and data name its organ as it was called then; lists of an organ, as it is called now."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from gongkai.assemble.pages import assemble
from gongkai.export.as_json import as_json
from gongkai.load.site import read_site
from gongkai.model.records import Site
from gongkai.model.views import OrganView, ReportView
from gongkai.render.environment import words_of
from gongkai.render.theme import open_theme
from toy import FILES, YAML, replaced, write_files


@pytest.fixture
def renamed(site: Path) -> Site:
    organs = replaced(
        FILES["content/organs.yaml"],
        "parent: harbour",
        "parent: harbour, lineage: [{year: 1990, name: 北岬老灯塔}]",
    )
    report = replaced(FILES[YAML], "title: 北岬灯塔", "title: 北岬老灯塔")
    read, problems = read_site(write_files(site, {"content/organs.yaml": organs, YAML: report}))
    assert read
    assert problems == ()
    return read


def test_a_report_s_page_has_the_name_of_its_year_and_links_under_the_present_one(renamed: Site) -> None:
    words = words_of(open_theme("default", Path()), "zh-CN")
    views = {path: view for path, view, _ in assemble(renamed, "", words, defaultdict(dict))}
    page = views["reports/north-light/1987/index.html"]
    assert isinstance(page, ReportView)
    assert page.organ == "北岬老灯塔"
    assert page.organ_archive.label == "北岬灯塔"
    listed = views["reports/north-light/index.html"]
    assert isinstance(listed, OrganView)
    assert "北岬灯塔" in listed.title
    assert [item.organ for item in listed.reports] == ["北岬老灯塔"]
    assert listed.history == ("1990年，由“北岬老灯塔”更名为“北岬灯塔”",)


def test_a_report_s_data_has_the_name_of_its_year(renamed: Site) -> None:
    (report,) = renamed.reports
    data = json.loads(as_json(report, renamed.organ_by_id["north-light"]))
    assert data["organ"] == {"id": "north-light", "name": "北岬老灯塔"}
