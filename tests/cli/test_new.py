"""`gongkai new`: from an empty folder to a site with a report, and never over what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.export.scaffold import UNFILLED
from program import gongkai, tree


@pytest.fixture
def made(tmp_path: Path) -> Path:
    done = gongkai("new", "site", "portal", cwd=tmp_path)
    assert done.code == 0
    assert "gongkai new report" in done.err
    return tmp_path / "portal"


def fill_in(folder: Path) -> None:
    """Do what a person does: a figure for each mark, a text under each heading, names for blanks."""
    for path in folder.rglob("*"):
        if path.suffix == ".yaml":
            path.write_text(path.read_text("utf-8").replace(UNFILLED, "0"), "utf-8")
        if path.name == "report.md":
            text = re.sub(
                r"^(## .*)$", r"\1\n\n没有需要报告的事项。", path.read_text("utf-8"), flags=re.MULTILINE
            )
            path.write_text(text, "utf-8")
    for path in (*folder.rglob("*.yaml"), *folder.rglob("*.md")):
        path.write_text(re.sub(r"【[^】]*】", "云溪县灯塔局", path.read_text("utf-8")), "utf-8")


def test_a_new_site_is_built_at_once(made: Path) -> None:
    done = gongkai("build", cwd=made)
    assert done.code == 0
    assert "0 个错误" in done.out
    assert (made / "output/index.html").is_file()


def test_a_new_site_has_no_error_and_warns_of_what_is_to_be_written(made: Path) -> None:
    assert gongkai("check", cwd=made).code == 0
    assert gongkai("check", "--strict", cwd=made).code == 1


@pytest.mark.parametrize("year", [2020, 2023])
def test_a_report_is_made_filled_in_and_published(made: Path, year: int) -> None:
    organ = re.findall(r"id: ([a-z]+)", (made / "content/organs.yaml").read_text("utf-8"))[0]
    assert gongkai("new", "report", organ, str(year), cwd=made).code == 0
    unfilled = gongkai("check", cwd=made)
    assert unfilled.code == 1
    assert "D210" in unfilled.out
    fill_in(made)
    done = gongkai("build", "--strict", cwd=made)
    assert done.code == 0, done.said
    page = (made / f"output/reports/{organ}/{year}/index.html").read_text("utf-8")
    assert page.count("data-cell=") == {2020: 198, 2023: 200}[year]


def test_a_new_article_is_published_with_its_title(made: Path) -> None:
    column = next(path.parent for path in (made / "content/columns").glob("*/column.yaml"))
    assert gongkai("new", "article", column.name, '灯："亮"', "--name", "lamp", cwd=made).code == 0
    assert gongkai("build", cwd=made).code == 0
    page = (made / f"output/columns/{column.name}/lamp.html").read_text("utf-8")
    assert "灯：" in page
    assert gongkai("new", "article", column.name, "又一篇", cwd=made).code == 0
    assert gongkai("new", "article", column.name, "再一篇", cwd=made).code == 0
    assert len(list(column.glob("*.md"))) == 3


def test_nothing_that_is_there_is_written_over(made: Path) -> None:
    organ = re.findall(r"id: ([a-z]+)", (made / "content/organs.yaml").read_text("utf-8"))[0]
    assert gongkai("new", "report", organ, "2023", cwd=made).code == 0
    before = tree(made)
    assert gongkai("new", "site", ".", cwd=made).code == 2
    assert gongkai("new", "site", str(made), cwd=made).code == 2
    assert gongkai("new", "report", organ, "2023", cwd=made).code == 2
    assert tree(made) == before


def test_half_a_report_is_not_completed_over_the_other_half(made: Path) -> None:
    organ = re.findall(r"id: ([a-z]+)", (made / "content/organs.yaml").read_text("utf-8"))[0]
    folder = made / "content/reports" / organ / "2023"
    folder.mkdir(parents=True)
    (folder / "report.md").write_text("我的话\n", "utf-8")
    assert gongkai("new", "report", organ, "2023", cwd=made).code == 2
    assert tree(folder) == {"report.md": "我的话\n".encode()}


def test_a_site_in_an_empty_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "空 文件夹").mkdir()
    assert gongkai("new", "site", "空 文件夹", cwd=tmp_path).code == 0
    assert gongkai("build", "--site", "空 文件夹", cwd=tmp_path).code == 0


def test_a_file_in_the_site_s_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert gongkai("new", "site", "a", cwd=tmp_path).code == 2
    assert (tmp_path / "a").read_text() == "x"
