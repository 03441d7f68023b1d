"""The columns of a demonstration agree with its reports, are rich, and are written the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from made import FORMS, cells, files_of, reports_of, written

from gongkai.demo.attachments import csv, pdf, xlsx
from gongkai.demo.data import read_data
from gongkai.demo.demo import Size
from gongkai.load.site import read_site
from gongkai.model.records import Article, Site, Topic

SIZE = Size(organs=24, years=7, seed=3)
SMALL = Size(organs=5, years=7, seed=3)  # of which the columns hold all documents


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    read, _ = read_site(written(tmp_path_factory.mktemp("demo"), SIZE))
    assert read
    return read


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    read, _ = read_site(written(tmp_path_factory.mktemp("small"), SMALL))
    assert read
    return read


def topics(site: Site) -> dict[str, Topic]:
    assert site.topics
    return {topic.id: topic for topic in site.topics.walk()}


def articles(site: Site) -> list[Article]:
    return [article for topic in topics(site).values() for article in topic.articles]


@cache
def texts(size: Size) -> dict[str, str]:
    return {name: text for name, text in files_of(size) if isinstance(text, str)}


@pytest.mark.parametrize("column", ["rules", "normative-documents"])
def test_as_many_are_in_force_as_the_hosts_latest_report_says(small: Site, column: str) -> None:
    topic = topics(small)[column]
    latest = [report for report in reports_of(SMALL) if not report.organ.parent][-1]
    in_force = [article for article in topic.articles if article.validity == "in_force"]
    assert len(in_force) == cells(latest)[topic.counts] > 40
    assert any(article.validity == "repealed" and article.repealed for article in topic.articles)


def test_documents_of_a_year_are_those_that_the_organ_reports(small: Site) -> None:
    compared = 0
    made = Counter((a.organ, a.made[:4]) for a in topics(small)["normative-documents"].articles)
    for report in reports_of(SMALL):
        issued = cells(report).get("art20_1/normative_documents/issued")
        if issued and not report.organ.is_government:
            assert made[report.organ.id, str(report.year)] == issued
            compared += 1
    assert compared > 10


def test_a_column_above_the_limit_holds_the_hosts_own_and_states_no_number() -> None:
    large = texts(Size(organs=143, years=2))
    name = "content/columns/policies/normative-documents/column.yaml"
    assert "counts:" in texts(SMALL)[name]
    assert "counts:" not in large[name]
    folder = name.removesuffix("column.yaml")
    organs = {Path(file).stem.split("-")[0] for file in large if file.startswith(folder)} - {"column"}
    assert organs == {"yunhan"}


def test_no_two_articles_have_one_title_number_or_index(site: Site) -> None:
    for field in ("title", "number", "index"):
        found = Counter(getattr(article, field) for article in articles(site))
        assert [value for value, count in found.items() if value and count > 1] == [], field


def test_the_first_organs_but_governments_write(site: Site) -> None:
    writing = Counter(a.organ for a in articles(site) if not a.validity and not a.id.endswith("-jiedu"))
    first = site.organs[: read_data("columns")["writers"]]
    assert {organ.id for organ in first if organ.kind != "government"} == set(writing)


def test_articles_say_when_with_the_time_of_day_and_are_not_of_one_piece(site: Site) -> None:
    for article in articles(site):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d (0[89]|1[0-7]):\d\d", article.published)
        assert article.summary
        assert article.prose.text.count("\n\n") >= 2
        assert not set("{}") & set(article.prose.text)


def test_articles_link_to_reports_and_to_each_other(site: Site) -> None:
    links = [link.text for article in articles(site) for link in article.prose.links]
    assert sum(link.startswith("/reports/") for link in links) > 10
    assert sum(link.endswith("-duties.md") for link in links) > 2
    assert sum("-gf-" in link for link in links) > 40


def test_attachments_of_three_kinds_are_what_their_names_say(site: Site) -> None:
    kinds = Counter(Path(file).suffix for file in site.attachments)
    assert min(kinds[".pdf"], kinds[".csv"], kinds[".xlsx"]) >= 2


def test_one_column_is_empty_and_two_are_said_to_have_moved(site: Site) -> None:
    assert [id_ for id_, topic in topics(site).items() if not topic.size] == ["housing-census"]
    assert sum(bool(topic.formerly) for topic in topics(site).values()) == 2


def test_a_department_alone_has_the_columns_that_suit_it(tmp_path: Path) -> None:
    read, _ = read_site(written(tmp_path, Size(organs=1, years=1)))
    assert read
    found = topics(read)
    assert {"functions", "normative-documents", "budgets"} & set(found)
    assert not {"land", "villages", "rules", "housing-census"} & set(found)


@pytest.mark.parametrize(("years", "expected"), [(7, [2017, 2018]), (6, [])])
def test_older_reports_are_documents_where_no_year_is_between(years: int, expected: list[int]) -> None:
    files = texts(Size(organs=3, years=years))
    old = [name for name, text in files.items() if text.startswith("format: document")]
    assert old == [f"content/reports/yunhan/{year}/report.yaml" for year in expected]


def test_reports_are_the_same_whatever_columns_there_are() -> None:
    """What is written for columns is drawn apart: a report is as it is without them."""
    with_columns = texts(SIZE)
    for report in reports_of(SIZE, [form for form in FORMS if form.tables]):
        for name, text in report.files():
            assert with_columns[name] == text


def test_a_pdf_tells_where_its_objects_are() -> None:
    content = pdf("题目", ["甲" * 200, "乙"] * 30)
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[start : start + 4] == b"xref"
    places = [int(place) for place in re.findall(rb"^(\d{10}) 00000 n", content, re.MULTILINE)]
    for number, place in enumerate(places, 1):
        assert content[place:].startswith(f"{number} 0 obj".encode())
    for length, stream in re.findall(rb"/Length (\d+)>>\nstream\n(.*?)\nendstream", content, re.DOTALL):
        assert int(length) == len(stream)
    assert content.count(b"/Type/Page/") > 1


def test_a_workbook_holds_numbers_as_numbers_and_text_as_text() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx([["甲<乙>", "12"]]))) as package:
        assert package.testzip() is None
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<t>甲&lt;乙&gt;</t>" in sheet
    assert "<v>12</v>" in sheet


def test_a_csv_is_opened_by_spreadsheets() -> None:
    assert csv([["甲", "1,2"]]) == '\ufeff甲,"1,2"\r\n'.encode()
