"""A report as JSON and CSV: the contract, to the letter."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import gongkai
from gongkai.export.as_csv import as_csv
from gongkai.export.as_json import as_json
from gongkai.load.site import read_site
from gongkai.model.records import Report, Site
from toy import FORM, MARKDOWN, REPORT, YAML, replaced, write_files, write_site

REPOSITORY = Path(gongkai.__file__).parents[2]

EXPECTED = """\
{
  "format": "toy",
  "year": 1987,
  "organ": {"id": "north-light", "name": "北岬灯塔"},
  "title": "北岬灯塔1987年守灯报告",
  "preface": "本年共点灯 365 夜。",
  "cells": {
    "lamps/upper/white": 2,
    "lamps/upper/red": 1,
    "lamps/upper/both": 3,
    "lamps/lower/white": 4,
    "lamps/lower/red": 0,
    "lamps/lower/both": 4,
    "oil/stored/litres": 12.50,
    "oil/stored/cans": 3,
    "oil/bought/litres": 100.25,
    "oil/bought/cans": 20,
    "oil/burnt.calm/litres": 60,
    "oil/burnt.calm/cans": 12,
    "oil/burnt.storm/litres": 40.75,
    "oil/burnt.storm/cans": 8,
    "oil/kept/litres": 12.00,
    "oil/kept/cans": 3,
    "visits/spring/boats": 5,
    "visits/spring/ships": 2,
    "visits/spring/total": 7,
    "visits/autumn/boats": 11,
    "visits/autumn/ships": 0,
    "visits/autumn/total": 11,
    "visits/winter/boats": 0,
    "visits/winter/ships": "/",
    "visits/winter/total": 0
  },
  "narrative": {
    "weather": "雾多。见[守灯须知](../../../pages/guide.md)。",
    "wishes": "### 小愿望\\n\\n来一只猫。"
  }
}
"""


def read(root: Path) -> tuple[Site, Report]:
    site, _ = read_site(root)
    assert site
    return site, site.reports[0]


def json_of(root: Path) -> bytes:
    site, report = read(root)
    return as_json(report, site.organ_by_id[report.organ])


def csv_of(root: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(read(root)[1]).decode("utf-8-sig"), newline="")))


def test_json_is_the_contract(site: Path) -> None:
    assert json_of(site).decode() == EXPECTED


def test_json_is_json_whatever_the_text_holds(site: Path) -> None:
    write_files(site, {MARKDOWN: '## 一、这一年的天气\n\n"引号" \\ 反斜线 \t</script> 😀\n'})
    text = json.loads(json_of(site))["narrative"]["weather"]
    assert text == '"引号" \\ 反斜线 \t</script> 😀'


def test_an_empty_cell_is_null_in_json_and_nothing_in_csv(site: Path) -> None:
    write_files(site, {YAML: replaced(REPORT, "[2, 1, 3]", "[2, ~, 3]")})
    assert json.loads(json_of(site))["cells"]["lamps/upper/red"] is None
    assert [row["value"] for row in csv_of(site)][:3] == ["2", "", "3"]


def test_what_the_source_states_is_exported(site: Path) -> None:
    write_files(site, {YAML: "published: 1988-01-31 09:30\nsource: 港务局\n" + REPORT})
    data = json.loads(json_of(site))
    assert (data["published"], data["source"]) == ("1988-01-31 09:30", "港务局")


def test_csv_has_a_line_for_every_cell(site: Path) -> None:
    rows = csv_of(site)
    assert len(rows) == 25
    assert rows[12] == {
        "cell": "oil/burnt.storm/litres",
        "section": "二、灯与油",
        "table": "灯油",
        "row": "去向 点用 起风时",
        "column": "升数",
        "value": "40.75",
        "unit": "升",
    }
    assert [row["value"] for row in rows[-3:]] == ["0", "/", "0"]


def test_csv_opens_in_excel() -> None:
    _, report = read(REPOSITORY)
    content = as_csv(report)
    assert content.startswith(b"\xef\xbb\xbfcell,section,")
    assert content.count(b"\r\n") == content.count(b"\n") == 201


def test_csv_has_no_formula_in_it(site: Path) -> None:
    for label in ("=1+1", "+1", "-1", "@x"):
        form = FORM.replace("label: 上层", f'label: "{label}"')
        write_files(site, {"content/formats/toy.yaml": form})
        assert csv_of(site)[0]["row"] == f"'{label}"


def test_decimals_are_never_written_with_an_exponent(site: Path) -> None:
    write_files(
        site,
        {
            "content/formats/toy.yaml": FORM.replace("places: 2", "places: 9"),
            YAML: replaced(REPORT, "kept: [12.00, 3]", "kept: [0.00000001, 3]"),
        },
    )
    assert '"oil/kept/litres": 0.00000001,' in json_of(site).decode()
    assert csv_of(site)[14]["value"] == "0.00000001"


def test_the_shown_report_s_figures_by_id() -> None:
    data = json.loads(json_of(REPOSITORY), parse_float=Decimal)
    assert len(data["cells"]) == 200
    assert data["cells"]["art20_8/administrative_fees/amount"] == Decimal("93.0592")
    assert data["cells"]["art20_5/administrative_licensing/decisions"] == 7657
    assert data["cells"]["art20_1/normative_documents/in_force"] == 98
    assert data["cells"]["requests/results.granted/natural_person"] == 1
    assert list(data["narrative"]) == ["overall", "problems_and_improvements", "other_matters"]


def test_units_that_a_writer_states_are_beside_the_figures(tmp_path: Path) -> None:
    form = FORM.replace("unit: 升, places: 2", "units: [升, 桶], places: 2")
    data = REPORT.replace("kept: [12.00, 3]", "kept: [{value: 12.00, unit: 桶}, 3]")
    for name in ("stored: [12.50", "bought: [100.25", "calm: [60", "storm: [40.75"):
        key, figure = name.split(": [")
        data = data.replace(name, f"{key}: [{{value: {figure}, unit: 升}}")
    root = write_site(tmp_path / "units", {"content/formats/toy.yaml": form, YAML: data})
    assert json.loads(json_of(root))["units"]["oil/kept/litres"] == "桶"
    assert [row["unit"] for row in csv_of(root)][14] == "桶"
