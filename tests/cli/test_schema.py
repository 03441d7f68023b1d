"""`gongkai schema`: files for editors, the program's own, the same for the same forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import gongkai, tree
from toy import FORM, replaced, write_files, write_site

SHIPPED = {"report.cn-2019", "report.cn-2021", "report.document"}
KINDS = {"site", "organs", "column", "report", "form"}


@pytest.fixture
def toy_site(tmp_path: Path) -> Path:
    return write_site(tmp_path)


def written(folder: Path) -> set[str]:
    return {name.removesuffix(".schema.json") for name in tree(folder)}


def test_there_is_one_for_each_form_and_each_kind_of_file(toy_site: Path) -> None:
    done = gongkai("schema", cwd=toy_site)
    assert done.code == 0, done.said
    assert "redhat.vscode-yaml" in done.err
    assert written(toy_site / "schemas") == {*KINDS, *SHIPPED, "report.toy"}
    for content in tree(toy_site / "schemas").values():
        assert json.loads(content)["$comment"].startswith("由 gongkai schema 写成")
        assert str(toy_site).encode() not in content


def test_the_site_has_no_new_problem_for_them(toy_site: Path) -> None:
    before = gongkai("check", "--format", "json", cwd=toy_site).out
    gongkai("schema", cwd=toy_site)
    assert gongkai("check", "--format", "json", cwd=toy_site).out == before


def test_a_second_time_changes_nothing_and_a_changed_file_is_put_right(toy_site: Path) -> None:
    gongkai("schema", cwd=toy_site)
    before = tree(toy_site)
    times = {path: path.stat().st_mtime_ns for path in (toy_site / "schemas").iterdir()}
    (toy_site / "schemas/site.schema.json").write_text("{}")
    assert gongkai("schema", "--site", str(toy_site), "--lang", "en", cwd=toy_site.parent).code == 0
    assert tree(toy_site) == before
    same = [path for path, time in times.items() if path.stat().st_mtime_ns == time]
    assert len(same) == len(times) - 1


def test_another_folder_can_be_named(toy_site: Path) -> None:
    assert gongkai("schema", "--output", "editor/help", cwd=toy_site).code == 0
    assert not (toy_site / "schemas").exists()
    assert "report.toy" in written(toy_site / "editor/help")


def test_a_changed_form_changes_its_schema(toy_site: Path) -> None:
    gongkai("schema", cwd=toy_site)
    write_files(toy_site, {"content/formats/toy.yaml": FORM.replace("上层", "塔顶")})
    gongkai("schema", cwd=toy_site)
    text = (toy_site / "schemas/report.toy.schema.json").read_text("utf-8")
    assert "塔顶" in text
    assert '"上层"' not in text


def test_a_form_with_a_mistake_is_told_and_the_others_are_written(toy_site: Path) -> None:
    write_files(toy_site, {"content/formats/toy.yaml": replaced(FORM, "basis: ", "bases: ")})
    done = gongkai("schema", cwd=toy_site)
    assert done.code == 1
    assert "D901" in done.out
    assert written(toy_site / "schemas") == {*KINDS, *SHIPPED}


def test_a_folder_that_cannot_be_written_is_said(toy_site: Path) -> None:
    (toy_site / "schemas").write_text("x")
    done = gongkai("schema", cwd=toy_site)
    assert done.code == 2
    assert "无法写入" in done.err
