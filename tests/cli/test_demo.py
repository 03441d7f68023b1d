"""`gongkai demo`: the same bytes for the same seed, a portal that builds, nothing written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import gongkai, tree


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", "5"), ("b", "5"), ("c", "6")):
        assert gongkai("demo", name, "--organs", "5", "--years", "3", "--seed", seed, cwd=tmp_path).code == 0
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert tree(tmp_path / "a") != tree(tmp_path / "c")
    texts = [text for name, text in tree(tmp_path / "a").items() if name.endswith((".md", ".yaml", ".svg"))]
    assert len(texts) > 50
    assert all(b"\r" not in text for text in texts)


def test_it_builds_without_a_problem(tmp_path: Path) -> None:
    done = gongkai("demo", "portal", "--organs", "17", "--years", "6", cwd=tmp_path)
    assert done.code == 0
    assert "gongkai check" in done.err
    built = gongkai("build", "--strict", "--site", "portal", cwd=tmp_path)
    assert built.code == 0, built.said
    checked = gongkai("check", "--format", "json", "--site", "portal", cwd=tmp_path)
    assert [problem["code"] for problem in json.loads(checked.out)["problems"]] == ["D501"]
    output = tmp_path / "portal/output"
    assert len(list((output / "reports").glob("*/*/index.html"))) == 17 * 6
    assert (output / "columns/normative-documents/page-3.html").is_file()
    assert not (output / "columns/housing-census").exists()
    assert "<svg" in next((output / "assets").glob("mark.*.svg")).read_text("utf-8")


def test_mistakes_are_planted_and_listed(tmp_path: Path) -> None:
    assert gongkai("demo", "ten", "--organs", "20", "--years", "2", "--mistakes", cwd=tmp_path).code == 0
    assert (
        gongkai("demo", "some", "--organs", "20", "--mistakes", "7", "--lang", "en", cwd=tmp_path).code == 0
    )
    assert len(json.loads((tmp_path / "ten/mistakes.json").read_text("utf-8"))) == 4
    listed = json.loads((tmp_path / "some/mistakes.json").read_text("utf-8"))
    assert len(listed) == 7
    assert set(listed[0]) == {"file", "line", "cell", "kind", "codes"}
    assert [mistake["kind"] for mistake in listed if mistake["file"].endswith(".md")][-1:] == [
        "article-id-doubled"
    ]
    assert not (tmp_path / "some/content/mistakes.json").exists()
    assert gongkai("check", "--strict", "--site", "some", cwd=tmp_path).code == 1


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/mine.txt").write_text("x")
    assert gongkai("demo", "a", cwd=tmp_path).code == 2
    assert tree(tmp_path / "a") == {"mine.txt": b"x"}


@pytest.mark.parametrize(
    "wrong", [("--organs", "0"), ("--years", "8"), ("--organs", "2", "--years", "1", "--mistakes", "3")]
)
def test_what_cannot_be_made_is_wrong_usage(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    assert gongkai("demo", "a", *wrong, cwd=tmp_path).code == 2
    assert not (tmp_path / "a").exists()
