"""Every slip of `slips.yaml` is named at its own line and column, by its own code, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gongkai.diagnostics.catalogue import advice, sentence
from gongkai.diagnostics.diagnostic import LANGUAGES
from gongkai.pipeline import check
from shown import located
from toy import MARKDOWN, YAML, replaced, write_files, write_site

HERE = Path(__file__).parent
PATHS = {"report.yaml": YAML, "report.md": MARKDOWN}
TEXTS = {name: (HERE / name).read_text("utf-8") for name in PATHS}
SLIPS = yaml.safe_load((HERE / "slips.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def corpus(root: Path) -> Path:
    return write_files(root, {PATHS[name]: text for name, text in TEXTS.items()})


def test_the_texts_without_a_slip_have_no_problem(corpus: Path) -> None:
    assert check(corpus).problems == ()


def test_there_are_many_slips_each_named_once() -> None:
    assert len(SLIPS) >= 60
    assert len({slip["name"] for slip in SLIPS}) == len(SLIPS)


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["name"] for slip in SLIPS])
def test_slip(corpus: Path, slip: dict[str, str]) -> None:
    file = slip.get("file", "report.yaml")
    text = replaced(TEXTS[file], f"{slip['line']}\n", f"{slip['typed']}\n" if slip["typed"] else "")
    write_files(corpus, {PATHS[file]: text})
    problems = check(corpus).problems
    assert sorted(located(problems)) == sorted(slip["finds"].split(", "))
    assert {problem.place.file for problem in problems} == {PATHS[file]}
    for problem in problems:
        for language in LANGUAGES:
            assert "{" not in sentence(problem, language)
            assert advice(problem, language)
