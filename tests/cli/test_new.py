"""`gongkai new`: from an empty folder to a site with a report, and never over what is there."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from gongkai.commands.new_said import tell
from gongkai.export.column_files import LEVELS
from gongkai.export.json_schema import FILES, modeline, schema_file
from gongkai.export.last_year import LastYear
from gongkai.export.scaffold import UNFILLED
from gongkai.load.articles import ARTICLE
from gongkai.load.known_forms import shipped_forms
from program import gongkai, tree

# 条例第二十条.
ITEMS = (*tuple("一二三四五六七八九十"), "十一", "十二", "十三", "十四", "十五")


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
            told = r"关于\1，本机关照常办理，没有需要另外说明的事项，各项安排均已落实到人，以后照此办理。"
            path.write_text(re.sub(r"【请写(.*?)】", told, path.read_text("utf-8")), "utf-8")
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
    unfilled = gongkai("check", "--format", "json", cwd=made)
    assert unfilled.code == 1
    problems = json.loads(unfilled.out)["problems"]
    # One for all tables, and no more than a handful for the text.
    assert [p["code"] for p in problems].count("D210") == 1
    assert len(problems) <= 10
    assert {problem["code"] for problem in problems} == {"D210", "D241", "D258", "D501"}
    fill_in(made)
    done = gongkai("build", "--strict", cwd=made)
    assert done.code == 0, done.said
    page = (made / f"output/reports/{organ}/{year}/index.html").read_text("utf-8")
    assert page.count("data-cell=") == {2020: 198, 2023: 200}[year]


def test_a_report_goes_on_from_last_year_s_in_the_same_form_or_another(made: Path) -> None:
    for year in (2019, 2020, 2021, 2022):
        done = gongkai("new", "report", "benjiguan", str(year), cwd=made)
        assert done.code == 0
        assert ("没有带入上年的数" in done.err) is (year == 2019), done.err
        assert ("上年结转政府信息公开申请数量”6 格" in done.err) is (year != 2019), done.err
        path = made / f"content/reports/benjiguan/{year}/report.yaml"
        text = path.read_text("utf-8")
        row = next(line for line in text.split("\n") if line.strip().startswith("carried_over:"))
        assert ("3" in row) is (year != 2019)
        # What a person does: everybody carries three over to the next year.
        lines = [
            line.replace(UNFILLED, "3" if "carried_forward" in line else "0") for line in text.split("\n")
        ]
        path.write_text("\n".join(lines), "utf-8")


def test_what_is_to_be_filled_in_is_listed(made: Path) -> None:
    done = gongkai("new", "report", "benjiguan", "2023", cwd=made)
    assert "待填 166 格" in done.err
    assert "待写 3 个部分（report.md）：一、总体情况；" in done.err
    text = (made / "content/reports/benjiguan/2023/report.yaml").read_text("utf-8")
    assert text.count(UNFILLED) == 166
    english = gongkai("new", "report", "benjiguan", "2024", "--lang", "en", cwd=made)
    assert "cells to fill in" in english.err
    assert not [line for line in english.err.split("\n") if "待" in line]


def test_no_text_is_asked_for_where_the_form_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    form = shipped_forms()[0]
    with_tables = tuple(section for section in form.sections if section.tables)
    tell(Path("here"), form._replace(sections=with_tables), LastYear(2020), "zh-CN")
    tell(Path("here"), form._replace(sections=with_tables), LastYear(2020), "en")
    said = capsys.readouterr().err
    assert "待写" not in said
    assert "sections to write" not in said
    assert "格\n填好之后运行" in said


def test_a_new_report_finds_its_schema_where_there_is_one(made: Path) -> None:
    line = "# yaml-language-server: $schema="
    for year, has_schema in ((2022, True), (2023, False)):
        if not has_schema:
            (made / "schemas/report.schema.json").unlink()
        assert gongkai("new", "report", "benjiguan", str(year), cwd=made).code == 0
        path = made / f"content/reports/benjiguan/{year}/report.yaml"
        first = path.read_text("utf-8").split("\n")[0]
        assert first.startswith(line) is has_schema
        if has_schema:
            assert (path.parent / first.removeprefix(line)).resolve() == made / "schemas/report.schema.json"


def test_a_new_site_helps_its_editor(made: Path) -> None:
    settings = json.loads((made / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{schema_file(kind)}": FILES[kind] for kind in FILES}
    for schema in settings["yaml.schemas"]:
        assert (made / schema).is_file()
    extensions = json.loads((made / ".vscode/extensions.json").read_text("utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
    kinds = {"site.yaml": "site", "organs.yaml": "organs", "column.yaml": "column"}
    for path in (made / "content").rglob("*.yaml"):
        first = path.read_text("utf-8").split("\n")[0]
        assert first == modeline(kinds[path.name], path.relative_to(made).as_posix())


def test_a_new_article_is_published_with_its_title(made: Path) -> None:
    column = next(path.parent for path in (made / "content/columns").glob("*/column.yaml"))
    assert gongkai("new", "article", column.name, '灯："亮"', "--name", "lamp", cwd=made).code == 0
    assert "D258" in gongkai("build", cwd=made).out
    assert not (made / "output").exists()
    fill_in(made)
    assert gongkai("build", cwd=made).code == 0
    page = (made / "output/articles/lamp.html").read_text("utf-8")
    assert "灯：" in page
    assert gongkai("new", "article", column.name, "又一篇", cwd=made).code == 0
    assert gongkai("new", "article", column.name, "再一篇", cwd=made).code == 0
    assert len(list(column.glob("*.md"))) == 3


def test_a_column_is_known_by_its_title_and_a_new_one_gets_a_name_that_may_be_an_address(made: Path) -> None:
    column = next((made / "content/columns").glob("*/column.yaml"))
    title = re.findall(r"^title: (.+)$", column.read_text("utf-8"), re.MULTILINE)[0]
    assert gongkai("new", "article", title, "一篇", "--name", "by-title", cwd=made).code == 0
    assert (column.parent / "by-title.md").is_file()
    done = gongkai("new", "article", "通知公告", "一篇", cwd=made)
    assert done.code == 2
    assert "columns/通知公告" not in done.said
    assert "小写字母" in done.said
    assert "content/columns/notices" in gongkai("new", "article", "notices", "一篇", cwd=made).said


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


ORGANS = """\
organs:
  - {id: benjiguan, name: 云溪县灯塔局, kind: department, to: 2020}
  - id: dengwu
    name: 云溪县灯务局
    kind: department
    from: 2021
    lineage: [{year: 2021, from: [benjiguan]}]
"""


@pytest.mark.parametrize(
    ("organ", "year", "zh", "en"),
    [
        (
            "benjiguan",
            "2022",
            "云溪县灯塔局至 2020 年止，2022 年没有这个机关",
            "云溪县灯务局 took it over: gongkai new report dengwu 2022",
        ),
        (
            "dengwu",
            "2020",
            "云溪县灯务局自 2021 年起，2020 年没有这个机关",
            "was there from 2021, not in 2020",
        ),
    ],
)
def test_an_organ_has_no_report_on_a_year_without_it(
    made: Path, organ: str, year: str, zh: str, en: str
) -> None:
    (made / "content/organs.yaml").write_text(ORGANS, "utf-8")
    done = gongkai("new", "report", organ, year, cwd=made)
    assert (done.code, zh in done.err) == (2, True), done.err
    assert "改 organs.yaml 中的 from 或 to" in done.err
    assert en in gongkai("new", "report", organ, year, "--lang", "en", cwd=made).err
    assert not (made / "content/reports" / organ).exists()
    assert gongkai("new", "report", organ, "2020" if organ == "benjiguan" else "2021", cwd=made).code == 0


def test_a_new_article_has_every_key_and_what_was_given(made: Path) -> None:
    given = (
        "--name",
        "banfa",
        "--organ",
        "benjiguan",
        "--number",
        "云政发〔2025〕1号",
        "--made",
        "2025-01-02",
    )
    assert gongkai("new", "article", "functions", "供水办法", *given, cwd=made).code == 0
    text = (made / "content/columns/functions/banfa.md").read_text("utf-8")
    for key in ARTICLE:
        assert re.search(rf"^(?:# )?{key}:", text, re.MULTILINE), key
    # Without the comments' marks every line is what the program reads.
    whole = re.sub(r"^# ?|  +#.*$", "", text, flags=re.MULTILINE)
    for example, real in (("YYYY-MM-DD HH:MM", "2025-01-03 09:30"), ("YYYY-MM-DD", "2025-02-01")):
        whole = whole.replace(example, real)
    whole = whole.replace("in_force", "repealed").replace("【请写正文】", "文。")
    (made / "content/columns/functions/banfa.md").write_text(whole, "utf-8")
    (made / "content/columns/functions/fujian.pdf").write_bytes(b"%PDF-1.7")
    problems = json.loads(gongkai("check", "--format", "json", cwd=made).out)["problems"]
    assert [p["code"] for p in problems if "banfa" in p["file"]] == []


@pytest.mark.parametrize("given", [("--made", "2025年1月2日"), ("--name", "first"), ("--organ", "nobody")])
def test_an_article_that_cannot_be_is_not_made(made: Path, given: tuple[str, str]) -> None:
    assert gongkai("new", "article", "functions", "一", "--name", "first", cwd=made).code == 0
    column = made / "content/columns/second"
    column.mkdir()
    (column / "column.yaml").write_text("title: 另一栏\n", "utf-8")
    before = tree(made)
    assert gongkai("new", "article", "second", "二", *given, cwd=made).code == 2
    assert tree(made) == before


@pytest.mark.parametrize("level", LEVELS)
def test_columns_are_made_for_a_level_and_taken_by_the_check(made: Path, level: str) -> None:
    done = gongkai("new", "columns", "--level", level, cwd=made)
    assert done.code == 0, done.said
    problems = json.loads(gongkai("check", "--format", "json", cwd=made).out)["problems"]
    assert {p["code"] for p in problems if "columns" in p["file"]} == {"D501"}
    names = {path.parent.name for path in (made / "content/columns").rglob("column.yaml")}
    assert ("urban-construction" in names) is (level != "township")
    assert ("homesteads" in names) is (level == "township")
    bases = re.findall(r"第二十条第（(.+?)）项", "".join(
        path.read_text("utf-8") for path in (made / "content/columns").glob("*/column.yaml")
    ))  # fmt: skip
    assert sorted(bases) == sorted(ITEMS)


def test_columns_that_are_there_stay_and_what_was_moved_is_found(made: Path) -> None:
    assert gongkai("new", "columns", cwd=made).code == 0
    columns = made / "content/columns"
    shutil.move(columns / "policies", columns / "others" / "policies")
    shutil.rmtree(columns / "others/policies/regulations")
    (columns / "budget/column.yaml").write_text("title: 我的预算\n", "utf-8")
    before = tree(columns)
    assert "新建 1 个" in gongkai("new", "columns", cwd=made).err
    after = tree(columns)
    assert set(after) - set(before) == {"others/policies/regulations/column.yaml"}
    assert {name: after[name] for name in before} == before


def test_columns_are_made_in_a_site_only(tmp_path: Path) -> None:
    assert gongkai("new", "columns", cwd=tmp_path).code == 2
    assert list(tmp_path.iterdir()) == []
